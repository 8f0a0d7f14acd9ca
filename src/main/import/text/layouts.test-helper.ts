import {
  Chance,
  joined,
  makeArticle,
  two,
  writtenDay,
  writtenTime,
  type MadeArticle,
  type Tongue
} from './made-article.test-helper.ts'

/** How a layout puts an article into lines. Empty lines may come between the lines of the head, or not. */
export interface Laid {
  head: string[]
  /** Stands before the words of the first paragraph. */
  lead?: string
  tail?: string[]
  /** The line of the head that is text: a standfirst. */
  kept?: string
  /** What the file doesn't say, or says otherwise than the article. */
  truth?: Partial<Truth>
  /** True when the lines of the tail are text. */
  keepsTail?: boolean
  /** The lines of the head stay together, and an empty line follows them. */
  compact?: boolean
  /** The body has empty lines between its paragraphs. */
  spaced?: boolean
  name?: string
}

export interface Truth {
  title: string
  authors: string[] | null
  publisher: string | null
  published: string | null
  agencies: string[] | null
}

export interface MadeFile {
  layout: string
  name: string
  text: string
  truth: Truth
  paragraphs: string[]
  /** True when lines are broken and neither empty lines nor indents tell paragraphs apart. */
  isTight: boolean
}

export type Layout = (article: MadeArticle, chance: Chance) => Laid

const AND: Record<Tongue, string> = { en: 'and', de: 'und', fr: 'et', es: 'y', nl: 'en', it: 'e', pl: 'i', ru: 'и' }
const BY: Record<Tongue, string[]> = {
  en: ['By '],
  de: ['Von '],
  fr: ['Par '],
  es: ['Por '],
  nl: ['Door '],
  it: ['di ', 'Di '],
  pl: ['Autor: '],
  ru: ['Автор: ']
}

/** `By Tove Lind and Arne Moll`, in the article's language. */
export function byline(article: MadeArticle, chance: Chance): string {
  return chance.pick(BY[article.tongue]) + names(article)
}

export function names({ authors, tongue }: MadeArticle): string {
  return joined(authors, AND[tongue])
}

/** Some of the lines, each with its own probability. */
export function some(chance: Chance, part: number, ...lines: string[]): string[] {
  return lines.filter(() => chance.often(part))
}

/** Makes a file of a layout. The same seed makes the same file. */
export function makeFile(name: string, layout: Layout, tongue: Tongue, seed: number): MadeFile {
  const chance = new Chance(seed)
  const article = makeArticle(chance, tongue)
  const laid = layout(article, chance)
  const body = [...article.paragraphs]
  if (laid.lead !== undefined) body[0] = laid.lead + article.paragraphs[0]!
  const isMarkdown = laid.name?.endsWith('.md') ?? false
  const spaced = laid.spaced === true || isMarkdown || chance.often(0.6)
  const width = chance.often(0.35) ? chance.whole(60, 80) : null
  const indented = width !== null && !spaced && chance.often(0.5)
  const wrap = (line: string): string[] => (width === null ? [line] : wrapped(line, width))

  const lines: string[] = []
  const loose = laid.compact !== true && chance.often(0.4)
  for (const line of laid.head) {
    if (loose && lines.length > 0 && lines.at(-1) !== '' && line !== '') lines.push('')
    lines.push(...(isMarkdown || laid.head[0] === '---' ? [line] : wrap(line)))
  }
  const touching = laid.compact !== true && !spaced && width === null && chance.often(0.5)
  if (!touching && lines.at(-1) !== '') lines.push('')
  body.forEach((paragraph, index) => {
    if (index > 0 && spaced) lines.push('')
    const [first = '', ...more] = wrap(indented ? `____${paragraph}` : paragraph)
    lines.push(indented ? first.replace('____', '    ') : first, ...more)
  })
  if (laid.tail !== undefined) lines.push('', ...laid.tail)
  const trailing = chance.often(0.1) ? ' ' : ''
  const end = chance.often(0.2) ? '\r\n' : '\n'
  return {
    layout: name,
    name: laid.name ?? 'article.txt',
    text: lines.map((line) => (line !== '' && !isMarkdown ? line + trailing : line)).join(end) + chance.pick(['', end]),
    truth: {
      title: article.title,
      authors: article.authors,
      publisher: article.publisher,
      published: article.day,
      agencies: null,
      ...laid.truth
    },
    paragraphs: [
      ...(laid.kept === undefined ? [] : [laid.kept]),
      ...body,
      ...(laid.keepsTail === true ? laid.tail! : [])
    ],
    isTight: width !== null && !spaced && !indented
  }
}

