const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const RIGHT_TO_LEFT_LANGUAGE = /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv|ckb|syr)(?:-|$)/i
/** Embeddings, overrides and isolates, which would reach beyond the text they stand in. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * A name or title to stand inside a line of another text: the numbers and punctuation around it stay in place though it
 * runs the other way (UAX #9, isolates). `language` is that of the line (BCP 47).
 */
export function isolated(text: string, language: string): string {
  if (!RIGHT_TO_LEFT.test(text) && !RIGHT_TO_LEFT_LANGUAGE.test(language)) return text
  return `${FIRST_STRONG_ISOLATE}${text.replace(CONTROLS, '')}${POP_ISOLATE}`
}
