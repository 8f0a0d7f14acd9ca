import { cutReason } from './boundary.ts'
import { difference } from './difference.ts'
import { foldQuoteMarks } from './fold.ts'
import { noteMarkAt } from './note-mark.ts'
import { turningWord } from './omission.ts'
import {
  foldedWords,
  occurrences,
  type FoldedWords,
  type PreparedText,
  type Range,
  type VerifyHint
} from './prepared.ts'
import { describeOtherNote, endOf, otherNote } from './quoted-notes.ts'
import type { DifferencePart, FoundQuote } from './quote.ts'
import { say, type Said } from '../wording/say.ts'

/** The most that one ellipsis may leave out, in characters of the source, and in paragraph breaks. */
const LONGEST_OMISSION = 400
const MOST_BREAKS = 1
/** The most that words in brackets may stand for. */
const LONGEST_REPLACED = 80
/** The most that brackets within a word (`report[s]`) may stand for. */
const LONGEST_ENDING = 4
/** Ways to place the fragments that are tried before giving up. */
const MOST_STEPS = 20_000

const ELLIPSIS = String.raw`\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)|\.\s?\.\s?\.\.?|…`
const PART = new RegExp(`(${ELLIPSIS})|\\[([^\\]]*)\\]`, 'g')

/** A letter or digit: without one a fragment says nothing. */
const SAYING = /[\p{L}\p{N}]/u

/** What stands between two fragments of a shortened quotation. */
interface Gap {
  longest: number
  breaks: number
  /** Written in brackets by the author. */
  inserted: string[]
  /** The brackets touch letters: the fragment next to them may end or begin within a word. */
  inWord: boolean
  /** At least one ellipsis: only then may something be left out without words in its place. */
  ellipsis: boolean
}

interface Fragment {
  /** As written. */
  words: string
  /** As searched: more than one when brackets changed the case of its first letter. */
  forms: string[]
  /** Folded, as far as the marks of notes go. */
  folded: FoldedWords
  before: Gap | null
}

/** True when the words hold an ellipsis or a bracket that isn't the mark of a note. */
export function isShortened(words: string, source: Pick<PreparedText, 'rules'>): boolean {
  return partsOf(words, source).length > 0
}

/** Ellipses and brackets. The marks of notes are no brackets of the author's, but by the first rules. */
function partsOf(words: string, { rules }: Pick<PreparedText, 'rules'>): RegExpExecArray[] {
  return [...words.matchAll(PART)].filter(({ index }) => rules === 1 || noteMarkAt(words, index) === 0)
}

/**
 * Verifies a quotation with ellipses (`...`, `…`, `[...]`) and brackets (`[T]he`, `[the board]`). It passes, as
 * `normalised`, when its fragments stand in the source in that order, close together and at whole words, and nothing that
 * was left out or put in turns the meaning. Otherwise it's `altered` with the reason. Null when not all fragments are there.
 */
export function findShortened(words: string, source: PreparedText, hint: VerifyHint): FoundQuote | null {
  const { fragments, outside } = parse(words, source)
  if (fragments.length === 0) return null
  const turned = [...outside, ...fragments.flatMap((fragment) => fragment.before?.inserted ?? [])].find(turningWord)
  for (const marks of [(text: string) => text, foldQuoteMarks]) {
    const search = new Search(source, fragments, marks, hint)
    const path = search.run()
    if (path) {
      const reason =
        turned === undefined ? null : say('The words “{1*}” were put in by the author and turn the meaning.', turned)
      return verification(path, fragments, source, reason, outside)
    }
    if (search.refused) return verification(search.refused.path, fragments, source, search.refused.reason, outside)
    const scattered = search.anywhere()
    if (scattered) {
      const reason = say('Its fragments stand in the source, but not in this order.')
      const [first] = scattered
      return { state: 'altered', start: first!.start, end: first!.end, fragments: scattered, difference: [], reason }
    }
  }
  return null
}

