import { diffArrays } from 'diff'
import { isDash, isQuoteMark } from './fold-characters.ts'
import { noteMarkAt } from './note-mark.ts'
import type { DifferencePart } from './quote.ts'
import { wordSegments } from './words.ts'
import { say, sentences, type Said } from '../wording/say.ts'

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

const WHITE_SPACE = say('white space')

/** One sentence: what kinds of difference folding hid between two passages. */
export function describeNormalisation(quoted: string, found: string): Said {
  const [a, b] = [withoutNotes(quoted), withoutNotes(found)]
  const differ = (of: (text: string) => string): boolean => of(a) !== of(b)
  const only =
    (keep: (character: string) => boolean) =>
    (text: string): string =>
      [...text].filter(keep).join('')
  const kinds: Said[] = []
  if (differ(only(isQuoteMark))) kinds.push(say('quote marks'))
  if (differ(only(isDash))) kinds.push(say('dashes'))
  if (differ(spacing)) kinds.push(WHITE_SPACE)
  if (notesIn(quoted) !== notesIn(found)) kinds.push(say('the marks of notes'))
  if (differ(only((character) => !isQuoteMark(character) && !isDash(character) && !/\s/.test(character))))
    kinds.push(say('invisible characters, ligatures or the encoding of letters'))
  const last = kinds.pop() ?? say('invisible characters')
  if (kinds.length > 0) return say('Only {1,} and {2>} differ.', kinds, last)
  return last === WHITE_SPACE ? say('Only {1>} differs.', last) : say('Only {1>} differ.', last)
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
export function describeAlteration(parts: readonly DifferencePart[]): Said {
  const places = placesOf(parts)
  if (places.length === 0) return say('The words differ from the source.')
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
    return sentences(
      say('Most of the words differ.'),
      say('The source says “{1*}” where the quote says “{2*}”.', side('source'), side('quoted'))
    )
  }
  const told = places.slice(0, MOST_PLACES).map(describePlace)
  const rest = places.length - told.length
  if (rest > 0) told.push(rest === 1 ? say('One more place differs.') : say('{1#} more places differ.', rest))
  return sentences(...told)
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

function describePlace(place: Place): Said {
  const { source, quoted, before, isFirst, isLast } = place
  const after = before.trim() === '' ? null : cite(lastWords(before))
  if (!WORD.test(source + quoted)) return describeSign(place, after)
  if (source.trim() === '') {
    if (isLast && after !== null)
      return say('The source ends at “{1*}” there; the quote goes on with “{2*}”.', after, cite(quoted))
    if (isFirst) return say('The quote begins with “{1*}”, which doesn’t stand there in the source.', cite(quoted))
    return after === null
      ? say('The quote has “{1*}”; the source doesn’t.', cite(quoted))
      : say('The quote has “{1*}” after “{2*}”; the source doesn’t.', cite(quoted), after)
  }
  if (quoted.trim() === '')
    return after === null
      ? say('The quote leaves out “{1*}”.', cite(source))
      : say('The quote leaves out “{1*}” after “{2*}”.', cite(source), after)
  // A word or two, or the only one of its kind, needs its place to be found.
  const isPlaced = isLast || Math.min(source.trim().length, quoted.trim().length) <= SHORTEST
  return isPlaced && after !== null
    ? say('The source says “{1*}” where the quote says “{2*}”, after “{3*}”.', cite(source), cite(quoted), after)
    : say('The source says “{1*}” where the quote says “{2*}”.', cite(source), cite(quoted))
}

/** The same of signs. */
function describeSign({ source, quoted }: Place, after: string | null): Said {
  if (source.trim() === '')
    return after === null
      ? say('The quote has the sign “{1*}”; the source doesn’t.', cite(quoted))
      : say('The quote has the sign “{1*}” after “{2*}”; the source doesn’t.', cite(quoted), after)
  if (quoted.trim() === '')
    return after === null
      ? say('The source has the sign “{1*}”; the quote doesn’t.', cite(source))
      : say('The source has the sign “{1*}” after “{2*}”; the quote doesn’t.', cite(source), after)
  return after === null
    ? say('The source has the sign “{1*}” where the quote has “{2*}”.', cite(source), cite(quoted))
    : say('The source has the sign “{1*}” where the quote has “{2*}” after “{3*}”.', cite(source), cite(quoted), after)
}

/** The last words of a text, as many as tell a place. */
function lastWords(text: string): string {
  const all = [...wordSegments(text.trimEnd())]
  const words = all.filter(({ isWordLike }) => isWordLike)
  const from = words.at(-3)?.index ?? 0
  const last = words.at(-1)
  return text.slice(from, last ? last.index + last.segment.length : undefined)
}

/** Words on one line, shortened in the middle: how a passage begins and ends tells most. */
function cite(text: string): string {
  const flat = (WORD.test(text) ? text.replace(/^[\s,;:.!?”»’)\]]+|[\s,;:“«‘([]+$/g, '') : text)
    .replace(/\s+/g, ' ')
    .trim()
  if (flat.length <= LONGEST) return flat
  return `${whole(flat.slice(0, 36), 'end')} … ${whole(flat.slice(-20), 'start')}`
}

/** What is cut off, at a word's end where there is one near, never within a pair of code units. */
function whole(text: string, cut: 'start' | 'end'): string {
  const fit = cut === 'end' ? text.replace(/\s+\S{0,15}$/, '') : text.replace(/^\S{0,12}\s+/, '')
  return fit.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '').trim()
}
