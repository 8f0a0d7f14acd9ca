import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime } from './made-article.test-helper.ts'

/** More of them, written after the ones before were read. */
export const LATEST_LAYOUTS: Layouts = {
  'opinion page': [
    (a, c) => ({
      head: ['Opinion', a.title, a.standfirst, names(a), writtenDay(c, a, 'long')],
      kept: a.standfirst,
      truth: { publisher: null }
    }),
    'en'
  ],
  'magazine with an issue': [
    (a, c) => ({
      head: [`${a.publisher} — ${writtenDay(c, a, 'long')} — Issue ${c.whole(10, 900)}`, a.title, `Text: ${names(a)}`]
    }),
    'en'
  ],
  'first published in': [
    (a, c) => ({
      head: [a.title, `By ${names(a)}`],
      tail: [`First published in ${a.publisher} on ${writtenDay(c, a, 'long')}.`],
      keepsTail: true,
      spaced: true
    }),
    'en'
  ],
  'German site, agency': [
    (a, c) => ({
      head: [a.title, `${writtenDay(c, a)}, ${writtenTime(c, 'de')}`, 'Quelle: dpa'],
      truth: { authors: null, publisher: 'dpa', agencies: ['dpa'] }
    }),
    'de'
  ],
  'French paper': [
    (a, c) => ({ head: [a.publisher, a.section, a.title, `${byline(a, c)} - ${writtenDay(c, a, 'long')}`] }),
    'fr'
  ],
  'Spanish site': [
    (a, c) => ({ head: [a.title, names(a), a.publisher, `${writtenDay(c, a, 'long')}, ${writtenTime(c, 'es')}`] }),
    'es'
  ],
  'transcript of a broadcast': [
    (a, c) => ({
      head: [a.publisher.toUpperCase(), `Broadcast: ${writtenDay(c, a, 'long')}`, `Reporter: ${names(a)}`, '', a.title]
    }),
    'en'
  ],
  'note with a table of fields': [
    (a, c) => ({
      head: [
        a.title,
        '',
        `Outlet:\t${a.publisher}`,
        `Author(s):\t${a.authors.join(', ')}`,
        `Date:\t${writtenDay(c, a)}`,
        ...some(c, 0.5, `Link:\t${a.url}`)
      ],
      compact: true,
      spaced: true
    }),
    'en'
  ],
  'byline in brackets': [
    (a, c) => ({
      head: [`${a.title} (${a.publisher}, ${writtenDay(c, a, 'long')})`],
      truth: { authors: null },
      spaced: true
    }),
    'en'
  ],
  'updated line of a live site': [
    (a, c) => ({
      head: [
        a.title,
        `By ${names(a)} and agencies`,
        `${writtenDay(c, a, 'long')}, ${writtenTime(c, 'en')} | Updated: ${writtenDay(c, { ...a, day: '2036-01-15' }, 'long')}`
      ],
      truth: { publisher: null }
    }),
    'en'
  ]
}
