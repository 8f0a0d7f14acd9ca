import { indexOf, latin1 } from './bytes.ts'
import { readIndirect, type Indirect } from './indirect.ts'
import type { Place, Stretch } from './sections.ts'
import { MalformedPdf, Stream, type Value } from './value.ts'
import { say } from '../wording/say.ts'

/** What may stand between the parts of a file: white space, and comments that no reader takes for an object or a table. */
const BETWEEN = /^(?:[\t\n\f\r ]|%[^\n\r]*)*$/
const IN_COMMENTS = /\d[\t ]+obj|endobj|xref|trailer|endstream/
/** The beginning of an object, for who looks for them in the bytes. */
const OBJECT = /(?:^|[\n\r])[\t ]*\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+$/

/**
 * Checks that every byte of a file belongs to one of its objects, to a part that is given, or to the space between: readers that make
 * their own table, when something in the file isn't to their liking, would find there what others don't. Gives the objects, which are all
 * read for it, by their numbers. `before` has those, by their offsets, that were read from the same bytes before. Throws `MalformedPdf`.
 */
export function checkTiling(
  bytes: Uint8Array,
  places: ReadonlyMap<number, Place>,
  parts: readonly Stretch[],
  before: ReadonlyMap<number, Indirect>
): Map<number, Value> {
  const values = new Map<number, Value>()
  const offsets = new Map<number, number>()
  for (const [number, place] of places) {
    if (!('offset' in place)) continue
    if (offsets.has(place.offset)) throw new MalformedPdf(say('the table of objects has an object twice'))
    offsets.set(place.offset, number)
  }
  // Lengths may stand in objects of their own.
  const lengthOf = (length: unknown): number | null => (typeof length === 'number' ? length : null)
  const objects = [...offsets].map(([start, number]): Stretch => {
    const read = before.get(start) ?? readIndirect(bytes, start, (length) => lengthOf(resolved(bytes, places, length)))
    if (read.number !== number) throw new MalformedPdf(say('an object isn’t where the table says'))
    if (read.value instanceof Stream) checkData(read.value.data)
    values.set(number, read.value)
    return { start, end: read.end }
  })
  // A table in a stream is an object, too, which may be in itself.
  const given = parts.filter(({ start }) => !offsets.has(start))
  const all = [...objects, ...given].sort((a, b) => a.start - b.start)
  let at = 0
  for (const { start, end } of all) {
    if (start < at) throw new MalformedPdf(say('parts of the file lie over each other'))
    checkBetween(latin1(bytes, at, start))
    at = end
  }
  checkBetween(latin1(bytes, at))
  return values
}

function resolved(bytes: Uint8Array, places: ReadonlyMap<number, Place>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('number' in value)) return value
  const place = places.get(value.number as number)
  return place && 'offset' in place ? readIndirect(bytes, place.offset, () => null).value : null
}

/** What most often stands between objects. */
const LINE_ENDS = new Set(['', '\n', '\r', '\r\n'])

function checkBetween(text: string): void {
  if (LINE_ENDS.has(text)) return
  // What an end of the file of its own leaves behind a linearized file's first section belongs to that.
  if (!BETWEEN.test(text) || IN_COMMENTS.test(text)) throw new MalformedPdf(say('something stands between its objects'))
}

/** Data in which one who looks for objects would find some. */
function checkData(data: Uint8Array): void {
  for (let at = indexOf(data, ' obj', 0); at >= 0; at = indexOf(data, ' obj', at + 1)) {
    if (OBJECT.test(latin1(data, Math.max(0, at - 32), at + 1)))
      throw new MalformedPdf(say('the data of a stream look like objects'))
  }
}