/** Breaks a line as mailers do: as many words on each as there is room for. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' && lines.length === 0 ? word : line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

const NOBODY = { authors: null }
const NOWHERE = { publisher: null }

/** The layouts that the reader of plain text was made with. */
export const LAYOUTS: Record<string, [Layout, ...Tongue[]]> = {
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
  ],
  wire: [
    (a, c) =>
      wire(
        a,
        c.pick(['Reuters', 'AP', 'AFP', 'dpa', 'Xinhua', 'Kyodo', 'EFE']),
        c,
        (agency) =>
          `${a.city.toUpperCase()}, ${writtenDay(c, a, 'long').replace(/^\w+day,? /, '')} (${agency}) ${c.pick(['-', '—', '–'])} `
      ),
    'en'
  ],
  'wire without a year, address with one': [
    (a, c) => {
      const laid = wire(
        a,
        c.pick(['Reuters', 'AFP', 'Xinhua']),
        c,
        (agency) => `${a.city.toUpperCase()}, ${writtenDay(c, a, 'yearless')} (${agency}) - `
      )
      return { ...laid, tail: [`© ${a.day.slice(0, 4)} ${laid.truth!.agencies![0]!}`], keepsTail: true }
    },
    'en'
  ],
  'wire without any year': [
    (a, c) => {
      const laid = wire(
        a,
        c.pick(['Reuters', 'AFP', 'Xinhua']),
        c,
        (agency) => `${a.city.toUpperCase()}, ${writtenDay(c, a, 'yearless')} (${agency}) - `
      )
      return { ...laid, truth: { ...laid.truth, published: null } }
    },
    'en'
  ],
  'AP by a writer': [
    (a, c) => ({
      head: [a.title, `By ${names(a)}`, writtenDay(c, a, 'long')],
      lead: `${a.city.toUpperCase()} (AP) — `,
      truth: { publisher: 'AP', agencies: ['AP'] }
    }),
    'en'
  ],
  'wires of other languages': [
    (a, c) => {
      const day = writtenDay(c, a, 'yearless')
      const year = a.day.slice(0, 4)
      if (a.tongue === 'de')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `${a.city} (dpa) - `,
          truth: { ...NOBODY, publisher: 'dpa', agencies: ['dpa'] }
        }
      if (a.tongue === 'fr')
        return {
          head: [a.title],
          lead: `${a.city.toUpperCase()}, ${day} ${year} (AFP) - `,
          truth: { ...NOBODY, publisher: 'AFP', agencies: ['AFP'] }
        }
      if (a.tongue === 'es')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `${a.city}, ${day} (EFE).- `,
          truth: { ...NOBODY, publisher: 'EFE', agencies: ['EFE'] }
        }
      if (a.tongue === 'it')
        return {
          head: [a.title, writtenDay(c, a, 'long')],
          lead: `(ANSA) - ${a.city.toUpperCase()}, ${day.toUpperCase()} - `,
          truth: { ...NOBODY, publisher: 'ANSA', agencies: ['ANSA'] }
        }
      return {
        head: [a.title],
        lead: `СОЛЛЕН, ${writtenDay(c, a, 'long').replace(/^\p{L}+, /u, '')}. /ТАСС/. `,
        truth: { ...NOBODY, publisher: 'ТАСС', agencies: ['TASS'] }
      }
    },
    'de',
    'fr',
    'es',
    'it',
    'ru'
  ],
  'paper with an agency’s report': [
    (a, c) => ({
      head: [a.publisher, a.title, writtenDay(c, a), 'Reuters'],
      truth: { ...NOBODY, agencies: ['Reuters'] }
    }),
    'en'
  ]
}

function wire(a: MadeArticle, agency: string, c: Chance, lead: (agency: string) => string): Laid {
  const known: Record<string, string> = {}
  return {
    head: [a.title],
    lead: lead(agency),
    truth: { ...NOBODY, publisher: agency, agencies: [known[agency] ?? agency] },
    tail: c.often(0.3) ? ['-30-'] : []
  }
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
