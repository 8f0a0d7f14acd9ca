import { z } from 'zod'
import { datesIn } from '../../src/shared/analysis/dates/dates.ts'
import type { ResolvedDate } from '../../src/shared/analysis/dates/resolve-dates.ts'
import { readRows } from './gold.ts'

/** `dct` is the day of the report (the document’s creation time of TIMEX3). */
const Row = z.object({ id: z.string(), text: z.string(), dct: z.string() })

/** The dates of a row's text with their values by ISO 8601 (`2032`, `2032-03`, `2032-03-04`), half-open in UTF-16 units; `ms` is the time for all of them. */
interface Prediction {
  id: string
  dates: { start: number; end: number; value: string }[]
  ms: number
}

/** Reads the dates of each row of a gold file, given the day of its report. */
export async function* predictDates(gold: string): AsyncGenerator<Prediction> {
  for await (const { id, text, dct } of readRows(gold, Row)) {
    const started = performance.now()
    const found = datesIn({ text, language: 'en', published: dct })
    const dates = found.flatMap(valuesOf)
    yield { id, dates, ms: performance.now() - started }
  }
}

/** A span has two ends, each a value of its own. */
function valuesOf({ start, end, from, to, precision }: ResolvedDate): Prediction['dates'] {
  if (precision === 'year') return [{ start, end, value: from.slice(0, 4) }]
  if (precision === 'month') return [{ start, end, value: from.slice(0, 7) }]
  const ends = precision === 'span' ? [from, to] : [from]
  return ends.map((value) => ({ start, end, value }))
}
