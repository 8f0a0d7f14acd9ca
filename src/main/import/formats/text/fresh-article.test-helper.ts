import { two, writtenDay, type Chance, type MadeArticle } from './made-article.test-helper.ts'
import { FIFTH_WORDS } from './fifth-words.test-helper.ts'
import { FRESH_WORDS, type FreshTongue } from './fresh-words.test-helper.ts'
import { WORDS, type Tongue } from './made-words.test-helper.ts'

const AGAIN: Record<FreshTongue, string> = {
  en: 'That was case number',
  de: 'Das war Fall',
  fr: 'C’était le cas numéro',
  es: 'Fue el caso número'
}

/** Makes an article of five to thirty paragraphs whose headline, outlet and names are easily taken for one another. */
export function makeFreshArticle(chance: Chance, language: Tongue, stock = FRESH_WORDS): MadeArticle {
  const tongue = fresh(language)
  const words = stock[tongue]
  const month = chance.whole(1, 12)
  const day = `${chance.whole(2001, 2025)}-${two(month)}-${two(chance.whole(1, 28))}`
  const other = `${Number(day.slice(0, 4)) - chance.whole(1, 4)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
  const pool: string[] = []
  const next = (round: number): string => {
    if (pool.length === 0) pool.push(...words.paragraphs)
    const [paragraph = ''] = pool.splice(chance.whole(0, pool.length - 1), 1)
    return round === 0 ? paragraph : `${paragraph} ${AGAIN[tongue]} ${round + 1}.`
  }
  const length = chance.whole(4, 29)
  const authors = chance.often(0.3) ? [chance.pick(words.names), chance.pick(words.names)] : [chance.pick(words.names)]
  const title = chance.pick(words.titles)
  return {
    tongue,
    title,
    standfirst: chance.pick(words.openings.slice(0, 1)),
    authors: authors[0] === authors[1] ? authors.slice(1) : authors,
    publisher: chance.pick(words.outlets),
    section: chance.pick(WORDS[tongue].sections.split(',')),
    city: chance.pick(words.cities),
    day,
    paragraphs: [
      chance.pick(words.openings).replace('DAY', writtenDay(chance, { tongue, day: other }, 'long')),
      ...Array.from({ length }, (_, n) => next(Math.floor(n / words.paragraphs.length)))
    ],
    url: `https://www.news.example/${day.slice(0, 4)}/${chance.whole(1, 12)}/story-${chance.whole(1000, 9999)}`
  }
}

/** The same of another stock of words. */
export function makeFifthArticle(chance: Chance, language: Tongue): MadeArticle {
  return makeFreshArticle(chance, language, FIFTH_WORDS)
}

/** A day in one of the ways articles print it, more of them than `writtenDay` knows. */
export function printedDay(chance: Chance, { tongue, day }: Pick<MadeArticle, 'tongue' | 'day'>): string {
  if (tongue !== 'en') return writtenDay(chance, { tongue, day })
  const [year = '', month = '', number = ''] = day.split('-')
  const name = WORDS.en.months.split(' ')[Number(month) - 1]!
  const short = WORDS.en.short.split(' ')[Number(month) - 1]!
  const weekday = WORDS.en.weekdays.split(' ')[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
  const n = Number(number)
  const nth = `${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}`
  return chance.pick([
    `${n} ${name} ${year}`,
    `${name} ${n}, ${year}`,
    `${nth} of ${name} ${year}`,
    `${nth} of ${name}, ${year}`,
    `${nth} ${name} ${year}`,
    `${name} ${nth}, ${year}`,
    `${weekday} ${n} ${name} ${year}`,
    `${weekday}, ${name} ${n}, ${year}`,
    `${weekday} ${name} ${n} ${year}`,
    `${weekday.slice(0, 3)} ${n} ${short} ${year}`,
    `${n} ${name.toUpperCase()} ${year}`,
    `${short} ${n}, ${year}`,
    `${year}-${month}-${number}`,
    `${year}/${month}/${number}`,
    n > 12 ? `${number}/${month}/${year}` : `${n} ${short} ${year}`,
    n > 12 ? `${month}/${number}/${year}` : `${short} ${n} ${year}`,
    `${number}.${month}.${year}`
  ])
}

function fresh(tongue: Tongue): FreshTongue {
  if (tongue === 'en' || tongue === 'de' || tongue === 'fr' || tongue === 'es') return tongue
  throw new Error(`No words for ${tongue}`)
}
