import { z } from 'zod'
import { BriefDocument, BriefFields } from '../../brief/brief.ts'
import { mergeValue } from '../merge/fields.ts'
import { repointDocument } from '../merge/repoint.ts'
import { recordKind } from './kind.ts'

/** Why a version was kept: somebody wanted it, or by itself before a restoration, at an export, before the first change after a pause. */
export const VERSION_REASONS = ['wanted', 'restore', 'export', 'pause'] as const
export type VersionReason = (typeof VERSION_REASONS)[number]

export const VersionName = z.string().trim().min(1).max(200)

/**
 * A brief as it was once: its text and what stood above it, but not what redacted exports leave out, which is always the present. One with a `name` is kept
 * until somebody removes it.
 */
export const BriefVersion = z.object({
  id: z.string(),
  briefId: z.string(),
  name: VersionName.nullable(),
  why: z.enum(VERSION_REASONS),
  fields: BriefFields,
  doc: BriefDocument,
  /** When it was kept: ISO 8601, in UTC. */
  createdAt: z.string()
})
export type BriefVersion = z.infer<typeof BriefVersion>

/** `briefs/<id>/records/brief-version/<id>.json`. Nothing but its name ever changes. */
export const BRIEF_VERSION = recordKind<BriefVersion>({
  kind: 'brief-version',
  name: { one: 'version of a brief', many: 'versions of briefs' },
  record: BriefVersion,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ name, why }) => name ?? why,
  merge: ({ base, a, b }, teller) => ({
    ...a,
    name: mergeValue({ base: base?.name, a: a.name, b: b.name }, teller, 'record', 'Name')
  }),
  repoint: (record, names) => ({ ...record, doc: repointDocument(record.doc, names) }),
  // It may hold the words that a reduced bundle withholds, and cite what isn't in it.
  reduce: () => null,
  texts: ({ name }) => (name === null ? [] : [name])
})
