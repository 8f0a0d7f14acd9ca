import type { Task } from './thread/messages.ts'

/** What was dropped, sorted: what is checked, and names of files that can't be. */
export interface Sorted {
  tasks: Omit<Task, 'publicKey'>[]
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
  const beside = new Map(files.filter(({ name }) => BESIDE.test(name)).map((file) => [file.name, file]))
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
    const take = (ending: string): File | null => {
      const found = beside.get(file.name + ending) ?? null
      beside.delete(file.name + ending)
      return found
    }
    const besides = { minisig: take('.minisig'), tsr: take('.tsr'), ots: take('.ots') }
    const read = async (stands: File | null): Promise<Uint8Array<ArrayBuffer> | null> => {
      const found = stands && (await readBytes(stands))
      if (stands && found === null) sorted.unread.push(stands.name)
      return found
    }
    const signature = await read(besides.minisig)
    sorted.tasks.push({
      name: file.name,
      bytes,
      // With its byte order mark, as the program reads it.
      signature: signature && new TextDecoder('utf-8', { ignoreBOM: true }).decode(signature),
      stamps: { tsr: await read(besides.tsr), ots: await read(besides.ots) }
    })
  }
  sorted.orphans.push(...beside.keys())
  return sorted
}

/** Null for a folder, and for what the browser can't read. */
function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
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
