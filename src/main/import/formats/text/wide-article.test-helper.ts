import { two, type Chance, type MadeArticle } from './made-article.test-helper.ts'
import { WIDE_WORDS, type WideTongue } from './wide-words.test-helper.ts'

/** An article of any of the wide languages. */
export interface WideArticle extends Omit<MadeArticle, 'tongue'> {
  tongue: WideTongue
}

/** Makes an article whose publisher may be an institution with a long name, in any script, with a headline of any length. */
export function makeWideArticle(chance: Chance, tongue: WideTongue): WideArticle {
  const words = WIDE_WORDS[tongue]
  const day = `${chance.whole(2004, 2034)}-${two(chance.whole(1, 12))}-${two(chance.whole(13, 28))}`
  const [first = '', ...others] = words.paragraphs
  const left = [...others]
  const rest = others.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0]!)
  return {
    tongue,
    title: chance.pick(words.titles),
    standfirst: '',
    authors: [chance.pick(words.names)],
    publisher: chance.pick(words.outlets),
    section: '',
    city: '',
    day,
    paragraphs: [first, ...rest.slice(0, chance.whole(2, rest.length))],
    url: 'https://ports.example/a/1'
  }
}

/** The day of an article in one of its language's ways. */
export function wideDay(chance: Chance, { tongue, day }: WideArticle): string {
  const { dates, months } = WIDE_WORDS[tongue]
  const [year = '', month = '', number = ''] = day.split('-')
  const values: Record<string, string> = {
    Y: year,
    B: String(Number(year) + 543),
    MM: month,
    M: String(Number(month)),
    DD: number,
    D: String(Number(number)),
    N: months.split(' ')[Number(month) - 1]!
  }
  return chance.pick(dates).replace(/MM|DD|[YBMDN](?![a-z])/g, (key) => values[key]!)
}
