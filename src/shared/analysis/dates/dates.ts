import { sentencesOfBlocks, type Span } from '../../source/sentences.ts'
import type { Block } from '../../source/source.ts'
import { readLanguageOf } from '../numbers/number-words.ts'
import { findDates } from './find-dates.ts'
import { draftDates, resolveDates, type DateDraft, type ResolvedDate } from './resolve-dates.ts'

/** A text whose dates are read. */
export interface DatedText {
  text: string
  /** Its blocks; without them each line is one. */
  blocks?: readonly Pick<Block, 'start' | 'end'>[] | undefined
  /** A BCP 47 tag; null where the language isn't known. */
  language: string | null
  /** When it was published, ISO 8601; only a full day counts. */
  published: string | null
}

/** The sentences of all blocks of a text, in order. */
export function sentencesOfText({ text, blocks, language }: Pick<DatedText, 'text' | 'blocks' | 'language'>): Span[] {
  return sentencesOfBlocks(text, blocks ?? linesOf(text), language).flat()
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
export function datesIn(dated: DatedText): ResolvedDate[] {
  const day = /^\d{4}-\d\d-\d\d/u.exec(dated.published ?? '')?.[0] ?? null
  return resolveDates(draftsIn(dated), day)
}

type Undated = Omit<DatedText, 'published'>
const drafts = new WeakMap<NonNullable<Undated['blocks']>, { of: Undated; dates: readonly DateDraft[] }>()

/** The words of a text that name days, whenever it was published; found once for all who ask with the same blocks. */
export function draftsIn({ text, blocks, language: tag }: Undated): readonly DateDraft[] {
  const before = blocks && drafts.get(blocks)
  if (before && before.of.text === text && before.of.language === tag) return before.dates
  const language = readLanguageOf(tag)
  const sentences = sentencesOfText({ text, blocks, language: tag })
  const dates = draftDates(text, findDates(text, language), { sentences, language })
  if (blocks) drafts.set(blocks, { of: { text, language: tag }, dates })
  return dates
}
