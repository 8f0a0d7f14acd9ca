/** The fields that a query may name, as they’re written. */
export const TEXT_FIELDS = ['title', 'author', 'publisher', 'speaker', 'tag', 'lang', 'tlp', 'key'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** The kinds of what is found, by the words that name them: a source’s text, title and metadata; quotes; notes; statements of briefs; marks. */
export const SCOPES = ['sources', 'quotes', 'notes', 'briefs', 'marks'] as const
export type Scope = (typeof SCOPES)[number]

/** Words in a row, folded; with `prefix` the last is the beginning of a word. */
export interface Words {
  type: 'words'
  tokens: readonly string[]
  prefix: boolean
}

/** Days `[from, to]` as numbers (20310228), open where null; or that there’s no date. */
export type Days = { from: number | null; to: number | null } | 'none'

/**
 * A query as it was read. `near` finds two rows of words, in either order, with at most `distance` words between them; `not` all that its
 * part doesn’t find.
 */
export type QueryNode =
  | Words
  | { type: 'near'; left: Words; right: Words; distance: number }
  | { type: 'and' | 'or'; of: readonly QueryNode[] }
  | { type: 'not'; of: QueryNode }
  | { type: 'field'; field: TextField; tokens: readonly string[]; prefix: boolean }
  | { type: 'date'; days: Days; asked: string }
  | { type: 'in'; scope: Scope }

/** A query that was read: its tree, null when nothing is asked, and how it was read, in the language of queries itself. */
export interface ReadQuery {
  root: QueryNode | null
  read: string
}

/** Joins parts, those that ask nothing left out. */
export function joined(type: 'and' | 'or', parts: readonly (QueryNode | null)[]): QueryNode | null {
  const of = parts.flatMap((part) => (part === null ? [] : part.type === type ? part.of : [part]))
  return of.length > 1 ? { type, of } : (of[0] ?? null)
}
