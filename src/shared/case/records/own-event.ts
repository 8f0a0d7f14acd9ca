import { z } from 'zod'
import { compareText } from '../merge/canonical.ts'
import { mergeNote, mergeSet, mergeValue, settled } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

const Day = z.iso.date()

/** What an analyst says of an event, without what the program gives it. `from` and `to` are its first and last day, both included; equal for one day. */
export const OwnEventFields = z.object({
  from: Day,
  to: Day,
  approximate: z.boolean(),
  words: z.string().trim().min(1).max(5_000),
  /** Ids of the quotes that bear it out. */
  quotes: z.array(z.string()),
  /** Statements of briefs that tell of it. */
  statements: z.array(z.object({ briefId: z.string(), statementId: z.string() }))
})

/** An event that an analyst puts into the chronology, beside those that the sources name. */
export const OwnEvent = OwnEventFields.extend({
  id: z.string(),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type OwnEvent = z.infer<typeof OwnEvent>

/** `records/own-event/<id>.json`: the chronology belongs to the case. */
export const OWN_EVENT = recordKind<OwnEvent>({
  kind: 'own-event',
  name: { one: 'event', many: 'events' },
  record: OwnEvent,
  version: 1,
  steps: {},
  owner: () => ({ of: 'case' }),
  title: ({ from, words }) => `${from}: ${words}`.slice(0, 120),
  merge: ({ base, a, b }, teller) => {
    const days = (event: OwnEvent | undefined): string | undefined => event && `${event.from} to ${event.to}`
    // First and last day stand together: one of each copy could be a span that neither meant.
    const chosen = mergeValue({ base: days(base), a: days(a)!, b: days(b)! }, teller, 'record', 'Days')
    const { from, to } = chosen === days(a) ? a : b
    const named = (event: OwnEvent): string[] =>
      event.statements.map(({ briefId, statementId }) => JSON.stringify([briefId, statementId]))
    const statements = mergeSet({ base: base && named(base), a: named(a), b: named(b) })
    return {
      ...a,
      ...{ from, to },
      approximate:
        settled({ base: base?.approximate, a: a.approximate, b: b.approximate })?.value ??
        (a.approximate || b.approximate),
      words: mergeNote({ base: base?.words, a: a.words, b: b.words }, teller),
      quotes: mergeSet({ base: base?.quotes, a: a.quotes, b: b.quotes }),
      statements: statements.sort(compareText).map((name) => {
        const [briefId, statementId] = JSON.parse(name) as [string, string]
        return { briefId, statementId }
      })
    }
  },
  repoint: (record, { quotes }) => ({ ...record, quotes: record.quotes.map((id) => quotes.get(id) ?? id) }),
  // Its words may tell what a reduced bundle withholds.
  reduce: () => null,
  texts: ({ words }) => [words]
})
