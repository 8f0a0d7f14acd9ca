import type { Output } from '../../../shared/api/contract.ts'
import { closeBrief, flushBrief, recheck, takeBrief, useBrief } from '../brief/brief.ts'
import { receiveQuotes, receiveRows, useCase } from '../case/case.ts'
import { ask, request } from '../window/bridge.ts'
import { noteEdit } from '../window/edits.ts'
import { showMessage, type Toast } from '../window/toasts.ts'
import { refreshShown } from './sources.ts'
import { closeSources } from './tabs.ts'

/** Takes back the last edit of the case, and says which it was. */
export async function undoEdit(): Promise<void> {
  // What it is compared with is what is on the disk.
  await flushBrief()
  const done = await ask('history.undo', {})
  const again = done?.redo == null ? undefined : { label: 'Redo', run: () => void redoEdit() }
  take(done, { did: 'Undid', none: 'There is nothing to undo.' }, again)
}

/** Does again what was undone last, and says what that was. */
export async function redoEdit(): Promise<void> {
  await flushBrief()
  const done = await ask('history.redo', {})
  const back = done?.undo == null ? undefined : { label: 'Undo', run: () => void undoEdit() }
  take(done, { did: 'Redid', none: 'There is nothing to redo.' }, back)
}

function take(
  done: Output<'history.undo'> | null,
  words: { did: string; none: string },
  action: Toast['action']
): void {
  if (!done) return
  if (done.did === null) return showMessage(words.none)
  receiveRows(done.rows, done.removed)
  const gone = new Set(done.removed)
  receiveQuotes(done.quotes.filter(({ sourceId }) => !gone.has(sourceId)))
  if (done.briefs) takeBriefs(done.briefs, done.rewritten)
  void refreshReader(done)
  recheck()
  noteEdit()
  showMessage(`${words.did}: ${done.did}.`, action)
}

function takeBriefs(briefs: NonNullable<Output<'history.undo'>['briefs']>, rewritten: readonly string[]): void {
  useCase.setState({ briefs })
  const { id } = useBrief.getState()
  if (id === null) return
  if (!briefs.some((row) => row.id === id)) return void closeBrief()
  void request('brief.get', { id }).then((result) => {
    if (!result.ok || useBrief.getState().id !== id) return
    if (rewritten.includes(id)) takeBrief(result.value)
    // The text in the window is newer than the one on the disk; what is withheld isn't typed.
    else useBrief.setState({ withheld: result.value.withheld })
  })
}

/** Shows what the open sources have become; those that are in the trash are shown no longer. */
async function refreshReader({ rows, removed }: Pick<Output<'history.undo'>, 'rows' | 'removed'>): Promise<void> {
  closeSources(removed)
  await refreshShown(rows.map(({ id }) => id))
}
