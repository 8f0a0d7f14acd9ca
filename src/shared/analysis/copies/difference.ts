import { diffArrays } from 'diff'

/** Some words of a changed paragraph: in both versions, or in one of them. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** A paragraph of one version or of both. */
export type ParagraphChange =
  | { kind: 'same'; text: string }
  | { kind: 'removed'; text: string }
  | { kind: 'added'; text: string }
  | { kind: 'changed'; before: string; after: string; words: WordChange[] }

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
 * The difference of two versions of a text for people: paragraphs (lines) in the order of the new version, those taken out where they stood,
 * changed ones with the words that went and came. What `removed` and `same` hold makes up the old version, `added` and `same` the new
 * one. For texts with thousands of differing paragraphs the answer is coarser, not slower.
 */
export function differenceOf(before: string, after: string): ParagraphChange[] {
  const old = before.split('\n')
  const now = after.split('\n')
  const parts = diffArrays(old, now, { maxEditLength: MOST_PARAGRAPHS })
  if (parts === undefined) return pairUp(old, now)
  const changes: ParagraphChange[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    const next = parts[at + 1]
    if (part.removed && next?.added) {
      changes.push(...pairUp(part.value, next.value))
      at++
    } else {
      const kind = part.removed ? 'removed' : part.added ? 'added' : 'same'
      changes.push(...part.value.map((text): ParagraphChange => ({ kind, text })))
    }
  }
  return changes
}

/** Finds, in order, which paragraphs of a stretch are versions of one another. */
function pairUp(old: readonly string[], now: readonly string[]): ParagraphChange[] {
  const partners = old.length * now.length <= MOST_COMPARED ** 2 ? alignment(old, now) : sameLines(old, now)
  const changes: ParagraphChange[] = []
  let left = 0
  let right = 0
  for (const [one, other] of [...partners, [old.length, now.length] as const]) {
    while (left < one) changes.push({ kind: 'removed', text: old[left++]! })
    while (right < other) changes.push({ kind: 'added', text: now[right++]! })
    if (one === old.length || other === now.length) continue
    const [was, is] = [old[left++]!, now[right++]!]
    changes.push(
      was === is ? { kind: 'same', text: is } : { kind: 'changed', before: was, after: is, words: wordChanges(was, is) }
    )
  }
  return changes
}

/** Pairs of places, in order, whose paragraphs have the most words in common (Needleman and Wunsch 1970). */
function alignment(old: readonly string[], now: readonly string[]): [number, number][] {
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
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    const alike = likeness[i * width + j]!
    if (alike >= ALIKE && best[i * width + j] === alike + best[(i + 1) * width + j + 1]!) pairs.push([i++, j++])
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++
    else j++
  }
  return pairs
}

/** For stretches too long to compare: those in the same place that are alike. */
function sameLines(old: readonly string[], now: readonly string[]): [number, number][] {
  const pairs: [number, number][] = []
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
export function wordChanges(before: string, after: string): WordChange[] {
  const parts = diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], { maxEditLength: MOST_WORDS })
  const changes: WordChange[] = (
    parts ?? [
      { removed: true, added: false, value: [before] },
      { removed: false, added: true, value: [after] }
    ]
  ).map((part) => ({ kind: part.removed ? 'removed' : part.added ? 'added' : 'same', text: part.value.join('') }))
  return joinNeighbours(changes)
}

/** White space alone between two changes is part of them: `old words` gave way to `new ones`, not two words to two. */
function joinNeighbours(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = []
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
