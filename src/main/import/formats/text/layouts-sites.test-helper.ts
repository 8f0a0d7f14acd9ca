import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { two, writtenDay, writtenTime } from './made-article.test-helper.ts'

const NOBODY = { authors: null }
const NOWHERE = { publisher: null }

/** Articles as they are copied from sites and papers, and saved by readers of feeds. */
export const SITES: Layouts = {
  'dateline and rule': [
    (a) => ({ head: [` date ${a.day} - ${a.publisher} Report`, '-', a.title], truth: NOBODY }),
    'en'
  ],
  'headline, byline, date': [
    (a, c) => ({ head: [a.title, byline(a, c), writtenDay(c, a)], truth: NOWHERE }),
    'en',
    'de',
    'fr',
    'es',
    'nl',
    'it',
    'pl',
    'ru'
  ],
  'headline, standfirst, byline and date': [
    (a, c) => ({
      head: [
        a.title,
        a.standfirst,
        byline(a, c),
        `${writtenDay(c, a)}${c.pick([', ', ' '])}${writtenTime(c, a.tongue)}`
      ],
      kept: a.standfirst,
      truth: NOWHERE
    }),
    'en',
    'de',
    'fr',
    'es'
  ],
  'publisher, date, headline, byline': [
    (a, c) => ({ head: [a.publisher, writtenDay(c, a), a.title, byline(a, c)] }),
    'en',
    'de',
    'fr',
    'es',
    'it',
    'nl',
    'ru'
  ],
  'one credit line': [
    (a, c) => ({
      head: [
        a.title,
        `${byline(a, c)}${c.pick([', ', ' | ', ' - '])}${a.publisher} ${c.pick(['|', '•', '-', '–'])} ${writtenDay(c, a)}`
      ]
    }),
    'en',
    'de'
  ],
  'date, publisher, names between bars': [
    (a, c) => ({
      head: [a.title, `${writtenDay(c, a)} | ${a.publisher} | ${a.authors[0]!}`],
      truth: { authors: a.authors.slice(0, 1) }
    }),
    'en',
    'es',
    'de'
  ],
  PressReader: [
    (a, c) => ({
      head: [
        a.title,
        '',
        a.publisher,
        writtenDay(c, a),
        ...(c.often(0.5) ? [`BY ${names(a).toUpperCase()}`] : [`- By ${names(a)}`])
      ],
      truth: { authors: a.authors },
      spaced: true
    }),
    'en'
  ],
  'copied from a site': [
    (a, c) => ({
      head: [
        ...some(c, 0.5, a.section),
        a.title,
        byline(a, c),
        `Published ${writtenDay(c, a, 'long')}${c.pick(['', `, ${writtenTime(c, 'en')}`])}`,
        ...some(
          c,
          0.5,
          `Updated ${writtenDay(c, { ...a, day: '2036-01-15' }, 'long')}`,
          'Share',
          'Save',
          '3 min read',
          '12 comments'
        )
      ],
      truth: NOWHERE
    }),
    'en'
  ],
  'correspondent, weekday, modified': [
    (a, c) => ({
      head: [
        a.title,
        `${names(a)} in ${a.city}`,
        `${writtenDay(c, a, 'long')} ${two(c.whole(6, 22))}.40 GMT`,
        ...some(c, 0.5, `Last modified on ${writtenDay(c, { ...a, day: '2036-01-15' }, 'long')} 10.20 GMT`)
      ],
      truth: NOWHERE
    }),
    'en'
  ],
  'RSS reader': [
    (a, c) => ({
      head: [
        a.title,
        a.url,
        '',
        `${a.publisher} / by ${names(a)} / ${writtenDay(c, a)}${c.pick(['', ` at ${writtenTime(c, 'en')}`])}`
      ],
      compact: true
    }),
    'en'
  ],
  'RSS reader, lines': [
    (a, c) => ({ head: [a.title, `${a.publisher} · ${writtenDay(c, a)}`, `by ${names(a)}`, a.url] }),
    'en'
  ],
  'German press line': [
    (a, c) => ({ head: [`${a.publisher}, ${writtenDay(c, a)}, S. ${c.whole(1, 30)}`, '', a.title, '', byline(a, c)] }),
    'de'
  ],
  'German site': [
    (a, c) => ({
      head: [
        ...some(c, 0.5, a.section),
        a.title,
        a.standfirst,
        byline(a, c),
        `Stand: ${writtenDay(c, a)}, ${writtenTime(c, 'de')}`
      ],
      tail: [`Quelle: ${a.publisher}`],
      kept: a.standfirst,
      truth: { published: null },
      spaced: true
    }),
    'de'
  ],
  'French site': [
    (a, c) => ({
      head: [
        a.title,
        `${byline(a, c)}`,
        `Publié le ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')} à ${writtenTime(c, 'fr')}${c.pick(['', ', mis à jour le 15 janvier 2036 à 10h20'])}`
      ],
      truth: NOWHERE
    }),
    'fr'
  ],
  'Russian and Polish site': [
    (a, c) => ({
      head: [
        a.title,
        `${a.tongue === 'ru' ? 'Опубликовано' : 'Opublikowano'}: ${writtenDay(c, a)}`,
        byline(a, c),
        `${a.tongue === 'ru' ? 'Источник' : 'Źródło'}: ${a.publisher}`
      ]
    }),
    'ru',
    'pl'
  ]
}
