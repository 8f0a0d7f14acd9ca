import { describe, expect, it } from 'vitest'
import { articlesIn, isContainer, rtfDocument, wordDocument, type WordParagraph } from '../../export.test-helper.ts'

const LINK =
  'https://advance.lexis.com/api/document?collection=news&id=urn:contentItem:6ABC-DEF1-2345-G678-00000-00&context='
const COVER = [
  'User Name: ODILE BRANDT',
  'Date and Time: Friday, July 5, 2031 9:31:00 AM CEST',
  'Job Number: 00000001',
  'Documents (2)',
  '1. Ferry board hid leak report;Nine days in a drawer',
  'Client/Matter: -None-',
  'Search Terms: ferry AND leak',
  'Search Type: Natural Language',
  'Narrowed by:',
  'Content Type',
  'Narrowed by',
  'News',
  'Sources: The Marenholm Guardian; Content Type: News',
  '2. Yard answers the board',
  'Client/Matter: -None-',
  'Search Terms: ferry AND leak'
]
const FERRY =
  'The ferry board of Marenholm kept a report about a leak in a drawer for nine days, two of its members have said.'
const SECOND = '“We were told to wait,” said one of them, who asked not to be named.'
const YARD = 'The yard said on Wednesday that it had warned the board twice in the spring and got no answer at all.'

/** As the Word files are made: bold labels, a blank that doesn't break behind them, a line break before some. */
const WORD: (string | WordParagraph)[] = [
  ...COVER,
  { text: '**Ferry board hid leak report; Nine days in a drawer**', link: LINK },
  'The Marenholm Guardian (Sollen)',
  'March 4, 2031 Tuesday 5:01 PM GMT',
  'Scotland',
  '\tCopyright 2031 Quillon Media Group All Rights Reserved',
  '\t',
  '**Section:**\u00A0HARBOUR; Pg. 3',
  '**Length:**\u00A01,612 words',
  '**Byline:**\u00A0Tove Lind and Odile Brandt, Political Editor',
  '**Dateline:**\u00A0MARENHOLM',
  '**Highlight:**\u00A0Two members of the board speak',
  '**Body**',
  '',
  FERRY,
  'Section: the words stand in the text, and are no label of it.',
  'Notes',
  SECOND,
  '**Correction**',
  'An earlier version named the wrong pier.',
  '**Graphic**',
  'The hull in the dock (Lind)',
  '**Classification**',
  '**Language:**\u00A0ENGLISH',
  '\t**Subject:**\u00A0FERRIES (92%)',
  '\t**Load-Date:**\u00A0March 6, 2031',
  '\t**End of Document**',
  { text: '**Yard answers the board - Correction Appended**', link: LINK.replace('6ABC', '7ABC') },
  'The Daily Lantern - Final Edition',
  'March 6, 2031',
  'Correction Appended',
  '\tCopyright 2031 Quillon Media Group',
  'All Rights Reserved',
  '**Length:**\u00A098 words',
  '**Body**',
  YARD,
  '**Load-Date:**\u00A0March 7, 2031',
  '**End of Document**'
]

