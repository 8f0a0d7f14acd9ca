import { create } from 'zustand'
import type { Input, Output } from '../../shared/api/contract.ts'
import type { NameRow } from '../../shared/analysis/entities/answer.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask, listen, request } from '../state/window/bridge.ts'
import { forgetWithCase } from '../state/window/forget.ts'
import { showMessage } from '../state/window/toasts.ts'
import { count } from '../ui/format.ts'

export const KIND_WORDS = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' }
} as const satisfies Record<NameRow['kind'], { one: string; many: string }>

interface Names {
  wanted: Input<'names.list'>
  list: Output<'names.list'> | null
  failure: string | null
  /** The entry that one is at, and those that are selected beside it. */
  chosen: string | null
  selected: ReadonlySet<string>
  /** Counts what was heard to have changed, for what shows an entry. */
  changes: number
}

const EMPTY: Names = {
  wanted: { kind: null, dismissed: false, find: '', sort: 'count' },
  list: null,
  failure: null,
  chosen: null,
  selected: new Set(),
  changes: 0
}

/** The people, organisations and places of the case, as far as they're shown. */
export const useNames = create<Names>(() => EMPTY)

forgetWithCase(() => useNames.setState(EMPTY))

/** While texts are read the list is asked for again after so many milliseconds. */
const AGAIN = 700

let asked = 0

/** Asks for the list; again until all texts were read. A later answer is never overwritten by an earlier one. */
async function load(isShown: () => boolean): Promise<void> {
  const own = ++asked
  const result = await request('names.list', useNames.getState().wanted)
  if (own !== asked || !isShown()) return
  if (!result.ok) return useNames.setState({ failure: result.error.message })
  useNames.setState({ list: result.value, failure: null })
  if (result.value.read < result.value.total) setTimeout(() => own === asked && isShown() && void load(isShown), AGAIN)
}

/** Asks for the list that shows; undefined while none does. */
let reload: (() => Promise<void>) | undefined

/** Keeps the list as the case is, while it's shown: until the returned function is called. */
export function followNames(): () => void {
  let isShown = true
  const again = (): void => {
    useNames.setState(({ changes }) => ({ changes: changes + 1 }))
    void load(() => isShown)
  }
  const stop = [
    listen('names.changed', again),
    listen('source.row', again),
    listen('source.rows', again),
    useNames.subscribe(({ wanted }, before) => {
      if (wanted !== before.wanted) void load(() => isShown)
    })
  ]
  reload = () => load(() => isShown)
  void reload()
  return () => {
    isShown = false
    reload = undefined
    for (const each of stop) each()
  }
}

/** Wants another part of the list, or another order. */
export function want(change: Partial<Names['wanted']>): void {
  useNames.setState(({ wanted }) => ({ wanted: { ...wanted, ...change }, selected: new Set() }))
}

/** The entry that an edit left is the one that one is at, as soon as the list has it. */
async function goTo(id: string | null): Promise<void> {
  await reload?.()
  useNames.setState({ chosen: id, selected: new Set() })
}

/** Makes entries one, called as the first. */
export async function mergeNames(into: NameRow, others: readonly NameRow[]): Promise<void> {
  const done = await ask('names.merge', { ids: others.map(({ id }) => id), into: into.id })
  if (!done) return
  await goTo(done.id)
  const what = others.length === 1 ? others[0]!.name : count(others.length, 'name')
  showMessage(`${what} and ${into.name} are one.`, { label: 'Undo', run: () => void undoEdit() })
}

/** Calls an entry otherwise, or says what it is. Answers why it can't be done; null when it was. */
export async function changeName(change: Input<'names.update'>): Promise<string | null> {
  const result = await request('names.update', change)
  if (!result.ok) return result.error.message
  await goTo(result.value.id)
  return null
}

/** Parts forms or sources from an entry. Answers why it can't be done; null when it was. */
export async function divideName(parting: Input<'names.divide'>): Promise<string | null> {
  const result = await request('names.divide', parting)
  if (!result.ok) return result.error.message
  await goTo(result.value.id)
  showMessage('What was chosen is a name of its own.', { label: 'Undo', run: () => void undoEdit() })
  return null
}

/** Takes entries out of the list, or back into it. */
export async function dismissNames(rows: readonly NameRow[], dismissed: boolean): Promise<void> {
  const { list, chosen } = useNames.getState()
  const entries = list?.entries ?? []
  const gone = new Set(rows.map(({ id }) => id))
  // One goes on at the next entry that stays.
  const at = entries.findIndex(({ id }) => id === chosen)
  const next = [...entries.slice(Math.max(at, 0)), ...entries.slice(0, Math.max(at, 0)).reverse()].find(
    ({ id }) => !gone.has(id)
  )
  if (rows.length === 0 || !(await ask('names.dismiss', { ids: rows.map(({ id }) => id), dismissed }))) return
  await goTo(next?.id ?? null)
  const what = rows.length === 1 ? rows[0]!.name : count(rows.length, 'name')
  showMessage(dismissed ? `${what}: out of the list.` : `${what}: in the list again.`, {
    label: 'Undo',
    run: () => void undoEdit()
  })
}
