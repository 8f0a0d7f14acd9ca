import { earlierOf } from './earlier.ts'
import { FEW } from './copy-index.ts'
import { hashRuns, RUN } from './fingerprint.ts'
import { sharedRuns, toPassage, weigh, type Passage, type Range, type Run } from './passages.ts'
import { weighPassages } from './evidence.ts'
import { quotedRanges } from './quoted.ts'
import type { RelationKind } from './related.ts'
import { sameWord, wordsOf, WORD_WEIGHT, type Words } from './words.ts'

/** What is compared of a source. Dates and lists as in `SourceMetadata`. */
export interface Article {
  text: string
  agencies: readonly string[]
  publisher: string | null
  published: string | null
  /** The address it names as its own, else the one it came from. */
  url: string | null
}

/** What two articles have in common. */
export interface Comparison {
  /**
   * `same`: the same words, and nothing says that two publishers had them; `revised`: most words the same, of one publisher or address, or
   * nothing tells the publishers apart; `syndicated`: long passages in common, of two publishers; `excerpt`: the one holds a part of the other;
   * `quotation`: nothing but quotations in common.
   */
  kind: RelationKind
  /** In order of the first text. What many articles share, such as a disclaimer, is left out. */
  passages: Passage[]
  /** How much of the words of each text the other one has (0 to 1). */
  ofA: number
  ofB: number
  /** The agencies that both credit, in the first one's spelling; an agency's own article credits it. */
  agencies: string[]
  /** The one published first; null when the dates don't tell. Says nothing of who wrote the words. */
  earlier: 'a' | 'b' | null
}

/** An article with its words found, for comparing it with several others. */
export interface Prepared extends Article {
  words: Words
  /** What stands in quotation marks. */
  quoted: Range[]
}

/** From here on the one text is a copy of the other, or of most of it, whatever else has the same words. */
const MOST_SHARE = 0.5
/** Less of either text makes an excerpt, not a report that was passed on. */
const LONG_SHARE = 0.2

/** Finds an article's words, once for all its comparisons. */
export function prepare(article: Article): Prepared {
  return { ...article, words: wordsOf(article.text), quoted: quotedRanges(article.text) }
}

/**
 * Compares two articles, word by word. `holders` tells how many articles have a hash of a run of words (`CopyIndex.holders`): passages that
 * many have relate none. Null when they have no more in common than names and turns of phrase.
 */
export function relate(
  a: Article | Prepared,
  b: Article | Prepared,
  holders: (hash: number) => number = () => 0
): Comparison | null {
  const one = 'words' in a ? a : prepare(a)
  const other = 'words' in b ? b : prepare(b)
  const total = { a: weightOf(one.words), b: weightOf(other.words) }
  const isWhole = haveSameWords(one.words, other.words)
  const all = isWhole ? [{ a: 0, b: 0, length: one.words.hashes.length }] : sharedRuns(one.words, other.words)
  const shares = shareOf(all, one.words, other.words, total)
  const isCopy = Math.max(shares.ofA, shares.ofB) >= MOST_SHARE
  const runs = isCopy ? all : withoutCommon(all, one.words, holders)
  const { ofA, ofB } = isCopy ? shares : shareOf(runs, one.words, other.words, total)
  const passages = runs.map((run) => toPassage(one.words, other.words, run))
  const evidence = isWhole ? 'copy' : weighPassages(one.quoted, other.quoted, passages, Math.max(ofA, ofB))
  if (evidence === null) return null
  const agencies = sharedAgencies(one, other)
  const kind = isWhole
    ? wholeKind(one, other)
    : evidence === 'quotation'
      ? 'quotation'
      : copyKind(belongTogether(one, other), agencies.length > 0, ofA, ofB)
  return {
    kind,
    passages,
    ofA,
    ofB,
    agencies,
    earlier: earlierOf(one.published, other.published)
  }
}

function wholeKind(a: Article, b: Article): RelationKind {
  return belongTogether(a, b) === false ? 'syndicated' : 'same'
}

/** `together` as `belongTogether` gives it. */
function copyKind(together: boolean | null, isCredited: boolean, ofA: number, ofB: number): RelationKind {
  const least = Math.min(ofA, ofB)
  if (together === false) {
    const isPart = Math.max(ofA, ofB) >= MOST_SHARE ? least < MOST_SHARE / 2 : Math.max(ofA, ofB) < LONG_SHARE
    return isPart && !isCredited ? 'excerpt' : 'syndicated'
  }
  return Math.max(ofA, ofB) >= MOST_SHARE && least >= MOST_SHARE / 2 ? 'revised' : 'excerpt'
}

/** Both texts have the same words, and any at all. */
function haveSameWords(a: Words, b: Words): boolean {
  const { length } = a.hashes
  if (length === 0 || length !== b.hashes.length) return false
  for (let at = 0; at < length; at++) if (!sameWord(a, at, b, at)) return false
  return true
}

/** True for one publisher or address, false for two publishers, null when neither is known. */
function belongTogether(a: Article, b: Article): boolean | null {
  if (a.url !== null && b.url !== null && addressOf(a.url) === addressOf(b.url)) return true
  if (a.publisher !== null && b.publisher !== null) return nameOf(a.publisher) === nameOf(b.publisher)
  if (a.url !== null && b.url !== null) return siteOf(a.url) === siteOf(b.url)
  return null
}

function sharedAgencies(a: Article, b: Article): string[] {
  const credits = ({ agencies, publisher }: Article): string[] => [
    ...agencies,
    ...(publisher === null ? [] : [publisher])
  ]
  const theirs = new Set(credits(b).map(nameOf))
  const credited = new Set([...a.agencies, ...b.agencies].map(nameOf))
  const both = credits(a).filter((name) => theirs.has(nameOf(name)) && credited.has(nameOf(name)))
  return both.filter((name, index) => both.findIndex((known) => nameOf(known) === nameOf(name)) === index)
}

function nameOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?the | $/gu, '')
    .trim()
}

/** An address without what doesn't name the page: scheme, `www`, fragment, closing slash. */
function addressOf(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/#.*$|\/+$/g, '')
}

function siteOf(url: string): string {
  return addressOf(url)
    .replace(/[/?].*$/, '')
    .toLowerCase()
}

/** The passages whose words stand in few articles. */
function withoutCommon(runs: readonly Run[], words: Words, holders: (hash: number) => number): Run[] {
  if (runs.length === 0) return []
  const hashes = hashRuns(words, RUN)
  return runs.filter((run) => {
    let known = 0
    let common = 0
    for (let at = run.a; at < Math.min(run.a + run.length, hashes.length); at++) {
      const count = holders(hashes[at]!)
      if (count > 0) known++
      if (count > FEW) common++
    }
    return known === 0 || common * 2 < known
  })
}

/** How much of each text the runs cover, words that two runs cover counted once. */
function shareOf(
  runs: readonly Run[],
  a: Words,
  b: Words,
  total: { a: number; b: number }
): { ofA: number; ofB: number } {
  const inA = runs.reduce((sum, run) => sum + weigh(a, run.a, run.length), 0)
  let inB = 0
  let reached = 0
  for (const run of [...runs].sort((x, y) => x.b - y.b)) {
    const from = Math.max(run.b, reached)
    const end = run.b + run.length
    if (end <= from) continue
    inB += weigh(b, from, end - from)
    reached = end
  }
  return { ofA: inA / Math.max(1, total.a), ofB: inB / Math.max(1, total.b) }
}

function weightOf(words: Words): number {
  return Math.max(WORD_WEIGHT, weigh(words, 0, words.hashes.length))
}
