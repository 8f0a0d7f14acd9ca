import { describe, expect, it } from 'vitest'
import { Seeded } from './seeded.test-helper.ts'
import { SimulatedDisk, type DiskFolder } from './simulated-disk.test-helper.ts'

const OLD = 'old '.repeat(3000)
const NEW = 'new '.repeat(3000)

/** What `work` may leave after a cut: for each of many seeds the entries of the disk with their content. */
function left(work: (disk: SimulatedDisk) => void): Record<string, string>[] {
  return Array.from({ length: 300 }, (_, seed) => {
    const disk = new SimulatedDisk('/disk', new Seeded(seed))
    work(disk)
    return contents(disk.afterCut().root)
  })
}

function contents(folder: DiskFolder): Record<string, string> {
  const entries = [...folder.live].flatMap(([name, node]) =>
    node.kind === 'file'
      ? [[name, node.live.toString()]]
      : Object.entries(contents(node)).map(([below, content]) => [`${name}/${below}`, content])
  )
  return Object.fromEntries(entries) as Record<string, string>
}

function kindsOf(states: readonly Record<string, string>[]): string[] {
  const named = states.map((state) => Object.entries(state).map(([name, content]) => `${name}=${nameOf(content)}`))
  return [...new Set(named.map((entries) => entries.sort().join(' ')))].sort()
}

function nameOf(content: string): string {
  return (
    new Map([
      [OLD, 'old'],
      [NEW, 'new'],
      ['', 'empty']
    ]).get(content) ?? 'cut'
  )
}

/** Writes a file; `flush` says whether its data are flushed. The folder's entries aren't. */
function write(disk: SimulatedDisk, folder: DiskFolder, name: string, text: string, flush: boolean): void {
  const file = disk.newFile({ folder, name })
  disk.write(file, { at: 0, bytes: Buffer.from(text) })
  if (flush) disk.flush(file)
}

/** Replaces `a` by a renamed temporary file. */
function replace(disk: SimulatedDisk, flushData: boolean, flushFolder: boolean): void {
  const { root: folder } = disk
  write(disk, folder, 'a', OLD, true)
  disk.flush(folder)
  write(disk, folder, 'tmp', NEW, flushData)
  disk.change(folder.live.get('tmp')!, { folder, name: 'tmp' }, { folder, name: 'a' })
  if (flushFolder) disk.flush(folder)
}

describe('a cut of the simulated power', () => {
  it('leaves what was flushed', () => {
    expect(kindsOf(left((disk) => replace(disk, true, true)))).toEqual(['a=new'])
  })

  it('may undo a rename whose folder wasn’t flushed, never halve it', () => {
    expect(kindsOf(left((disk) => replace(disk, true, false)))).toEqual(['a=new', 'a=old', 'a=old tmp=new'])
  })

  it('may leave nothing or a part of data that weren’t flushed, though they were renamed', () => {
    expect(kindsOf(left((disk) => replace(disk, false, true)))).toEqual(['a=cut', 'a=empty', 'a=new'])
  })

  it('may lose a folder with all that was flushed in it', () => {
    const states = left((disk) => {
      const folder = disk.newFolder({ folder: disk.root, name: 'shelf' })
      write(disk, folder, 'a', NEW, true)
      disk.flush(folder)
    })
    expect(kindsOf(states)).toEqual(['', 'shelf/a=new'])
  })

  it('counts a rename from folder to folder as flushed with the folder that it comes to', () => {
    const moved = (flushed: 'from' | 'to') =>
      left((disk) => {
        const from = disk.newFolder({ folder: disk.root, name: 'from' })
        const to = disk.newFolder({ folder: disk.root, name: 'to' })
        write(disk, from, 'a', NEW, true)
        for (const folder of [disk.root, from]) disk.flush(folder)
        disk.change(from.live.get('a')!, { folder: from, name: 'a' }, { folder: to, name: 'a' })
        disk.flush({ from, to }[flushed])
      })
    expect(kindsOf(moved('to'))).toEqual(['to/a=new'])
    expect(kindsOf(moved('from'))).toEqual(['from/a=new', 'to/a=new'])
  })

  it('may cut an appended line or leave a hole in it', () => {
    const states = left((disk) => {
      const log = disk.newFile({ folder: disk.root, name: 'log' })
      disk.write(log, { at: 0, bytes: Buffer.from(OLD) })
      for (const node of [log, disk.root]) disk.flush(node)
      disk.write(log, { at: OLD.length, bytes: Buffer.from(NEW) })
    })
    const logs = states.map(({ log }) => log!)
    expect(logs.every((log) => log.startsWith(OLD))).toBe(true)
    expect(logs.some((log) => log.includes('\0') && log.endsWith('new '))).toBe(true)
    expect(logs.some((log) => log.length < OLD.length + NEW.length && !log.includes('\0'))).toBe(true)
  })
})
