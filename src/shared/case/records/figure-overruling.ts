import { z } from 'zod'
import { recordKind } from './kind.ts'

/** Where a figure stands: half-open in UTF-16 units of its source's text. With another value there, it isn't the figure that was meant. */
export const FigurePlace = z.object({
  sourceId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string(),
  value: z.number()
})
export type FigurePlace = z.infer<typeof FigurePlace>

/** `none`: it is no figure. `series`: it counts what the other does; where there is no other, what none does. `agrees`: the two neither conflict nor replace each other. */
export const FigureSaying = z.object({
  kind: z.enum(['none', 'series', 'agrees']),
  figure: FigurePlace,
  other: FigurePlace.nullable()
})

/** What an analyst says against the rules that read figures, group and relate them. */
export const FigureOverruling = FigureSaying.extend({
  id: z.string(),
  because: z.string().min(1).max(2_000),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type FigureOverruling = z.infer<typeof FigureOverruling>

/** `records/figure-overruling/<id>.json`: it may be of two sources. Made once, and never changed. */
export const FIGURE_OVERRULING = recordKind<FigureOverruling>({
  kind: 'figure-overruling',
  name: { one: 'overruling of a figure', many: 'overrulings of figures' },
  record: FigureOverruling,
  version: 1,
  steps: {},
  owner: () => ({ of: 'case' }),
  title: ({ figure, because }) => `${figure.exact}: ${because}`.slice(0, 120),
  merge: ({ a }) => a,
  repoint: (record, { sources }) => {
    const to = <T extends { sourceId: string }>(place: T): T => ({
      ...place,
      sourceId: sources.get(place.sourceId) ?? place.sourceId
    })
    return { ...record, figure: to(record.figure), other: record.other && to(record.other) }
  },
  // What it says of sources that are left out is left out with them.
  reduce: (record, { sources, withheldKeys }) =>
    [record.figure, record.other].every((place) => place === null || sources.has(place.sourceId)) &&
    ![...withheldKeys].some((key) => record.because.includes(key))
      ? record
      : null,
  texts: ({ because }) => [because]
})