describe('exports of Nexis Uni', () => {
  it('gives each article of a Word file, and nothing of the cover sheet', async () => {
    const bytes = wordDocument(WORD)
    expect(await isContainer(bytes, 'Files (2).DOCX')).toBe(true)
    const [ferry, yard, ...others] = await articlesIn(bytes, 'Files (2).DOCX')
    expect(others).toEqual([])
    expect(ferry).toEqual({
      title: 'Ferry board hid leak report; Nine days in a drawer',
      authors: ['Tove Lind', 'Odile Brandt'],
      publisher: 'The Marenholm Guardian (Sollen)',
      published: '2031-03-04',
      section: 'HARBOUR',
      edition: 'Scotland',
      page: '3',
      wordCount: '1612',
      documentId: '6ABC-DEF1-2345-G678-00000-00',
      language: 'en',
      text: [
        'Two members of the board speak',
        FERRY,
        'Section: the words stand in the text, and are no label of it.',
        'Notes',
        SECOND,
        'Correction',
        'An earlier version named the wrong pier.',
        'The hull in the dock (Lind)'
      ],
      notice: null,
      extractor: 'nexis/1'
    })
    expect(yard).toMatchObject({
      title: 'Yard answers the board',
      authors: [],
      publisher: 'The Daily Lantern',
      published: '2031-03-06',
      edition: 'Final Edition',
      documentId: '7ABC-DEF1-2345-G678-00000-00',
      text: [YARD]
    })
  })

  it('gives the same of an RTF file', async () => {
    const lines = WORD.map((line) => (typeof line === 'string' ? line : line.text).replaceAll('\t', ''))
    const [ferry, yard] = await articlesIn(rtfDocument(lines.filter((line) => line !== '')), 'Files.rtf')
    expect(ferry?.text).toContain(FERRY)
    expect([ferry?.title, ferry?.publisher, ferry?.published]).toEqual([
      'Ferry board hid leak report; Nine days in a drawer',
      'The Marenholm Guardian (Sollen)',
      '2031-03-04'
    ])
    expect([yard?.title, yard?.publisher, yard?.published, yard?.text]).toEqual([
      'Yard answers the board',
      'The Daily Lantern',
      '2031-03-06',
      [YARD]
    ])
  })

  const text = (lines: readonly string[]): string => lines.join('\n')
  const FIRST_LINES = [
    'Ferry board hid leak report',
    'The Marenholm Guardian',
    'March 4, 2031 Tuesday',
    '',
    'Copyright 2031 Quillon Media Group All Rights Reserved',
    'Length:\u00A0112 words',
    'Byline:\u00A0Odile Brandt',
    'Body',
    '',
    FERRY,
    SECOND,
    '',
    'Load-Date:\u00A0March 6, 2031',
    '',
    'End of Document'
  ]
  const LAST_LINES = [
    'Yard answers the board',
    'Badger Lantern: University of Sollen',
    'March 6, 2031 Thursday 00:46Invalid date found for VDI: h30a7 XCEDOCID: 12',
    'University Wire',
    'Copyright 2031 Quillon Media Group All Rights Reserved',
    'Length:\u00A098 words',
    'Body',
    '',
    YARD,
    'Load-Date:\u00A0March 7, 2031',
    'End of Document',
    'Page 1 of 2',
    'Ferry board hid leak report'
  ]

  it('gives each article of a text whose lines end as those of old Macintoshes', async () => {
    const articles = await articlesIn(
      text([...COVER, '', ...FIRST_LINES, ...LAST_LINES]).replaceAll('\n', '\r'),
      'f.txt'
    )
    expect(articles.map(({ title, publisher, published }) => [title, publisher, published])).toEqual([
      ['Ferry board hid leak report', 'The Marenholm Guardian', '2031-03-04'],
      ['Yard answers the board', 'Badger Lantern: University of Sollen', '2031-03-06']
    ])
    expect(articles.map((article) => article.text)).toEqual([[FERRY, SECOND], [YARD]])
  })

  it('reads one article as a document', async () => {
    expect(await isContainer(text(FIRST_LINES), 'f.txt')).toBe(false)
    expect(await articlesIn(text(FIRST_LINES), 'f.txt')).toMatchObject([
      { title: 'Ferry board hid leak report', authors: ['Odile Brandt'], text: [FERRY, SECOND] }
    ])
  })

  it('parts articles whose last line is missing, and not where a text holds such a line', async () => {
    const withoutEnd = FIRST_LINES.slice(0, -1)
    const inText = FIRST_LINES.flatMap((line) =>
      line === SECOND ? [SECOND, 'End of Document', 'Body', SECOND] : [line]
    )
    expect((await articlesIn(text([...withoutEnd, ...LAST_LINES]), 'f.txt')).map(({ title }) => title)).toEqual([
      'Ferry board hid leak report',
      'Yard answers the board'
    ])
    const articles = await articlesIn(text([...inText, ...LAST_LINES]), 'f.txt')
    expect(articles.map((article) => article.text)).toEqual([
      [FERRY, SECOND, 'End of Document', 'Body', SECOND],
      [YARD]
    ])
  })

  it('finds the text below labels where no heading of it is known', async () => {
    const unknown = FIRST_LINES.map((line) => (line === 'Body' ? '' : line))
    expect((await articlesIn(text([...unknown, ...LAST_LINES]), 'f.txt')).map((article) => article.text)).toEqual([
      [FERRY, SECOND],
      [YARD]
    ])
  })

  it('keeps a document whose head it can’t read by itself, and says so', async () => {
    const headless = ['A heading of some kind', FERRY, 'Load-Date:\u00A0March 6, 2031', 'End of Document']
    const [ferry, unread, yard] = await articlesIn(text([...FIRST_LINES, ...headless, ...LAST_LINES]), 'f.txt')
    expect([ferry?.text, yard?.text]).toEqual([[FERRY, SECOND], [YARD]])
    expect(unread).toMatchObject({ title: null, publisher: null, text: ['A heading of some kind', FERRY] })
    expect(unread?.notice).toContain('could not read the head of this document')
  })

  it('names none of two articles that run together', async () => {
    const headless = ['A heading of some kind', YARD, 'Load-Date:\u00A0March 7, 2031', 'End of Document']
    const [both, ...others] = await articlesIn(text([...FIRST_LINES.slice(0, -1), ...headless]), 'f.txt')
    expect(others).toEqual([])
    expect(both).toMatchObject({ title: null, publisher: null, published: null, authors: [] })
    expect(both?.notice).toMatch(/several articles of a press database/)
    for (const words of [FERRY, YARD]) expect(both?.text).toContain(words)
  })

  it('keeps the publication where the export names no date', async () => {
    const undated = wordDocument(
      WORD.map((line) => (line === 'March 6, 2031' ? '' : line)).filter((line) => line !== '')
    )
    expect((await articlesIn(undated, 'f.docx'))[1]).toMatchObject({
      title: 'Yard answers the board',
      publisher: 'The Daily Lantern',
      published: null
    })
  })

  it.each([
    [
      'German',
      'Dienstag 4. März 2031',
      'Alle Rechte vorbehalten',
      'Rubrik: HAFEN; S. 3',
      'Länge: 612 Wörter',
      'Autor: Tove Lind',
      'Text',
      'Ladedatum: 6. März 2031',
      'Ende des Dokuments'
    ],
    [
      'French',
      'mardi 4 mars 2031 7:20 GMT',
      'Tous droits réservés',
      'Rubrique : HAFEN; Pg. 3',
      'Longueur : 612 mots',
      'Auteur : Tove Lind',
      'Corps',
      'Date de chargement : 6 mars 2031',
      'Fin du document'
    ],
    [
      'Spanish',
      'martes 4 de marzo de 2031',
      'Todos los derechos reservados',
      'Sección: HAFEN; Pág. 3',
      'Longitud: 612 palabras',
      'Autor: Tove Lind',
      'Cuerpo',
      'Fecha de carga: 6 de marzo de 2031',
      'Fin del documento'
    ],
    [
      'Dutch',
      'dinsdag 4 maart 2031',
      'Alle rechten voorbehouden',
      'Sectie: HAFEN; Blz. 3',
      'Lengte: 612 woorden',
      'Auteur: Tove Lind',
      'Tekst',
      'Laaddatum: 6 maart 2031',
      'Einde van document'
    ],
    [
      'Italian',
      'martedì 4 marzo 2031',
      'Tutti i diritti riservati',
      'Sezione: HAFEN; pag. 3',
      'Lunghezza: 612 parole',
      'Autore: Tove Lind',
      'Testo',
      'Data di caricamento: 6 marzo 2031',
      'Fine del documento'
    ],
    [
      'Portuguese',
      'terça-feira 4 de março de 2031',
      'Todos os direitos reservados',
      'Seção: HAFEN; pág. 3',
      'Extensão: 612 palavras',
      'Autor: Tove Lind',
      'Corpo',
      'Data de carregamento: 6 de março de 2031',
      'Fim do documento'
    ]
  ])('reads the labels of the %s interface', async (_, day, rights, section, length, byline, body, loaded, end) => {
    const article = (title: string): string =>
      text([
        title,
        'Der Bote (Sollen)',
        day,
        `Copyright 2031 Bote ${rights}`,
        section,
        length,
        byline,
        body,
        FERRY,
        SECOND,
        loaded,
        end
      ])
    const articles = await articlesIn(
      `${article('Der Vorstand hielt den Bericht zurück')}\n${article('Die Werft antwortet')}`,
      'f.txt'
    )
    expect(articles.map(({ title }) => title)).toEqual(['Der Vorstand hielt den Bericht zurück', 'Die Werft antwortet'])
    for (const { publisher, published, authors, section: named, text: lines } of articles)
      expect({ publisher, published, authors, named, lines }).toEqual({
        publisher: 'Der Bote (Sollen)',
        published: '2031-03-04',
        authors: ['Tove Lind'],
        named: 'HAFEN',
        lines: [FERRY, SECOND]
      })
  })

  it('takes no document of another kind for an export', async () => {
    const memo = text(['Memo', 'Harbour board', 'March 4, 2031', 'Text', FERRY, SECOND, '', 'End of document'])
    const [only] = await articlesIn(memo.replace('End of document', 'The End of document control is near.'), 'memo.txt')
    expect(only?.extractor).toBe('text/1')
  })
})
