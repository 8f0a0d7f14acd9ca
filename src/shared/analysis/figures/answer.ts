import { z } from 'zod'
import { BOUNDS } from '../numbers/bounds.ts'
import { Place } from '../place.ts'
import { FIGURE_RELATIONS } from './figures.ts'

/** A figure with its words. */
export const FigureRow = Place.extend({
  id: z.string(),
  /** Scaled: 1200000 for `1.2 million`. */
  value: z.number(),
  /** The upper end of a range. */
  high: z.number().nullable(),
  bound: z.enum(BOUNDS),
  /** ISO 4217 for money, `%`, or the symbol of the unit it is given in. */
  unit: z.string().nullable(),
  /** The words of the text that say what is counted. */
  counts: z.string(),
  /** The same for all figures that count the same of the same event. */
  series: z.string(),
  /** The day for which it’s given; null where neither the words nor the report tell one. */
  asOf: z.string().nullable(),
  asOfRule: z.enum(['stated', 'report']),
  /** From an outlet to the origin; empty when the report gives it itself. */
  attribution: z.array(z.string())
})
export type FigureRow = z.infer<typeof FigureRow>

export const FiguresAnswer = z.object({
  figures: z.array(FigureRow),
  relations: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      kind: z.enum(FIGURE_RELATIONS),
      newer: z.string().nullable(),
      because: z.string()
    })
  )
})
export type FiguresAnswer = z.infer<typeof FiguresAnswer>
