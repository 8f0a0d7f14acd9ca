import { diffWordsWithSpace } from 'diff'
import { isQuoteMark } from './fold.ts'
import type { DifferencePart } from './quote.ts'

/** Compares quoted words with the source's, word by word. */
export function difference(quoted: string, found: string): DifferencePart[] {
  return diffWordsWithSpace(found, quoted).map((part) => ({
    kind: part.added ? 'quoted' : part.removed ? 'source' : 'same',
    text: part.value
  }))
}

/** One sentence: what kinds of difference folding hid between two passages. */
export function describeNormalisation(quoted: string, found: string): string {
  const only = (keep: (character: string) => boolean): boolean =>
    [...quoted].filter(keep).join('') !== [...found].filter(keep).join('')
  const kinds: string[] = []
  if (only(isQuoteMark)) kinds.push('quote marks')
  if (only((character) => /[-‐‑‒–—―−]/.test(character))) kinds.push('dashes')
  if (spacing(quoted) !== spacing(found)) kinds.push('white space')
  if (kinds.length === 0) return 'Only invisible characters, ligatures or the encoding of letters differ.'
  if (kinds.length === 1 && kinds[0] === 'white space') return 'Only white space differs.'
  const last = kinds.pop()!
  return `Only ${kinds.length === 0 ? last : `${kinds.join(', ')} and ${last}`} differ.`
}

function spacing(text: string): string {
  return text.replace(/\S+/g, 'x')
}

/** One sentence for an altered quote: the words added and left out, as far as they fit. */
export function describeAlteration(parts: readonly DifferencePart[]): string {
  const words = (kind: DifferencePart['kind']): string[] =>
    parts
      .filter((part) => part.kind === kind && part.text.trim() !== '')
      .map((part) => `“${shorten(part.text.trim())}”`)
  const quoted = words('quoted')
  const source = words('source')
  if (quoted.length === 0 && source.length === 0) return 'The words differ from the source.'
  if (quoted.length + source.length > 5) return 'Several words differ from the source; the difference is shown.'
  if (quoted.length === 1 && source.length === 1) return `The source has ${source[0]!}, not ${quoted[0]!}.`
  if (source.length === 0) return `The source has no ${list(quoted)}.`
  if (quoted.length === 0) return `The quote leaves out ${list(source)}.`
  return `The source has ${list(source)} where the quote has ${list(quoted)}.`
}

function list(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text
}
