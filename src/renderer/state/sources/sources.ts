import type { Input } from '../../../shared/api/contract.ts'
import type { SourceRow } from '../../../shared/case/row.ts'
import type { Source } from '../../../shared/source/source.ts'
import { ask, request } from '../window/bridge.ts'
import { recheck } from '../brief/brief.ts'
import { receiveRows } from '../case/case.ts'
import { useReader } from './reader.ts'
import { announce } from '../window/toasts.ts'

/** What is changed of many sources. */
export type ManyChange = Omit<Input<'source.updateMany'>, 'ids' | 'gesture'>

/** Sources changed by one request: each is written durably, and how far it is shall be seen. */
const AT_ONCE = 25

/** Writes a change of a source's metadata; every value that is set counts as confirmed. Null when it failed (and was shown). */
export async function updateSource(id: string, change: Omit<Input<'source.update'>, 'id'>): Promise<Source | null> {
  const source = await ask('source.update', { id, ...change })
  if (!source) return null
  if (useReader.getState().sourceId === id) useReader.setState({ source })
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
  if (done > 0) await refresh(ids)
  return done
}

/** Shows what the open source has become, when it's one of those that were changed. */
async function refresh(ids: readonly string[]): Promise<void> {
  recheck()
  const { sourceId: id } = useReader.getState()
  if (id === null || !ids.includes(id)) return
  const result = await request('source.get', { id })
  if (result.ok && useReader.getState().sourceId === id) useReader.setState({ source: result.value.source })
}