function parse(words: string, source: PreparedText): { fragments: Fragment[]; outside: string[] } {
  const fragments: Fragment[] = []
  const outside: string[] = []
  let gap: Gap | null = null
  let casing = ''
  const addText = (text: string): void => {
    const trimmed = (casing + text).trim()
    if (trimmed === '') return
    const folded = foldedWords(trimmed, source)[0]!
    const { form } = folded
    const rest = form.slice(1)
    const first = form.slice(0, 1)
    const forms = casing === '' ? [form] : [...new Set([first.toLowerCase() + rest, first.toUpperCase() + rest])]
    if (fragments.length === 0 && gap) outside.push(...gap.inserted)
    fragments.push({ words: trimmed, forms, folded, before: fragments.length === 0 ? null : gap })
    gap = null
    casing = ''
  }
  let last = 0
  for (const match of partsOf(words, source)) {
    addText(words.slice(last, match.index))
    last = match.index + match[0].length
    const content = match[2]?.trim() ?? ''
    const touchesLeft = /\p{L}$/u.test(words.slice(0, match.index))
    const touchesRight = /^\p{L}/u.test(words.slice(last))
    if (match[1] === undefined && touchesRight && !touchesLeft && /^\p{L}$/u.test(content)) {
      casing = content
      gap ??= { longest: 1, breaks: 0, inserted: [], inWord: false, ellipsis: false }
      continue
    }
    const ellipsis = match[1] !== undefined
    const inWord = !ellipsis && (touchesLeft || touchesRight)
    const longest = ellipsis ? LONGEST_OMISSION : inWord ? LONGEST_ENDING : LONGEST_REPLACED
    const previous: Gap = gap ?? { longest: 0, breaks: 0, inserted: [], inWord: false, ellipsis: false }
    gap = {
      longest: Math.max(previous.longest, longest),
      breaks: Math.max(previous.breaks, ellipsis ? MOST_BREAKS : 0),
      inserted: ellipsis ? previous.inserted : [...previous.inserted, content],
      inWord: previous.inWord || inWord,
      ellipsis: previous.ellipsis || ellipsis
    }
  }
  addText(words.slice(last))
  if (gap) outside.push(...(gap as Gap).inserted)
  // A quote mark that closes after an ellipsis isn't a fragment of its own.
  while (fragments.length > 1 && !SAYING.test(fragments.at(-1)!.words)) fragments.pop()
  while (fragments.length > 1 && !SAYING.test(fragments[0]!.words)) fragments.shift()
  if (fragments[0]) fragments[0].before = null
  return { fragments, outside }
}

/** Depth-first search for places of all fragments; remembers the best path that a rule refused. */
class Search {
  refused: { path: Range[]; reason: Said } | null = null
  readonly #text: string
  readonly #folded: string
  readonly #source: PreparedText
  readonly #fragments: Fragment[]
  readonly #marks: (text: string) => string
  readonly #hint: VerifyHint
  #steps = 0

  constructor(source: PreparedText, fragments: Fragment[], marks: (text: string) => string, hint: VerifyHint) {
    this.#source = source
    this.#text = source.text
    this.#folded = marks(source.form.folded)
    this.#fragments = fragments
    this.#marks = marks
    this.#hint = hint
  }

