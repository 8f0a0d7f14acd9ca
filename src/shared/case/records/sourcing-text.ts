import { z } from 'zod'
import { mergeNote } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/**
 * What an analyst wrote of a brief's sources in the place of what was drafted: the descriptor of a source, or with `sourceId` null the source summary statement. `draft` is the
 * draft that was there when it was written.
 */
export const SourcingText = z.object({
  id: z.string(),
  briefId: z.string(),
  sourceId: z.string().nullable(),
  text: z.string().max(50_000),
  draft: z.string(),
  /** ISO 8601, in UTC. */
  editedAt: z.string()
})
export type SourcingText = z.infer<typeof SourcingText>

/** `briefs/<id>/records/sourcing-text/<id>.json`. Both copies of a case name the text on one thing alike, so that they meet in a merge. */
export const SOURCING_TEXT = recordKind<SourcingText>({
  kind: 'sourcing-text',
  name: { one: 'text on sources', many: 'texts on sources' },
  record: SourcingText,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ sourceId, text }) => `${sourceId === null ? 'summary' : 'descriptor'}: ${text}`.slice(0, 120),
  merge: ({ base, a, b }, teller) => ({
    ...a,
    text: mergeNote({ base: base?.text, a: a.text, b: b.text }, teller),
    draft: a.editedAt >= b.editedAt ? a.draft : b.draft,
    editedAt: a.editedAt >= b.editedAt ? a.editedAt : b.editedAt
  }),
  repoint: (record, { sources }) => ({
    ...record,
    sourceId: record.sourceId === null ? null : (sources.get(record.sourceId) ?? record.sourceId)
  }),
  // It tells of sources that a reduced bundle may withhold.
  reduce: () => null,
  texts: ({ text }) => [text]
})
