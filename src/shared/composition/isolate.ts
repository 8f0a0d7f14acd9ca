import { directionOfLanguage } from '../source/direction.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
/** Embeddings, overrides and isolates, which would reach beyond the text they stand in. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A name or title to stand inside a line of another text: the numbers and punctuation around it stay in place though it
 * runs the other way (UAX #9, isolates). `language` is that of the line (BCP 47).
 */
export function isolated(text: string, language: string): string {
  if (!RIGHT_TO_LEFT.test(text) && directionOfLanguage(language) === 'ltr') return text
  return `${FIRST_STRONG_ISOLATE}${text.replace(CONTROLS, '')}${POP_ISOLATE}`
}

const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g

/** A text without what isolates set apart in it. */
export function withoutIsolated(text: string): string {
  return text.replace(ISOLATED, ' ')
}
