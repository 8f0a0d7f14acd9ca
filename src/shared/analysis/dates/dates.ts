import { sentencesOf, type Span } from '../../source/sentences.ts'
import type { Block } from '../../source/source.ts'
import { readLanguageOf } from '../numbers/number-words.ts'
import { findDates } from './find-dates.ts'
import { draftDates, resolveDates, type ResolvedDate } from './resolve-dates.ts'

/** A text whose dates are read. */
export interface DatedText {
  text: string
  /** Its blocks; without them each line is one. */
  blocks?: readonly Pick<Block, 'start' | 'end'>[]
  /** A BCP 47 tag; null where the language isn't known. */
  language: string | null
  /** When it was published, ISO 8601; only a full day counts. */
  published: string | null
}

/** The sentences of all blocks of a text, in order. */
export function sentencesOfText({ text, blocks, language }: Pick<DatedText, 'text' | 'blocks' | 'language'>): Span[] {
  return (blocks ?? linesOf(text)).flatMap(({ start, end }) =>
    sentencesOf(text.slice(start, end), language).map((span) => ({ start: span.start + start, end: span.end + start }))
  )
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return lines
}

/** The dates that a text names, each with the days that it means, in order of place. */
export function datesIn(dated: DatedText, sentences: readonly Span[] = sentencesOfText(dated)): ResolvedDate[] {
  const language = readLanguageOf(dated.language)
  const day = /^\d{4}-\d\d-\d\d/u.exec(dated.published ?? '')?.[0] ?? null
  return resolveDates(draftDates(dated.text, findDates(dated.text, language), { sentences, language }), day)
}
