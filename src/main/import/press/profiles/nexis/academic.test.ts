import { describe, expect, it } from 'vitest'
import { articlesIn, isContainer, rtfDocument } from '../../export.test-helper.ts'

const FIRST = 'The harbour board of Sollen held back a memo on the hull of the ferry for nine days, two officials said.'
const SECOND = 'The yard had promised to mend the crack in the spring. It never did, the officials said under oath.'
const YARD = 'The yard said on Wednesday that it had warned the board twice in the spring and got no answer at all.'

const centred = (line: string): string => ' '.repeat(Math.max(8, Math.floor((80 - line.length) / 2))) + line
/** A text of these blocks, an empty line between; a block that begins with `^` is centred. */
function plain(...blocks: string[]): string {
  const shown = blocks.map((block) =>
    block.startsWith('^') ? block.slice(1).split('\n').map(centred).join('\n') : wrapped(block)
  )
  return `${shown.join('\n\n')}\n\n`
}
function wrapped(block: string): string {
  return block
    .split('\n')
    .flatMap((line) => {
      const lines = ['']
      for (const word of line.split(' ')) {
        const last = lines.at(-1)!
        if (last !== '' && last.length + 1 + word.length > 80) lines.push(word)
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      }
      return lines
    })
    .join('\n')
}

const COVER = plain(
  'Download Request: All Documents: 1-2',
  'Time Of Request: Friday, July 5, 2031  09:31:00',
  'Send To:',
  'SOLLEN UNIVERSITY\nLIBRARY',
  'Terms: ((ferry AND leak) and Date(geq(03/01/2031)))',
  'Source: Newspaper Stories, Combined Papers\nProject ID:'
)
const MEMO = plain(
  '^1 of 2 DOCUMENTS',
  '^Coast Courier (Sollen)',
  '^March 4, 2031 Tuesday\nFinal Edition',
  'Harbour board kept memo for nine days;\nTwo officials speak of a drawer that nobody opened, and of a minister who knew of it',
  'BYLINE: Tove Lind, Ports Correspondent',
  'SECTION: NEWS; Pg. A1',
  'LENGTH: 612 words',
  'DATELINE: SOLLEN',
  FIRST,
  'SECTION: so the second part of the memo begins. LENGTH: nine metres.',
  SECOND,
  'LOAD-DATE: March 5, 2031',
  'LANGUAGE: ENGLISH',
  'REGISTER: Lind, Tove; Moll, Arne',
  'GRAPHIC: Photo, The hull in the dock',
  'Photo, The drawer',
  'PUBLICATION-TYPE: Newspaper',
  '^Copyright 2031 Courier Media\nAll Rights Reserved'
)
const ANSWER = plain(
  '^2 of 2 DOCUMENTS',
  '^Copyright 2031 Lantern Press, Inc.\nAll Rights Reserved\nThe Daily Lantern',
  '^Distributed by Quillon Content Agency',
  '^March 6, 2031 Thursday',
  'SECTION: REGIONAL NEWS',
  'LENGTH: 98 words',
  'HEADLINE: Yard answers the board',
  'BYLINE: ODILE BRANDT',
  'BODY:',
  YARD,
  'LANGUAGE: ENGLISH',
  'PUBLICATION-TYPE: Newspaper',
  'LOAD-DATE: March 7, 2031'
)

