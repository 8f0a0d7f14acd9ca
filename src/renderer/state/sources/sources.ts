import type { Input } from '../../../shared/api/contract.ts'
import type { SourceRow } from '../../../shared/case/row.ts'
import type { Source } from '../../../shared/source/source.ts'
import { ask, request } from '../window/bridge.ts'
import { recheck } from '../brief/brief.ts'
import { receiveRows } from '../case/case.ts'
import { receiveShown, shownSources } from './readers.ts'
import { announce } from '../window/toasts.ts'

/** What is changed of many sources. */
export type ManyChange = Omit<Input<'source.updateMany'>, 'ids' | 'gesture'>

/** Sources changed by one request: each is written durably, and how far it is shall be seen. */
const AT_ONCE = 25

/** Writes a change of a source's metadata; every value that is set counts as confirmed. Null when it failed (and was shown). */
export async function updateSource(id: string, change: Omit<Input<'source.update'>, 'id'>): Promise<Source | null> {
  const source = await ask('source.update', { id, ...change })
  if (!source) return null
  receiveShown(source)
  recheck()
  announce('The metadata are saved.')
  return source
}

/** Changes many sources. Answers how many were changed: fewer than asked for when it failed (and was shown) or was given up by `onDone`. */
export function changeSources(
  ids: readonly string[],
  change: ManyChange,
  onDone: (done: number) => boolean = () => true
): Promise<number> {
  return inParts(ids, (part, gesture) => ask('source.updateMany', { ids: part, gesture, ...change }), onDone)
}

/** Confirms the metadata of sources as they are. Answers how many: fewer than asked for when it failed (and was shown) or was given up. */
export function confirmSources(
  ids: readonly string[],
  onDone: (done: number) => boolean = () => true
): Promise<number> {
  return inParts(ids, (part, gesture) => ask('source.confirm', { ids: part, gesture }), onDone)
}

async function inParts(
  ids: readonly string[],
  work: (part: string[], gesture: string) => Promise<SourceRow[] | null>,
  onDone: (done: number) => boolean
): Promise<number> {
  // One gesture of the user, which is undone as one.
  const gesture = crypto.randomUUID()
  let done = 0
  while (done < ids.length) {
    const part = ids.slice(done, done + AT_ONCE)
    const rows = await work(part, gesture)
    if (rows === null) break
    receiveRows(rows, [])
    done += part.length
    if (!onDone(done)) break
  }
  if (done === 0) return done
  recheck()
  await refreshShown(ids)
  return done
}

/** Shows what the open sources have become, where they are among those that were changed. */
export async function refreshShown(ids: readonly string[]): Promise<void> {
  for (const id of new Set(shownSources())) {
    if (!ids.includes(id)) continue
    const result = await request('source.get', { id })
    if (result.ok) receiveShown(result.value.source, result.value.text)
  }
}
