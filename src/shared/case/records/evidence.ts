import { z } from 'zod'
import { Rating } from '../../brief/rating.ts'
import { mergeSet, mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/**
 * A piece of evidence that is held against the hypotheses of a brief: what it says, where that stands (ids of quotes, sources and the brief's statements), and how it stands
 * to each hypothesis, by that one's id. A rating of a hypothesis that is gone counts for nothing.
 */
export const Evidence = z.object({
  id: z.string(),
  briefId: z.string(),
  text: z.string().trim().min(1).max(10_000),
  quotes: z.array(z.string()),
  sources: z.array(z.string()),
  statements: z.array(z.string()),
  ratings: z.record(z.string(), Rating),
  /** ISO 8601, in UTC: it stands in this order. */
  createdAt: z.string()
})
export type Evidence = z.infer<typeof Evidence>

/** `briefs/<id>/records/evidence/<id>.json`: one a row of the table, so that two people who rate different rows never meet in one. */
export const EVIDENCE = recordKind<Evidence>({
  kind: 'evidence',
  name: { one: 'piece of evidence', many: 'pieces of evidence' },
  record: Evidence,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ text }) => text.slice(0, 120),
  merge: ({ base, a, b }, teller) => {
    const set = (name: 'quotes' | 'sources' | 'statements'): string[] =>
      mergeSet({ base: base?.[name], a: a[name], b: b[name] })
    const rated = [...new Set([...Object.keys(a.ratings), ...Object.keys(b.ratings)])].sort()
    const ratings = rated.flatMap((id): [string, Rating][] => {
      const three = { base: base && (base.ratings[id] ?? null), a: a.ratings[id] ?? null, b: b.ratings[id] ?? null }
      const rating = mergeValue<Rating | null>(three, teller, 'record', 'Rating')
      return rating === null ? [] : [[id, rating]]
    })
    return {
      ...a,
      text: mergeValue({ base: base?.text, a: a.text, b: b.text }, teller, 'record', 'Evidence'),
      quotes: set('quotes'),
      sources: set('sources'),
      statements: set('statements'),
      ratings: Object.fromEntries(ratings)
    }
  },
  repoint: (record, { sources, quotes }) => ({
    ...record,
    sources: record.sources.map((id) => sources.get(id) ?? id),
    quotes: record.quotes.map((id) => quotes.get(id) ?? id)
  }),
  // Its words may be what a reduced bundle withholds.
  reduce: () => null,
  texts: ({ text }) => [text]
})
