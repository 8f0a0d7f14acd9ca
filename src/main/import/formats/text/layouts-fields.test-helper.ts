import { byline, names, some, type Layouts } from './layouts.test-helper.ts'
import { writtenDay, writtenTime, type Chance } from './made-article.test-helper.ts'

const NOWHERE = { publisher: null }

/** Articles with named fields: mails, notes, exports of press databases. */
export const FIELDS: Layouts = {
  'mail headers': [
    (a, c) => ({
      head: [
        `From: "${a.authors[0]!}" <desk@news.example>`,
        'To: list@news.example',
        `Date: ${rfcDate(a.day, c)}`,
        `Subject: ${c.pick(['', 'Fwd: ', 'FW: '])}${a.title}`
      ],
      compact: true,
      truth: { ...NOWHERE, authors: a.authors.slice(0, 1) }
    }),
    'en',
    'de',
    'fr'
  ],
  'named fields': [
    (a, c) => ({
      head: [
        `Title: ${a.title}`,
        `Author: ${a.authors.join('; ')}`,
        `Source: ${a.publisher}`,
        `Date: ${writtenDay(c, a)}`,
        ...some(c, 0.5, `URL: ${a.url}`, `Section: ${a.section}`, 'Length: 412 words', `Location: ${a.city}`)
      ],
      compact: true
    }),
    'en'
  ],
  'named fields in capitals': [
    (a, c) => ({
      head: [
        `HEADLINE: ${a.title}`,
        `BYLINE: ${names(a)}`,
        `PUBLICATION: ${a.publisher}`,
        `PUBLISHED: ${writtenDay(c, a)} ${writtenTime(c, 'en')}`,
        ...some(c, 0.5, `SECTION: ${a.section}`, 'WORD COUNT: 512')
      ]
    }),
    'en'
  ],
  'German named fields': [
    (a, c) => ({
      head: [
        `Titel: ${a.title}`,
        `Autor: ${names(a)}`,
        `Quelle: ${a.publisher}`,
        `Datum: ${writtenDay(c, a)}`,
        ...some(c, 0.5, `Ressort: ${a.section}`, `Abgerufen am: ${writtenDay(c, { ...a, day: '2036-01-15' })}`)
      ],
      compact: true
    }),
    'de'
  ],
  'French and Spanish named fields': [
    (a, c) => ({
      head:
        a.tongue === 'fr'
          ? [`Titre : ${a.title}`, `Auteur : ${names(a)}`, `Source : ${a.publisher}`, `Date : ${writtenDay(c, a)}`]
          : [`Título: ${a.title}`, `Autor: ${names(a)}`, `Fuente: ${a.publisher}`, `Fecha: ${writtenDay(c, a)}`],
      compact: true
    }),
    'fr',
    'es'
  ],
  'fields at the end': [
    (a, c) => ({
      head: [a.title],
      tail: [
        `Source: ${a.publisher}`,
        `Author: ${a.authors.join('; ')}`,
        `Published: ${writtenDay(c, a)}`,
        ...some(c, 0.5, `URL: ${a.url}`, 'Accessed: 15 January 2036')
      ],
      spaced: true
    }),
    'en'
  ],
  'front matter': [
    (a, c) => ({
      head: [
        '---',
        `title: ${JSON.stringify(a.title)}`,
        ...(a.authors.length > 1
          ? ['authors:', ...a.authors.map((name) => `  - ${name}`)]
          : [`author: ${a.authors[0]!}`]),
        `publisher: ${a.publisher}`,
        `date: ${c.pick([a.day, `${a.day}T18:40:00+01:00`])}`,
        ...some(c, 0.5, `url: ${a.url}`, 'lang: en', 'tags: [ferry, harbour]'),
        '---'
      ],
      compact: true,
      spaced: true,
      name: c.pick(['article.md', 'article.txt'])
    }),
    'en'
  ],
  'Markdown, byline in italics': [
    (a, c) => ({
      head: [`# ${a.title}`, '', `*${byline(a, c)}, ${a.publisher}, ${writtenDay(c, a)}*`],
      name: 'article.md',
      compact: true
    }),
    'en',
    'de'
  ],
  'Markdown, bold fields': [
    (a, c) => ({
      head: [
        `# ${a.title}`,
        '',
        `**Source:** ${a.publisher}  `,
        `**Author:** ${names(a)}  `,
        `**Date:** ${writtenDay(c, a)}`
      ],
      name: 'article.md',
      compact: true
    }),
    'en'
  ],
  'Markdown web clipping': [
    (a, c) => ({
      head: [
        `# ${a.title}`,
        '',
        `[${a.publisher}](https://news.example/) · ${byline(a, c)} · ${writtenDay(c, a, 'long')}`,
        '',
        `Source: <${a.url}>`
      ],
      name: 'article.md',
      compact: true
    }),
    'en'
  ],
  LexisNexis: [
    (a, c) => ({
      head: [
        `${c.whole(1, 9)} of ${c.whole(10, 99)} DOCUMENTS`,
        '',
        a.publisher,
        '',
        `${writtenDay(c, { ...a }, 'long').replace(/^\w+day,? /, '')} Tuesday`,
        '',
        a.title,
        '',
        `BYLINE: ${names(a)}`,
        '',
        `SECTION: ${a.section.toUpperCase()}; Pg. 3`,
        '',
        `LENGTH: 312 words`
      ],
      tail: [
        'LOAD-DATE: January 15, 2036',
        '',
        'LANGUAGE: ENGLISH',
        '',
        'PUBLICATION-TYPE: Newspaper',
        '',
        `Copyright ${a.day.slice(0, 4)} ${a.publisher}`,
        'All Rights Reserved'
      ],
      compact: true,
      spaced: true
    }),
    'en'
  ],
  'Nexis Uni': [
    (a, c) => ({
      head: [
        a.title,
        a.publisher,
        `${writtenDay(c, a, 'long').replace(/^\w+day,? /, '')} Tuesday ${writtenTime(c, 'en')}`,
        '',
        `Copyright ${a.day.slice(0, 4)} ${a.publisher} All Rights Reserved`,
        '',
        `Section: ${a.section.toUpperCase()}`,
        'Length: 412 words',
        `Byline: ${names(a)}`,
        '',
        'Body',
        ''
      ],
      tail: [...some(c, 0.5, 'Graphic', ''), 'Load-Date: January 15, 2036', '', 'End of Document'].filter(
        (line) => line !== 'Graphic'
      ),
      compact: true,
      spaced: true
    }),
    'en'
  ],
  Factiva: [
    (a, c) => ({
      head: [
        ...some(c, 0.5, a.section),
        a.title,
        `By ${names(a)}`,
        '412 words',
        writtenDay(c, { ...a }, 'long').replace(/^\w+day,? /, ''),
        ...some(c, 0.4, '18:40'),
        a.publisher,
        'NCOUR',
        ...some(c, 0.5, '12'),
        'English',
        `(c) ${a.day.slice(0, 4)} ${a.publisher}`
      ],
      tail: [`Document NCOUR000${a.day.replaceAll('-', '')}ed3400012`],
      compact: true,
      spaced: true
    }),
    'en'
  ],
  'Factiva with codes': [
    (a, c) => ({
      head: [
        `HD ${a.title}`,
        `BY By ${names(a)}`,
        'WC 412 words',
        `PD ${writtenDay(c, a, 'long')}`,
        `SN ${a.publisher}`,
        'SC NCOUR',
        'LA English',
        `CY (c) ${a.day.slice(0, 4)} ${a.publisher}`,
        '',
        'LP',
        ''
      ],
      tail: [`AN Document NCOUR000${a.day.replaceAll('-', '')}ed3400012`],
      compact: true,
      spaced: true
    }),
    'en'
  ],
  ProQuest: [
    (a, c) => ({
      head: [
        a.title,
        '',
        `Author: ${a.authors.map(lastFirst).join('; ')}`,
        '',
        `Publication info: ${a.publisher} ; ${a.city} [${a.city}]. ${writtenDay(c, { ...a }, 'long').replace(/^\w+day,? /, '')}: A.3.`,
        '',
        'Full text:',
        ''
      ],
      tail: [
        `Publication title: ${a.publisher}`,
        `Publication date: ${writtenDay(c, a, 'long')}`,
        'Document type: News',
        'ProQuest document ID: 228471990',
        'Last updated: 2036-01-15',
        'Database: Press Archive'
      ],
      compact: true,
      spaced: true
    }),
    'en'
  ]
}

function lastFirst(name: string): string {
  const [first = '', ...last] = name.split(' ')
  return `${last.join(' ')}, ${first}`
}

function rfcDate(day: string, chance: Chance): string {
  const date = new Date(`${day}T12:00:00Z`)
  const text = date.toUTCString()
  return chance.pick([text, text.replace('GMT', '+0100')])
}
