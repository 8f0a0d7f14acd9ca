import type { Name } from '../names/names.ts'
import { cueOf } from '../running-text/cue-verbs.ts'
import { tokenise, type TextRange, type Token } from '../running-text/tokens.ts'
import { PRONOUNS, RELATIVES, wordClass } from '../running-text/word-class.ts'

/** Who is meant, as far as it is sure. */
export interface Speaker {
  /** What to call them: a full name, or a description as the text has it (“a spokesman for the ministry”); null for a pronoun that may mean several. */
  name: string | null
  /** True for a person or body by name, false for a description. */
  isNamed: boolean
}

const NOBODY: Speaker = { name: null, isNamed: false }
/** How far back a pronoun's person is looked for, in UTF-16 units. */
const REACH = 700
const LONGEST_LINK = 120

/**
 * Says who the words at `range` mean: the name in them at its longest, the name before a relative pronoun, the one person that “he” or “she” can mean here.
 * `names` are those of the text, in order; what stands within `quoted` names nobody for a pronoun outside.
 */
export function nameSpeaker(
  text: string,
  range: TextRange,
  names: readonly Name[],
  quoted: readonly TextRange[]
): Speaker {
  const within = names.filter(({ start, end }) => start < range.end && end > range.start)
  const best = within.find(({ kind }) => kind === 'person') ?? within.find(({ kind }) => kind === 'organisation')
  const words = text.slice(range.start, range.end)
  const lower = words.toLowerCase()
  if (best !== undefined && (best.kind === 'person' || startsPhrase(text, range, best)))
    return { name: best.full, isNamed: true }
  if (RELATIVES.has(lower)) return before(text, range, names)
  if (PRONOUNS.has(lower)) return lower === 'he' || lower === 'she' ? onlyPerson(text, range, names, quoted) : NOBODY
  const beside = names.find(
    ({ kind, start }) => kind === 'person' && start >= range.end && /^, $/.test(text.slice(range.end, start))
  )
  if (beside !== undefined) return { name: beside.full, isNamed: true }
  return { name: extended(text, range).replace(/\s+/g, ' '), isNamed: false }
}

/** “The Ministry” names a body, “the Ministry's driver” doesn't. */
function startsPhrase(text: string, range: TextRange, name: Name): boolean {
  return text.slice(name.end, range.end).trim() === ''
}

function before(text: string, range: TextRange, names: readonly Name[]): Speaker {
  const near = names.filter(({ end }) => end <= range.start && range.start - end <= LONGEST_LINK)
  const last = near.findLast(({ kind }) => kind !== 'place')
  if (last === undefined || /[.;“”"]/.test(text.slice(last.end, range.start))) return NOBODY
  return { name: last.full, isNamed: true }
}

/** The only person of this paragraph and the one before, up to here. */
function onlyPerson(text: string, range: TextRange, names: readonly Name[], quoted: readonly TextRange[]): Speaker {
  const paragraph = text.lastIndexOf('\n', range.start - 1)
  let above = paragraph
  while (above > 0 && text[above - 1] === '\n') above--
  const from = Math.max(paragraph < 0 ? 0 : text.lastIndexOf('\n', above - 1) + 1, range.start - REACH)
  const people = new Set<string>()
  for (const name of names) {
    if (name.kind !== 'person' || name.end > range.start || name.start < from) continue
    if (quoted.some(({ start, end }) => start <= name.start && name.end <= end)) continue
    people.add(name.full)
  }
  return people.size === 1 ? { name: [...people][0]!, isNamed: true } : NOBODY
}

const LINKS = new Set(['for', 'of', 'at', 'with', 'from'])

/** A description with what hangs on it: “a spokesman” for the ministry. */
function extended(text: string, { start, end }: TextRange): string {
  const line = text.indexOf('\n', end)
  const tokens = tokenise(text, end, Math.min(line < 0 ? text.length : line, end + LONGEST_LINK))
  let to = end
  for (let at = 0; at < tokens.length && LINKS.has(tokens[at]!.lower);) {
    const next = phraseEnd(tokens, at + 1)
    if (next === at + 1) break
    to = tokens[next - 1]!.end
    at = next
  }
  return text.slice(start, to)
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let at = from
  while (at < tokens.length) {
    const { isWord, isCapital, lower } = tokens[at]!
    if (!isWord) break
    const kind = wordClass(lower)
    const belongs = isCapital || kind === 'other' || (kind === 'determiner' && at === from)
    if (!belongs || (!isCapital && cueOf(lower) !== undefined)) break
    at++
  }
  return at
}
