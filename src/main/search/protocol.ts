import type { NameTable, SearchFacets } from '../../shared/search/answer.ts'
import type { Entry } from '../../shared/search/entries.ts'
import type { Narrowing } from '../../shared/search/narrowing.ts'
import type { Scope } from '../../shared/search/query.ts'
import type { Snippet } from '../../shared/search/snippet.ts'
import type { Tlp } from '../../shared/source/source.ts'
import type { EntryData } from './entry-table.ts'
import type { CitingBrief } from './facets.ts'
import type { IndexPlace } from './index-file.ts'

/** A document of a case as the index takes it over. */
export interface IndexedDocument {
  /** The name of its file, by which it’s replaced and removed. */
  name: string
  revision: string
  entries: Entry[]
  /** The text of a source. */
  text: string | null
  /** What a brief cites. */
  brief: CitingBrief | null
}

export interface Asked {
  query: string
  /** True while it’s being typed: its last word may be the beginning of one. */
  typing: boolean
  scope: Scope | null
  /** Nothing is narrowed when it isn’t given. */
  narrowing?: Narrowing
  limit: number
  offset: number
  facets: boolean
  /** The handling of the case. */
  caseTlp: Tlp
}

export interface FoundEntry extends EntryData {
  scope: Scope
  sourceKey: string | null
  score: number
}

export interface Found {
  read: string
  total: number
  sources: number
  found: FoundEntry[]
  facets: SearchFacets | null
}

/** What of a query stands in a text, in UTF-16 units. */
export interface Excerpt {
  count: number
  /** The first hit. */
  first: [number, number] | null
  snippet: Snippet
}

/** What the index is asked, and what it answers. */
export interface Jobs {
  open: { given: IndexPlace; result: null }
  /** The documents that the index has, with their revisions. */
  revisions: { given: null; result: Map<string, string> }
  /** Takes documents over and forgets others; kept when `commit` is asked. */
  change: { given: { put: IndexedDocument[]; remove: string[] }; result: null }
  commit: { given: null; result: null }
  /** Brings some of what many changes have left together; whether anything is left to do. */
  settle: { given: { isFirst: boolean }; result: boolean }
  find: { given: Asked; result: Found }
  excerpts: { given: { query: string; typing: boolean; texts: string[] }; result: Excerpt[] }
  /** All places of a query in a text, `[start, end)`. */
  places: { given: { query: string; typing: boolean; text: string }; result: [number, number][] }
  names: { given: { names: string[] }; result: NameTable['names'] }
  /** An empty index in place of one that is damaged. */
  anew: { given: null; result: null }
  /** Closes the index; answers its bytes when it is one in memory that is to be kept. */
  close: { given: null; result: Uint8Array | null }
}
export type JobName = keyof Jobs

export type ToWorker = { [N in JobName]: { id: number; name: N; given: Jobs[N]['given'] } }[JobName] | 'end'

export type FromWorker =
  | { id: number; result: Jobs[JobName]['result'] }
  /** `damaged`: SQLite can’t read the index any more; it has to be made anew. */
  | { id: number; failed: { damaged: boolean; message: string; code: string | undefined } }
