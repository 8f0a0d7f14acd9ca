import { printedDay } from './fresh-article.test-helper.ts'
import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime, type Chance } from './made-article.test-helper.ts'

const NOBODY = { authors: null }
const NOWHERE = { publisher: null }
const LATER = '2034-01-15'

/** Layouts as someone makes them who has articles in a table and writes each to a file. */
export const FRESH_LAYOUTS: Layouts = {
  'dateline, report, rule': [
    (a, c) => ({
      head: [
        `${c.pick(['', ' '])}date ${a.day} - ${a.publisher} ${c.pick(['Report', 'Report', 'Staff'])}`,
        '-',
        a.title
      ],
      truth: NOBODY
    }),
    'en'
  ],
  'day | outlet, rule': [
    (a, c) => ({
      head: [
        `${printedDay(c, a)} ${c.pick(['|', '-', '–', '•', '/'])} ${a.publisher}`,
        ...some(c, 0.5, c.pick(['---', '-----', '====', '***'])),
        a.title
      ],
      truth: NOBODY
    }),
    'en',
    'de',
    'fr',
    'es'
  ],
  'outlet | day, headline, by-line': [
    (a, c) => ({ head: [`${a.publisher} | ${printedDay(c, a)}`, a.title, byline(a, c)] }),
    'en',
    'fr'
  ],
  'headline, By, day': [
    (a, c) => ({ head: [a.title, byline(a, c), printedDay(c, a)], truth: NOWHERE }),
    'en',
    'en',
    'de',
    'es'
  ],
  'headline, By and outlet | day': [
    (a, c) => ({ head: [a.title, `${byline(a, c)}, ${a.publisher} | ${printedDay(c, a)}`] }),
    'en',
    'de'
  ],
  'outlet alone, day, headline': [
    (a, c) => ({ head: [a.publisher, printedDay(c, a), a.title], truth: NOBODY }),
    'en',
    'en',
    'de',
    'fr'
  ],
  'outlet, headline, day': [(a, c) => ({ head: [a.publisher, a.title, printedDay(c, a)], truth: NOBODY }), 'en', 'es'],
  'headline, outlet, day': [(a, c) => ({ head: [a.title, a.publisher, printedDay(c, a)], truth: NOBODY }), 'en', 'de'],
  'fields in any order': [
    (a, c) => ({
      head: shuffled(c, [
        `Title: ${a.title}`,
        `Author: ${a.authors.join(', ')}`,
        `Source: ${a.publisher}`,
        `Date: ${printedDay(c, a)}`,
        `URL: ${a.url}`
      ]),
      compact: true,
      spaced: true
    }),
    'en'
  ],
  'fields in capitals, any order': [
    (a, c) => ({
      head: shuffled(c, [
        `HEADLINE: ${a.title}`,
        `BYLINE: ${names(a)}${c.pick(['', ', Political Editor'])}`,
        `SOURCE: ${a.publisher}`,
        `DATE: ${printedDay(c, a)}`,
        `LENGTH: ${c.whole(200, 900)} words`,
        `SECTION: ${a.section}`
      ]),
      compact: true
    }),
    'en'
  ],
  'fields and a rule': [
    (a, c) => ({
      head: [
        `Publisher: ${a.publisher}`,
        `Published: ${printedDay(c, a)}, ${writtenTime(c, 'en')}`,
        ...some(c, 0.5, `Updated: ${printedDay(c, { ...a, day: LATER })}`),
        `Headline: ${a.title}`,
        `By: ${names(a)}`,
        '',
        c.pick(['---', '----------------', '=========='])
      ],
      compact: true
    }),
    'en'
  ],
  'Markdown, outlet in italics': [
    (a, c) => ({
      head: [`# ${a.title}`, '', `*${a.publisher}, ${printedDay(c, a)}*`],
      truth: NOBODY,
      name: 'article.md',
      compact: true
    }),
    'en',
    'de',
    'fr'
  ],
  'Markdown, names in bold': [
    (a, c) => ({
      head: [`# ${a.title}`, '', `**${byline(a, c)}** ${c.pick(['·', '|', '—'])} ${printedDay(c, a)}`],
      truth: NOWHERE,
      name: c.pick(['article.md', 'article.txt']),
      spaced: true,
      compact: true
    }),
    'en',
    'es'
  ],
  'front matter, quoted or not': [
    (a, c) => ({
      head: [
        '---',
        ...shuffled(c, [
          `title: ${yaml(c, a.title)}`,
          `author: ${yaml(c, a.authors[0]!)}`,
          `date: ${c.pick([a.day, `"${a.day}"`, printedDay(c, a)])}`,
          `publisher: ${yaml(c, a.publisher)}`
        ]),
        '---'
      ],
      truth: { authors: a.authors.slice(0, 1) },
      compact: true,
      spaced: true,
      name: c.pick(['article.md', 'article.txt'])
    }),
    'en',
    'fr'
  ],
  'wire with a country and a year in the head': [
    (a, c) => ({
      head: [a.title, `Published: ${printedDay(c, a)}`],
      lead: `${a.city.toUpperCase()}, Orre, ${writtenDay(c, a, 'yearless')} (Reuters) ${c.pick(['-', '—'])} `,
      truth: { ...NOBODY, publisher: 'Reuters', agencies: ['Reuters'] },
      ...end(c)
    }),
    'en'
  ],
  'wire by a writer, no year': [
    (a, c) => ({
      head: [a.title, byline(a, c)],
      lead: `${a.city.toUpperCase()} (AP) ${c.pick(['—', '--', '-'])} `,
      truth: { publisher: 'AP', agencies: ['AP'], published: null },
      ...end(c)
    }),
    'en'
  ],
  'wire of French and German': [
    (a, c) => ({
      head: [a.title, ...some(c, 0.5, writtenDay(c, a, 'long'))],
      lead:
        a.tongue === 'fr'
          ? `${a.city.toUpperCase()}, ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')} (AFP) - `
          : `${a.city}, ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')} (dpa) - `,
      truth: { ...NOBODY, publisher: a.tongue === 'fr' ? 'AFP' : 'dpa', agencies: [a.tongue === 'fr' ? 'AFP' : 'dpa'] }
    }),
    'fr',
    'de'
  ],
  'outlet, published, updated': [
    (a, c) => ({
      head: [
        a.publisher,
        a.title,
        `Published: ${writtenDay(c, a, 'long')}, ${writtenTime(c, 'en')}`,
        `Updated: ${writtenDay(c, { ...a, day: LATER }, 'long')}, ${writtenTime(c, 'en')}`
      ],
      truth: NOBODY
    }),
    'en'
  ],
  'end marks and copyright': [
    (a, c) => ({
      head: [a.title, byline(a, c), printedDay(c, a)],
      tail: [`${c.pick(['© ', 'Copyright ', '(c) ', 'Copyright © '])}${a.day.slice(0, 4)} ${a.publisher}`],
      optional: ['© ', 'Copyright ', '(c) ', 'Copyright © '].map(
        (mark) => `${mark}${a.day.slice(0, 4)} ${a.publisher}`
      ),
      spaced: true
    }),
    'en'
  ],
  'caption and buttons at the head': [
    (a, c) => {
      const caption = `${c.pick(['Image caption', 'Photo:', 'Picture:'])} The depot after the fire`
      return {
        head: [
          a.title,
          `${byline(a, c)}, ${a.publisher}`,
          printedDay(c, a),
          ...some(c, 0.6, caption, 'Share', 'Read more', 'Comments')
        ],
        optional: [caption]
      }
    },
    'en'
  ],
  'headline in capitals': [
    (a, c) => ({ head: [a.title.toUpperCase(), `${byline(a, c)}`, `${a.publisher}, ${printedDay(c, a)}`] }),
    'en',
    'de'
  ],
  'staff and agencies': [
    (a, c) => ({
      head: [
        a.title,
        c.pick(['Staff and agencies', 'By Staff Reporter', 'By agency staff', 'Staff writer']),
        printedDay(c, a),
        a.publisher
      ],
      truth: NOBODY
    }),
    'en'
  ],
  'names with what they are': [
    (a, c) => ({
      head: [
        a.title,
        `By ${a.authors[0]!}, ${c.pick(['Political Editor', 'Chief Reporter', 'Home Affairs Correspondent', 'Crime Reporter', 'in Sollen'])}`,
        `${a.publisher} ${printedDay(c, a)}`
      ],
      truth: { authors: a.authors.slice(0, 1) }
    }),
    'en'
  ],
  'outlet and names, tabs': [
    (a, c) => ({
      head: [`${a.publisher}\t${printedDay(c, a)}`, `${a.title}`, `${names(a)}`],
      spaced: true
    }),
    'en'
  ],
  'headline, day and outlet in brackets': [
    (a, c) => ({ head: [a.title, `(${a.publisher}, ${printedDay(c, a)})`], truth: NOBODY }),
    'en',
    'es',
    'fr'
  ],
  'headline and a dashed line of credit': [
    (a, c) => ({ head: [a.title, `- ${names(a)}, ${a.publisher}, ${printedDay(c, a)}`] }),
    'en'
  ],
  'headline between rules': [
    (a, c) => ({
      head: ['='.repeat(40), a.title, '='.repeat(40), `${a.publisher} - ${printedDay(c, a)} - ${byline(a, c)}`],
      compact: true
    }),
    'en'
  ],
  'with a byte order mark': [
    (a, c) => ({ head: [`\uFEFF${a.title}`, `${names(a)} | ${a.publisher} | ${printedDay(c, a)}`] }),
    'en',
    'de',
    'fr'
  ],
  'German and Spanish credit': [
    (a, c) => ({
      head: [
        a.publisher,
        a.title,
        a.tongue === 'de'
          ? `Veröffentlicht am ${writtenDay(c, a)} von ${names(a)}`
          : `Publicado el ${writtenDay(c, a, 'long')} por ${names(a)}`
      ]
    }),
    'de',
    'es'
  ],
  'only headline and text': [
    (a) => ({ head: [a.title], truth: { ...NOBODY, ...NOWHERE, published: null } }),
    'en',
    'de'
  ]
}

/** What reporters put below the last paragraph. */
function end(chance: Chance): { tail: string[]; optional: string[] } {
  const marks = ['END', '-30-', '###', 'ENDS', '(END)']
  return { tail: chance.often(0.7) ? [chance.pick(marks)] : [], optional: marks }
}

function yaml(chance: Chance, value: string): string {
  const plain = /^[\p{L}][^:#"]*$/u.test(value)
  const double = `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const single = `'${value.replaceAll("'", "''")}'`
  return chance.pick(plain ? [value, double, single] : [double, single])
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  const left = [...list]
  return list.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0]!)
}
