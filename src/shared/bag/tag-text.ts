import { latin1 } from '../pdf/bytes.ts'
import { printable, refused, type AskedBag } from './bag-files.ts'
import { say } from '../wording/say.ts'

// Both platforms have it; the library of types for pure code doesn't.
declare class TextDecoder {
  constructor(label: string, options: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

/** A bag's declaration as text: UTF-8, a byte order mark kept, so that it shows. */
export function decodeDeclaration(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/**
 * A tag file as text, in the encoding that its bag declares: UTF-8, UTF-16, ISO-8859-1, US-ASCII or Windows-1252.
 * @throws DossierError `damaged` when it isn't text in that encoding, or the encoding isn't known
 */
export function decodeTag(bytes: Uint8Array, encoding: string, { bag, path }: { bag: AskedBag; path: string }): string {
  const name = encoding.toLowerCase()
  if (name === 'iso-8859-1' || name === 'latin1') return latin1(bytes)
  const label = LABELS.get(name)
  if (label === undefined)
    throw refused(
      bag,
      say('its tag files are in the encoding “{1*}”, which Dossier doesn’t know.', printable(encoding, 30))
    )
  try {
    return new TextDecoder(name === 'utf-16' ? utf16(bytes) : label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw refused(bag, say('{1*} in it isn’t {2*} text.', path, encoding))
    throw error
  }
}

const LABELS = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16be'],
  ['utf-16be', 'utf-16be'],
  ['utf-16le', 'utf-16le'],
  ['windows-1252', 'windows-1252']
])

/** Without a byte order mark UTF-16 is big-endian (RFC 2781, 4.3). */
function utf16(bytes: Uint8Array): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be'
}
