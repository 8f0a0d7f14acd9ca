import { create } from 'zustand'
import type { IndexProgress, SearchFacets, SearchHit } from '../../../shared/search/answer.ts'
import { narrowedFacets, type Facet, type Narrowing } from '../../../shared/search/narrowing.ts'
import type { Scope } from '../../../shared/search/query.ts'
import type { Failure } from '../../../shared/errors/errors.ts'
import { request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce } from '../window/toasts.ts'
import { groupHits, type HitRow } from './rows.ts'

/** What is asked. */
export interface Question {
  query: string
  /** The last word may be the beginning of one: the query is being typed. */
  typing: boolean
  scope: Scope | null
  narrowing: Narrowing
}

/** What was found for a question. */
export interface Found {
  question: Question
  /** How the query was read. */
  read: string
  total: number
  sources: number
  complete: boolean
  facets: SearchFacets | null
  /** The hits that were fetched, as they came, and in groups. */
  hits: readonly SearchHit[]
  rows: readonly HitRow[]
}

interface SearchState extends Question {
  /** The newest answer; while a newer one is awaited it stays. Null when nothing is asked. */
  found: Found | null
  /** Why the newest question got no answer. */
  failure: Failure | null
  /** The row at which one is, by its key; null before one went to any. */
  at: string | null
  /** How far the index is, while it’s being made. */
  progress: IndexProgress | null
  /** What is found shall support the statement at the caret of the brief: Enter on a quote cites it. */
  supporting: boolean
}

const NOTHING: SearchState = {
  query: '',
  typing: true,
  scope: null,
  narrowing: {},
  found: null,
  failure: null,
  at: null,
  progress: null,
  supporting: false
}

/** The search of the open case. */
export const useSearch = create<SearchState>(() => NOTHING)

/** Hits fetched at a time. */
const PAGE = 50
/** How long the index is left alone before it’s asked again for what it lacked, in milliseconds. */
const AGAIN_AFTER = 400

let isAsking = false
let isDue = false
let again: ReturnType<typeof setTimeout> | undefined

forgetWithCase(() => {
  clearTimeout(again)
  useSearch.setState(NOTHING)
})

function questionNow(): Question {
  const { query, typing, scope, narrowing } = useSearch.getState()
  return { query, typing, scope, narrowing }
}

/** Asks something else; what isn’t given stays. The answer of what is asked last is what shows. */
export function askFor(change: Partial<Question>): void {
  useSearch.setState({ ...change, at: null, failure: null })
  askSoon()
}

/** Begins a new search, with nothing narrowed. */
export function beginSearch(
  query: string,
  { scope = null, narrowing = {}, supporting = false }: Partial<Question & { supporting: boolean }> = {}
): void {
  useSearch.setState({ supporting })
  askFor({ query, typing: false, scope, narrowing })
}

/** Takes a value of a facet into what the answer is narrowed to, or out of it. */
export function toggleNarrowing<F extends Facet>(facet: F, value: NonNullable<Narrowing[F]>[number]): void {
  const { narrowing } = useSearch.getState()
  const values = (narrowing[facet] ?? []) as unknown[]
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
  askFor({ narrowing: { ...narrowing, [facet]: next } })
}

/** Goes to a row of the list, by its key. */
export function goToRow(at: string): void {
  useSearch.setState({ at })
}

/** Asks the same again, for what has changed in the case; the hit at which one is stays. */
export function askAgain(): void {
  if (useSearch.getState().query.trim() !== '') askSoon()
}

/** Takes over how far the index is. */
export function receiveProgress(progress: IndexProgress): void {
  useSearch.setState({ progress: progress.done < progress.total ? progress : null })
}

// One question at a time, begun with a frame: whoever types fast asks as often as answers come, and an old one never follows a newer.
function askSoon(): void {
  if (isDue) return
  isDue = true
  if (!isAsking) requestAnimationFrame(() => void askDue())
}

async function askDue(): Promise<void> {
  isDue = false
  clearTimeout(again)
  const question = questionNow()
  if (question.query.trim() === '') {
    useSearch.setState({ found: null, failure: null })
    return
  }
  isAsking = true
  const before = useSearch.getState().found
  const isSame = before !== null && sameQuestion(before.question, question)
  const limit = isSame ? Math.min(1_000, Math.max(PAGE, before.hits.length)) : PAGE
  const result = await request('search.query', { ...question, limit, facets: true })
  isAsking = false
  if (result.ok) {
    const { read, total, sources, complete, hits, facets } = result.value
    const isWanted = useSearch.getState().query.trim() !== ''
    if (isWanted) {
      const found: Found = { question, read, total, sources, complete, facets, hits, rows: groupHits(hits) }
      useSearch.setState({ found, failure: null })
      if (!isDue && !isSame) announce(total === 0 ? 'Nothing found.' : `${total.toLocaleString('en-GB')} found.`)
    }
    if (!complete && !isDue) again = setTimeout(askAgain, AGAIN_AFTER)
  } else if (result.error.code !== 'cancelled') useSearch.setState({ failure: result.error })
  if (isDue) requestAnimationFrame(() => void askDue())
}

let isFetching = false

/** Fetches further hits of what is found. False when there are none, or something else is asked by now. */
export async function fetchMore(): Promise<boolean> {
  const { found } = useSearch.getState()
  if (!found || isFetching || found.hits.length >= found.total) return false
  isFetching = true
  const result = await request('search.query', { ...found.question, limit: PAGE, offset: found.hits.length })
  isFetching = false
  if (!result.ok) {
    if (result.error.code !== 'cancelled') useSearch.setState({ failure: result.error })
    return false
  }
  if (useSearch.getState().found !== found || result.value.hits.length === 0) return false
  const hits = [...found.hits, ...result.value.hits]
  useSearch.setState({ found: { ...found, total: result.value.total, hits, rows: groupHits(hits) } })
  return true
}

/** Resolves when what is asked now is answered, or has failed. */
export function whenAnswered(): Promise<void> {
  return new Promise((resolve) => {
    const isAnswered = ({ found, failure }: SearchState): boolean =>
      failure !== null || (found !== null && sameQuestion(found.question, questionNow()))
    if (isAnswered(useSearch.getState())) return resolve()
    const leave = useSearch.subscribe((state) => {
      if (!isAnswered(state) && state.query.trim() !== '') return
      leave()
      resolve()
    })
  })
}

function sameQuestion(a: Question, b: Question): boolean {
  return (
    a.query === b.query &&
    a.typing === b.typing &&
    a.scope === b.scope &&
    JSON.stringify(a.narrowing) === JSON.stringify(b.narrowing)
  )
}

/** Whether anything is narrowed. */
export function isNarrowed(narrowing: Narrowing): boolean {
  return narrowedFacets(narrowing).length > 0
}
