import type { Brief } from '../brief/brief.ts'
import { blockText, notesOf, plainText, walkBlocks } from '../brief/walk.ts'
import type { Quote } from '../quote/quote.ts'
import { sourceTitle, type Source } from '../source/source.ts'
import type { Scope } from './query.ts'

/** What has values that a query names and by which answers are counted, besides the words in which it’s found. */
export const VALUE_FIELDS = ['author', 'publisher', 'speaker', 'tag', 'language', 'tlp', 'month', 'key'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

/** Something that a search finds: a source, a quote, a note, a statement. */
export interface Entry {
  scope: Scope
  /** Id of what it is: of the source, the quote, the statement, the record, or of what the note is on. */
  id: string
  /** By which people know it, or what the note is on: `S3`, `Q7`; the id of a statement. */
  key: string
  /** The source to which it belongs; null for statements, and notes on briefs or the case. */
  sourceId: string | null
  briefId: string | null
  title: string
  /** Its words. Null for a source: they’re its text, which is kept elsewhere. */
  text: string | null
  /** What else its words are found in: names, tags. */
  meta: string[]
  values: [ValueField, string][]
  publisher: string | null
  /** As metadata have it: a day, month, year or time. */
  published: string | null
  /** Where it stands in its source’s text, `[start, end)` in UTF-16 units; null where it has no place there. */
  place: [number, number] | null
  /** True for a source that has quotes. */
  isQuoted: boolean
}

/** A source, its quotes, and the notes on both. */
export function sourceEntries(source: Source, quotes: readonly Quote[]): Entry[] {
  const { metadata } = source
  if (source.deletedAt !== null) return []
  const live = quotes.filter(({ deletedAt }) => deletedAt === null)
  const title = sourceTitle(source)
  const publisher = metadata.publisher.value
  const published = metadata.published.value
  const authors = metadata.authors.value ?? []
  const speakers = live.flatMap(({ speaker }) => speaker ?? [])
  const common = { sourceId: source.id, briefId: null, title, publisher, published, isQuoted: false }
  const note = (
    text: string,
    of: { id: string; key: string },
    place: Entry['place'],
    values: Entry['values']
  ): Entry[] =>
    text.trim() === '' ? [] : [{ ...common, scope: 'notes', id: of.id, key: of.key, text, meta: [], values, place }]
  return [
    {
      ...common,
      scope: 'sources',
      id: source.id,
      key: source.key,
      text: null,
      meta: [...authors, publisher, metadata.section.value, ...(metadata.agencies.value ?? []), ...source.tags].filter(
        (value) => value !== null
      ),
      values: [
        ...valuesOf('author', authors),
        ...valuesOf('publisher', [publisher]),
        ...valuesOf('speaker', speakers),
        ...valuesOf('tag', source.tags),
        ...valuesOf('language', [metadata.language.value]),
        ...valuesOf('tlp', [source.tlp]),
        ...valuesOf('month', [published?.slice(0, 7) ?? null]),
        ...valuesOf('key', [source.key, ...source.formerKeys])
      ],
      place: null,
      isQuoted: live.length > 0
    },
    ...note(noteOf(source), source, null, valuesOf('tag', source.tags)),
    ...live.flatMap((quote) => {
      const place: [number, number] = [quote.target.start, quote.target.end]
      const values = [
        ...valuesOf('speaker', [quote.speaker]),
        ...valuesOf('tag', quote.tags),
        ...valuesOf('key', [quote.key, ...quote.formerKeys])
      ]
      const said: Entry = {
        ...common,
        scope: 'quotes',
        id: quote.id,
        key: quote.key,
        text: quote.target.exact,
        meta: [quote.speaker, ...quote.attribution, ...quote.tags].filter((value) => value !== null),
        values,
        place
      }
      return [said, ...note(noteOf(quote), quote, place, values)]
    })
  ]
}

/** A note with what is said of the grades. */
function noteOf({ note, grading }: Pick<Quote, 'note' | 'grading'>): string {
  return [note, grading?.reliabilityReason, grading?.credibilityReason].filter((text) => text?.trim()).join('\n')
}

/** A mark with its note: its words, by what it's tagged with. `of` is its source. */
export function markEntries(
  mark: { id: string; note: string; target: { exact: string; start: number; end: number } },
  tags: readonly string[],
  of: Source
): Entry[] {
  if (of.deletedAt !== null) return []
  const { exact, start, end } = mark.target
  return [
    {
      ...{ scope: 'marks', id: mark.id, key: of.key, sourceId: of.id, briefId: null, title: sourceTitle(of) },
      text: mark.note.trim() === '' ? exact : `${exact}\n${mark.note}`,
      meta: [...tags],
      values: [...valuesOf('tag', tags), ...valuesOf('key', [of.key, ...of.formerKeys])],
      publisher: of.metadata.publisher.value,
      published: of.metadata.published.value,
      place: [start, end],
      isQuoted: false
    }
  ]
}

/** The statements, tables and captions of a brief, each with its footnotes. Quoted words are found as quotes. */
export function briefEntries(brief: Brief): Entry[] {
  if (brief.deletedAt !== null) return []
  return [...walkBlocks(brief.doc)].flatMap(({ node }) => {
    if (node.type === 'quoteBlock') return []
    const text = [blockText(node), ...notesOf(node).map(({ content }) => plainText(content))].join('\n').trim()
    if (text === '') return []
    return {
      scope: 'briefs',
      id: node.attrs.id,
      key: node.attrs.id,
      sourceId: null,
      briefId: brief.id,
      title: brief.title,
      text,
      meta: [],
      values: [],
      publisher: null,
      published: brief.date,
      place: null,
      isQuoted: false
    }
  })
}

/** The words of a record of a kind that has no view of its own in a search: each of its texts is a note. */
export function recordEntries(
  texts: readonly string[],
  of: { id: string; key: string; title: string; sourceId: string | null; briefId: string | null }
): Entry[] {
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      ...of,
      scope: 'notes',
      text,
      meta: [],
      values: [],
      publisher: null,
      published: null,
      place: null,
      isQuoted: false
    }))
}

function valuesOf(field: ValueField, values: readonly (string | null)[]): [ValueField, string][] {
  return values.flatMap((value): [ValueField, string][] =>
    value === null || value.trim() === '' ? [] : [[field, value]]
  )
}
