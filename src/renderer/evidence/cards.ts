import type { Mark } from '../../shared/case/records/mark.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import type { Stored } from '../../shared/brief/check.ts'
import { standingOf, type Standing } from '../../shared/brief/standing.ts'
import type { Quote } from '../../shared/quote/quote.ts'

/** A passage that can go into a brief: a saved quote, or a mark, which becomes one when it's used. */
export interface Card {
  id: string
  /** Null for a mark. */
  quote: Quote | null
  sourceId: string
  start: number
  end: number
  words: string
  speaker: string | null
  note: string
  /** The names of its tags. */
  tags: readonly string[]
  /** The colour of a mark. */
  colour: Mark['colour'] | null
  createdAt: string
}

/** The cards of all quotes and marks, newest first. A mark at the very place of a quote adds its tags to that. */
export function cardsOf(
  quotes: Iterable<Quote>,
  marks: readonly Mark[],
  tagName: (id: string) => string | null
): Card[] {
  const cards: Card[] = []
  const at = new Map<string, Card>()
  const placeOf = ({ sourceId, start, end }: Pick<Card, 'sourceId' | 'start' | 'end'>): string =>
    `${sourceId} ${start} ${end}`
  for (const quote of quotes) {
    const { id, sourceId, target, speaker, note, tags, createdAt } = quote
    const { start, end, exact } = target
    const card = { id, quote, sourceId, start, end, words: exact, speaker, note, tags, colour: null, createdAt }
    cards.push(card)
    at.set(placeOf(card), card)
  }
  for (const { id, sourceId, target, colour, note, tags, createdAt } of marks) {
    const names = tags.flatMap((tag) => tagName(tag) ?? [])
    const { start, end, exact } = target
    const card: Card = {
      id,
      quote: null,
      sourceId,
      start,
      end,
      words: exact,
      speaker: null,
      note,
      tags: names,
      colour,
      createdAt
    }
    const same = at.get(placeOf(card))
    if (same) same.tags = [...new Set([...same.tags, ...names])]
    else cards.push(card)
  }
  return cards.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

/** What the cards are narrowed to. Null, or an empty text, narrows nothing. */
export interface EvidenceFilter {
  words: string
  /** By whether the open brief uses it. */
  use: 'all' | 'unused' | 'used'
  tag: string | null
  speaker: string | null
  sourceId: string | null
  /** By the source's date, ISO days, months or years; both ends count. */
  from: string
  to: string
  state: Standing | 'mark' | null
}

export const NO_FILTER: EvidenceFilter = {
  words: '',
  use: 'all',
  tag: null,
  speaker: null,
  sourceId: null,
  from: '',
  to: '',
  state: null
}

/** What is known around the cards. */
export interface Surroundings {
  source: (id: string) => SourceRow | undefined
  stored: (sourceId: string) => Stored | undefined
  /** The quotes that the open brief uses. */
  used: { has: (quoteId: string) => boolean }
  matches: (query: string, text: string) => boolean
}

/** How a card stands: a mark as that; a quote, which is taken from its source's text, by whether that is what was imported. */
export function stateOf(card: Card, stored: Surroundings['stored']): Standing | 'mark' {
  if (!card.quote) return 'mark'
  const known = stored(card.sourceId)
  return known ? standingOf('verbatim', known) : 'verbatim'
}

/** True when the open brief uses a card's quote. */
export function isUsed({ quote }: Card, used: Surroundings['used']): boolean {
  return quote !== null && used.has(quote.id)
}

/** The cards that a filter leaves. */
export function filtered(cards: readonly Card[], filter: EvidenceFilter, around: Surroundings): Card[] {
  const { words, use, tag, speaker, sourceId, from, to, state } = filter
  const query = words.trim()
  return cards.filter((card) => {
    if (sourceId !== null && card.sourceId !== sourceId) return false
    if (use !== 'all' && isUsed(card, around.used) !== (use === 'used')) return false
    if (tag !== null && !card.tags.includes(tag)) return false
    if (speaker !== null && card.speaker !== speaker) return false
    if (state !== null && stateOf(card, around.stored) !== state) return false
    const source = around.source(card.sourceId)
    if (from !== '' || to !== '') {
      const day = source?.published?.slice(0, 10)
      if (day === undefined || (from !== '' && day < from) || (to !== '' && day.slice(0, to.length) > to)) return false
    }
    if (query === '') return true
    return around.matches(query, textOf(card, source))
  })
}

const texts = new WeakMap<Card, { source: SourceRow | undefined; text: string }>()

/** What a filter's words are looked for in, put together once. */
function textOf(card: Card, source: SourceRow | undefined): string {
  const known = texts.get(card)
  if (known && known.source === source) return known.text
  const parts = [card.quote?.key, card.words, card.speaker, card.note, source?.title, source?.publisher, ...card.tags]
  const text = parts.filter(Boolean).join(' ')
  texts.set(card, { source, text })
  return text
}

/** The values that cards have, with how many have each, the most frequent first. */
export function valuesOf(cards: readonly Card[], read: (card: Card) => Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const card of cards) for (const value of read(card)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
