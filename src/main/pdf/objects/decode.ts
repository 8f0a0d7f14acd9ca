import { inflateSync } from 'node:zlib'
import { isArray, isDict, MalformedPdf, Name, type Dict, type Stream, type Value } from './value.ts'

/** A stream larger than this is an attack. */
const MOST_BYTES = 1 << 28

/** Looks an indirect object up. */
export type Resolve = (value: Value | undefined) => Value

/**
 * The data of a stream, decoded; null when it has a filter other than FlateDecode, such as that of a JPEG. Throws
 * `MalformedPdf` when they are damaged or larger than 256 MiB.
 */
export function decode(stream: Stream, resolve: Resolve): Uint8Array | null {
  const filters = list(resolve(stream.dict.get('Filter')), resolve)
  const parameters = list(resolve(stream.dict.get('DecodeParms')), resolve)
  let data = stream.data
  for (const [i, filter] of filters.entries()) {
    if (!(filter instanceof Name) || filter.text !== 'FlateDecode') return null
    data = inflated(data)
    const own = parameters[i]
    if (isDict(own)) data = unpredicted(data, own, resolve)
  }
  return data
}

function list(value: Value, resolve: Resolve): Value[] {
  return value === null ? [] : isArray(value) ? value.map(resolve) : [value]
}

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    throw new MalformedPdf('a compressed stream is damaged or too large', { cause: error })
  }
}

/** Undoes the predictors of PNG (ISO 32000-1, 7.4.4.4). */
function unpredicted(data: Uint8Array, parameters: Dict, resolve: Resolve): Uint8Array {
  const whole = (key: string, usual: number): number => {
    const value = resolve(parameters.get(key))
    return typeof value === 'number' && value > 0 && value < 65536 ? Math.floor(value) : usual
  }
  const predictor = whole('Predictor', 1)
  if (predictor === 1) return data
  if (predictor < 10) throw new MalformedPdf('a stream uses a predictor that isn’t known here')
  const pixel = Math.max(1, (whole('Colors', 1) * whole('BitsPerComponent', 8)) >> 3)
  const width = Math.ceil((whole('Colors', 1) * whole('BitsPerComponent', 8) * whole('Columns', 1)) / 8)
  const rows = Math.ceil(data.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!
    for (let i = 0; i < width; i++) {
      const at = row * width + i
      const left = i >= pixel ? out[at - pixel]! : 0
      const up = row > 0 ? out[at - width]! : 0
      const corner = row > 0 && i >= pixel ? out[at - width - pixel]! : 0
      out[at] = (data[row * (width + 1) + 1 + i] ?? 0) + predicted(kind, left, up, corner)
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
      throw new MalformedPdf('a stream’s rows name a predictor that there isn’t')
  }
}
