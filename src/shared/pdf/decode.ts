import { fromHex, latin1 } from './bytes.ts'
import type { PdfPlatform } from './platform.ts'
import { isArray, isDict, MalformedPdf, Name, type Dict, type Stream, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** A stream larger than this is an attack. */
const MOST_BYTES = 1 << 28

/** Looks an indirect object up. */
export type Resolve = (value: Value | undefined) => Value

/**
 * The data of a stream, decoded; null when it has another filter than FlateDecode and ASCIIHexDecode, such as that of a JPEG.
 * Throws `MalformedPdf` when they are damaged, larger than 256 MiB, or packed in a way in which readers differ.
 */
export function decode(stream: Stream, resolve: Resolve, { inflate }: PdfPlatform): Uint8Array | null {
  const filter = resolve(stream.dict.get('Filter'))
  const parameters = resolve(stream.dict.get('DecodeParms'))
  const filters = list(filter, resolve)
  const own = list(parameters, resolve)
  // Readers that find the one as an array and the other not go on without the parameters, or don't.
  const fit = parameters === null || (isArray(filter) === isArray(parameters) && filters.length === own.length)
  if (!fit) throw new MalformedPdf(say('a stream’s filters and their parameters don’t go together'))
  let data = stream.data
  for (const [i, each] of filters.entries()) {
    if (!(each instanceof Name)) throw new MalformedPdf(say('a stream’s filter isn’t one'))
    const about = own[i] ?? null
    if (each.text === 'ASCIIHexDecode' && i === 0 && about === null) data = unhexed(data)
    else if (each.text !== 'FlateDecode') return null
    else if (i < filters.length - 1) throw new MalformedPdf(say('a stream is packed more than once'))
    else {
      data = inflated(data, inflate)
      if (about === null) continue
      if (!isDict(about)) throw new MalformedPdf(say('a stream’s filter has parameters that aren’t any'))
      data = unpredicted(data, about, resolve)
    }
  }
  return data
}

/** Undoes ASCIIHexDecode (ISO 32000-1, 7.4.2), to the letter. */
function unhexed(data: Uint8Array): Uint8Array {
  const text = latin1(data).replace(/[\n\r ]/g, '')
  if (!/^([0-9A-Fa-f]{2})*>$/.test(text)) throw new MalformedPdf(say('a stream isn’t hexadecimal'))
  return fromHex(text.slice(0, -1))
}

function list(value: Value, resolve: Resolve): Value[] {
  return value === null ? [] : isArray(value) ? value.map(resolve) : [value]
}

function inflated(data: Uint8Array, inflate: PdfPlatform['inflate']): Uint8Array {
  try {
    return inflate(data, MOST_BYTES)
  } catch (error) {
    throw new MalformedPdf(say('a compressed stream is damaged or too large'), { cause: error })
  }
}

/** What predictors may be told, with what is taken where they aren't (ISO 32000-1, table 8). */
const PARAMETERS: Readonly<Record<string, { usual: number; allowed: (value: number) => boolean }>> = {
  Predictor: { usual: 1, allowed: (value) => value === 1 || (value >= 10 && value <= 15) },
  Colors: { usual: 1, allowed: (value) => value >= 1 && value <= 4 },
  BitsPerComponent: { usual: 8, allowed: (value) => [1, 2, 4, 8, 16].includes(value) },
  Columns: { usual: 1, allowed: (value) => value >= 1 && value <= 100_000 }
}

/** Undoes the predictors of PNG (ISO 32000-1, 7.4.4.4). Throws `MalformedPdf` where readers would guess. */
function unpredicted(data: Uint8Array, parameters: Dict, resolve: Resolve): Uint8Array {
  const about = new Map<string, number>()
  for (const [key, { usual, allowed }] of Object.entries(PARAMETERS)) {
    const value = parameters.has(key) ? resolve(parameters.get(key)) : usual
    if (typeof value !== 'number' || !Number.isInteger(value) || !allowed(value))
      throw new MalformedPdf(say('a stream’s predictor has a “{1*}” that readers take differently', key))
    about.set(key, value)
  }
  for (const key of parameters.keys())
    if (!(key in PARAMETERS)) throw new MalformedPdf(say('a stream’s filter has the parameter “{1*}”', key))
  if (about.get('Predictor') === 1) return data
  const bits = about.get('Colors')! * about.get('BitsPerComponent')!
  const pixel = (bits + 7) >> 3
  const width = Math.ceil((bits * about.get('Columns')!) / 8)
  if (data.length % (width + 1) !== 0) throw new MalformedPdf(say('a stream’s rows are cut off'))
  const rows = data.length / (width + 1)
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!
    for (let i = 0; i < width; i++) {
      const at = row * width + i
      const left = i >= pixel ? out[at - pixel]! : 0
      const up = row > 0 ? out[at - width]! : 0
      const corner = row > 0 && i >= pixel ? out[at - width - pixel]! : 0
      out[at] = data[row * (width + 1) + 1 + i]! + predicted(kind, left, up, corner)
    }
  }
  return out
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      throw new MalformedPdf(say('a stream’s rows name a predictor that there isn’t'))
  }
}
