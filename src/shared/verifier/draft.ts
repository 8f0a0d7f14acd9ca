import { sameWithin } from '../pdf/bytes.ts'
import type { PdfObjects } from '../pdf/file.ts'
import type { Indirect } from '../pdf/indirect.ts'
import { Reference, type Value } from '../pdf/value.ts'
import { readAnew, type DrawnPdf } from './drawn.ts'
import type { ReadProof } from './read-proof.ts'

/**
 * A PDF that its maker has read when all was written but what depends on its digests: the proof, and the content of pages that show its
 * fingerprint. What the finished file has from there, byte for byte, needn't be read a second time.
 */
export interface Draft {
  bytes: Uint8Array
  /** Where the fingerprint is put into these bytes, once it is known. */
  fingerprint: { start: number; end: number }
  /** The numbers of the objects that weren't written yet. */
  waiting: ReadonlySet<number>
  drawn: DrawnPdf
  /** The proof that was attached then, in bytes and as it was made. */
  proof: { bytes: Uint8Array; read: ReadProof }
}

/** Whether a file begins as its draft was written, but for the fingerprint. */
export function goesOn({ bytes, fingerprint }: Draft, file: Uint8Array): boolean {
  return (
    file.length >= bytes.length &&
    sameWithin(bytes, file, 0, fingerprint.start) &&
    sameWithin(bytes, file, fingerprint.end, bytes.length)
  )
}

/** The objects that were read in the draft, by their offsets, less the one that holds the fingerprint. */
export function readInDraft({ drawn, fingerprint }: Draft): ReadonlyMap<number, Indirect> {
  const found = new Map(drawn.objects.indirect)
  for (const [offset, { end }] of found) if (offset < fingerprint.end && end > fingerprint.start) found.delete(offset)
  return found
}

/** What a file draws and holds that goes on from its draft; null where its objects aren't those of the draft. Throws `MalformedPdf`. */
export function readFinished({ drawn, waiting, proof }: Draft, objects: PdfObjects): DrawnPdf | null {
  if (!sameObjects(drawn.objects, objects, waiting)) return null
  const anew = drawn.pages.filter(({ dict }) => waiting.has(numberOf(dict.get('Contents'))))
  return readAnew(objects, drawn, new Set(anew), proof.read.drawing!.fingerprint)
}

/** What the end of a file says besides where its objects stand. */
const OF_TRAILER = new Set(['Size', 'ID', 'Root', 'Info'])

/** Whether the objects of a file stand where those of its draft do, and all others are those that it waited for. */
function sameObjects(draft: PdfObjects, file: PdfObjects, waiting: ReadonlySet<number>): boolean {
  if ([...file.trailer.keys()].some((key) => !OF_TRAILER.has(key)) || file.updates > 0) return false
  const same = ['Root', 'Info'].every((key) => numberOf(file.trailer.get(key)) === numberOf(draft.trailer.get(key)))
  if (!same || file.places.size !== draft.places.size + waiting.size) return false
  for (const [number, place] of file.places) {
    if (waiting.has(number)) continue
    const before = draft.places.get(number)
    if (!before || !('offset' in before) || !('offset' in place) || before.offset !== place.offset) return false
  }
  return true
}

function numberOf(value: Value | undefined): number {
  return value instanceof Reference ? value.number : 0
}
