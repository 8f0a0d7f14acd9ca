import { toHex } from './bytes.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, Reference, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** An object as it is written into a file (ISO 32000-1, 7.3), in one way only: strings in hexadecimal. Throws `MalformedPdf` for streams. */
export function writtenValue(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writtenNumber(value)
  if (value instanceof Name) return writtenName(value)
  if (value instanceof PdfString) return `<${toHex(value.bytes)}>`
  if (value instanceof Reference) return `${value.number} 0 R`
  if (isArray(value)) return `[${value.map(writtenValue).join(' ')}]`
  if (isDict(value))
    return `<< ${[...value].map(([key, each]) => `${writtenName(new Name(key))} ${writtenValue(each)}`).join(' ')} >>`
  throw new MalformedPdf(say('a stream stands within an object'))
}

function writtenNumber(value: number): string {
  const text = String(value)
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new MalformedPdf(say('a number can’t be written'))
  return text
}

function writtenName({ text }: Name): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${latin1Code(letter)}`)}`
}

function latin1Code(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(2, '0')
}

/** A text string (ISO 32000-1, 7.9.2.2) in UTF-16 with its mark. */
export function textString(text: string): PdfString {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) >> 8, text.charCodeAt(i) & 0xff], 2 + i * 2)
  return new PdfString(bytes)
}

/** The bytes of a text of Latin letters. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
