import { z } from 'zod'
import { findQuotations } from '../../src/shared/analysis/quotations/quotations.ts'
import { readRows } from './gold.ts'

const Row = z.object({ id: z.string(), text: z.string() })

interface Span {
  start: number
  end: number
}

/** The quotations of a row's text, one a paragraph, with the words that name their speaker (UTF-16 units); `ms` is the processor time for all of them. */
interface Prediction {
  id: string
  quotes: (Span & { speaker: Span | null })[]
  ms: number
}

/** Looks for quotations in each row's text, as the reader suggests them. */
export async function* predictQuotes(gold: string): AsyncGenerator<Prediction> {
  for await (const { id, text } of readRows(gold, Row)) {
    const before = process.threadCpuUsage()
    const quotations = findQuotations(text)
    const { user, system } = process.threadCpuUsage(before)
    const ms = (user + system) / 1000
    yield { id, quotes: quotations.flatMap(({ parts, speaker }) => parts.map((part) => ({ ...part, speaker }))), ms }
  }
}
