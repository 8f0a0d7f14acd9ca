import { expect, it } from 'vitest'
import { sortFiles } from './files.ts'

const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])

/** A folder, as browsers hand it over: it has a name, and can't be read. */
class Folder extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('A requested file or directory could not be found.', 'NotFoundError'))
  }
}

it('tells of folders and what can’t be read, and checks the rest', async () => {
  const sorted = await sortFiles([new Folder([], 'papers'), new File([PDF], 'a.pdf'), new Folder([], 'a.pdf.tsr')])
  expect(sorted.unread).toEqual(['papers', 'a.pdf.tsr'])
  expect(sorted.tasks.map(({ task: { name, stamps } }) => [name, stamps.tsr])).toEqual([['a.pdf', null]])
  expect(sorted.unknown).toEqual([])
})

it('gives a signature to the check with all of its characters, a byte order mark too', async () => {
  const [first] = (await sortFiles([new File([PDF], 'a.pdf'), new File(['\uFEFFuntrusted'], 'a.pdf.minisig')])).tasks
  expect(first!.task.signature).toBe('\uFEFFuntrusted')
})

it('puts signatures to files downloaded a second time, or named in other letters, where that’s clear', async () => {
  const signed = async (...names: string[]): Promise<string[]> => {
    const { tasks, orphans } = await sortFiles(
      names.map((name) => new File(name.endsWith('.pdf') ? [PDF] : [name], name))
    )
    return [...tasks.map(({ task }) => `${task.name} < ${task.signature}`), ...orphans]
  }
  expect(await signed('a.pdf', 'a.pdf.minisig')).toEqual(['a.pdf < a.pdf.minisig'])
  expect(await signed('a (1).pdf', 'a.pdf.minisig')).toEqual(['a (1).pdf < a.pdf.minisig'])
  expect(await signed('a.pdf', 'a.pdf (2).MINISIG')).toEqual(['a.pdf < a.pdf (2).MINISIG'])
  expect(await signed('a.pdf', 'a (1).pdf', 'a.pdf.minisig')).toEqual(['a.pdf < a.pdf.minisig', 'a (1).pdf < null'])
  expect(await signed('a (1).pdf', 'a (2).pdf', 'a.pdf.minisig')).toEqual([
    'a (1).pdf < null',
    'a (2).pdf < null',
    'a.pdf.minisig'
  ])
  expect(await signed('b.pdf', 'a.pdf.minisig')).toEqual(['b.pdf < null', 'a.pdf.minisig'])
})
