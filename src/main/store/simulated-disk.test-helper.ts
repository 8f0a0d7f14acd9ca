import { Buffer } from 'node:buffer'
import type { Seeded } from './seeded.test-helper.ts'

/** A file's bytes: as programs see them, as the disk holds them, and the changes between. */
export interface DiskFile {
  kind: 'file'
  ino: number
  changed: number
  live: Buffer
  flushed: Buffer
  pending: DataChange[]
}
export interface DiskFolder {
  kind: 'folder'
  ino: number
  changed: number
  live: Map<string, DiskNode>
  flushed: Map<string, DiskNode>
}
export type DiskNode = DiskFile | DiskFolder

type DataChange = { at: number; bytes: Buffer } | { size: number }

/** A place in a folder. */
export interface Entry {
  folder: DiskFolder
  name: string
}

/** A change of entries: `node` comes to `to`, or goes from `from`, or both at once. */
interface EntryChange {
  node: DiskNode
  from: Entry | null
  to: Entry | null
  flushed: boolean
}

/** Flushes that a disk acknowledges and doesn't carry out: what a program without them would get. */
export type Ignored = 'none' | 'files' | 'folders' | 'all'

/** How much of what wasn't flushed a cut leaves. */
type Survival = 'nothing' | 'everything' | 'beginning' | 'any'
const SURVIVALS: readonly Survival[] = ['nothing', 'everything', 'beginning', 'any', 'any']

const PAGE = 4096

/**
 * A disk that can lose its power: a tree of files and folders in memory that remembers what was flushed.
 *
 * What a power cut leaves (`afterCut`) is drawn from a seed:
 *
 * - _Data of a file_ that weren't flushed (fsync or fdatasync of the file) are lost, whole, cut anywhere within the sequence
 *   of writes, or there in some 4 KiB pages only, the others as they were before or zeros. Size and data are flushed together.
 * - _Entries of a folder_ (create, mkdir, link, rename, unlink, rmdir) that weren't flushed (fsync of the folder) survive
 *   independently of each other, of their order, and of the data of the files they name. So a rename can survive while the
 *   file's data are lost, and a folder can be lost together with what was flushed inside it.
 * - _A rename_ is one change, also from folder to folder: never half of it survives, the target is the old file or the new
 *   one. It's flushed with the folder of its target; the flush of the folder that it left doesn't count.
 * - What was flushed stays. The moment of the cut lies between two calls or within one.
 *
 * Stricter than ext4, XFS and btrfs: their journals keep the order of entries, ext4 and XFS flush every earlier change of
 * entries with any fsync, and a new file's fsync brings its entry with it. As POSIX allows it, none of this is relied on.
 * Laxer than the worst disks: those that lie about flushing, tear a sector that was flushed before, or halve a rename.
 */
export class SimulatedDisk {
  readonly root: DiskFolder
  /** Folder in which the disk appears. */
  readonly mount: string
  readonly random: Seeded
  readonly #ignored: Ignored
  #changes: EntryChange[] = []
  #clock = 1
  #callsLeft = Infinity
  #onCut: () => void = () => undefined
  #off = false

  constructor(mount: string, random: Seeded, ignored: Ignored = 'none', root?: DiskFolder) {
    this.mount = mount
    this.random = random
    this.#ignored = ignored
    this.root = root ?? this.#newFolder()
    this.#clock = 1 + latest(this.root)
  }

  get off(): boolean {
    return this.#off
  }

  /** The power goes within the call after so many. `onCut` is called at that moment. */
  cutAfter(calls: number, onCut: () => void): void {
    this.#callsLeft = calls
    this.#onCut = onCut
  }

