import { Buffer } from 'node:buffer'
import type * as FileSystem from 'node:fs/promises'
import { posix } from 'node:path'
import { Readable } from 'node:stream'
import type { DiskFile, DiskFolder, DiskNode, Entry, SimulatedDisk } from './simulated-disk.test-helper.ts'

type Call = (...args: never[]) => Promise<unknown>
interface ReadOptions {
  encoding?: BufferEncoding | null
  withFileTypes?: boolean
  recursive?: boolean
  force?: boolean
}

/**
 * `node:fs/promises` with a simulated disk: calls whose path lies on it go there, all others to the real module. What the
 * simulation doesn't know fails by name, so that nothing on it is tested by accident of the real file system.
 */
export function throughDisk(real: typeof FileSystem, disk: () => SimulatedDisk): typeof FileSystem {
  const simulated: Record<string, Call> = callsOn(disk)
  const entries = Object.entries(real).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member]
    const call = (...args: unknown[]): unknown => {
      if (!isOn(disk(), args[0])) return (member as (...args: unknown[]) => unknown)(...args)
      return (simulated[name] ?? unknown(name))(...(args as never[]))
    }
    return [name, call]
  })
  return Object.fromEntries(entries) as typeof FileSystem
}

/** Reads a file of the disk as a stream, as `createReadStream` of `node:fs` does. */
export function streamFrom(disk: SimulatedDisk, path: string): Readable {
  return Readable.from(
    (async function* () {
      yield await disk.call(() => Buffer.from(fileAt(disk, path).live))
    })()
  )
}

/** True for a path on the simulated disk. */
export function isOn(disk: SimulatedDisk, path: unknown): path is string {
  return typeof path === 'string' && (path === disk.mount || path.startsWith(`${disk.mount}/`))
}

function unknown(name: string): Call {
  return () =>
    Promise.reject(new Error(`The simulated disk has no “${name}”: add it to simulated-files.test-helper.ts.`))
}

function callsOn(disk: () => SimulatedDisk): Record<string, Call> {
  const stat: Call = (path: string, options?: { bigint?: boolean }) =>
    disk().call(() => statsOf(nodeAt(disk(), path), options?.bigint === true))
  return {
    stat,
    // There are no links on it to follow.
    lstat: stat,
    open: (path: string, flags = 'r') => openOn(disk(), path, flags),
    mkdir: (path: string, options?: ReadOptions) => disk().call(() => makeFolder(disk(), path, options?.recursive)),
    readdir: (path: string, options?: ReadOptions) => disk().call(() => list(folderAt(disk(), path), path, options)),
    readFile: (path: string, options?: BufferEncoding | ReadOptions) =>
      disk().call(() => decoded(fileAt(disk(), path).live, options)),
    rm: (path: string, options?: ReadOptions) => remove(disk(), path, options),
    unlink: (path: string) => disk().call(() => unlink(disk(), path)),
    rename: (from: string, to: string) => disk().call(() => rename(disk(), from, to)),
    link: (from: string, to: string) =>
      disk().call(() => disk().change(fileAt(disk(), from), null, freeEntry(disk(), to))),
    copyFile: async (from: string, to: string) => {
      const bytes = await disk().call(() => fileAt(disk(), from).live)
      const file = await disk().call(() => fileToWrite(disk(), to, 'w'))
      await disk().call(() => disk().write(file, { at: 0, bytes }))
    }
  }
}

async function openOn(disk: SimulatedDisk, path: string, flags: string): Promise<object> {
  const node = await disk.call(() => (flags === 'r' ? nodeAt(disk, path) : fileToWrite(disk, path, flags)))
  const handle = node.kind === 'file' ? { ...common(disk, node), ...fileCalls(disk, node, flags) } : common(disk, node)
  return new Proxy(handle, {
    get: (target, name) => {
      // A promise that resolves with the handle asks whether it is one itself.
      if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name)
      return unknown(`FileHandle.${name}`)
    }
  })
}

