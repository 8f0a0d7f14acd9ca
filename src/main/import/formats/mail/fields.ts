import { decode, decodeAs, latin1 } from '../../encoding/decode.ts'
import { encodingOf } from '../../encoding/labels.ts'
import { oneLine } from '../../extracted/wording.ts'
import { decodeField } from './encoded-words.ts'

/** Header fields behind this are not looked at; a message whose parser finds more is refused. */
const LARGEST_HEADER = 2 * 1024 * 1024

/** Fields that hold addresses. */
const ADDRESSES = /^(?:resent-)?(?:from|sender|reply-to|to|cc|bcc)$/

/** The header fields of a message (RFC 5322), by their names in lower case, in order. */
export type HeaderFields = ReadonlyMap<string, readonly string[]>

/**
 * Reads the fields above a message's body: unfolded, encoded words (RFC 2047) decoded, white space collapsed. Eight-bit characters that no standard allows
 * are read as UTF-8, or else in the charset of the message's text if they can be, or by what they look like. Lines that are no field are passed over.
 */
export function readHeaderFields(message: Uint8Array): HeaderFields {
  const fields = new Map<string, string[]>()
  const text = headerText(message.subarray(0, endOfHeader(message)), charsetIn(message))
  for (const line of text.split(/\n(?![ \t])/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!/^[!-9;-~]+$/.test(name)) continue
    const value = oneLine(decodeField(line.slice(colon + 1), ADDRESSES.test(name))).trim()
    const known = fields.get(name)
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return fields
}

/** A header's text: each line that isn't UTF-8 in the encoding that they have together. */
function headerText(bytes: Uint8Array, charset: string | null): string {
  // A NUL in a header is a fault of its own, never a half of UTF-16: another control character, which is shown as one, stands for it.
  const header = bytes.includes(0) ? bytes.map((byte) => byte || 0x7f) : bytes
  const whole = decode(header, () => charset)
  if (whole.encoding === 'utf-8' && whole.damaged === 0) return whole.text
  const lines = latin1(header).split('\n')
  const isUtf8 = lines.map((line) => !Buffer.from(line, 'latin1').toString().includes('\uFFFD'))
  const others = Buffer.from(lines.filter((_, index) => isUtf8[index] === false).join('\n'), 'latin1')
  const { encoding } = decode(others, () => charset)
  const texts = lines.map((line, index) => {
    const bytes = Buffer.from(line, 'latin1')
    return isUtf8[index] === true && !encoding.startsWith('iso-2022') ? bytes.toString() : decodeAs(bytes, encoding)
  })
  return decode(Buffer.from(texts.join('\n'))).text
}

/** Where parts and their charsets are looked for. */
const BODY_HEAD = 1 << 16

/** The first charset that a message or its parts name for their text. */
function charsetIn(message: Uint8Array): string | null {
  const names = latin1(message.subarray(0, BODY_HEAD)).matchAll(/^content-type:[^\n]*(?:\n[ \t][^\n]*)*/gim)
  for (const [field] of names) {
    const label = /charset\s*=\s*"?([\w.:-]+)/i.exec(field)?.[1]
    const encoding = label === undefined ? null : encodingOf(label)
    if (encoding !== null) return encoding === 'utf-8' ? null : encoding
  }
  return null
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
