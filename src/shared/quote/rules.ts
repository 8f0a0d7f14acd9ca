/**
 * The rules by which quotes are compared with their sources. A proof names the ones it was made by, and is judged by them:
 * what an export said of its quotes must stay true of them. They rise when a quote could get another state.
 *
 * - 1: until proofs named them.
 * - 2: more is folded (apostrophes and hyphens of all scripts, forms of presentation, conjoining jamo, notes' marks, hyphens
 *   at line ends); context decides which of several places is meant; no word is cut at an invisible character, an apostrophe
 *   or a compound's hyphen; a quote's marks of notes are its source's.
 */
export const QUOTE_RULES = 2

export type QuoteRules = 1 | typeof QUOTE_RULES
