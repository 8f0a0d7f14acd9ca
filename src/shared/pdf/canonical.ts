import { toHex } from './bytes.ts'
import type { PdfObjects } from './file.ts'
import { numberText } from './numbers.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, Stream, type Dict, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** Entries that say how a stream is packed, not what it holds. */
export const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms'])

const MOST_DEPTH = 60

/** More values than this in one text are an attack: few objects that refer to each other can stand for any number. */
const MOST_VALUES = 3_000_000

/**
 * A value as text, alike for all files that hold the same: references are replaced by what they lead to, dictionaries
 * sorted by key, numbers rounded to four decimals, strings in hexadecimal, streams given by the SHA-256 of their decoded
 * data. `docs/proof-format.md` defines it for other programs. Throws `MalformedPdf` where references lead in a circle.
 */
export function canonicalText(objects: PdfObjects, value: Value | undefined): string {
  return new Writer(objects).text(value, 0)
}

class Writer {
  private readonly objects: PdfObjects
  private values = 0

  constructor(objects: PdfObjects) {
    this.objects = objects
  }

  text(value: Value | undefined, depth: number): string {
    if (depth > MOST_DEPTH || ++this.values > MOST_VALUES) throw new MalformedPdf(say('values are nested too deeply'))
    const found = this.objects.resolve(value)
    if (found === null || typeof found === 'boolean') return String(found)
    if (typeof found === 'number') return numberText(found)
    if (found instanceof Name) return nameText(found.text)
    if (found instanceof PdfString) return `<${toHex(found.bytes)}>`
    if (found instanceof Stream) return this.stream(found, depth)
    if (isArray(found)) return `[${found.map((each) => this.text(each, depth + 1)).join(' ')}]`
    return isDict(found) ? this.dict(found, depth) : ''
  }

  private stream(stream: Stream, depth: number): string {
    const data = this.objects.data(stream)
    const dict = new Map([...stream.dict].filter(([key]) => key !== 'Length' && (data === null || !PACKING.has(key))))
    return `${this.dict(dict, depth)}stream ${this.objects.platform.sha256(data ?? stream.data)}`
  }

  private dict(dict: Dict, depth: number): string {
    const entries = [...dict]
      .filter(([, value]) => this.objects.resolve(value) !== null)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, value]) => `${nameText(key)} ${this.text(value, depth + 1)}`)
    return `<<${entries.join(' ')}>>`
  }
}

const names = new Map<string, string>()
/** Names are few and come often; more of them than this are an attack. */
const MOST_NAMES = 10_000

/** A name with its slash, every byte escaped that isn't plain. */
export function nameText(text: string): string {
  let known = names.get(text)
  if (known === undefined) {
    known = escapedName(text)
    if (names.size < MOST_NAMES) names.set(text, known)
  }
  return known
}

function escapedName(text: string): string {
  if (/^[A-Za-z0-9]+$/.test(text)) return `/${text}`
  const escaped = text.replace(
    /[^!-~]|[#()<>[\]{}/%]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  )
  return `/${escaped}`
}
