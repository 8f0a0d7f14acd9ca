import type { SourceRow } from '../../shared/case/row.ts'
import { formatPublished } from '../ui/format.ts'

/** A source in a few words: key, title, publisher, date. */
export function sourceTitleOf(source: SourceRow): string {
  return [source.title, source.publisher, formatPublished(source)].filter(Boolean).join(' · ')
}

const TOO_COMMON = 3

/** The significant words of a text, lower case, for ranking what might support it. */
export function significantWords(text: string): Set<string> {
  const words = text.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > TOO_COMMON || /\p{N}/u.test(word)))
}

/** How much of what is looked for stands in a text: 0 to 1. */
export function overlap(wanted: ReadonlySet<string>, text: string): number {
  if (wanted.size === 0) return 0
  const there = significantWords(text)
  let shared = 0
  for (const word of wanted) if (there.has(word)) shared += 1
  return shared / wanted.size
}
