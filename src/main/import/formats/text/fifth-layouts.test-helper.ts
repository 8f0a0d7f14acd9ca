import { printedDay } from './fresh-article.test-helper.ts'
import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime } from './made-article.test-helper.ts'

const NOBODY = { authors: null }
const LATER = '2034-01-15'

/** Written after the fresh layouts were read well, with words of their own. */
export const FIFTH_LAYOUTS: Layouts = {
  'outlet in capitals, day, headline, By': [
    (a, c) => ({ head: [a.publisher.toUpperCase(), printedDay(c, a), a.title, byline(a, c)] }),
    'en',
    'de'
  ],
  'published on a day by somebody in an outlet': [
    (a, c) => ({ head: [a.title, `Published ${printedDay(c, a)} by ${names(a)} in ${a.publisher}`] }),
    'en'
  ],
  'source, day, headline, name': [
    (a, c) => ({ head: [`Source: ${a.publisher}`, printedDay(c, a), '', a.title, names(a)], spaced: true }),
    'en',
    'fr'
  ],
  'all in one line, in brackets': [
    (a, c) => ({ head: [`[${a.publisher}] [${printedDay(c, a)}] ${a.title}`], truth: NOBODY }),
    'en',
    'es'
  ],
  'outlet and day, then name and occupation': [
    (a, c) => ({
      head: [
        a.title,
        `${a.publisher}, ${printedDay(c, a)}`,
        `${a.authors[0]!}, ${c.pick(['Political Editor', 'Health Correspondent', 'Reporter'])}`
      ],
      truth: { authors: a.authors.slice(0, 1) },
      tail: ['ENDS']
    }),
    'en'
  ],
  'names | outlet, published and updated': [
    (a, c) => ({
      head: [
        a.title,
        `${names(a)} | ${a.publisher}`,
        `Published: ${writtenDay(c, a, 'long')}, ${writtenTime(c, 'en')} | Updated: ${writtenDay(c, { ...a, day: LATER }, 'long')}, ${writtenTime(c, 'en')}`
      ]
    }),
    'en'
  ],
  'wire with its whole day': [
    (a, c) => ({
      head: [a.title],
      lead: `${a.city.toUpperCase()}, Orre, ${writtenDay(c, a, 'long').replace(/^\p{L}+day,? /u, '')} (Reuters) - `,
      truth: { ...NOBODY, publisher: 'Reuters', agencies: ['Reuters'] },
      tail: ['(Reporting by Ilse Varnholt in Sollen; Editing by Marek Quill)'],
      keepsTail: true,
      spaced: true
    }),
    'en'
  ],
  'Markdown, second level and a quote': [
    (a, c) => ({
      head: [`## ${a.title}`, '', `> ${byline(a, c)} — ${a.publisher}`, '', `_${printedDay(c, a)}_`],
      name: 'article.md',
      compact: true
    }),
    'en',
    'de'
  ],
  'front matter of a site, headline again': [
    (a, c) => ({
      head: [
        '---',
        `headline: ${JSON.stringify(a.title)}`,
        `site: ${a.publisher}`,
        `published: ${c.pick([a.day, printedDay(c, a)])}`,
        `byline: ${c.pick(['', 'By '])}${names(a)}`,
        '---',
        '',
        `# ${a.title}`
      ],
      name: 'article.md',
      spaced: true,
      compact: true
    }),
    'en'
  ],
  'day - outlet - name, headline': [
    (a, c) => ({
      head: [`${printedDay(c, a)} - ${a.publisher} - ${a.authors[0]!}`, '', a.title],
      truth: { authors: a.authors.slice(0, 1) }
    }),
    'en',
    'de',
    'es'
  ],
  'credit below the text': [
    (a, c) => ({
      head: [a.title],
      tail: [`${c.pick(['— ', '-- ', ''])}${a.authors[0]!}, ${a.publisher}, ${printedDay(c, a)}`],
      truth: { authors: a.authors.slice(0, 1) },
      keepsTail: true,
      spaced: true
    }),
    'en'
  ],
  'outlet, section, headline, names, day and time': [
    (a, c) => ({
      head: [
        a.publisher,
        ...some(c, 0.5, a.section),
        a.title,
        names(a),
        `${printedDay(c, a)} ${c.pick(['•', '|', '-'])} ${writtenTime(c, 'en')}`,
        ...some(c, 0.3, 'Share this article', '4 min read')
      ]
    }),
    'en'
  ]
}
