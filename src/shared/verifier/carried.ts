import { DossierError } from '../errors/errors.ts'
import { PdfObjects } from '../pdf/file.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import { MalformedPdf } from '../pdf/value.ts'
import { fromCodePoints } from '../quote/position.ts'
import { checkFile } from './verify-file.ts'
import { readProof } from './read-proof.ts'

/** A text that an exported PDF carries, to be read beside the verdict on it. */
export interface CarriedText {
  /** The number under which the PDF cites it. */
  number: number
  title: string | null
  authors: string[]
  publisher: string | null
  published: string | null
  url: string | null
  originalSha256: string | null
  /** Null where it isn't passed on. */
  text: string | null
  /** Where the proof says that its quotes stand, in UTF-16 code units of the text, in order of their places. `quote` counts from 1. */
  places: { quote: number; start: number; end: number }[]
}

/**
 * The texts that an exported PDF carries, as its proof has them; none where it can't be read strictly. Nothing of it is judged here: a
 * verdict on the same PDF says whether the texts have their hashes.
 */
export function readCarried(bytes: Uint8Array, platform: PdfPlatform): CarriedText[] {
  try {
    const [proof] = checkFile(PdfObjects.open(bytes, platform), []).proofs
    if (!proof) return []
    const { sources, first } = readProof(proof.bytes, platform).evidence
    return sources.map((source) => ({
      number: source.sourceNumber,
      title: source.title,
      authors: source.authors,
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      originalSha256: source.originalSha256,
      text: source.text,
      places: first.items
        .flatMap(({ quoteNumber, target }) => {
          const [, position] = target.selector
          if (target.source !== source.id || !position || source.text === null) return []
          const [start, end] = [position.start, position.end].map((at) => fromCodePoints(source.text!, at))
          return [{ quote: quoteNumber, start: start!, end: end! }]
        })
        .sort((a, b) => a.start - b.start || a.end - b.end)
    }))
  } catch (error) {
    // The verdict tells what is wrong with the file.
    if (error instanceof MalformedPdf || error instanceof RangeError || error instanceof DossierError) return []
    throw error
  }
}
