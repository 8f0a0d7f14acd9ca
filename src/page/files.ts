import type { Task } from './thread/messages.ts'

/** What was dropped, sorted: what is checked, and names of files that can't be. */
export interface Sorted {
  tasks: Omit<Task, 'publicKey'>[]
  /** Signatures and time stamps whose PDF wasn't dropped with them. */
  orphans: string[]
  unknown: string[]
}

const BESIDE = /\.(?:minisig|tsr|ots)$/i

/** Reads dropped files, and puts signatures and time stamps to the PDFs beside which they stand by their names. */
export async function sortFiles(files: readonly File[]): Promise<Sorted> {
  const sorted: Sorted = { tasks: [], orphans: [], unknown: [] }
  const beside = new Map(files.filter(({ name }) => BESIDE.test(name)).map((file) => [file.name, file]))
  for (const file of files) {
    if (BESIDE.test(file.name)) continue
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isKnown(file.name, bytes)) {
      sorted.unknown.push(file.name)
      continue
    }
    const take = (ending: string): File | null => {
      const found = beside.get(file.name + ending) ?? null
      beside.delete(file.name + ending)
      return found
    }
    const signature = (await take('.minisig')?.text()) ?? null
    const stamps = { tsr: await bytesOf(take('.tsr')), ots: await bytesOf(take('.ots')) }
    sorted.tasks.push({ name: file.name, bytes, signature, stamps })
  }
  sorted.orphans.push(...beside.keys())
  return sorted
}

async function bytesOf(file: File | null): Promise<Uint8Array | null> {
  return file && new Uint8Array(await file.arrayBuffer())
}

/** By its name or its first bytes: what claims to be a PDF and is none is told as that. A zip by its first bytes alone. */
function isKnown(name: string, bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 5))
  return /\.pdf$/i.test(name) || start === '%PDF-' || start.startsWith('PK\x03\x04')
}
