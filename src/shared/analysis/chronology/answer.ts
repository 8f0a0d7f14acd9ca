import { z } from 'zod'
import { DATE_RULES } from '../dates/expression.ts'
import { Place } from '../place.ts'
import { CHRONOLOGY_RELATIONS } from './chronology.ts'

const Day = z.iso.date()

/** An entry of a chronology with its words. */
export const ChronologyRow = Place.extend({
  id: z.string(),
  /** First and last day, both included. */
  from: Day,
  to: Day,
  approximate: z.boolean(),
  /** `HH:MM` in 24 hours, as written; its offset from UTC where the words name a zone. */
  time: z.string().nullable(),
  offset: z.string().nullable(),
  rule: z.enum(DATE_RULES),
  /** What it was counted from: the report’s date, or another entry; null for what is written in full. */
  reference: z.object({ date: Day, entry: z.string().nullable() }).nullable(),
  /** The clause or sentence that says what happened. */
  event: Place
})
export type ChronologyRow = z.infer<typeof ChronologyRow>

export const ChronologyAnswer = z.object({
  entries: z.array(ChronologyRow),
  /** Two entries of different sources that tell the same event. */
  relations: z.array(z.object({ a: z.string(), b: z.string(), kind: z.enum(CHRONOLOGY_RELATIONS) }))
})
export type ChronologyAnswer = z.infer<typeof ChronologyAnswer>
