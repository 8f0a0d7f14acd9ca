import { z } from 'zod'
import { RelationKind } from '../analysis/copies/related.ts'
import { Failure } from '../errors/errors.ts'

/** What became of one file, or of one item inside a container. */
export const ImportItem = z.object({
  /** Where it was: a path, with ` › ` before each place inside a container. */
  path: z.string(),
  /**
   * `reference`: a reference manager's export, of which the metadata went to the files beside it. `passed-over`: left out on purpose, such as a hidden file or the
   * assets of a saved page; `notice` says why. That is no failure.
   */
  status: z.enum(['imported', 'duplicate', 'failed', 'reference', 'passed-over']),
  /** The source's key; of the source that it duplicates; null when there is none. */
  key: z.string().nullable(),
  id: z.string().nullable(),
  title: z.string().nullable(),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  sha256: z.string().nullable(),
  /** What a reader must know of it, in sentences: that it's a scan, how many references found their file, why it was passed over. */
  notice: z.string().nullable(),
  /** Sources that say the same, in whole or in part. */
  related: z.array(z.object({ id: z.string(), key: z.string(), kind: RelationKind })),
  error: Failure.optional()
})
export type ImportItem = z.infer<typeof ImportItem>

export const ImportProgress = z.object({
  done: z.int(),
  /** Files found so far; grows while containers are opened. */
  total: z.int(),
  current: z.string().nullable(),
  imported: z.int(),
  duplicates: z.int(),
  failed: z.int(),
  paused: z.boolean(),
  /** Files a minute lately, pauses left out; null until it can be told. */
  perMinute: z.number().nullable(),
  remainingSeconds: z.number().nullable()
})
export type ImportProgress = z.infer<typeof ImportProgress>

export const ImportReport = z.object({
  items: z.array(ImportItem),
  cancelled: z.boolean(),
  /** What stopped the import before its end, such as a full disk. */
  stopped: Failure.nullable(),
  startedAt: z.string(),
  finishedAt: z.string()
})
export type ImportReport = z.infer<typeof ImportReport>

/** An import that the program's end cut short: it can be continued. */
export const UnfinishedImport = z.object({
  startedAt: z.string(),
  paths: z.array(z.string()),
  /** How many files were done. */
  done: z.int()
})
export type UnfinishedImport = z.infer<typeof UnfinishedImport>
