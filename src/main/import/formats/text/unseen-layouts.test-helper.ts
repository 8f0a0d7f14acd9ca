import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime } from './made-article.test-helper.ts'

/** Layouts written after the reader of plain text was finished, to tell how it does with what it wasn't made for. */
export const UNSEEN_LAYOUTS: Layouts = {
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
    (a) => ({
      head: [
        a.title,
        `By ${names(a)}    @newsdesk`,
        'Chief Reporter',
        `${Number(a.day.slice(8))}th ${new Date(a.day).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })} ${a.day.slice(0, 4)}`
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
  ],
  'agency’s own site': [
    (a, c) => ({
      head: [a.title, byline(a, c), `${writtenDay(c, a, 'long')} 6:40 PM GMT+1`],
      lead: `${a.city.toUpperCase()}, ${writtenDay(c, a, 'yearless')} (Reuters) - `,
      tail: ['Reporting by Ilse Varnholt; Editing by Marek Quill'],
      keepsTail: true,
      truth: { publisher: 'Reuters', agencies: ['Reuters'] }
    }),
    'en'
  ],
  'agency below the byline': [
    (a, c) => ({
      head: [
        a.title,
        `By ${names(a).toUpperCase().replace(' AND ', ' and ')}`,
        'The Associated Press',
        writtenDay(c, a, 'long')
      ],
      truth: { publisher: 'The Associated Press', agencies: ['AP'] }
    }),
    'en'
  ],
  'Italian site': [
    (a, c) => ({
      head: [a.title, byline(a, c), a.section, `${writtenDay(c, a, 'long')} alle ${writtenTime(c, 'it')}`, a.publisher]
    }),
    'it'
  ],
  'Polish site with its path': [
    (a, c) => ({
      head: [
        `Strona główna > ${a.section}`,
        a.title,
        `${a.authors[0]!}, ${a.publisher}`,
        `${writtenDay(c, a)}, ${writtenTime(c, 'pl')}`
      ],
      truth: { authors: a.authors.slice(0, 1) }
    }),
    'pl'
  ],
  'printed page': [
    (a, c) => ({
      head: [`${a.title} | ${a.publisher}`, a.url, `Printed 15 January 2036`, byline(a, c), writtenDay(c, a)]
    }),
    'en'
  ],
  'Dutch site': [
    (a, c) => ({
      head: [
        a.publisher,
        a.title,
        byline(a, c),
        `Gepubliceerd op ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')} om ${writtenTime(c, 'nl')}`,
        ...some(c, 0.5, 'Laatst bijgewerkt op 15 januari 2036')
      ]
    }),
    'nl'
  ],
  'record with codes': [
    (a, c) => ({
      head: [
        `Record ${c.whole(1, 9)} of 12`,
        `TI: ${a.title}`,
        `AU: ${a.authors.map((name) => name.replace(/^(\S+) (.+)$/u, '$2, $1')).join('; ')}`,
        `SO: ${a.publisher}`,
        `PD: ${a.day.replaceAll('-', '')}`,
        'LA: English',
        'TX:'
      ],
      spaced: true,
      compact: true
    }),
    'en'
  ],
  'database with a full stop': [
    (a, c) => ({
      head: [
        `Title: ${a.title}`,
        `Authors: ${a.authors.map((name) => name.replace(/^(\S+) (.+)$/u, '$2, $1')).join('; ')}`,
        `Source: ${a.publisher}. ${writtenDay(c, a, 'long')}, p${c.whole(1, 40)}.`,
        'Document Type: Article',
        'Full Text:'
      ],
      spaced: true,
      compact: true
    }),
    'en'
  ],
  'Spanish line of three': [
    (a, c) => ({
      head: [
        a.section.toUpperCase(),
        a.title,
        `${a.authors[0]!} | ${a.city} | ${a.day.split('-').reverse().join('/')} - ${writtenTime(c, 'es')} h.`
      ],
      truth: { publisher: null, authors: a.authors.slice(0, 1) }
    }),
    'es'
  ],
  'Russian, time first': [
    (a, c) => ({
      head: [`${a.day.split('-').reverse().join('.')} ${writtenTime(c, 'ru')}`, a.publisher, a.title],
      tail: [`Автор: ${names(a)}`],
      spaced: true
    }),
    'ru'
  ]
}
