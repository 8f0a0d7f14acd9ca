import type { Output } from '../../../shared/api/contract.ts'
import { closeBrief, recheck, useBrief } from '../brief/brief.ts'
import { receiveQuotes, receiveRows, useCase } from '../case/case.ts'
import { ask, request } from '../window/bridge.ts'
import { showMessage, type Toast } from '../window/toasts.ts'
import { closeSource, useReader } from './reader.ts'

/** Takes back the last edit of the case, and says which it was. */
export async function undoEdit(): Promise<void> {
  const done = await ask('history.undo', {})
  const again = done?.redo == null ? undefined : { label: 'Redo', run: () => void redoEdit() }
  take(done, { did: 'Undid', none: 'There is nothing to undo.' }, again)
}

/** Does again what was undone last, and says what that was. */
export async function redoEdit(): Promise<void> {
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
  if (done.briefs) takeBriefs(done.briefs)
  void refreshReader(done)
  recheck()
  showMessage(`${words.did}: ${done.did}.`, action)
}

function takeBriefs(briefs: NonNullable<Output<'history.undo'>['briefs']>): void {
  useCase.setState({ briefs })
  const { id } = useBrief.getState()
  if (id === null) return
  if (!briefs.some((row) => row.id === id)) return void closeBrief()
  void request('brief.get', { id }).then((result) => {
    // The text in the window is newer than the one on the disk; what is withheld isn't typed.
    if (result.ok && useBrief.getState().id === id) useBrief.setState({ withheld: result.value.withheld })
  })
}

/** Shows what the open source has become; one that is in the trash is shown no longer. */
async function refreshReader({ rows, removed }: Pick<Output<'history.undo'>, 'rows' | 'removed'>): Promise<void> {
  const { sourceId: id, phase } = useReader.getState()
  if (id === null) return
  if (removed.includes(id)) return closeSource()
  if (phase !== 'shown' || !rows.some((row) => row.id === id)) return
  const result = await request('source.get', { id })
  if (result.ok && useReader.getState().sourceId === id) useReader.setState({ source: result.value.source })
}
