import { z } from 'zod'
import { mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/** One of the answers to a brief's question that compete with each other. */
export const Hypothesis = z.object({
  id: z.string(),
  briefId: z.string(),
  text: z.string().trim().min(1).max(2_000),
  /** ISO 8601, in UTC: they stand in this order. */
  createdAt: z.string()
})
export type Hypothesis = z.infer<typeof Hypothesis>

/** `briefs/<id>/records/hypothesis/<id>.json`. */
export const HYPOTHESIS = recordKind<Hypothesis>({
  kind: 'hypothesis',
  name: { one: 'hypothesis', many: 'hypotheses' },
  record: Hypothesis,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ text }) => text.slice(0, 120),
  merge: ({ base, a, b }, teller) => ({
    ...a,
    text: mergeValue({ base: base?.text, a: a.text, b: b.text }, teller, 'record', 'Hypothesis')
  }),
  repoint: (record) => record,
  // What is thought possible may be what a reduced bundle withholds.
  reduce: () => null,
  texts: ({ text }) => [text]
})
