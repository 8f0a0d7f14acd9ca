import { WORDS, type Tongue, type Words } from './made-words.test-helper.ts'

/** Invented articles in several languages, for files whose truth is known. Everything comes from a sequence of chance. */

export interface MadeArticle {
  tongue: Tongue
  title: string
  standfirst: string
  authors: string[]
  publisher: string
  section: string
  city: string
  /** ISO day. */
  day: string
  paragraphs: string[]
  url: string
}

/** Draws from a sequence of numbers between 0 and 1. */
export class Chance {
  readonly #next: () => number

  constructor(seed: number) {
    let state = seed
    this.#next = () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)]!
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  often(part: number): boolean {
    return this.#next() < part
  }
}

const CITIES = 'Sollen,Vestad,Orrehaven,Port Marit,Kvarnvik,Tollmouth,New Brannow'.split(',')

/** Makes an article in one of the languages. */
export function makeArticle(chance: Chance, tongue: Tongue): MadeArticle {
  const words = WORDS[tongue]
  const name = (): string => `${chance.pick(words.first.split(' '))} ${chance.pick(lastNames(words.last))}`
  const authors = chance.often(0.3) ? [name(), name()] : [name()]
  const month = chance.whole(1, 12)
  const day = `${chance.whole(1996, 2035)}-${two(month)}-${two(chance.whole(1, 28))}`
  const title = chance.pick(words.titles)
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
  return {
    tongue,
    title,
    standfirst:
      chance
        .pick(words.titles.filter((other) => other !== title))
        .replace(/[?“”„«»]/gu, '')
        .trim() + chance.pick(['', '.']),
    authors: authors[0] === authors[1] ? authors.slice(1) : authors,
    publisher: chance.pick(words.outlets),
    section: chance.pick(words.sections.split(',')),
    city: chance.pick(CITIES),
    day,
    paragraphs: paragraphs(chance, words),
    url: `https://news.example/${slug}-${chance.whole(1000, 9999)}`
  }
}

/** Four to eleven paragraphs, the same sentence never twice unless numbers in it differ. */
function paragraphs(chance: Chance, { sentences }: Words): string[] {
  const pool: string[] = []
  const next = (): string => {
    if (pool.length === 0) pool.push(...shuffled(chance, sentences))
    return pool
      .pop()!
      .replace(/\d+/g, (number) => String(Number(number) + (number.length < 3 ? chance.whole(0, 6) : 0)))
  }
  return Array.from({ length: chance.whole(4, 11) }, () =>
    Array.from({ length: chance.pick([1, 1, 2, 3]) }, next).join(' ')
  )
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  const left = [...list]
  return list.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0]!)
}

function lastNames(last: string): string[] {
  return last
    .replaceAll('von der ', 'von_der_')
    .replaceAll('van der ', 'van_der_')
    .split(' ')
    .map((name) => name.replaceAll('_', ' '))
}

/** How a day is written in an article's language; `kind` narrows it. */
export function writtenDay(
  chance: Chance,
  { tongue, day }: Pick<MadeArticle, 'tongue' | 'day'>,
  kind: 'any' | 'long' | 'yearless' = 'any'
): string {
  const { months, short, weekdays } = WORDS[tongue]
  const [year = '', m = '', d = ''] = day.split('-')
  const [month, number] = [Number(m) - 1, Number(d)]
  const long = months.split(' ')[month]!
  const brief = short.split(' ')[month]!
  const weekday = weekdays.split(' ')[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
  if (tongue === 'en') {
    const point = brief === 'May' ? '' : '.'
    if (kind === 'yearless')
      return chance.pick([`${long} ${number}`, `${brief} ${number}`, `${brief}${point} ${number}`])
    const forms = [
      `${number} ${long} ${year}`,
      `${long} ${number}, ${year}`,
      `${weekday}, ${long} ${number}, ${year}`,
      `${weekday} ${number} ${long} ${year}`
    ]
    if (kind === 'long') return chance.pick(forms)
    return chance.pick([
      ...forms,
      day,
      `${number} ${brief} ${year}`,
      `${brief}${point} ${number}, ${year}`,
      `${number}-${brief}-${year}`,
      `${weekday.slice(0, 3)} ${number} ${brief} ${year}`
    ])
  }
  const spoken: Record<Exclude<Tongue, 'en'>, string> = {
    de: `${number}. ${long} ${year}`,
    fr: `${number === 1 ? '1er' : number} ${long} ${year}`,
    es: `${number} de ${long} de ${year}`,
    nl: `${number} ${long} ${year}`,
    it: `${number} ${long} ${year}`,
    pl: `${number} ${long} ${year}`,
    ru: `${number} ${long} ${year}`
  }
  if (kind === 'yearless') return tongue === 'de' ? `${number}. ${long}` : `${number} ${chance.pick([long, brief])}`
  const full = spoken[tongue]
  if (kind === 'long') return chance.pick([full, `${weekday}, ${full}`])
  return chance.pick([full, full, `${weekday}, ${full}`, `${two(number)}.${m}.${year}`, day])
}

/** A time of the day as the language writes it, maybe with a zone. */
export function writtenTime(chance: Chance, tongue: Tongue): string {
  const [hour, minute] = [chance.whole(6, 22), two(chance.whole(0, 59))]
  if (tongue === 'de') return `${hour}:${minute} Uhr`
  if (tongue === 'fr') return `${hour}h${minute}`
  if (tongue !== 'en') return `${two(hour)}:${minute}`
  const half = hour > 12 ? hour - 12 : hour
  const mark = hour >= 12 ? 'pm' : 'am'
  return chance.pick([
    `${two(hour)}:${minute}`,
    `${two(hour)}:${minute} GMT`,
    `${half}:${minute} ${mark}`,
    `${half}.${minute}${mark}`,
    `${half}:${minute} ${mark.toUpperCase()} ET`,
    `${two(hour)}:${minute} BST`
  ])
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Names as a byline joins them. */
export function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)!}`
}
