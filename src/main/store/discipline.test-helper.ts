import { posix } from 'node:path'
import type { SystemCall } from './strace.test-helper.ts'

/**
 * Checks a writer's system calls, in the order in which they ended, against what durability on any POSIX file system asks
 * for. `root` is the case's folder, `existing` its files before the run. Answers a sentence for each breach:
 *
 * - A file that is renamed or linked into place, and every file and entry of a folder that is, was flushed before.
 * - When anything is renamed or linked into place, every line of a log (`.jsonl`) was flushed before.
 * - When an edit is told (`done ...` on standard output), everything written, renamed, linked or made by then was flushed,
 *   each entry by its folder, but for temporary files and what is being staged.
 */
export function breaches(calls: readonly SystemCall[], root: string, existing: Iterable<string>): string[] {
  const state = new Unflushed(existing)
  const found: string[] = []
  for (const call of calls) {
    const { name, path, to, line } = call
    if (name === 'write' && line.includes('"done ')) {
      for (const place of state.all()) if (!isPassing(place)) found.push(`told before a flush: ${place}`)
    }
    if (!path.startsWith(root)) continue
    if (/^(rename|link)/.test(name)) {
      for (const place of state.under(path)) found.push(`${name} before a flush of what it moves: ${place}`)
      for (const file of state.logs()) found.push(`${name} before a flush of the log: ${file}`)
    }
    if (name.startsWith('rename')) state.rename(path, to)
    else if (name.startsWith('link')) state.add(to)
    else if (name.startsWith('mkdir')) state.add(path)
    else if (name === 'openat' && line.includes('O_CREAT')) state.add(path)
    else if (name.startsWith('unlink') || name === 'rmdir') state.remove(path)
    else if (/^(write|pwrite|ftruncate|copy_file_range|sendfile)/.test(name)) state.write(path)
    else if (name === 'fsync' || name === 'fdatasync') state.flush(path)
  }
  return found
}

/** Paths whose loss harms nothing: temporary files, and sources that aren't in their place yet. */
function isPassing(path: string): boolean {
  return path.endsWith('.dossier-tmp') || path.split('/').includes('.staging')
}

function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Files with data that weren't flushed, and entries whose folder wasn't. */
class Unflushed {
  readonly #known: Set<string>
  #data = new Set<string>()
  #entries = new Set<string>()

  constructor(existing: Iterable<string>) {
    this.#known = new Set(existing)
  }

  all(): string[] {
    return [...this.#data, ...this.#entries]
  }

  logs(): string[] {
    return [...this.#data].filter((path) => path.endsWith('.jsonl'))
  }

  /** What isn't flushed of a file, or of a folder and all in it. The entry of the thing itself is about to go. */
  under(path: string): string[] {
    return [...this.#data, ...[...this.#entries].filter((entry) => entry !== path)].filter((place) =>
      isUnder(path, place)
    )
  }

  add(path: string): void {
    if (this.#known.has(path)) return
    this.#known.add(path)
    this.#entries.add(path)
  }

  write(path: string): void {
    this.#data.add(path)
  }

  flush(path: string): void {
    this.#data.delete(path)
    for (const entry of this.#entries) if (posix.dirname(entry) === path) this.#entries.delete(entry)
  }

  remove(path: string): void {
    for (const places of [this.#known, this.#data, this.#entries]) places.delete(path)
  }

  rename(from: string, to: string): void {
    const moved = (path: string): string => (isUnder(from, path) ? to + path.slice(from.length) : path)
    this.#entries.delete(from)
    this.#entries = new Set([...this.#entries].map(moved)).add(to)
    this.#data = new Set([...this.#data].map(moved))
    this.#known.delete(from)
    this.#known.add(to)
  }
}
