import { comparable, letters } from './match-quotes.ts'
import { say, type Said } from '../wording/say.ts'

/** Words around a difference that are shown with it. */
const AROUND = 3
/** Characters of a text that a sentence repeats. */
const EXCERPT = 80

/** Whether two texts of a page hold the same words, however they are set. */
export function sameWords(a: string, b: string): boolean {
  return comparable(a) === comparable(b) || (letters(a) === letters(b) && nonLetters(a) === nonLetters(b))
}

function nonLetters(text: string): string {
  return [...comparable(text).replace(/[\p{L}\p{M}\p{N}]/gu, '')].sort().join('')
}

/** A clause that says how what is shown differs from what was exported, with the words at the first difference. */
export function describeDifference(shown: string, exported: string): Said {
  const a = shown.split(/\s+/).filter(Boolean)
  const b = exported.split(/\s+/).filter(Boolean)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const changed = (words: string[]): string => words.slice(start, words.length - end).join(' ')
  const around = (words: string[]): string =>
    excerpt(words.slice(Math.max(0, start - AROUND), words.length - end + Math.min(AROUND, end)).join(' '))
  if (changed(b) === '') return say('it shows “{1*}”, which wasn’t exported', excerpt(changed(a)))
  if (changed(a) === '') return say('“{1*}” is missing from it', excerpt(changed(b)))
  return say('it shows “{1*}” where “{2*}” was exported', around(a), around(b))
}

/** A text on one line, cut at a length. */
export function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > EXCERPT ? `${flat.slice(0, EXCERPT).toWellFormed().trimEnd()} …` : flat
}
