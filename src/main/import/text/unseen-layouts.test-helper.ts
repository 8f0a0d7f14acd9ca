import { byline, names, some, type Layout } from './layouts.test-helper.ts'
import { writtenDay, writtenTime, type Tongue } from './made-article.test-helper.ts'

/** Layouts written after the reader of plain text was finished, to tell how it does with what it wasn't made for. */
export const UNSEEN_LAYOUTS: Record<string, [Layout, ...Tongue[]]> = {
  'clipping of a notebook': [
    (a, c) => ({
      head: [
        a.title,
        `Clipped from: ${a.url}`,
        `${byline(a, c)} — ${a.publisher}`,
        `Published on ${writtenDay(c, a, 'long')}`
      ],
      spaced: true
    }),
    'en'
  ],
  'read-later list': [
    (a, c) => ({
      head: [a.title, 'news.example', `by ${names(a)}`, `${c.whole(2, 9)} min read · ${writtenDay(c, a)}`],
      truth: { publisher: 'news.example' }
    }),
    'en'
  ],
  'forwarded in a chat': [
    (a, c) => ({
      head: [`*${a.title}*`, '', `🗞 ${a.publisher}`, `📅 ${writtenDay(c, a)}`, `✍️ ${names(a)}`],
      tail: [a.url],
      keepsTail: true,
      spaced: true,
      compact: true
    }),
    'en',
    'es'
  ],
  'regional paper’s site': [
    (a, c) => ({
      head: [
        a.title,
        `By ${names(a)}    @newsdesk`,
        'Chief Reporter',
        `${Number(a.day.slice(8))}th ${writtenDay(c, a, 'long')
          .replace(/\d{1,2} |,/g, '')
          .replace(/^(\w+) (\d{4})$/, '$1 $2')}`
      ],
      truth: { publisher: null }
    }),
    'en'
  ],
  'old newspaper': [
    (a, c) => ({
      head: [`${a.publisher.toUpperCase()}. ${writtenDay(c, a, 'long').toUpperCase()}.`, '', a.title.toUpperCase()],
      truth: { authors: null },
      compact: true
    }),
    'en'
  ],
  'press release': [
    (a, c) => ({
      head: ['FOR IMMEDIATE RELEASE', writtenDay(c, a, 'long'), 'Contact: press@board.example', '', a.title],
      lead: `${a.city.toUpperCase()} – `,
      tail: ['###'],
      truth: { authors: null, publisher: null }
    }),
    'en'
  ],
  Europresse: [
    (a, c) => ({
      head: [
        `${a.publisher}, no. ${c.whole(1000, 9999)}`,
        `${a.section}, ${writtenDay(c, a, 'long')
          .replace(/^(?!\p{L}+, )/u, 'jeudi ')
          .replace(',', '')}, p. ${c.whole(1, 30)}`,
        '',
        a.title,
        '',
        names(a)
      ],
      spaced: true,
      compact: true
    }),
    'fr'
  ],
  'German press archive': [
    (a, c) => ({
      head: [
        `${a.publisher} vom ${writtenDay(c, { ...a }, 'any').replace(/^\p{L}+, /u, '')}, Nr. ${c.whole(1, 300)}, Seite ${c.whole(1, 40)}`,
        `Ressort: ${a.section}`,
        '',
        a.title,
        '',
        `Autor: ${names(a)}`,
        ...some(c, 0.5, 'Dokumentnummer: 310304017')
      ]
    }),
    'de'
  ],
  'trader’s screen': [
    (a, c) => ({
      head: [
        `${a.day} ${writtenTime(c, 'de').replace(' Uhr', ':12.345 GMT')}`,
        '',
        a.title,
        '',
        `By ${names(a)}`,
        '',
        `(${a.publisher}) --`
      ],
      compact: true,
      spaced: true
    }),
    'en'
  ],
  footnote: [
    (a, c) => ({
      head: [`${names(a)}, “${a.title.replace(/[“”]/gu, '')}”, ${a.publisher}, ${writtenDay(c, a, 'long')}`],
      truth: { title: a.title.replace(/[“”]/gu, '') },
      compact: true,
      spaced: true
    }),
    'en'
  ]
}
