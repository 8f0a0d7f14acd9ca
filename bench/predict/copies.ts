import { dirname, join } from 'node:path'
import { z } from 'zod'
import { CopyIndex } from '../../src/shared/analysis/copies/copy-index.ts'
import { fingerprintOf } from '../../src/shared/analysis/copies/fingerprint.ts'
import { prepare, relate, type Prepared } from '../../src/shared/analysis/copies/relate.ts'
import { readRows } from './gold.ts'

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

/** A row of a file of articles has a text; one of a file of pairs names two articles, which `dedup-docs.jsonl` beside it holds. */
const Row = z.union([z.object({ id: z.string(), text: z.string() }), z.object({ a: z.string(), b: z.string() })])
const Article = z.object({ id: z.string(), text: z.string() })

/** Finds the copies among the articles of a gold file, be it a file of articles or of pairs. Throws a GoldError when it can't be read. */
export async function* predictCopyPairs(gold: string): AsyncGenerator<CopyPrediction, void, undefined> {
  for await (const row of readRows(gold, Row)) {
    yield* predictCopies(readRows('text' in row ? gold : join(dirname(gold), 'dedup-docs.jsonl'), Article))
    return
  }
}
