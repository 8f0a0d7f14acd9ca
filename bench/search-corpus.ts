/** An article made up for the benchmark of the search. */
export interface MadeArticle {
  id: string
  title: string
  publisher: string
  author: string
  published: string
  language: string
  tags: string[]
  text: string
}

/** A generator of numbers in `[0, 1)` that gives the same ones for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl st str t th tr v w'.split(' ')
const VOWELS = 'a e i o u ai ea ee ie oa ou'.split(' ')
const CODAS = [
  '',
  '',
  '',
  'b',
  'ck',
  'd',
  'l',
  'll',
  'm',
  'n',
  'nd',
  'ng',
  'nt',
  'r',
  'rd',
  'rt',
  's',
  'ss',
  'st',
  't',
  'x'
]
const ENDINGS = ['', '', '', 'ed', 'er', 'ing', 'ion', 'ity', 'ly', 'ment', 's']
const WORDS = 150_000

/** The words of the made language, from the most to the least common. */
export function vocabulary(seed = 7): string[] {
  const random = numbers(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
  const words = new Set<string>()
  for (let rank = 0; words.size < WORDS; rank++) {
    // Common words are short.
    const syllables = 1 + Math.floor(random() * Math.min(1.9, 0.4 + Math.log10(1 + rank) / 3))
    const stem = Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('')
    words.add(rank < 100 ? stem : stem + pick(ENDINGS))
  }
  return [...words]
}

/** Articles of a made language whose words are as common as those of English are: by Zipf and Mandelbrot’s law. */
export function* articles(count: number, words: readonly string[], seed = 1): Generator<MadeArticle> {
  const random = numbers(seed)
  // Ranks by the inverse of the law’s distribution, prepared once.
  const ranks = new Uint32Array(1 << 16)
  const weights = words.map((_, rank) => 1 / (rank + 2.7) ** 1.05)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  for (let slot = 0, rank = 0, sum = weights[0]!; slot < ranks.length; slot++) {
    while (rank < words.length - 1 && sum / whole < (slot + 0.5) / ranks.length) sum += weights[++rank]!
    ranks[slot] = rank
  }
  const word = (): string => {
    const rank = ranks[Math.floor(random() * ranks.length)]!
    // Beyond what the slots tell apart, rare words are as likely as their neighbours.
    return words[rank < 4000 ? rank : Math.min(words.length - 1, Math.floor(4000 * (words.length / 4000) ** random()))]!
  }
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const names = Array.from({ length: 4000 }, (_, i) => `${capital(words[2000 + i]!)} ${capital(words[9000 + i]!)}`)
  for (let number = 0; number < count; number++) {
    const title = capital(Array.from({ length: 6 + Math.floor(random() * 6) }, word).join(' '))
    const paragraphs: string[] = []
    const length = 200 + Math.floor(random() * random() * 1200)
    for (let written = 0; written < length;) {
      const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () => {
        const size = 8 + Math.floor(random() * 20)
        written += size
        const said = Array.from({ length: size }, word)
        if (random() < 0.3) said[Math.floor(random() * size)] = names[Math.floor(random() * random() * names.length)]!
        if (random() < 0.2) said.push(String(Math.floor(random() * 10_000)))
        if (random() < 0.4) said[Math.floor(random() * size)] += ','
        return `${capital(said.join(' '))}.`
      })
      paragraphs.push(sentences.join(' '))
    }
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 2500)))
    yield {
      id: number.toString(16).padStart(8, '0'),
      title,
      publisher: `${capital(words[500 + Math.floor(random() * random() * 400)]!)} Courier`,
      author: names[Math.floor(random() * 3000)]!,
      published: day.toISOString().slice(0, 10),
      language: random() < 0.8 ? 'en' : 'de',
      tags: random() < 0.3 ? [words[1000 + Math.floor(random() * 40)]!] : [],
      text: `${title}\n${paragraphs.join('\n')}`
    }
  }
}
