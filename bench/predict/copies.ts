import { CopyIndex } from '../../src/shared/analysis/copies/copy-index.ts'
import { fingerprintOf } from '../../src/shared/analysis/copies/fingerprint.ts'
import { prepare, relate, type Prepared } from '../../src/shared/analysis/copies/relate.ts'

/** A pair found, as the scorer of copies reads it. */
export interface CopyPrediction {
  a: string
  b: string
  /** How much of the shorter text the other one has (0 to 1). */
  score: number
  /** `quote` for a shared quotation, else `copy`. */
  kind: 'quote' | 'copy'
}

/** Finds the copies among articles of which nothing but the text is known. */
export async function* predictCopies(
  rows: AsyncIterable<{ id: string; text: string }>
): AsyncGenerator<CopyPrediction, void, undefined> {
  const index = new CopyIndex()
  const articles = new Map<string, Prepared>()
  for await (const { id, text } of rows) {
    const article = prepare({ text, agencies: [], publisher: null, published: null, url: null })
    articles.set(id, article)
    index.add(id, fingerprintOf(article.words))
  }
  for (const { a, b } of index.pairs()) {
    const found = relate(articles.get(a)!, articles.get(b)!, (hash) => index.holders(hash))
    if (found !== null)
      yield { a, b, score: Math.max(found.ofA, found.ofB), kind: found.kind === 'quotation' ? 'quote' : 'copy' }
  }
}