describe('exports of LexisNexis Academic', () => {
  it('gives each article of a text', async () => {
    const [memo, answer, ...others] = await articlesIn(COVER + MEMO + ANSWER, 'lexis.TXT')
    expect(others).toEqual([])
    expect(memo).toEqual({
      title:
        'Harbour board kept memo for nine days; Two officials speak of a drawer that nobody opened, and of a minister who knew of it',
      authors: ['Tove Lind'],
      publisher: 'Coast Courier (Sollen)',
      published: '2031-03-04',
      section: 'NEWS',
      edition: 'Final Edition',
      page: 'A1',
      wordCount: '612',
      documentId: null,
      language: 'en',
      text: [
        FIRST,
        'SECTION: so the second part of the memo begins. LENGTH: nine metres.',
        SECOND,
        'Photo, The hull in the dock',
        'Photo, The drawer'
      ],
      notice: null,
      extractor: 'lexisnexis/1'
    })
    expect(answer).toMatchObject({
      title: 'Yard answers the board',
      authors: ['Odile Brandt'],
      publisher: 'The Daily Lantern',
      published: '2031-03-06',
      section: 'REGIONAL NEWS',
      text: [YARD]
    })
  })

  it('keeps a last paragraph that begins like a label', async () => {
    const ends = plain(
      '^1 of 2 DOCUMENTS',
      '^Coast Courier',
      '^March 4, 2031',
      'Harbour board kept memo',
      'LENGTH: 9 words',
      FIRST,
      'SOLLEN: The yard had no comment.',
      'LOAD-DATE: March 5, 2031',
      'LANGUAGE: ENGLISH'
    )
    expect((await articlesIn(ends + ANSWER, 'lexis.txt'))[0]?.text).toEqual([FIRST, 'SOLLEN: The yard had no comment.'])
  })

  it('reads one article as a document', async () => {
    expect(await isContainer(MEMO, 'lexis.txt')).toBe(false)
    expect(await articlesIn(MEMO, 'lexis.txt')).toMatchObject([{ publisher: 'Coast Courier (Sollen)' }])
  })

  it('gives the same of an RTF file, where nothing is centred and a page is turned between', async () => {
    const lines = [
      '1 of 2 DOCUMENTS',
      'Coast Courier (Sollen)',
      'March 4, 2031 Tuesday',
      'Final Edition',
      '**Harbour board kept memo for nine days**',
      '**BYLINE:** Tove Lind, Ports Correspondent',
      '**SECTION:** NEWS; Pg. A1',
      '**LENGTH:** 212 words',
      FIRST,
      SECOND,
      '**LOAD-DATE:** March 5, 2031',
      '**LANGUAGE:** ENGLISH',
      'Copyright 2031 Courier Media',
      'All Rights Reserved',
      '\f',
      '2 of 2 DOCUMENTS',
      'The Daily Lantern',
      'March 6, 2031 Thursday',
      'METRO EDITION',
      '**LENGTH:** 98 words',
      '**HEADLINE:** Yard answers the board;',
      'Two warnings',
      '**BYLINE:** Odile Brandt',
      '**BODY:**',
      YARD,
      '**LOAD-DATE:** March 7, 2031'
    ]
    expect(await articlesIn(rtfDocument(lines), 'lexis.RTF')).toMatchObject([
      {
        title: 'Harbour board kept memo for nine days',
        authors: ['Tove Lind'],
        publisher: 'Coast Courier (Sollen)',
        published: '2031-03-04',
        text: [FIRST, SECOND]
      },
      {
        title: 'Yard answers the board; Two warnings',
        authors: ['Odile Brandt'],
        publisher: 'The Daily Lantern',
        published: '2031-03-06',
        text: [YARD]
      }
    ])
  })

  it('gives the same of a page, and says which document the database could not show', async () => {
    const block = (kind: string, ...spans: string[]): string =>
      `<BR><DIV CLASS="${kind}"><P CLASS="c1">${spans.map((span) => `<SPAN CLASS="c2">${span}</SPAN>`).join('')}</P>\n</DIV>\n`
    const label = (name: string, value: string): string => block('c5', `${name}: `, value)
    const open = (number: number): string =>
      `<A NAME="DOC_ID_${number}_0"></A><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> -->\n`
    const close = '<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n'
    const page = `<HTML><HEAD><STYLE TYPE="text/css"><!--\n.c0 { text-align: center; }\n--></STYLE>\n<TITLE>&nbsp;</TITLE></HEAD>\n<BODY>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c12">Download Request: Selected Items: 1-3<BR>Terms: (ferry)<BR></SPAN></P></DIV>
${open(1)}${block('c0', '1 of 3 DOCUMENTS')}${block('c0', 'Coast Courier (Sollen)')}${block('c3', 'March', ' 4, 2031 Tuesday &nbsp;<BR>Late Edition - Final<BR>Correction Appended')}${block('c5', 'Harbour board kept memo;<BR>Two officials speak')}${label('BYLINE', 'By TOVE LIND')}${label('LENGTH', '212 words')}${label('HIGHLIGHT', 'A drawer that nobody opened')}<BR><DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">${FIRST}</SPAN></P>\n<P CLASS="c9"><SPAN CLASS="c2">${SECOND}</SPAN></P></DIV>\n${label('LOAD-DATE', 'March 5, 2031')}${label('LANGUAGE', 'ENGLISH')}${label('CORRECTION', '<BR>An earlier version named the wrong pier.')}${block('c0', 'Copyright 2031 Courier Media<BR>All Rights Reserved')}${close}
${open(2)}${block('c5', 'We are sorry but there is an error in this document and it is not possible to display it.')}${close}
${open(3)}${block('c0', '3 of 3 DOCUMENTS')}${block('c0', 'The Daily Lantern')}${block('c3', '6', ' mars 2031 jeudi')}${label('SECTION', 'NEWS')}${label('LENGTH', '98 words')}${block('c5', YARD)}${label('LOAD-DATE', 'March 7, 2031')}${close}
</BODY></HTML>`
    const [memo, failed, answer, ...others] = await articlesIn(page, 'lexis.HTML')
    expect(others).toEqual([])
    expect(memo).toMatchObject({
      title: 'Harbour board kept memo; Two officials speak',
      authors: ['Tove Lind'],
      publisher: 'Coast Courier (Sollen)',
      published: '2031-03-04'
    })
    expect(memo?.text).toEqual([
      'A drawer that nobody opened',
      FIRST,
      SECOND,
      'CORRECTION: An earlier version named the wrong pier.'
    ])
    expect(failed?.notice).toBe(
      'The database could not show this document: the export holds its message in place of the article.'
    )
    expect(answer).toMatchObject({ title: null, publisher: 'The Daily Lantern', published: '2031-03-06', text: [YARD] })
  })

  it('finds the headline above the date, and labels behind the text', async () => {
    const text = plain(
      '^1 of 2 DOCUMENTS',
      '^Sollener Blatt',
      'VORSTAND HIELT DEN VERMERK NEUN TAGE ZURUECK',
      '^4. März 2031\n13:38 Central European Time',
      'Tove Lind',
      FIRST,
      SECOND,
      'RUBRIK: HAFEN; Pg. 3',
      'LÄNGE: 382 Woerter',
      'UPDATE: 5. März 2031',
      'SPRACHE: German, Deutsch',
      '^Copyright 2031 Sollener Blatt'
    )
    expect(await articlesIn(text + ANSWER, 'lexis.txt')).toMatchObject([
      {
        title: 'VORSTAND HIELT DEN VERMERK NEUN TAGE ZURUECK',
        publisher: 'Sollener Blatt',
        published: '2031-03-04',
        section: 'HAFEN',
        text: ['Tove Lind', FIRST, SECOND]
      },
      { title: 'Yard answers the board' }
    ])
  })

  it.each([
    [
      'a transcript',
      [
        '^Radio Sollen',
        '^March 4, 2031 Tuesday',
        '^SHOW: HARBOUR TODAY 7:00 PM EST',
        'Harbour board kept memo',
        'GUESTS: Arne Moll',
        'LENGTH: 612 words'
      ],
      'Radio Sollen'
    ],
    [
      'terms between the names',
      [
        '^Coast News Service',
        '^No material may be republished without the express written\npermission of Coast News Service.',
        '^March 4, 2031',
        'Harbour board kept memo',
        'LENGTH: 612 words'
      ],
      'Coast News Service'
    ],
    [
      'names and date without an empty line',
      [
        '^Copyright 2031 Harbour Monitor Ltd., All\nRights Reserved\nHarbour Monitor Reports\nSollen Report Q1\nMarch 4, 2031',
        'TITLE: Harbour board kept memo'
      ],
      'Harbour Monitor Reports'
    ],
    [
      'an address and a count without labels',
      [
        '^Coast Courier',
        'http://courier.example/harbour/2031/03/04/the-memo-that-nobody-at-the-board-wanted-to-\nopen.html',
        '^4 maart 2031 dinsdag',
        'Harbour board kept memo',
        '184 words'
      ],
      'Coast Courier'
    ],
    [
      'two dates',
      [
        '^Copyright 2031 Coast Courier',
        '^Coast Courier',
        '^4. maart 2031',
        '^March 4, 2031',
        'LENGTE: 158 words',
        'KOP: Harbour board kept memo',
        'AUTEUR: LIND, TOVE',
        'TEKST:'
      ],
      'Coast Courier'
    ]
  ])('reads a head with %s', async (_, head, publisher) => {
    const article = plain('^1 of 2 DOCUMENTS', ...head, FIRST, SECOND, 'LOAD-DATE: March 5, 2031')
    expect((await articlesIn(article + ANSWER, 'lexis.txt'))[0]).toMatchObject({
      title: 'Harbour board kept memo',
      publisher,
      published: '2031-03-04',
      text: [FIRST, SECOND]
    })
  })

  it.each([
    [
      'German',
      'Dokument 1 von 2',
      'Dienstag 4. März 2031',
      'AUTOR: Tove Lind',
      'RUBRIK: HAFEN; S. 3 Ausg. 53',
      'LÄNGE: 612 Wörter',
      'UPDATE: 5. März 2031',
      'SPRACHE: GERMAN; DEUTSCH',
      'Alle Rechte vorbehalten'
    ],
    [
      'French',
      'Document 1 de 2',
      'mardi 4 mars 2031',
      'AUTEUR: TOVE LIND',
      'RUBRIQUE: HAFEN; Pg. 3',
      'LONGUEUR: 612 mots',
      'DATE-CHARGEMENT: 5 mars 2031',
      'LANGUE: FRENCH; FRANÇAIS',
      'Tous Droits Réservés'
    ],
    [
      'Spanish',
      'Documento 1 de 2',
      'martes 4 de marzo de 2031',
      'AUTOR: Tove Lind',
      'SECCIÓN: HAFEN; Pág. 3',
      'LONGITUD: 612 palabras',
      'FECHA-CARGA: 5 de marzo de 2031',
      'IDIOMA: SPANISH; ESPANOL',
      'Todos los derechos reservados'
    ],
    [
      'Dutch',
      '1 van 2 DOCUMENTEN',
      'dinsdag 4 maart 2031',
      'AUTEUR: LIND, TOVE',
      'RUBRIEK: HAFEN; Blz. 3',
      'LENGTE: 612 woorden',
      'LAADDATUM: 5 maart 2031',
      'TAAL: DUTCH; NEDERLANDS',
      'Alle rechten voorbehouden'
    ]
  ])(
    'reads the labels of the %s interface',
    async (_, count, day, byline, section, length, loaded, language, rights) => {
      const article = (number: string, title: string): string =>
        plain(
          `^${number}`,
          '^Der Bote (Sollen)',
          `^${day}`,
          title,
          byline,
          section,
          length,
          FIRST,
          SECOND,
          loaded,
          language,
          `^Copyright 2031 Bote\n${rights}`
        )
      const file =
        article(count, 'Der Vorstand hielt den Bericht zurück') +
        article(count.replace('1', '2'), 'Die Werft antwortet')
      const articles = await articlesIn(file, 'lexis.txt')
      expect(articles.map(({ title }) => title)).toEqual([
        'Der Vorstand hielt den Bericht zurück',
        'Die Werft antwortet'
      ])
      for (const { publisher, published, authors, text } of articles)
        expect({ publisher, published, authors, text }).toEqual({
          publisher: 'Der Bote (Sollen)',
          published: '2031-03-04',
          authors: ['Tove Lind'],
          text: [FIRST, SECOND]
        })
      expect(articles[0]?.section?.startsWith('HAFEN')).toBe(true)
    }
  )

  it('keeps a document whose head it can’t read by itself, and says so', async () => {
    const unread = plain('^2 of 3 DOCUMENTS', FIRST, SECOND, YARD, 'LOAD-DATE: March 6, 2031')
    const articles = await articlesIn(
      MEMO.replace('1 of 2', '1 of 3') + unread + ANSWER.replace('2 of 2', '3 of 3'),
      'lexis.txt'
    )
    expect(articles.map(({ title, notice }) => [title?.slice(0, 13) ?? null, notice !== null])).toEqual([
      ['Harbour board', false],
      [null, true],
      ['Yard answers ', false]
    ])
  })

  it('names none of two articles that run together where a number is missing', async () => {
    const [both, ...others] = await articlesIn(MEMO + ANSWER.replace('2 of 2 DOCUMENTS', ''), 'lexis.txt')
    expect(others).toEqual([])
    expect(both).toMatchObject({ title: null, publisher: null, published: null, authors: [] })
    expect(both?.notice).toMatch(/several articles of a press database/)
    for (const words of [FIRST, YARD]) expect(both?.text.join('\n')).toContain(words)
  })

  it('leaves a line of the text that looks like a number where it is', async () => {
    const text = MEMO.replace(SECOND.slice(0, 30), `${'3 of 12 documents\n\n'}${SECOND.slice(0, 30)}`)
    const articles = await articlesIn(text + ANSWER, 'lexis.txt')
    expect(articles).toHaveLength(2)
    expect(articles[0]?.text.slice(2, 4)).toEqual(['3 of 12 documents', SECOND])
  })

  it('takes a text that merely holds such a line for none', async () => {
    const [only] = await articlesIn(`Harbour board kept memo\n\n${FIRST}\n\n3 of 12 documents\n\n${SECOND}\n`, 'a.txt')
    expect(only?.extractor).toBe('text/1')
  })
})
