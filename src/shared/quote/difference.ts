import { diffArrays } from 'diff'
import { isDash, isQuoteMark } from './fold-characters.ts'
import { noteMarkAt } from './note-mark.ts'
import type { DifferencePart } from './quote.ts'
import { wordSegments } from './words.ts'

/** Beyond so many words that differ there is nothing to be learnt from which of them are the same. */
const MOST_EDITS = 1500

const WORD = /[\p{L}\p{N}]/u

/**
 * Compares quoted words with the source's, word by word in every script. Words that happen to be the same between longer differences belong to these: the
 * parts are to be read, not to be short. `same` with `quoted` make up the quote, `same` with `source` what was found.
 */
export function difference(quoted: string, found: string): DifferencePart[] {
  const [a, b] = [tokens(found), tokens(quoted)]
  const changes = diffArrays(a, b, { maxEditLength: MOST_EDITS })
  if (!changes) return ordered(found, quoted)
  return joined(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'quoted' : removed ? 'source' : 'same',
      text: value.join('')
    }))
  )
}

/** Words, and what stands between them. */
function tokens(text: string): string[] {
  return Array.from(wordSegments(text), ({ segment }) => segment)
}

/** What the source has first, then what the quote has; nothing for what is empty. */
function ordered(source: string, quoted: string): DifferencePart[] {
  const parts: DifferencePart[] = [
    { kind: 'source', text: source },
    { kind: 'quoted', text: quoted }
  ]
  return parts.filter(({ text }) => text !== '')
}

interface Change {
  source: string
  quoted: string
}

/** Puts differences together that only a few words part. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  // Changes, each followed by what is the same behind it.
  const steps: { change: Change; same: string }[] = []
  let open: { change: Change; same: string } = { change: { source: '', quoted: '' }, same: '' }
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      open.same += text
      continue
    }
    if (open.same !== '' || isEmpty(open.change)) {
      if (open.same !== '' || !isEmpty(open.change)) steps.push(open)
      open = { change: { source: '', quoted: '' }, same: '' }
    }
    if (kind === 'source') open.change.source += text
    else open.change.quoted += text
  }
  steps.push(open)

  // Joining two can make them long enough to be joined with a third.
  for (let i = 0; i + 1 < steps.length;) {
    const [left, right] = [steps[i]!, steps[i + 1]!]
    if (isEmpty(left.change) || !isIsland(left.same, left.change, right.change)) {
      i++
      continue
    }
    const { same } = left
    const change = {
      source: left.change.source + same + right.change.source,
      quoted: left.change.quoted + same + right.change.quoted
    }
    steps.splice(i, 2, { change, same: right.same })
    i = Math.max(0, i - 1)
  }
  return steps.flatMap(({ change, same }) => [
    ...ordered(change.source, change.quoted),
    ...(same === '' ? [] : [{ kind: 'same' as const, text: same }])
  ])
}

function isEmpty({ source, quoted }: Change): boolean {
  return source === '' && quoted === ''
}

/** True for what is the same between two differences that are longer than it on both sides, or that only signs and spaces part. */
function isIsland(same: string, left: Change, right: Change): boolean {
  const size = (change: Change): number => Math.max(countWords(change.source), countWords(change.quoted))
  const [least, most] = [size(left), size(right)].sort((a, b) => a - b) as [number, number]
  return countWords(same) === 0 ? most > 0 : countWords(same) < least
}

/** How many words a text has. */
export function countWords(text: string): number {
  return wordStarts(text).length
}

/** Where the words of a text begin. */
export function wordStarts(text: string): number[] {
  return Array.from(wordSegments(text)).flatMap(({ isWordLike, index }) => (isWordLike ? [index] : []))
}

/** Where the words of a text end. */
export function wordEnds(text: string): number[] {
  return Array.from(wordSegments(text)).flatMap(({ isWordLike, index, segment }) =>
    isWordLike ? [index + segment.length] : []
  )
}

/** One sentence: what kinds of difference folding hid between two passages. */
export function describeNormalisation(quoted: string, found: string): string {
  const [a, b] = [withoutNotes(quoted), withoutNotes(found)]
  const differ = (of: (text: string) => string): boolean => of(a) !== of(b)
  const only =
    (keep: (character: string) => boolean) =>
    (text: string): string =>
      [...text].filter(keep).join('')
  const kinds: string[] = []
  if (differ(only(isQuoteMark))) kinds.push('quote marks')
  if (differ(only(isDash))) kinds.push('dashes')
  if (differ(spacing)) kinds.push('white space')
  if (notesIn(quoted) !== notesIn(found)) kinds.push('the marks of notes')
  if (differ(only((character) => !isQuoteMark(character) && !isDash(character) && !/\s/.test(character))))
    kinds.push('invisible characters, ligatures or the encoding of letters')
  const last = kinds.pop() ?? 'invisible characters'
  return `Only ${kinds.length === 0 ? last : `${kinds.join(', ')} and ${last}`} differ${last === 'white space' && kinds.length === 0 ? 's' : ''}.`
}

function withoutNotes(text: string): string {
  return splitNotes(text).kept
}

