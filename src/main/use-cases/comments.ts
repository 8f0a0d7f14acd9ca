import type { CommentRow, PageRequest } from '../../shared/api/contract.ts'
import { statementsOf } from '../../shared/analysis/statements/statements.ts'
import type { EditAction } from '../../shared/case/history/history.ts'
import { COMMENT, type CommentThread } from '../../shared/case/records/comment.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './clock-and-ids.ts'

/** Characters of a statement that a thread keeps. */
const KEPT = 200

/** The requests about what is said about statements. */
export function commentHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `comment.${string}`>> {
  const change = async (
    id: string,
    action: EditAction,
    changed: (thread: CommentThread) => CommentThread
  ): Promise<CommentRow[]> => {
    const open = opened()
    const { briefId, words } = await open.store.records(COMMENT).get(id)
    await open.edits.as({ action, subjects: [`“${shortened(words, 40)}”`] }, () =>
      open.edits.updateRecord(COMMENT, id, changed)
    )
    return commentRows(open, briefId)
  }
  return {
    'comment.list': async ({ id }) => commentRows(opened(), id),
    'comment.add': async ({ briefId, statementId, author, text }) => {
      const open = opened()
      const statement = statements(open, briefId).find(({ id }) => id === statementId)
      if (!statement)
        throw new DossierError('not-found', 'This statement is no longer in the brief. Nothing was changed.')
      const words = shortened(statement.text, KEPT)
      const at = now().toISOString()
      const thread: CommentThread = {
        id: newId(),
        briefId,
        statementId,
        words,
        entries: [{ id: newId(), author, text, at }],
        resolvedAt: null,
        createdAt: at
      }
      await open.edits.as({ action: 'comment-made', subjects: [`“${shortened(words, 40)}”`] }, () =>
        open.edits.addRecords(COMMENT, [thread])
      )
      return commentRows(open, briefId)
    },
    'comment.answer': ({ id, author, text }) =>
      change(id, 'comment-answered', (thread) => ({
        ...thread,
        entries: [...thread.entries, { id: newId(), author, text, at: now().toISOString() }],
        resolvedAt: null
      })),
    'comment.resolve': ({ id, resolved }) =>
      change(id, resolved ? 'comment-resolved' : 'comment-reopened', (thread) => ({
        ...thread,
        resolvedAt: resolved ? (thread.resolvedAt ?? now().toISOString()) : null
      })),
    'comment.remove': async ({ id }) => {
      const open = opened()
      const { briefId, words } = await open.store.records(COMMENT).get(id)
      await open.edits.as({ action: 'comment-removed', subjects: [`“${shortened(words, 40)}”`] }, () =>
        open.edits.removeRecord(COMMENT, id)
      )
      return commentRows(open, briefId)
    }
  }
}

/** The threads of a brief, as `comment.list` answers. @throws DossierError `not-found` */
function commentRows(open: OpenCase, briefId: string): CommentRow[] {
  const numbers = new Map(statements(open, briefId).map(({ id, number }) => [id, number]))
  const place = ({ number }: CommentRow): number => number ?? Infinity
  return open.store
    .records(COMMENT)
    .list({ of: 'brief', id: briefId })
    .map((thread) => ({ ...thread, number: numbers.get(thread.statementId) ?? null }))
    .sort((a, b) => (place(a) !== place(b) ? place(a) - place(b) : a.createdAt + a.id < b.createdAt + b.id ? -1 : 1))
}

function statements(open: OpenCase, briefId: string): ReturnType<typeof statementsOf> {
  return statementsOf(open.brief(briefId).doc, { quote: () => undefined, hasSource: () => false })
}

function shortened(text: string, length: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  return flat.length > length ? `${flat.slice(0, length - 1).trimEnd()}…` : flat
}
