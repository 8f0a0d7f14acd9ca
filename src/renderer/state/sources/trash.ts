import type { CitingPlace } from '../../../shared/api/contract.ts'
import { recheck } from '../brief/brief.ts'
import { receiveQuote, receiveRows } from '../case/case.ts'
import { clearSelection } from '../case/selection.ts'
import { ask } from '../window/bridge.ts'
import { showDialog } from '../window/dialogs.ts'
import { offerUndo } from '../window/undo.ts'
import { closeSources } from './tabs.ts'

/** Sources of one request: each is written durably, and how far it is shall be seen. */
const AT_ONCE = 25

declare module '../window/dialogs.ts' {
  interface DialogKinds {
    /** Sources that are to be deleted though briefs cite them. */
    'delete-sources': { ids: string[]; cited: CitingPlace[] }
  }
}

/** Puts sources into the trash; where briefs cite them, that is shown first. */
export async function deleteSources(ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const cited = await ask('brief.places', { sources: ids, quotes: [] })
  if (!cited) return
  if (cited.length > 0) showDialog({ kind: 'delete-sources', ids, cited })
  else await putIntoTrash(ids)
}

/** Puts sources into the trash, and offers to take that back. */
export async function putIntoTrash(ids: string[]): Promise<void> {
  const gesture = crypto.randomUUID()
  const keys: string[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE)
    const done = await ask('source.delete', { ids: part, gesture })
    if (!done) break
    keys.push(...done.keys)
    receiveRows([], part)
    closeSources(part)
  }
  clearSelection()
  recheck()
  if (keys.length === 0) return
  const done = ids.slice(0, keys.length)
  offerUndo(`${keys.length === 1 ? keys[0] : `${keys.length} sources`} put into the trash.`, () => restoreSources(done))
}

/** Takes sources out of the trash, with their quotes. */
export async function restoreSources(ids: string[]): Promise<void> {
  const gesture = crypto.randomUUID()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = ids.slice(from, from + AT_ONCE)
    const restored = await ask('source.restore', { ids: part, gesture })
    if (!restored) break
    receiveRows(restored.rows, [])
    for (const quote of restored.quotes) receiveQuote(quote)
  }
  recheck()
}
