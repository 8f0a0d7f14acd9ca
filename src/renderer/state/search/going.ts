import { create } from 'zustand'
import type { SearchHit } from '../../../shared/search/answer.ts'
import { openBrief } from '../brief/brief.ts'
import { revealNode } from '../brief/editor.ts'
import { useCase } from '../case/case.ts'
import { comeBackTo, setOut, showPassage } from '../sources/reader.ts'
import { useReader } from '../sources/readers.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { revealPane } from '../window/layout.ts'
import { announce, showFailure, showMessage } from '../window/toasts.ts'
import { isStop, type HitRow } from './rows.ts'
import { fetchMore, goToRow, useSearch, whenAnswered, type Question } from './search.ts'

/** Where what is searched for stands in a source’s text, and to which of these places one went; -1 for none of them. */
interface Places {
  sourceId: string
  places: readonly { start: number; end: number }[]
  at: number
}

/** The places of the source to which the search led last; null when none is to be painted. */
export const useHitPlaces = create<{
  of: Places | null
  /** True when the search led into a brief last. */
  inBrief: boolean
}>(() => ({ of: null, inBrief: false }))

/** The row that was opened last: one to which the list was moved since is gone to itself. */
let opened: string | null = null

forgetWithCase(forgetPlaces)

// What was found for another query isn’t what is found now.
useSearch.subscribe(({ query, typing }, before) => {
  if (query === before.query && typing === before.typing) return
  opened = null
  forgetPlaces()
})

/** Takes the paint of the search away. */
export function forgetPlaces(): void {
  useHitPlaces.setState({ of: null, inBrief: false })
}

/** Opens what a row of the list stands for, from which Esc comes back to the list. */
export async function openRow(row: HitRow): Promise<void> {
  comeBackTo('library')
  await show(row, 1)
}

/** Opens the row at which one is, the first at the beginning, once what was asked is answered. */
export async function openCurrent(): Promise<void> {
  await whenAnswered()
  const { found, at } = useSearch.getState()
  const row = found?.rows.find(({ key }) => key === at) ?? found?.rows[0]
  if (row) await openRow(row)
}

let isStepping = false

/** Whether there are hits to go through. */
export function isSearched(): boolean {
  return (useSearch.getState().found?.rows.length ?? 0) > 0
}

/** Goes to the next hit or to the one before: through all places in a source’s text, then on to the next source. */
export async function stepHit(by: 1 | -1): Promise<void> {
  // A key that is held down goes on when one has arrived.
  if (isStepping) return
  isStepping = true
  try {
    if (!(await stepToChosen(by)) && !(await stepInText(by)) && !(await stepRow(by)))
      showMessage(by > 0 ? 'That was the last hit.' : 'That was the first hit.')
  } finally {
    isStepping = false
  }
}

async function stepToChosen(by: 1 | -1): Promise<boolean> {
  const { found, at } = useSearch.getState()
  const row = at === opened ? undefined : found?.rows.find(({ key }) => key === at)
  if (row) await show(row, by)
  return row !== undefined
}

async function stepInText(by: 1 | -1): Promise<boolean> {
  const { found, at } = useSearch.getState()
  const row = found?.rows.find(({ key }) => key === at)
  const { of } = useHitPlaces.getState()
  if (row?.hit.kind !== 'source' || of?.sourceId !== row.hit.id || useReader.getState().sourceId !== row.hit.id)
    return false
  const next = of.at + by
  if (!of.places[next]) return false
  await showPlace({ ...of, at: next }, row.hit.title)
  return true
}

async function stepRow(by: 1 | -1): Promise<boolean> {
  const { found, at } = useSearch.getState()
  const rows = found?.rows ?? []
  const now = rows.findIndex(({ key }) => key === at)
  const next = by > 0 ? rows.slice(now + 1).find(isStop) : rows.slice(0, Math.max(0, now)).findLast(isStop)
  if (next) {
    await show(next, by)
    return true
  }
  return by > 0 && (await fetchMore()) && stepRow(by)
}

async function showPlace(of: Places, title: string): Promise<void> {
  useHitPlaces.setState({ of, inBrief: false })
  const { start, end } = of.places[of.at]!
  announce(`Hit ${of.at + 1} of ${of.places.length} in ${title}`)
  await showPassage({ sourceId: of.sourceId, start, end }, null)
}

async function show({ hit, key }: HitRow, by: 1 | -1): Promise<void> {
  goToRow(key)
  if (hit.sourceId === null) {
    opened = key
    return showInBrief(hit)
  }
  const isStill = setOut()
  const question = useSearch.getState().found?.question
  const places = question && hit.count > 0 ? await placesIn(hit.sourceId, question) : []
  if (useSearch.getState().at !== key || !isStill()) return
  opened = key
  const of = { sourceId: hit.sourceId, places, at: -1 }
  if (hit.kind === 'source' && places.length > 0)
    return showPlace({ ...of, at: by > 0 ? 0 : places.length - 1 }, hit.title)
  useHitPlaces.setState({ of, inBrief: false })
  const quote = useCase.getState().quotes.get(hit.id)
  const { start, end } = hit
  await showPassage({ sourceId: hit.sourceId, start, end, quoteId: quote?.id ?? null }, null)
  announce(quote ? `${hit.kind === 'note' ? 'Note on quote' : 'Quote'} ${quote.key}` : hit.title)
  // A note of a source stands with its metadata.
  if (hit.kind === 'note' && !quote) useReader.setState({ details: true })
}

async function placesIn(sourceId: string, { query, typing }: Question): Promise<Places['places']> {
  const result = await request('search.hits', { query, typing, sourceId })
  if (result.ok) return result.value.places
  if (result.error.code !== 'cancelled') showFailure(result.error)
  return []
}

async function showInBrief({ briefId, kind, id }: SearchHit): Promise<void> {
  forgetPlaces()
  if (briefId === null) return
  useHitPlaces.setState({ inBrief: true })
  revealPane('brief')
  if ((await openBrief(briefId)) && kind === 'brief') requestAnimationFrame(() => revealNode(id))
}
