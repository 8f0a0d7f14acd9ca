import type { Article } from './relate.ts'

/** A number from 0 to below 1, the next of a sequence that the seed decides (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SYLLABLES = 'ba de fi gor hul jan ker lom mir nep osk pral quin rost sul tav und vor wex yol zem'.split(' ')

/** Sentences of made words: no two seeds share six words in a row. */
export function sentences(seed: number, count: number): string[] {
  const chance = sequence(seed)
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(chance() * 2) },
      () => SYLLABLES[Math.floor(chance() * SYLLABLES.length)]!
    ).join('')
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 10 + Math.floor(chance() * 10) }, word).join(' ')
    return `${words[0]!.toUpperCase()}${words.slice(1)}.`
  })
}

/** An article of which only the text is known, unless more is given. */
export function article(text: string | readonly string[], more: Partial<Article> = {}): Article {
  return {
    text: typeof text === 'string' ? text : text.join('\n'),
    agencies: [],
    publisher: null,
    published: null,
    url: null,
    ...more
  }
}
