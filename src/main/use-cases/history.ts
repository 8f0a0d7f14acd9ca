import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { sourceRow } from '../../shared/case/row.ts'
import type { Undone } from './edits.ts'
import type { Answer, Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** The requests that take back and do again. */
export function historyHandlers(
  opened: () => OpenCase,
  emit: Emit
): Pick<Handlers, Extract<PageRequest, `history.${string}`>> {
  return {
    'history.undo': async () => shown(opened(), await opened().edits.undo(), emit),
    'history.redo': async () => shown(opened(), await opened().edits.redo(), emit)
  }
}

/** What was undone with what it touched, as that is now. */
async function shown(open: OpenCase, undone: Undone, emit: Emit): Promise<Answer<'history.undo'>> {
  const { did, undo, redo, sources, briefs, rewritten, marked, tags, names } = undone
  if (marked.length > 0 || tags) emit('marks.changed', { sourceIds: marked, tags: true })
  if (names) emit('names.changed', {})
  const records = await Promise.all(sources.map((id) => open.source(id)))
  return {
    did,
    undo,
    redo,
    rows: records.filter(({ source }) => source.deletedAt === null).map(sourceRow),
    removed: records.flatMap(({ source }) => (source.deletedAt === null ? [] : [source.id])),
    quotes: records.flatMap(({ quotes }) => quotes),
    briefs: briefs.length === 0 ? null : open.briefRows(),
    rewritten
  }
}
