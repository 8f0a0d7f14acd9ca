import { agenciesIn } from '../metadata/agencies.ts'
import { readCreditLine } from '../metadata/credits.ts'
import { addPublisher, type Findings } from '../metadata/findings.ts'
import { isOutlet, isRole } from '../metadata/names.ts'
import { countWords, endsSentence, oneLine, smallWords } from '../extracted/wording.ts'
import type { Dateline } from './dateline.ts'
import { isHeadlineLike, isKnownField, isRule, isSection } from './head-lines.ts'
import { addAgencies } from './head-names.ts'
import type { HeadText } from './head-text.ts'
import { beginsAsInstitution, isCaseless, isInstitution, isPersonName } from './institutions.ts'

/** Where a dateline stands. */
interface Place {
  /** The headline comes next: nothing else can be meant by the words beside the day than who published. */
  isBeforeHeadline: boolean
  /** A rule or an empty line parts it from the headline. */
  isApart: boolean
  /** It stands right below the headline. */
  isBelowHeadline: boolean
}

/** Tells whether a dateline stands above a headline or below it. */
export function placeOf(lines: HeadText, at: number, headline: number | null): Place {
  if (headline !== null) {
    let above = at - 1
    while (above >= 0 && isRule(lines.texts[above]!)) above--
    return { isBeforeHeadline: false, isApart: false, isBelowHeadline: lines.places[above] === headline }
  }
  let next = at + 1
  while (isRule(lines.texts[next] ?? '') && lines.texts[next] !== undefined) next++
  const title = lines.texts[next] ?? ''
  const isOther = isSection(title) || isKnownField(title) || readCreditLine(title) !== null
  const isHeadline = next < lines.texts.length - 1 && isHeadlineLike(title) && !isOther
  return { isBeforeHeadline: isHeadline, isBelowHeadline: false, isApart: next > at + 1 || lines.gaps[at + 1]! > 0 }
}

/** What the parts of a dateline are. */
interface Parts {
  publisher: string
  confidence: number
  authors: string[]
}

/** Words between a day and who published. */
const BY = /^(?:by|from|in|von|par|por|source:?|via)\s+(?=\p{Lu})/iu
const NAMED = 0.88
const BY_PLACE = 0.65
const UNSURE = 0.5

/** Tells publisher and writer beside a day apart; null where they may be something else, such as a headline or a place. */
export function sortParts(
  { parts: written, isParted }: Pick<Dateline, 'parts' | 'isParted'>,
  { isBeforeHeadline, isApart, isBelowHeadline }: Place
): Parts | null {
  if (written.some((part) => isRole(part) || isSection(part))) return null
  const parts = written
    .map(withoutBy)
    .flatMap((part) => (part.split(',').some((piece) => isPersonName(piece.trim())) ? part.split(/\s*,\s*/u) : [part]))
  const institutions = parts.filter(isInstitution)
  const [only] = parts
  if (institutions.length === 1) {
    const [publisher = ''] = institutions
    const others = parts.filter((part) => part !== publisher)
    if (!others.every(isPersonName)) return null
    // What reads well as a headline may hold such a word, too.
    const isName =
      isNamelike(publisher) || (!readsAsHeadline(publisher) && (beginsAsInstitution(publisher) || !isOutlet(publisher)))
    if (!isName && !(isBeforeHeadline && isApart)) return null
    if (!isParted && !isNamelike(publisher) && !(isBeforeHeadline && beginsAsInstitution(publisher))) return null
    return { publisher, confidence: isName ? NAMED : BY_PLACE, authors: others }
  }
  if (only === undefined || parts.length > 1 || endsSentence(only) || !isParted) return null
  if ((!isBeforeHeadline && !isBelowHeadline) || countWords(only) > MOST_NAME_WORDS || isPersonName(only)) return null
  if (isBelowHeadline) return readsAsHeadline(only) ? null : { publisher: only, confidence: UNSURE, authors: [] }
  if (isCaseless(only)) return { publisher: only, confidence: isApart ? BY_PLACE : UNSURE, authors: [] }
  if (!isApart || readsAsHeadline(only)) return null
  return { publisher: only, confidence: BY_PLACE, authors: [] }
}
const MOST_NAME_WORDS = 12

/** How sure it is that a line beside a day is a publisher's name; null when it may be a headline. */
export function confidenceOfName(text: string, hasHeadline: boolean, { isApart }: Place): number | null {
  if (
    (!isCaseless(text) && countWords(text) > MOST_NAME_WORDS + 4) ||
    /[?!؟？！]/u.test(text) ||
    isPersonName(text) ||
    isRole(text) ||
    isSection(text)
  )
    return null
  if (isOneName(text) && !/:/u.test(text) && (isNamelike(text) || (!readsAsHeadline(text) && (hasHeadline || isApart))))
    return hasHeadline || isApart ? NAMED : BY_PLACE
  return isCaseless(text) && countWords(text) <= MOST_NAME_WORDS && (hasHeadline || isApart) ? UNSURE : null
}

/** A name without what joins it to a day. */
export function withoutBy(words: string): string {
  return words.replace(BY, '')
}

/** An institution's name and no person's before it: `Institute for Ports and Tides`, not `Tove Lind for Daily Lantern`. */
export function isOneName(written: string): boolean {
  const words = withoutBy(written)
  const [first = ''] = words.split(/[,|]|\s(?:for|and|in|für|und|pour|et|dans|para|y|en)\s/u)
  return (
    isInstitution(words) &&
    !isPersonName(words) &&
    !(first !== words && isPersonName(first)) &&
    (first === words || isInstitution(first) || beginsAsInstitution(words))
  )
}

/** No words in lower case but articles and the like. */
export function isNamelike(words: string): boolean {
  return smallWords(words).length === 0
}

/** A verb or mark that names don't hold. */
export function readsAsHeadline(words: string): boolean {
  if (/[?!:;؟？！“”„«»"]/u.test(words)) return true
  return !beginsAsInstitution(words) && smallWords(words).length > Math.max(2, countWords(words) / 2)
}

/** Adds what a dateline says. */
export function addDateline(findings: Findings, { date }: Dateline, parts: Parts, text: string): void {
  const detail = oneLine(text)
  findings.published.push({ value: date.day, from: 'dateline', detail, confidence: date.certain ? 0.9 : 0.6 })
  if (date.other !== null) findings.published.push({ value: date.other, from: 'dateline', detail, confidence: 0.4 })
  addAgencies(findings, agenciesIn(parts.publisher), text)
  addPublisher(findings, parts.publisher, 'dateline', detail, parts.confidence)
  if (parts.authors.length > 0) findings.authors.push({ value: parts.authors, from: 'byline', detail, confidence: 0.8 })
}