  run(): Range[] | null {
    const firsts = this.#places(this.#fragments[0]!, 0, this.#folded.length)
    const { starts } = this.#source.form
    const wanted = this.#hint.start ?? 0
    firsts.sort((a, b) => Math.abs(starts[a.start]! - wanted) - Math.abs(starts[b.start]! - wanted))
    for (const near of [true, false]) {
      for (const first of firsts) {
        const path = this.#follow([first], near)
        if (path && near) return path
        if (path) {
          this.refused ??= { path, reason: say('Its fragments stand too far apart in the source to be one quotation.') }
          return null
        }
        if (this.#steps > MOST_STEPS) return null
      }
      if (this.refused) return null
    }
    return null
  }

  /** The first place of every fragment, in whatever order; null when one stands nowhere or is too short to tell. */
  anywhere(): Range[] | null {
    const places = this.#fragments.map((fragment) => this.#places(fragment, 0, this.#folded.length)[0])
    const telling = this.#fragments.every((fragment) => fragment.words.length >= 8)
    return telling && places.every((place) => place !== undefined) ? this.#original(places) : null
  }

  #places(fragment: Fragment, from: number, to: number): Range[] {
    return fragment.forms.flatMap((form) => occurrences(this.#folded, this.#marks(form), from, to))
  }

  /** Completes a path of ranges in the folded text and gives it in offsets of the source; null when there is none. */
  #follow(path: Range[], near: boolean): Range[] | null {
    this.#steps++
    if (this.#steps > MOST_STEPS) return null
    const fragment = this.#fragments[path.length]
    if (!fragment) return this.#judge(path, near)
    const from = path[path.length - 1]!.end
    const gap = fragment.before!
    const length = Math.max(...fragment.forms.map((form) => form.length))
    const to = near ? Math.min(this.#folded.length, from + gap.longest + length + 2) : this.#folded.length
    for (const next of this.#places(fragment, from, to)) {
      const whole = this.#follow([...path, next], near)
      if (whole) return whole
      if (!near && this.#steps > MOST_STEPS) return null
    }
    return null
  }

  /** Where ranges of the folded text, one for each fragment, stand in the source. */
  #original(ranges: readonly Range[]): Range[] {
    const { form } = this.#source
    return ranges.map((range, i) => ({
      start: form.starts[range.start]!,
      end: endOf(this.#fragments[i]!.folded, range, form)
    }))
  }

  #judge(ranges: readonly Range[], near: boolean): Range[] | null {
    const path = this.#original(ranges)
    const reason = this.#otherNotes(ranges) ?? this.#objection(path, near)
    if (reason === null) return path
    this.refused ??= { path, reason }
    return null
  }

  #otherNotes(ranges: readonly Range[]): Said | null {
    for (const [i, range] of ranges.entries()) {
      const other = otherNote(this.#fragments[i]!.folded, range, this.#source.form)
      if (other) return describeOtherNote(other)
    }
    return null
  }

  #objection(path: Range[], near: boolean): Said | null {
    for (const [i, range] of path.entries()) {
      const before = this.#fragments[i]!.before
      const after = this.#fragments[i + 1]?.before
      const cut = cutReason(this.#text, range.start, range.end, this.#source.rules)
      if (cut?.startsWith('It begins') && !before?.inWord) return cut
      if (cut?.startsWith('It ends') && !after?.inWord) return cut
      if (!before) continue
      const omitted = this.#text.slice(path[i - 1]!.end, range.start)
      if (!near) continue
      if (omitted.split('\n').length - 1 > before.breaks) return say('What it leaves out runs over several paragraphs.')
      if (before.inWord) continue
      const word = turningWord(withNeighbours(omitted, this.#text, path[i - 1]!.end, range.start))
      if (word !== null) return say('It leaves out “{1*}”, which turns the meaning.', word)
    }
    return null
  }
}

/** The omitted words with the punctuation on either side, so that a parenthetical is recognised. */
function withNeighbours(omitted: string, text: string, start: number, end: number): string {
  const before = /[,(–—]\s*$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? ''
  const after = /^\s*[,)–—]/.exec(text.slice(end, end + 2))?.[0] ?? ''
  return before + omitted + after
}

function verification(
  path: Range[],
  fragments: Fragment[],
  source: PreparedText,
  objection: Said | null,
  outside: string[]
): FoundQuote {
  const parts: DifferencePart[] = []
  for (const [i, range] of path.entries()) {
    const fragment = fragments[i]!
    if (i > 0) {
      for (const text of fragment.before!.inserted) parts.push({ kind: 'quoted', text: `[${text}]` })
      const omitted = source.text.slice(path[i - 1]!.end, range.start)
      if (omitted !== '') parts.push({ kind: omitted.trim() === '' ? 'same' : 'omitted', text: omitted })
    }
    const found = source.text.slice(range.start, range.end)
    if (found === fragment.words) parts.push({ kind: 'same', text: found })
    else parts.push(...difference(fragment.words, found))
  }
  const brackets = outside.length > 0 || fragments.some((fragment) => (fragment.before?.inserted.length ?? 0) > 0)
  const ellipsis = fragments.some((fragment) => fragment.before?.ellipsis)
  const passed = ellipsis
    ? say('It is shortened; what it leaves out turns nothing and is shown.')
    : brackets
      ? say('The words in brackets are the author’s.')
      : say('Only ellipses at its ends, the case of a letter in brackets, quote marks or white space differ.')
  return {
    state: objection === null ? 'normalised' : 'altered',
    start: path[0]!.start,
    end: path[path.length - 1]!.end,
    fragments: path,
    difference: parts,
    reason: objection ?? passed
  }
}
