import { create } from 'zustand'
import type { CommentRow } from '../../../shared/api/contract.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { useBrief } from './brief.ts'

interface CommentsState {
  /** The brief of which the rest tells. */
  briefId: string | null
  threads: readonly CommentRow[]
}

const NONE: CommentsState = { briefId: null, threads: [] }

/** What is said about the statements of the open brief, as main told last. */
export const useComments = create<CommentsState>(() => NONE)

forgetWithCase(() => useComments.setState(NONE))

/** Takes over what was answered of a brief. */
export function takeComments(briefId: string, threads: readonly CommentRow[]): void {
  if (useBrief.getState().id !== briefId) return
  const { threads: before } = useComments.getState()
  // While one writes, answer after answer says the same.
  if (JSON.stringify(before) === JSON.stringify(threads)) return
  useComments.setState({ briefId, threads })
}

/** How many threads are open at each statement, by the statements' ids. */
export function openThreads({ threads }: Pick<CommentsState, 'threads'>): Map<string, number> {
  const open = new Map<string, number>()
  for (const { statementId, resolvedAt } of threads)
    if (resolvedAt === null) open.set(statementId, (open.get(statementId) ?? 0) + 1)
  return open
}

async function load(): Promise<void> {
  const { id, phase } = useBrief.getState()
  if (id === null || phase !== 'shown') return useComments.setState(NONE)
  // A failure is the check's to tell, which reads the same case.
  const result = await request('comment.list', { id })
  if (result.ok) takeComments(id, result.value)
}

/** Reads what is said about the open brief whenever it was checked, as it is after undoing too, until the returned function is called. */
export function followComments(): () => void {
  return useBrief.subscribe((state, before) => {
    if (state.id !== before.id) useComments.setState(NONE)
    if (state.check !== before.check && state.check) void load()
  })
}
