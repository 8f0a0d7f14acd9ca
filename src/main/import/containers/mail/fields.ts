import { decode } from '../../decode.ts'
import { oneLine } from '../../wording.ts'
import { decodeField } from './encoded-words.ts'

/** Header fields behind this are not looked at; a message whose parser finds more is refused. */
const LARGEST_HEADER = 2 * 1024 * 1024

/** The header fields of a message (RFC 5322), by their names in lower case, in order. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>

/**
 * Reads the fields above a message's body: unfolded, encoded words (RFC 2047) decoded, white space collapsed. Eight-bit characters that no standard allows
 * are read as UTF-8 or by what they look like. Lines that are no field are passed over.
 */
export function readHeaderFields(message: Uint8Array): HeaderFields {
  const fields = new Map<string, string[]>()
  const { text } = decode(message.subarray(0, endOfHeader(message)))
  for (const line of text.split(/\n(?![ \t])/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!/^[!-9;-~]+$/.test(name)) continue
    const value = oneLine(decodeField(line.slice(colon + 1))).trim()
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** Where the empty line stands that ends the header. */
function endOfHeader(message: Uint8Array): number {
  const end = Math.min(message.length, LARGEST_HEADER)
  for (let at = 0; at < end; at++) {
    if (message[at] !== 0x0a) continue
    const next = message[at + 1] === 0x0d ? message[at + 2] : message[at + 1]
    if (next === 0x0a) return at
  }
  return end
}

/** The first value of a field; empty when there is none. */
export function fieldValue(fields: HeaderFields, name: string): string {
  return fields.get(name)?.find((value) => value !== '') ?? ''
}
