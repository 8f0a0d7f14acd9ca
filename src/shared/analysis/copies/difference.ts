import { diffArrays } from 'diff'
import type { z } from 'zod'
import type { Difference, DifferencePart } from './related.ts'

type Part = z.infer<typeof DifferencePart>
type Paragraph = Difference['paragraphs'][number]
/** Places, from 0, of a paragraph in both versions. */
type Pairing = [number, number]

/** Paragraphs that may differ before the versions are said to have none in common: their comparison takes time in its square. */
const MOST_PARAGRAPHS = 2000
/** The same for words of one paragraph. */
const MOST_WORDS = 1000
/** Paragraphs of a stretch that are compared with each other; in longer stretches each is compared with the one in its place. */
const MOST_COMPARED = 60
/** Words in common, of the longer paragraph, that make two of them versions of one. */
const ALIKE = 0.4

const TOKEN = /[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*|\s+|[^]/gu
const WORD = /[\p{L}\p{N}]/u

/**
 * The difference of two versions of a text for people: paragraphs (lines, numbered from 1) in the order of the new version, those taken out
 * where they stood, changed ones with the words that went and came. What `removed` and `same` hold makes up the old version, `added` and `same`
 * the new one. For texts with thousands of differing paragraphs the answer is coarser, not slower.
 */
export function differenceOf(before: string, after: string): Difference {
  const old = before.split('\n')
  const now = after.split('\n')
  const paragraphs = inOrder(old, now, pairings(old, now))
  const count = (is: (paragraph: Paragraph) => boolean): number => paragraphs.filter(is).length
  return {
    paragraphs,
    unchanged: count(({ a, b, parts }) => a !== null && b !== null && parts.every(({ kind }) => kind === 'same')),
    changed: count(({ a, b, parts }) => a !== null && b !== null && parts.some(({ kind }) => kind !== 'same')),
    removed: count(({ b }) => b === null),
    added: count(({ a }) => a === null)
  }
}

/** Which paragraphs are the same, or versions of one another. */
function pairings(old: readonly string[], now: readonly string[]): Pairing[] {
  const stretches = diffArrays([...old], [...now], { maxEditLength: MOST_PARAGRAPHS })
  if (stretches === undefined) return alike(old, now)
  const pairs: Pairing[] = []
  let [left, right] = [0, 0]
  stretches.forEach((stretch, at) => {
    const { length } = stretch.value
    const next = stretches[at + 1]
    if (stretch.removed) {
      if (next?.added) pairs.push(...alike(stretch.value, next.value).map(([i, j]): Pairing => [left + i, right + j]))
      left += length
    } else if (stretch.added) {
      right += length
    } else {
      for (let step = 0; step < length; step++) pairs.push([left++, right++])
    }
  })
  return pairs
}

function inOrder(old: readonly string[], now: readonly string[], pairs: readonly Pairing[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let [left, right] = [0, 0]
  const upTo = (i: number, j: number): void => {
    for (; left < i; left++) paragraphs.push({ a: left + 1, b: null, parts: [{ kind: 'removed', text: old[left]! }] })
    for (; right < j; right++) paragraphs.push({ a: null, b: right + 1, parts: [{ kind: 'added', text: now[right]! }] })
  }
  for (const [i, j] of pairs) {
    upTo(i, j)
    paragraphs.push({ a: ++left, b: ++right, parts: wordChanges(old[i]!, now[j]!) })
  }
  upTo(old.length, now.length)
  return paragraphs
}

function alike(old: readonly string[], now: readonly string[]): Pairing[] {
  return old.length * now.length <= MOST_COMPARED ** 2 ? alignment(old, now) : sameLines(old, now)
}

/** Pairs of places, in order, whose paragraphs have the most words in common (Needleman and Wunsch 1970). */
function alignment(old: readonly string[], now: readonly string[]): Pairing[] {
  const bags = now.map(bagOf)
  const width = now.length + 1
  const best = new Float64Array((old.length + 1) * width)
  const likeness = new Float64Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    const bag = bagOf(old[i]!)
    for (let j = now.length - 1; j >= 0; j--) {
      const alike = likenessOf(bag, bags[j]!)
      likeness[i * width + j] = alike
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        alike >= ALIKE ? alike + best[(i + 1) * width + j + 1]! : 0
      )
    }
  }
  const pairs: Pairing[] = []
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    const alike = likeness[i * width + j]!
    if (alike >= ALIKE && best[i * width + j] === alike + best[(i + 1) * width + j + 1]!) pairs.push([i++, j++])
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}

/** For stretches too long to compare: those in the same place that are alike. */
function sameLines(old: readonly string[], now: readonly string[]): Pairing[] {
  const pairs: Pairing[] = []
  for (let at = 0; at < Math.min(old.length, now.length); at++)
    if (likenessOf(bagOf(old[at]!), bagOf(now[at]!)) >= ALIKE) pairs.push([at, at])
  return pairs
}

interface Bag {
  counts: Map<string, number>
  size: number
}

function bagOf(text: string): Bag {
  const counts = new Map<string, number>()
  let size = 0
  for (const [token] of text.matchAll(TOKEN)) {
    if (!WORD.test(token)) continue
    counts.set(token, (counts.get(token) ?? 0) + 1)
    size++
  }
  return { counts, size }
}

/** Words in common as a part of the longer one's; two paragraphs without words are alike. */
function likenessOf(a: Bag, b: Bag): number {
  let both = 0
  for (const [token, count] of a.counts) both += Math.min(count, b.counts.get(token) ?? 0)
  return both / Math.max(1, a.size, b.size)
}

/** The words that went and came between two versions of a paragraph; characters of scripts without spaces count as words. */
export function wordChanges(before: string, after: string): Part[] {
  if (before === after) return [{ kind: 'same', text: before }]
  const parts = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], { maxEditLength: MOST_WORDS })
  const changes: Part[] = (
    parts ?? [
      { removed: true, added: false, value: [before] },
      { removed: false, added: true, value: [after] }
    ]
  ).map((part) => ({ kind: part.removed ? 'removed' : part.added ? 'added' : 'same', text: part.value.join('') }))
  return joinNeighbours(changes)
}

/** White space alone between two changes is part of them: `old words` gave way to `new ones`, not two words to two. */
function joinNeighbours(changes: readonly Part[]): Part[] {
  const joined: Part[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = added = ''
  }
  changes.forEach(({ kind, text }, index) => {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (text.trim() === '' && removed + added !== '' && index + 1 < changes.length) {
      removed += text
      added += text
    } else {
      flush()
      if (text !== '') joined.push({ kind, text })
    }
  })
  flush()
  return joined
}