  /**
   * Every call of a program goes through here. Without power it fails: a program without power wouldn't go on at all, but
   * one in this process has to let go of what it holds. Calls that overlap take turns in varying order; some are slow.
   */
  async call<T>(work: () => T): Promise<T> {
    for (let turns = this.random.below(this.random.chance(0.05) ? 400 : 4); turns > 0; turns--) await null
    if (this.#off) throw this.#noPower()
    if (--this.#callsLeft >= 0) return work()
    if (this.random.chance(0.5)) work()
    this.#off = true
    this.#onCut()
    throw this.#noPower()
  }

  /** The disk with other chances and flushes, everything on it flushed. */
  copy(random: Seeded, ignored: Ignored = 'none'): SimulatedDisk {
    return new SimulatedDisk(
      this.mount,
      random,
      ignored,
      settled(this.root, (file) => file.live, 'live')
    )
  }

  /** The disk as it may be found when the power is back. */
  afterCut(): SimulatedDisk {
    const survival = this.random.pick(SURVIVALS)
    const end = this.random.below(this.#changes.length + 1)
    const kept = this.#changes.filter(
      ({ flushed }, i) =>
        flushed ||
        survival === 'everything' ||
        (survival === 'beginning' && i < end) ||
        (survival === 'any' && this.random.chance(0.5))
    )
    for (const change of kept) apply(change, 'flushed')
    const root = settled(this.root, (file) => this.#dataLeft(file), 'flushed')
    return new SimulatedDisk(this.mount, this.random, this.#ignored, root)
  }

  newFile(to: Entry): DiskFile {
    const file: DiskFile = {
      kind: 'file',
      ino: ++this.#clock,
      changed: this.#clock,
      live: Buffer.alloc(0),
      flushed: Buffer.alloc(0),
      pending: []
    }
    this.change(file, null, to)
    return file
  }

  newFolder(to: Entry): DiskFolder {
    const folder = this.#newFolder()
    this.change(folder, null, to)
    return folder
  }

  /** Changes entries, for the program at once, on the disk when it's flushed. */
  change(node: DiskNode, from: Entry | null, to: Entry | null): void {
    const change = { node, from, to, flushed: false }
    this.#changes.push(change)
    apply(change, 'live')
    for (const entry of [from, to]) if (entry) entry.folder.changed = ++this.#clock
  }

  write(file: DiskFile, change: DataChange): void {
    file.live = changed(file.live, change)
    file.pending.push(change)
    file.changed = ++this.#clock
  }

  flush(node: DiskNode): void {
    if (this.#ignored === 'all' || this.#ignored === `${node.kind}s`) return
    if (node.kind === 'file') {
      node.flushed = node.live
      node.pending = []
    } else {
      for (const change of this.#changes) if ((change.to ?? change.from)?.folder === node) change.flushed = true
    }
  }

  #newFolder(): DiskFolder {
    return { kind: 'folder', ino: ++this.#clock, changed: this.#clock, live: new Map(), flushed: new Map() }
  }

  #dataLeft(file: DiskFile): Buffer {
    if (file.pending.length === 0) return file.flushed
    const survival = this.random.pick(SURVIVALS)
    if (survival === 'nothing') return file.flushed
    if (survival === 'everything') return file.live
    if (survival === 'any') return this.#pagesLeft(file)
    const last = this.random.below(file.pending.length)
    const whole = file.pending.slice(0, last).reduce(changed, file.flushed)
    const torn = file.pending[last]!
    if ('size' in torn) return whole
    return changed(whole, { at: torn.at, bytes: torn.bytes.subarray(0, this.random.below(torn.bytes.length + 1)) })
  }

  #pagesLeft(file: DiskFile): Buffer {
    const left = Buffer.alloc(file.live.length)
    for (let at = 0; at < left.length; at += PAGE) {
      const from = this.random.chance(0.5) ? file.live : file.flushed
      left.set(from.subarray(at, Math.min(at + PAGE, left.length)), at)
    }
    return left
  }

  #noPower(): Error {
    return Object.assign(new Error('EIO: the simulated power is off'), { code: 'EIO' })
  }
}

function apply({ node, from, to }: EntryChange, state: 'live' | 'flushed'): void {
  // An entry that by then names something else has been replaced by a change that survived.
  if (from && from.folder[state].get(from.name) === node) from.folder[state].delete(from.name)
  to?.folder[state].set(to.name, node)
}

function changed(before: Buffer, change: DataChange): Buffer {
  const size = 'size' in change ? change.size : Math.max(before.length, change.at + change.bytes.length)
  const after = Buffer.alloc(size)
  before.copy(after, 0, 0, Math.min(before.length, size))
  if ('bytes' in change) change.bytes.copy(after, change.at)
  return after
}

/** A tree in which everything is on the disk. A file with two names stays one file. */
function settled(root: DiskFolder, data: (file: DiskFile) => Buffer, state: 'live' | 'flushed'): DiskFolder {
  const files = new Map<DiskFile, DiskFile>()
  const settle = (node: DiskNode): DiskNode => {
    if (node.kind === 'folder') {
      const { kind, ino, changed } = node
      const entries = [...node[state]].map(([name, child]) => [name, settle(child)] as const)
      return { kind, ino, changed, live: new Map(entries), flushed: new Map(entries) }
    }
    const known = files.get(node)
    if (known) return known
    const bytes = data(node)
    const file: DiskFile = { ...node, live: bytes, flushed: bytes, pending: [] }
    files.set(node, file)
    return file
  }
  return settle(root) as DiskFolder
}

function latest(node: DiskNode): number {
  const children = node.kind === 'folder' ? [...node.live.values()].map(latest) : []
  return Math.max(node.ino, node.changed, ...children)
}
