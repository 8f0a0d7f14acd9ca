import { printedDay } from './fresh-article.test-helper.ts'
import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime } from './made-article.test-helper.ts'

const NOBODY = { authors: null }
const NOWHERE = { publisher: null }

/** Written after the fifth set was read well, to tell how it does with what it wasn't made for. */
export const SIXTH_LAYOUTS: Layouts = {
  'day, outlet and headline on lines, rule, names': [
    (a, c) => ({
      head: [printedDay(c, a), a.publisher, a.title, c.pick(['---', '* * *']), byline(a, c)]
    }),
    'en',
    'es'
  ],
  'outlet - headline': [
    (a, c) => ({ head: [`${a.publisher}: ${a.title}`, printedDay(c, a), names(a)], truth: { title: a.title } }),
    'en'
  ],
  'by names for outlet on a day': [
    (a, c) => ({ head: [a.title, '', `By ${names(a)} for ${a.publisher}, ${printedDay(c, a)}`] }),
    'en'
  ],
  'posted, with a time first': [
    (a, c) => ({
      head: [
        a.title,
        `Posted at ${writtenTime(c, 'en')} on ${writtenDay(c, a, 'long')}`,
        `By ${names(a).toUpperCase()}`
      ],
      truth: { ...NOWHERE, authors: a.authors },
      spaced: true
    }),
    'en'
  ],
  'bulleted facts': [
    (a, c) => ({
      head: [a.title, '', `- Publisher: ${a.publisher}`, `- Date: ${printedDay(c, a)}`, `- Author: ${names(a)}`],
      compact: true,
      spaced: true,
      name: c.pick(['article.md', 'article.txt'])
    }),
    'en'
  ],
  'fields with equals or dashes below a rule': [
    (a, c) => ({
      head: [
        a.title.toUpperCase(),
        '='.repeat(a.title.length),
        `Source - ${a.publisher}`,
        `Date - ${writtenDay(c, a, 'long')}`,
        ''
      ],
      truth: NOBODY,
      compact: true
    }),
    'en'
  ],
  'outlet (day): headline in quotes': [
    (a, c) => {
      const credit = some(c, 0.6, byline(a, c))
      return {
        head: [`${a.publisher} (${printedDay(c, a)})`, a.title, ...credit],
        truth: credit.length > 0 ? {} : NOBODY
      }
    },
    'de',
    'fr',
    'es'
  ],
  'headline, names and day by a dot, outlet below': [
    (a, c) => ({ head: [a.title, `${names(a)} ${c.pick(['·', '•', '—'])} ${printedDay(c, a)}`, a.publisher] }),
    'en',
    'fr'
  ],
  'headline, day in brackets, agency with a place': [
    (a, c) => ({
      head: [`${a.title} (${writtenDay(c, a, 'long')})`],
      lead: `${a.city.toUpperCase()} (AFP) - `,
      truth: { ...NOBODY, publisher: 'AFP', agencies: ['AFP'] },
      tail: [c.pick(['ENDS', '-30-', '###', '(AFP)'])],
      optional: ['(AFP)']
    }),
    'en'
  ],
  'mail to oneself': [
    (a, c) => ({
      head: [`Subject: ${a.title}`, `Date: ${writtenDay(c, a, 'long')}`, '', a.publisher, `By ${names(a)}`],
      compact: true,
      spaced: true
    }),
    'en'
  ]
}
