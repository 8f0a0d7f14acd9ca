import type { Task } from './thread/messages.ts'

/** What was dropped, sorted: what is checked, and names of files that can't be. */
export interface Sorted {
  tasks: { file: File; task: Omit<Task, 'publicKey'> }[]
  /** Signatures and time stamps whose PDF wasn't dropped with them. */
  orphans: string[]
  unknown: string[]
  /** Folders, and what the browser can't read. */
  unread: string[]
}

const BESIDE = /\.(?:minisig|tsr|ots)$/i

/** Reads dropped files, and puts signatures and time stamps to the PDFs beside which they stand by their names. */
export async function sortFiles(files: readonly File[]): Promise<Sorted> {
  const sorted: Sorted = { tasks: [], orphans: [], unknown: [], unread: [] }
  const beside = new Beside(files)
  for (const file of files) {
    if (BESIDE.test(file.name)) continue
    const bytes = await readBytes(file)
    if (bytes === null) {
      sorted.unread.push(file.name)
      continue
    }
    if (!isKnown(file.name, bytes)) {
      sorted.unknown.push(file.name)
      continue
    }
    const read = async (ending: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const stands = beside.take(file.name, ending)
      const found = stands && (await readBytes(stands))
      if (stands && found === null) sorted.unread.push(stands.name)
      return found
    }
    const signature = await read('.minisig')
    const task = {
      name: file.name,
      bytes,
      // With its byte order mark, as the program reads it.
      signature: signature && new TextDecoder('utf-8', { ignoreBOM: true }).decode(signature),
      stamps: { tsr: await read('.tsr'), ots: await read('.ots') }
    }
    sorted.tasks.push({ file, task })
  }
  sorted.orphans.push(...beside.left)
  return sorted
}

/** The signatures and time stamps of a drop, each of which belongs to one file. */
class Beside {
  readonly #files: File[]
  /** The others, by the name that they have but for what browsers add to a second copy. */
  readonly #alike: ReadonlyMap<string, readonly File[]>

  constructor(files: readonly File[]) {
    this.#files = files.filter(({ name }) => BESIDE.test(name))
    this.#alike = Map.groupBy(
      files.filter(({ name }) => !BESIDE.test(name)),
      ({ name }) => plainName(name)
    )
  }

  /** What stands beside a file by its name; else by the name that it had before it was downloaded again, where that's clear. */
  take(name: string, ending: string): File | null {
    const plain = plainName(name)
    const like = this.#files.filter(
      (file) => file.name.toLowerCase().endsWith(ending) && plainName(file.name) === plain + ending
    )
    const exact = like.find((file) => file.name === name + ending)
    const found = exact ?? (like.length === 1 && this.#alike.get(plain)?.length === 1 ? like[0]! : null)
    if (found) this.#files.splice(this.#files.indexOf(found), 1)
    return found
  }

  /** The names of those that belong to nothing. */
  get left(): string[] {
    return this.#files.map(({ name }) => name)
  }
}

/** A name in small letters, without the number of a second download: `Brief (1).pdf`. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/ ?\(\d+\)(?=\.)/gu, '')
}

/** The bytes of a file. Null for a folder, for what the browser can't read, and for a file that is gone or was changed since it was dropped. */
export function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null
  )
}

/** By its name or its first bytes: what claims to be a PDF and is none is told as that. A zip by its first bytes alone. */
function isKnown(name: string, bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  return /\.pdf$/i.test(name) || start === '%PDF-' || start.startsWith('PK\x03\x04')
}
