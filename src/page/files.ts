import type { Task } from './thread/messages.ts'

/** What was dropped, sorted: what is checked, and names of files that can't be. */
export interface Sorted {
  tasks: Omit<Task, 'publicKey'>[]
  /** Signatures whose PDF wasn't dropped with them. */
  orphans: string[]
  unknown: string[]
}

const BESIDE = /\.minisig$/i

/** Reads dropped files, and puts signatures to the PDFs beside which they stand by their names. */
export async function sortFiles(files: readonly File[]): Promise<Sorted> {
  const sorted: Sorted = { tasks: [], orphans: [], unknown: [] }
  const beside = new Map(files.filter(({ name }) => BESIDE.test(name)).map((file) => [file.name, file]))
  for (const file of files) {
    if (BESIDE.test(file.name)) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isPdf(file.name, bytes)) {
      sorted.unknown.push(file.name)
      continue
    }
    const signature = beside.get(`${file.name}.minisig`)
    beside.delete(`${file.name}.minisig`)
    sorted.tasks.push({ name: file.name, bytes, signature: signature ? await signature.text() : null })
  }
  sorted.orphans.push(...beside.keys())
  return sorted
}

/** By its name or its first bytes: what claims to be a PDF and is none is told as that. */
function isPdf(name: string, bytes: Uint8Array): boolean {
  return /\.pdf$/i.test(name) || String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'
}