function notesIn(text: string): string {
  return splitNotes(text).notes
}

function splitNotes(text: string): { kept: string; notes: string } {
  let [kept, notes] = ['', '']
  for (let i = 0; i < text.length;) {
    const note = noteMarkAt(text, i)
    if (note === 0) kept += text[i]
    else notes += text.slice(i, i + note)
    i += Math.max(1, note)
  }
  return { kept, notes }
}

function spacing(text: string): string {
  return text.replace(/\S+/g, 'x')
}

/** Places at which quote and source differ that a sentence tells of. */
const MOST_PLACES = 3
/** Characters of a passage that a sentence repeats. */
const LONGEST = 60
/** Words of so few characters are told with those before them. */
const SHORTEST = 2

/** One change with the words before it. */
interface Place extends Change {
  before: string
  isFirst: boolean
  isLast: boolean
}

/** A sentence or two for an altered quote: which words the source says where the quote says others. */
export function describeAlteration(parts: readonly DifferencePart[]): string {
  const places = placesOf(parts)
  if (places.length === 0) return 'The words differ from the source.'
  const kept = parts.reduce((sum, { kind, text }) => (kind === 'same' ? sum + countWords(text) : sum), 0)
  const changed = places.reduce((sum, { quoted }) => sum + countWords(quoted), 0)
  if (changed > 2 * kept && changed > 3) {
    const side = (kind: 'source' | 'quoted'): string =>
      cite(
        parts
          .filter((part) => part.kind === 'same' || part.kind === kind)
          .map(({ text }) => text)
          .join('')
      )
    return `Most of the words differ. The source says ${side('source')} where the quote says ${side('quoted')}.`
  }
  const told = places.slice(0, MOST_PLACES).map(describePlace)
  const rest = places.length - told.length
  if (rest > 0) told.push(rest === 1 ? 'One more place differs.' : `${rest} more places differ.`)
  return told.join(' ')
}

function placesOf(parts: readonly DifferencePart[]): Place[] {
  const places: Place[] = []
  let before = ''
  for (const [i, { kind, text }] of parts.entries()) {
    if (kind === 'same') before = text
    if (kind !== 'source' && kind !== 'quoted') continue
    const previous = parts[i - 1]?.kind
    const continues = previous === 'source' || previous === 'quoted'
    if (!continues) places.push({ source: '', quoted: '', before, isFirst: i === 0, isLast: false })
    const place = places.at(-1)!
    place[kind] += text
    place.isLast = i === parts.length - 1
    if (!continues) before = ''
  }
  return places.filter(({ source, quoted }) => source.trim() !== '' || quoted.trim() !== '')
}

function describePlace({ source, quoted, before, isFirst, isLast }: Place): string {
  const after = before.trim() === '' ? '' : ` after ${cite(lastWords(before))}`
  if (!WORD.test(source + quoted)) {
    if (source.trim() === '') return `The quote has the sign ${cite(quoted)}${after}; the source doesn’t.`
    if (quoted.trim() === '') return `The source has the sign ${cite(source)}${after}; the quote doesn’t.`
    return `The source has the sign ${cite(source)} where the quote has ${cite(quoted)}${after}.`
  }
  if (source.trim() === '') {
    if (isLast && after !== '')
      return `The source ends at ${cite(lastWords(before))} there; the quote goes on with ${cite(quoted)}.`
    if (isFirst) return `The quote begins with ${cite(quoted)}, which doesn’t stand there in the source.`
    return `The quote has ${cite(quoted)}${after}; the source doesn’t.`
  }
  if (quoted.trim() === '') return `The quote leaves out ${cite(source)}${after}.`
  // A word or two, or the only one of its kind, needs its place to be found.
  const place =
    isLast || Math.min(source.trim().length, quoted.trim().length) <= SHORTEST ? after.replace(' after', ', after') : ''
  return `The source says ${cite(source)} where the quote says ${cite(quoted)}${place}.`
}

/** The last words of a text, as many as tell a place. */
function lastWords(text: string): string {
  const all = [...wordSegments(text.trimEnd())]
  const words = all.filter(({ isWordLike }) => isWordLike)
  const from = words.at(-3)?.index ?? 0
  const last = words.at(-1)
  return text.slice(from, last ? last.index + last.segment.length : undefined)
}

/** Words between quote marks, on one line, shortened in the middle: how a passage begins and ends tells most. */
function cite(text: string): string {
  const flat = (WORD.test(text) ? text.replace(/^[\s,;:.!?”»’)\]]+|[\s,;:“«‘([]+$/g, '') : text)
    .replace(/\s+/g, ' ')
    .trim()
  if (flat.length <= LONGEST) return `“${flat}”`
  return `“${whole(flat.slice(0, 36), 'end')} … ${whole(flat.slice(-20), 'start')}”`
}

/** What is cut off, at a word's end where there is one near, never within a pair of code units. */
function whole(text: string, cut: 'start' | 'end'): string {
  const fit = cut === 'end' ? text.replace(/\s+\S{0,15}$/, '') : text.replace(/^\S{0,12}\s+/, '')
  return fit.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').trim()
}
