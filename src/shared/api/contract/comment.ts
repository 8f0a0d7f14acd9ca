import { z } from 'zod'
import { CommentAuthor, CommentText, CommentThread } from '../../case/records/comment.ts'
import { Id, type RequestDeclaration } from './request.ts'

/** A thread with the number that its statement has by now; null once that is gone or empty. */
export const CommentRow = CommentThread.extend({ number: z.number().nullable() })
export type CommentRow = z.infer<typeof CommentRow>

/** The threads of a brief in the order of their statements, then of their age; those whose statement is gone last. */
const Rows = z.array(CommentRow)

/** What is said about the statements of a brief. Nothing of it is exported. */
export const commentRequests = {
  'comment.list': { does: 'reads', input: Id, output: Rows },
  /** Begins a thread at a statement of a brief as it's saved. */
  'comment.add': {
    does: 'edits',
    input: z.object({ briefId: z.string(), statementId: z.string(), author: CommentAuthor, text: CommentText }),
    output: Rows
  },
  /** Answers in a thread; one that was resolved is open again. */
  'comment.answer': {
    does: 'edits',
    input: z.object({ id: z.string(), author: CommentAuthor, text: CommentText }),
    output: Rows
  },
  'comment.resolve': { does: 'edits', input: z.object({ id: z.string(), resolved: z.boolean() }), output: Rows },
  'comment.remove': { does: 'edits', input: Id, output: Rows }
} as const satisfies Record<string, RequestDeclaration>