function common(disk: SimulatedDisk, node: DiskNode): object {
  const flush = () => disk.call(() => disk.flush(node))
  // Closing succeeds without power, so that a program can let go of what else it holds.
  const close = () => Promise.resolve()
  const stat = (options?: { bigint?: boolean }) => disk.call(() => statsOf(node, options?.bigint === true))
  return { fd: node.ino, sync: flush, datasync: flush, stat, close, [Symbol.asyncDispose]: close }
}

function fileCalls(disk: SimulatedDisk, file: DiskFile, flags: string): object {
  const appends = flags.startsWith('a')
  let place = 0
  const writeAt = (bytes: Buffer, at: number | null | undefined): number => {
    const start = appends ? file.live.length : (at ?? place)
    disk.write(file, { at: start, bytes: Buffer.from(bytes) })
    if (at == null) place = start + bytes.length
    return bytes.length
  }
  const writeAll = async (data: string | Uint8Array) => {
    const bytes = Buffer.from(data as Uint8Array)
    // Never in one go, as a system may do: a cut between the calls leaves the first of them.
    const middle = disk.random.below(bytes.length + 1)
    for (const part of [bytes.subarray(0, middle), bytes.subarray(middle)]) await disk.call(() => writeAt(part, null))
  }
  return {
    writeFile: writeAll,
    write: async (data: string | Uint8Array, offset = 0, length?: number, at?: number | null) => {
      if (typeof data === 'string') throw new Error('The simulated disk writes bytes only.')
      const bytes = Buffer.from(data.subarray(offset, length === undefined ? undefined : offset + length))
      // Short writes happen: who writes has to go on.
      const part = bytes.length > 1 && disk.random.chance(0.2) ? bytes.subarray(0, bytes.length >> 1) : bytes
      return { bytesWritten: await disk.call(() => writeAt(part, at)), buffer: data }
    },
    truncate: (size = 0) => disk.call(() => disk.write(file, { size })),
    readFile: (options?: BufferEncoding | ReadOptions) => disk.call(() => decoded(file.live.subarray(place), options)),
    read: async (buffer: Uint8Array, offset = 0, length = buffer.length - offset, at: number | null = null) => {
      const start = at ?? place
      const bytesRead = await disk.call(() => file.live.copy(buffer, offset, start, start + length))
      if (at === null) place += bytesRead
      return { bytesRead, buffer }
    }
  }
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: simulated, '${path}'`), { code, path })
}

function entryAt(disk: SimulatedDisk, path: string): Entry {
  return { folder: folderAt(disk, posix.dirname(path)), name: posix.basename(path) }
}

function freeEntry(disk: SimulatedDisk, path: string): Entry {
  const entry = entryAt(disk, path)
  if (entry.folder.live.has(entry.name)) throw failure('EEXIST', path)
  return entry
}

function nodeAt(disk: SimulatedDisk, path: string): DiskNode {
  let node: DiskNode = disk.root
  for (const name of posix.relative(disk.mount, path).split('/').filter(Boolean)) {
    if (node.kind === 'file') throw failure('ENOTDIR', path)
    const child: DiskNode | undefined = node.live.get(name)
    if (!child) throw failure('ENOENT', path)
    node = child
  }
  return node
}

function folderAt(disk: SimulatedDisk, path: string): DiskFolder {
  const node = nodeAt(disk, path)
  if (node.kind === 'file') throw failure('ENOTDIR', path)
  return node
}

function fileAt(disk: SimulatedDisk, path: string): DiskFile {
  const node = nodeAt(disk, path)
  if (node.kind === 'folder') throw failure('EISDIR', path)
  return node
}

function fileToWrite(disk: SimulatedDisk, path: string, flags: string): DiskFile {
  if (!/^(r\+|[wa]x?\+?)$/.test(flags)) throw new Error(`The simulated disk has no flags “${flags}”.`)
  const entry = entryAt(disk, path)
  const exists = entry.folder.live.has(entry.name)
  if (exists && flags.includes('x')) throw failure('EEXIST', path)
  if (!exists && flags !== 'r+') return disk.newFile(entry)
  const file = fileAt(disk, path)
  if (flags.startsWith('w')) disk.write(file, { size: 0 })
  return file
}

function makeFolder(disk: SimulatedDisk, path: string, recursive = false): string | undefined {
  if (!recursive) {
    disk.newFolder(freeEntry(disk, path))
    return undefined
  }
  let folder = disk.root
  let place = disk.mount
  let first: string | undefined
  for (const name of posix.relative(disk.mount, path).split('/').filter(Boolean)) {
    place = posix.join(place, name)
    const known = folder.live.get(name)
    if (known?.kind === 'file') throw failure('EEXIST', place)
    if (!known) first ??= place
    folder = known ?? disk.newFolder({ folder, name })
  }
  return first
}

function list(folder: DiskFolder, path: string, options: ReadOptions = {}): unknown[] {
  if (options.recursive) throw new Error('The simulated disk lists one folder at a time.')
  if (!options.withFileTypes) return [...folder.live.keys()]
  return [...folder.live].map(([name, node]) => ({ name, parentPath: path, ...kindOf(node) }))
}

function kindOf(node: DiskNode): object {
  return {
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isSymbolicLink: () => false
  }
}

function statsOf(node: DiskNode, bigint: boolean): object {
  const { ino, changed } = node
  const size = node.kind === 'file' ? node.live.length : 0
  const mode = node.kind === 'file' ? 0o100600 : 0o40700
  const numbers = { ino, size, mode, dev: 1, mtimeMs: changed, ctimeMs: changed, birthtimeMs: ino }
  const times = { mtime: new Date(changed), ctime: new Date(changed), birthtime: new Date(ino) }
  if (!bigint) return { ...numbers, ...times, ...kindOf(node) }
  const large = Object.entries(numbers).map(([name, value]) => [name, BigInt(value)] as const)
  const changedNs = BigInt(changed) * 1_000_000n
  return { ...Object.fromEntries(large), ...times, mtimeNs: changedNs, ctimeNs: changedNs, ...kindOf(node) }
}

function decoded(bytes: Buffer, options?: BufferEncoding | ReadOptions | null): Buffer | string {
  const encoding = typeof options === 'string' ? options : options?.encoding
  return encoding ? bytes.toString(encoding) : Buffer.from(bytes)
}

function unlink(disk: SimulatedDisk, path: string): void {
  disk.change(fileAt(disk, path), entryAt(disk, path), null)
}

function removeFolder(disk: SimulatedDisk, path: string): void {
  const folder = folderAt(disk, path)
  if (folder.live.size > 0) throw failure('ENOTEMPTY', path)
  disk.change(folder, entryAt(disk, path), null)
}

async function remove(disk: SimulatedDisk, path: string, options: ReadOptions = {}): Promise<void> {
  let node: DiskNode
  try {
    node = await disk.call(() => nodeAt(disk, path))
  } catch (error) {
    if (options.force && error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  if (node.kind === 'file') return disk.call(() => unlink(disk, path))
  if (!options.recursive) throw failure('ERR_FS_EISDIR', path)
  for (const name of [...node.live.keys()]) await remove(disk, posix.join(path, name), options)
  await disk.call(() => removeFolder(disk, path))
}

function rename(disk: SimulatedDisk, from: string, to: string): void {
  const node = nodeAt(disk, from)
  const target = entryAt(disk, to)
  const replaced = target.folder.live.get(target.name)
  if (replaced === node) return
  if (replaced?.kind === 'folder' && node.kind === 'file') throw failure('EISDIR', to)
  if (replaced?.kind === 'file' && node.kind === 'folder') throw failure('ENOTDIR', to)
  if (replaced?.kind === 'folder' && replaced.live.size > 0) throw failure('ENOTEMPTY', to)
  disk.change(node, entryAt(disk, from), target)
}
