import type { NearKind } from '../brief/withheld.ts'
import { skeletonOf } from './skeleton.ts'

/** A word of withheld ones, as `fold` makes it. */
export interface NameWord {
  letters: string
  /** Its sounds in Latin letters, roughly; with vowels, and without. */
  skeleton: ReturnType<typeof skeletonOf>
}

/** The longest ending that is taken for one of inflection. */
const ENDING = 3
/** Scripts whose particles stand before a word, in one with it. */
const PREFIXED = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const VOWELS = /[aeiouyаеёиоуыэюяіїєαεηιουω]$/u

/** How a word is like a withheld one; null when it isn't, or is the same. Both are folded. */
export function likeness(word: string, name: NameWord): NearKind | null {
  const { letters } = name
  if (word === letters) return null
  return (
    longer(word, letters) ??
    (sameStem(word, letters) ? 'inflection' : null) ??
    (alike(word, letters) ? 'spelling' : null) ??
    (sameSounds(word, name) ? 'script' : null)
  )
}

/** A word that holds the other: with an ending, or as a part of a compound. */
function longer(word: string, name: string): NearKind | null {
  const more = word.length - name.length
  if (more <= 0 || name.length < 3) return null
  if (word.startsWith(name)) {
    if (more <= (name.length === 3 ? 2 : ENDING)) return 'inflection'
    return name.length >= 4 ? 'compound' : null
  }
  if (word.endsWith(name) && more <= ENDING && PREFIXED.test(name)) return 'inflection'
  if (word.endsWith(name)) return name.length >= 4 && more >= 3 ? 'compound' : null
  return name.length >= 5 && word.includes(name) ? 'compound' : null
}

/** A word that differs in its ending alone: Анна, Анны; Giorgos, Giorgou. */
function sameStem(word: string, name: string): boolean {
  let common = 0
  while (common < Math.min(word.length, name.length) && word[common] === name[common]) common++
  const [rest, other] = [name.length - common, word.length - common]
  if (name.length < 4) return name.length === 3 && rest === 1 && other === 1 && VOWELS.test(name)
  if (name.length === 4) return common === 3 && other <= 2
  return common >= 4 && rest <= 2 && other <= ENDING
}

/** A word that is misspelt, or spelt otherwise. */
function alike(word: string, name: string): boolean {
  const shortest = Math.min(word.length, name.length)
  if (shortest < 4) return false
  if (shortest === 4) return word[0] === name[0] && word.at(-1) === name.at(-1) && distance(word, name, 1) <= 1
  const most = shortest >= 8 ? 2 : 1
  return distance(word, name, most) <= most
}

/** Least letters of a skeleton that tell one name from others, with its vowels and without. */
const SOUNDS = 4
const CONSONANTS = 3

function sameSounds(word: string, { letters, skeleton }: NameWord): boolean {
  if (scriptOf(word) === scriptOf(letters)) return false
  const other = skeletonOf(word)
  if (other.bare || skeleton.bare) {
    return other.consonants.length >= CONSONANTS && other.consonants === skeleton.consonants
  }
  if (Math.min(other.sounds.length, skeleton.sounds.length) < SOUNDS - 1) return false
  return (
    other.sounds === skeleton.sounds || sameStem(other.sounds, skeleton.sounds) || alike(other.sounds, skeleton.sounds)
  )
}

function scriptOf(word: string): string {
  return (
    ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew'].find((script) =>
      new RegExp(`\\p{Script=${script}}`, 'u').test(word)
    ) ?? ''
  )
}

/**
 * How many letters are put in, left out, exchanged or swapped with their neighbour between two words (optimal string alignment); more
 * than `most` when it's more.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[b.length]!
}
