import type { Emit, RequestName } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { toCodePoints } from '../../shared/quote/position.ts'
import { HIT_KINDS, type SearchAnswer, type SearchHit } from '../../shared/search/answer.ts'
import type { Narrowing } from '../../shared/search/narrowing.ts'
import type { Scope } from '../../shared/search/query.ts'
import type { Excerpt, FoundEntry } from '../search/protocol.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import { SearchFollower } from './search-follower.ts'

/** What the search needs of the workspace. */
export interface SearchingDeps {
  opened: () => OpenCase
  /** The script of the worker that holds the index. */
  worker: URL
  emit: Emit
}

/** The requests of the search, and what begins and ends with a case. */
export interface Searching {
  handlers: Pick<Handlers, Extract<RequestName, `search.${string}`>>
  /** Begins to bring the index of the open case in step. Otherwise its first search does. */
  start(): void
  /** Keeps the index and ends its thread: before its case is closed. */
  stop(): Promise<void>
}

interface Query {
  query: string
  typing: boolean
  scope: Scope | null
  narrowing?: Narrowing
  limit: number
  offset: number
  facets: boolean
}

/** Makes the search of a workspace, over whatever case is open. */
export function createSearching({ opened, worker, emit }: SearchingDeps): Searching {
  let following: { of: OpenCase; follower: SearchFollower } | null = null

  const follower = (): SearchFollower => {
    const of = opened()
    if (following?.of !== of) {
      const events = {
        onProgress: (progress: { done: number; total: number }) => emit('search.progress', progress),
        onFailure: (error: unknown) => emit('case.notice', { notice: sentenceOf(error) })
      }
      following = { of, follower: new SearchFollower(of.store, worker, events) }
    }
    return following.follower
  }

  const find = async (asked: Query): Promise<Omit<SearchAnswer, 'hits'> & { hits: FoundHit[] }> => {
    const index = follower()
    const began = performance.now()
    const open = opened()
    const found = await index.ask('find', { ...asked, caseTlp: open.store.record.tlp })
    const { isComplete: complete } = index
    const texts = await Promise.all(found.found.map((entry) => entry.text ?? sourceText(open, entry.id)))
    const excerpts = await index.ask('excerpts', { query: asked.query, typing: asked.typing, texts })
    const hits = found.found.map((entry, i) => ({ hit: hitOf(entry, excerpts[i]!), text: texts[i]! }))
    const { read, total, sources, facets } = found
    const ms = Math.round((performance.now() - began) * 100) / 100
    return { query: asked.query, read, total, sources, ms, complete, hits, facets }
  }

  return {
    start: () => void follower(),
    stop: async () => {
      const stopping = following
      following = null
      await stopping?.follower.close()
    },
    handlers: {
      'search.query': async ({
        query,
        typing = false,
        scope = null,
        narrowing = {},
        limit,
        offset = 0,
        facets = false
      }) => {
        const { hits, ...answer } = await find({ query, typing, scope, narrowing, limit, offset, facets })
        return { ...answer, hits: hits.map(({ hit }) => hit) }
      },
      'search.hits': async ({ query, typing = false, sourceId }) => {
        const text = await sourceText(opened(), sourceId)
        const places = await follower().ask('places', { query, typing, text })
        return { places: places.map(([start, end]) => ({ start, end })) }
      },
      'search.names': async ({ names }) => {
        const asked = names.map((name) => name.trim()).filter((name) => name !== '')
        const index = follower()
        const table = await index.ask('names', { names: asked })
        return { names: table, complete: index.isComplete }
      },
      'search.list': async ({ query, scope, limit }) => {
        const index = follower()
        const asked = { query, typing: false, scope, limit, offset: 0, facets: false }
        await index.whenComplete()
        // What is loaded and compiled for a first query belongs to the program's start.
        await find({ ...asked, query: 'a', limit: 1 })
        let answer = await find(asked)
        // An index that turned out to be damaged was made anew.
        for (let again = 0; !answer.complete && again < MOST_AGAIN; again++) {
          await index.whenComplete()
          answer = await find(asked)
        }
        return { ...answer, hits: await Promise.all(answer.hits.map((found) => inCodePoints(opened(), found))) }
      }
    }
  }
}

/** How often a search is tried again that found its index damaged. */
const MOST_AGAIN = 3

/** A hit with the text in which its snippet stands. */
interface FoundHit {
  hit: SearchHit
  text: string
}

function hitOf(entry: FoundEntry, { count, first, snippet }: Excerpt): SearchHit {
  const { scope, id, key, sourceId, sourceKey, briefId, title, publisher, published, score } = entry
  const [start, end] = (scope === 'sources' ? first : entry.place) ?? [null, null]
  const about = { id, key, sourceId, sourceKey, briefId, title, publisher, published }
  return { kind: HIT_KINDS[scope], ...about, count, score, start, end, snippet }
}

/** A source's text as it’s stored; empty where it can’t be read, of which the list tells. */
async function sourceText(open: OpenCase, id: string): Promise<string> {
  try {
    return (await open.store.storedText(id)).text.text
  } catch (error) {
    if (error instanceof DossierError && (error.code === 'damaged' || error.code === 'not-found')) return ''
    throw error
  }
}

/** A hit with its offsets as Unicode code points, as W3C selectors count. */
async function inCodePoints(open: OpenCase, { hit, text }: FoundHit): Promise<SearchHit> {
  const points = (of: string, offset: number | null): number | null =>
    offset === null ? null : toCodePoints(of, offset)
  const isPlaced = hit.start !== null && hit.sourceId !== null
  const around = hit.kind === 'source' || !isPlaced ? text : await sourceText(open, hit.sourceId!)
  const { snippet } = hit
  const marks = snippet.marks.map(([start, end]): [number, number] => [
    toCodePoints(snippet.text, start),
    toCodePoints(snippet.text, end)
  ])
  return {
    ...hit,
    start: points(around, hit.start),
    end: points(around, hit.end),
    snippet: { text: snippet.text, marks }
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof DossierError ? error.message : String(error)
}
