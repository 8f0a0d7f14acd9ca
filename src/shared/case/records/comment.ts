import { z } from 'zod'
import { settled } from '../merge/fields.ts'
import { compareText } from '../merge/canonical.ts'
import { recordKind } from './kind.ts'

export const CommentText = z.string().trim().min(1).max(20_000)
export const CommentAuthor = z.string().trim().max(200)

/** One thing that somebody said in a thread. Nothing of it ever changes. */
export const CommentEntry = z.object({
  id: z.string(),
  /** As its author calls themselves; may be empty. */
  author: CommentAuthor,
  text: CommentText,
  /** ISO 8601, in UTC. */
  at: z.string()
})
export type CommentEntry = z.infer<typeof CommentEntry>

/** What is said about a statement of a brief, to be resolved. It is for those who work on the case: nothing of it is printed or exported. */
export const CommentThread = z.object({
  id: z.string(),
  briefId: z.string(),
  /** Id of the statement's node. */
  statementId: z.string(),
  /** The first words of the statement when the thread was begun, by which it is known once the statement is gone. */
  words: z.string().max(300),
  entries: z.array(CommentEntry).min(1),
  /** When it was resolved: ISO 8601, in UTC; null while it is open. */
  resolvedAt: z.string().nullable(),
  createdAt: z.string()
})
export type CommentThread = z.infer<typeof CommentThread>

/** `briefs/<id>/records/comment/<id>.json`: a thread each. */
export const COMMENT = recordKind<CommentThread>({
  kind: 'comment',
  name: { one: 'comment', many: 'comments' },
  record: CommentThread,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  // Logs are handed over where comments may not be: they tell whose it is, not what it says.
  title: ({ entries }) => `by ${entries[0]!.author || 'somebody'}`,
  merge: ({ base, a, b }) => ({
    ...a,
    entries: [...new Map([...a.entries, ...b.entries].map((entry) => [entry.id, entry])).values()].sort((one, other) =>
      compareText(one.at + one.id, other.at + other.id)
    ),
    // What was resolved in one copy and answered or reopened in the other is open: somebody has to look at it.
    resolvedAt: mergeResolution(base?.resolvedAt, a, b)
  }),
  repoint: (record) => record,
  // It may tell of anything that a reduced bundle withholds.
  reduce: () => null,
  texts: ({ entries }) => entries.map(({ text }) => text)
})

function mergeResolution(base: string | null | undefined, a: CommentThread, b: CommentThread): string | null {
  if (a.resolvedAt !== null && b.resolvedAt !== null) return a.resolvedAt < b.resolvedAt ? a.resolvedAt : b.resolvedAt
  const open = a.resolvedAt === null ? a : b
  const other = open === a ? b : a
  const isAnswered = open.entries.some(({ id }) => !other.entries.some((entry) => entry.id === id))
  if (isAnswered || base === undefined) return null
  return settled({ base, a: a.resolvedAt, b: b.resolvedAt })?.value ?? null
}
