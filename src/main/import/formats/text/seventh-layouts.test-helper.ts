import { some, type Laid, type Truth } from './layouts.test-helper.ts'
import type { Chance } from './made-article.test-helper.ts'
import { wideDay, type WideArticle } from './wide-article.test-helper.ts'
import { WIDE_WORDS, type WideTongue } from './wide-words.test-helper.ts'

export type WideLayouts = Record<string, [(article: WideArticle, chance: Chance) => Laid, ...WideTongue[]]>

const ALL = Object.keys(WIDE_WORDS) as WideTongue[]
const NOBODY = { authors: null }
const clock = (c: Chance): string => `${c.whole(10, 23)}:${c.whole(10, 59)}`
/** `ITV Report` is shown as `ITV`. */
const shown = (a: WideArticle): string => a.publisher.replace(/ Report$/, '')
const nobody = (a: WideArticle): Partial<Truth> => ({ ...NOBODY, publisher: shown(a) })
const somebody = (a: WideArticle): Partial<Truth> => ({ publisher: shown(a) })

/** Heads of many scripts: publishers with long names beside a date, headlines of any length. */
export const SEVENTH_LAYOUTS: WideLayouts = {
  'date day - publisher, rule': [
    (a, c) => ({
      head: [`${c.pick(['', ' '])}date ${wideDay(c, a)} - ${a.publisher}`, c.pick(['-', '---', '=====', '']), a.title],
      truth: nobody(a),
      compact: true
    }),
    ...ALL
  ],
  'day - publisher, rule': [
    (a, c) => ({
      head: [`${wideDay(c, a)} ${c.pick(['-', '–', '—', '|'])} ${a.publisher}`, c.pick(['-', '***', '']), a.title],
      truth: nobody(a)
    }),
    ...ALL
  ],
  'publisher - day': [
    (a, c) => ({
      head: [`${a.publisher} ${c.pick(['-', '–', '—', '|', '·'])} ${wideDay(c, a)}`, a.title],
      truth: nobody(a)
    }),
    ...ALL
  ],
  'publisher (day)': [
    (a, c) => ({ head: [`${a.publisher} (${wideDay(c, a)})`, '', a.title], truth: nobody(a), compact: true }),
    ...ALL
  ],
  'title, then day | publisher': [
    (a, c) => ({ head: [a.title, `${wideDay(c, a)} | ${a.publisher}`], truth: nobody(a), spaced: true }),
    ...ALL
  ],
  'title, then publisher, day': [
    (a, c) => ({
      head: [a.title, '', `${a.publisher}, ${wideDay(c, a)}`],
      truth: nobody(a),
      compact: true,
      spaced: true
    }),
    ...ALL
  ],
  'fields in its language': [
    (a) => {
      const [title, author, source, date] = WIDE_WORDS[a.tongue].fields
      return {
        head: [`${title}: ${a.title}`, `${author}: ${a.authors[0]!}`, `${source}: ${a.publisher}`, `${date}: ${a.day}`],
        truth: somebody(a),
        compact: true
      }
    },
    ...ALL
  ],
  'fields, date as written': [
    (a, c) => {
      const [title, , source, date] = WIDE_WORDS[a.tongue].fields
      return {
        head: [`${source}: ${a.publisher}`, `${date}: ${wideDay(c, a)}`, `${title}: ${a.title}`],
        truth: nobody(a),
        compact: true
      }
    },
    ...ALL
  ],
  'publisher, day, title on a line each': [
    (a, c) => ({ head: [a.publisher, wideDay(c, a), '', a.title], truth: nobody(a), compact: true, spaced: true }),
    ...ALL
  ],
  'day, publisher, title on a line each': [
    (a, c) => ({ head: [wideDay(c, a), a.publisher, '', a.title], truth: nobody(a), compact: true, spaced: true }),
    ...ALL
  ],
  'title, publisher, day on a line each': [
    (a, c) => ({ head: [a.title, '', a.publisher, wideDay(c, a)], truth: nobody(a), compact: true, spaced: true }),
    ...ALL
  ],
  'day / publisher / rule / TITLE': [
    (a, c) => ({
      head: [`${wideDay(c, a)} / ${a.publisher}`, '==========', a.title.toUpperCase()],
      truth: { ...nobody(a), title: a.title.toUpperCase() },
      compact: true
    }),
    'en',
    'fr',
    'ru',
    'el',
    'cs',
    'pt'
  ],
  'day and time, publisher': [
    (a, c) => ({
      head: [`${wideDay(c, a)} ${clock(c)} - ${a.publisher}`, '', a.title],
      truth: nobody(a),
      compact: true
    }),
    ...ALL
  ],
  'day: publisher': [
    (a, c) => ({ head: [`[${wideDay(c, a)}] ${a.publisher}`, '-', a.title], truth: nobody(a), compact: true }),
    ...ALL
  ],
  tabs: [(a, c) => ({ head: [`${wideDay(c, a)}\t${a.publisher}`, a.title], truth: nobody(a), compact: true }), ...ALL],
  'title over several lines': [
    (a, c) => {
      const words = a.title.split(' ')
      const half = Math.ceil(words.length / 2)
      const lines =
        words.length < 4 || words.length > 14
          ? [a.title]
          : [words.slice(0, half).join(' '), words.slice(half).join(' ')]
      return {
        head: [`date ${wideDay(c, a)} - ${a.publisher}`, '-', ...lines],
        truth: nobody(a),
        compact: true,
        spaced: true
      }
    },
    'en',
    'de',
    'fr',
    'ru',
    'el'
  ],
  'Markdown with a line below': [
    (a, c) => ({
      head: [`# ${a.title}`, '', `*${a.publisher}, ${wideDay(c, a)}*`],
      truth: nobody(a),
      name: 'a.md',
      compact: true
    }),
    ...ALL
  ],
  'title, author, publisher, day': [
    (a, c) => ({
      head: [a.title, `${a.authors[0]!} | ${a.publisher} | ${wideDay(c, a)}`],
      truth: somebody(a),
      spaced: true
    }),
    'en',
    'de',
    'fr',
    'pt',
    'cs',
    'tr',
    'ru',
    'uk',
    'el'
  ],
  'day - publisher - author, title': [
    (a, c) => ({
      head: [`${wideDay(c, a)} - ${a.publisher} - ${a.authors[0]!}`, '-', a.title],
      truth: somebody(a),
      compact: true
    }),
    'en',
    'de',
    'fr',
    'pt',
    'cs',
    'tr',
    'ru',
    'uk',
    'el'
  ],
  'published on, by': [
    (a, c) => ({
      head: [a.title, '', `Published ${wideDay(c, a)} by ${a.publisher}`, ...some(c, 0.3, 'Share')],
      truth: nobody(a),
      compact: true,
      spaced: true
    }),
    'en'
  ],
  'place and day below the title': [
    (a, c) => ({
      head: [a.publisher, '', a.title, '', `Sollen, ${wideDay(c, a)}`],
      truth: nobody(a),
      compact: true,
      spaced: true
    }),
    'en',
    'de',
    'fr',
    'pt',
    'cs'
  ],
  'quoted day': [
    (a, c) => ({ head: [`${a.publisher}: ${wideDay(c, a)}`, '---', a.title], truth: nobody(a), compact: true }),
    ...ALL
  ]
}
