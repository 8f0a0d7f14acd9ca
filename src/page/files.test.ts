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
  expect(sorted.tasks.map(({ name, stamps }) => [name, stamps.tsr])).toEqual([['a.pdf', null]])
  expect(sorted.unknown).toEqual([])
})

it('gives a signature to the check with all of its characters, a byte order mark too', async () => {
  const [task] = (await sortFiles([new File([PDF], 'a.pdf'), new File(['\uFEFFuntrusted'], 'a.pdf.minisig')])).tasks
  expect(task!.signature).toBe('\uFEFFuntrusted')
})
