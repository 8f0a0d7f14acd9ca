import { sha256 } from '../base/hash.ts'

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i

/** A GUID in the one form in which they're compared: small letters, without braces; null for what is none. */
export function readGuid(text: string | undefined): string | null {
  return GUID.exec(text?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}

/** The GUID that stands for an id: the id itself where it is one, else made of it, always the same (RFC 9562, version 8). */
export function guidOf(id: string): string {
  const own = readGuid(id)
  if (own !== null) return own
  const hash = sha256(`dossier ${id}`)
  const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32)
  ].join('-')
}
