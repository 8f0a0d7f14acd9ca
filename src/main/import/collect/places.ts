import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { decode } from '../encoding/decode.ts'

/** Where a file or folder is, as the system takes it: bytes where the path isn't UTF-8, which only Linux and its kin have. */
export type Place = string | Buffer

/** An entry of a folder. */
export interface FolderEntry {
  place: Place
  /** Its name to show and to keep: as it stands, or decoded where it isn't UTF-8; no two of a folder are alike. */
  name: string
  /** The bytes of a name that isn't UTF-8. */
  nameBytes: Buffer | null
  isFolder: boolean
}

/** The entries of a folder in the system's order. Rejects with the system's error. */
export async function entriesIn(folder: Place): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const strange = entries.flatMap(({ name }) => (isUtf8(name) ? [] : [name]))
  const taken = new Set(entries.flatMap(({ name }) => (isUtf8(name) ? [name.toString()] : [])))
  const { encoding } = decode(Buffer.concat(strange.flatMap((name) => [name, Buffer.from('\n')])))
  return entries.map((entry) => {
    const place = within(folder, entry.name)
    const isFolder = entry.isDirectory()
    if (isUtf8(entry.name)) return { place, name: entry.name.toString(), nameBytes: null, isFolder }
    const guessed = decode(entry.name, () => encoding).text.replace(/[\n/]/g, '\uFFFD')
    const name = taken.has(guessed) ? escapedName(entry.name) : guessed
    taken.add(name)
    return { place, name, nameBytes: entry.name, isFolder }
  })
}

/** The place of an entry in a folder. */
export function within(folder: Place, name: Buffer): Place {
  if (typeof folder === 'string' && isUtf8(name)) return path.join(folder, name.toString())
  const before = Buffer.from(folder)
  const separator = before.at(-1) === 0x2f ? '' : '/'
  return Buffer.concat([before, Buffer.from(separator), name])
}

/**
 * The place that a path means in which names came without their own bytes, as the system's arguments and dialogs give them: each such name has U+FFFD in place of
 * what isn't UTF-8. Null when no entry, or more than one, would look like that.
 */
export async function placeOfLossy(written: string): Promise<{ place: Place; nameBytes: Buffer | null } | null> {
  const { root } = path.parse(written)
  let place: Place = root
  let nameBytes: Buffer | null = null
  for (const part of written.slice(root.length).split(path.sep).filter(Boolean)) {
    nameBytes = null
    if (!part.includes('\uFFFD')) {
      place = within(place, Buffer.from(part))
      continue
    }
    const fitting = (await readdir(place, { encoding: 'buffer' })).filter((name) => name.toString() === part)
    if (fitting.length !== 1) return null
    place = within(place, fitting[0]!)
    nameBytes = isUtf8(fitting[0]!) ? null : fitting[0]!
  }
  return { place, nameBytes }
}

/** A name of any bytes as text: ASCII as it is, other bytes as `\xE9`. */
export function escapedName(name: Uint8Array): string {
  return [...name]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)
    )
    .join('')
}

function isUtf8(name: Buffer): boolean {
  return Buffer.from(name.toString()).equals(name)
}
