import { z } from 'zod'
import { Conflict } from '../../case/merge/conflict.ts'
import { Tlp } from '../../source/source.ts'
import { chosen, written } from '../place.ts'
import { OpenedCase } from './case.ts'
import type { RequestDeclaration } from './request.ts'

/** What two copies of a case say differently, what the merge makes of it, and what comes with it. */
export const MergeReport = z.object({
  conflicts: z.array(Conflict),
  /** What the merged case has from the other copy, a sentence each. */
  gains: z.array(z.string()),
  /** What only the other copy has and keeps, since this version can't merge it, a sentence each. */
  left: z.array(z.string()),
  /** False when there is nothing to merge. */
  changes: z.boolean()
})
export type MergeReport = z.infer<typeof MergeReport>

/**
 * What is merged: another case's folder, or the conflict copies that a synchronising program left in this one (null). `base` is the folder of a copy from
 * which both come, where the user knows one better than the backups.
 */
const MergeOther = z.object({
  path: chosen('merge-case').nullable(),
  passphrase: z.string().optional(),
  base: chosen('merge-case').optional()
})

export const BundleSummary = z.object({
  path: z.string(),
  sources: z.int(),
  quotes: z.int(),
  briefs: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  /** What was left out and why, a sentence each. */
  leftOut: z.array(z.string()),
  /** Hash of the entry of the log that tells of it; null when nothing was logged. */
  logHead: z.string().nullable()
})
export type BundleSummary = z.infer<typeof BundleSummary>
export const WrittenBundle = BundleSummary.extend(written)
export type WrittenBundle = z.infer<typeof WrittenBundle>

/** What a check of a BagIt bag found. */
const BundleCheck = z.object({
  ok: z.boolean(),
  /** What is wrong, a sentence each. */
  problems: z.array(z.string()),
  /** What is worth knowing, a sentence each. */
  warnings: z.array(z.string()),
  files: z.int(),
  bytes: z.int(),
  /** True for a hand-over bundle of Dossier's; false for a bag of other things. */
  dossier: z.boolean(),
  /** The kinds of checksums that were checked, strongest first. */
  algorithms: z.array(z.string())
})

/** Cases that come from others or go to them. */
export const exchangeRequests = {
  /** Says what a merge would do. Nothing is changed. */
  'merge.preview': { does: 'reads', input: MergeOther, output: MergeReport },
  /** Merges, after a backup, with what the user decided by the conflicts' ids. */
  'merge.apply': {
    does: 'edits',
    input: MergeOther.extend({ decisions: z.record(z.string(), z.enum(['a', 'b', 'both'])) }),
    output: z.object({ report: MergeReport, view: OpenedCase })
  },
  /** Writes a hand-over bundle: a zip when the path ends in `.zip`, else a folder. */
  'bundle.write': {
    does: 'writes',
    input: z.object({ path: chosen('save-bundle'), maxTlp: Tlp.nullable(), withPage: z.boolean().optional() }),
    output: WrittenBundle
  },
  /** Makes a case of a bundle, checked, in a new folder and opens it. */
  'bundle.open': {
    does: 'makes',
    input: z.object({ bundle: chosen('open-bundle', 'open-bundle-folder'), path: chosen('new-case') }),
    output: OpenedCase
  },
  /** Checks a bundle, or any other BagIt bag (RFC 8493), against its manifests. */
  'bundle.check': { does: 'reads', from: 'terminal', input: z.object({ path: z.string() }), output: BundleCheck }
} as const satisfies Record<string, RequestDeclaration>
