import { z } from 'zod'
import { findQuotations } from '../../src/shared/analysis/quotations/quotations.ts'
import type { Weights } from '../../src/shared/analysis/quotations/weigh.ts'
import { readRows } from './gold.ts'

const Row = z.object({ id: z.string(), text: z.string() })

interface Span {
  start: number
  end: number
}

interface Quote extends Span {
  speaker: Span | null
}

/** The quotations of a row's text, one a paragraph, with the words that name their speaker (UTF-16 units); `ms` is the processor time for all of them. */
interface Prediction {
  id: string
  quotes: Quote[]
  ms: number
}

/** Looks for quotations in each row's text, as the reader suggests them. */
export async function* predictQuotes(gold: string): AsyncGenerator<Prediction> {
  for await (const { id, text } of readRows(gold, Row)) {
    const before = process.threadCpuUsage()
    const quotes = quotesOf(text)
    const { user, system } = process.threadCpuUsage(before)
    yield { id, quotes, ms: (user + system) / 1000 }
  }
}

/** The quotations of a text, one a paragraph; `weights` are those to try instead of the product's. */
export function quotesOf(text: string, weights?: Weights): Quote[] {
  return findQuotations(text, weights).flatMap(({ parts, speaker }) => parts.map((part) => ({ ...part, speaker })))
}
