import { describe, expect, it } from 'vitest'
import { articlesIn, isContainer, rtfDocument } from '../../export.test-helper.ts'
import { readSourceLine } from './source-line.ts'

const FIRST =
  'Der Hafenvorstand von Sollen hielt einen Vermerk über den Rumpf der Fähre neun Tage lang zurück, sagten zwei Beamte.'
const SECOND = 'Die Werft hatte versprochen, den Riss im Frühjahr zu schließen. Das geschah nie, sagten sie unter Eid.'
const ANSWER = 'Die Werft erklärte am Mittwoch, sie habe den Vorstand zweimal gewarnt und nie eine Antwort bekommen.'
const RIGHTS = ['Alle Rechte vorbehalten: (c) Bote Verlag', '© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH']
const ADDRESS = 'https://www.wiso-net.de/document/BOTE__a1b2'

const MEMO = [
  'Der Bote vom 04.03.2031, S. 3 / Hafen',
  '',
  'Vorstand hielt Vermerk neun Tage zurück',
  '',
  'Zwei Beamte sprechen von einer Schublade',
  '',
  FIRST,
  '',
  SECOND,
  '',
  'Tove Lind',
  '',
  'Quelle:             Der Bote vom 04.03.2031, S. 3',
  'Ressort:            Hafen',
  'Ausgabe:            Sollen',
  'Dokumentnummer:     a1b2',
  '',
  'Dauerhafte Adresse des Dokuments:',
  ADDRESS,
  '',
  ...RIGHTS
]
const YARD = [
  'Seite 2 von 3',
  'Dokumente',
  '',
  'Werft antwortet dem Vorstand',
  '',
  ANSWER,
  '',
  'Quelle:             Tageskurier Nr. 055 vom 06.03.2031 Seite 012',
  'Dokumentnummer:     c3d4',
  '',
  ...RIGHTS
]
const CONTENTS = [
  'Dokumente',
  '',
  'Inhaltsverzeichnis',
  '',
  '1. Vorstand hielt Vermerk neun Tage zurück ................................ 2',
  '2. Werft antwortet dem Vorstand ............................... 3',
  'Seite 1 von 3',
  ''
]

describe('exports of GENIOS and wiso', () => {
  it('gives each article of a text, and nothing of the list of contents', async () => {
    const text = [...CONTENTS, ...MEMO, '', ...YARD].join('\n')
    expect(await isContainer(text, 'wiso.txt')).toBe(true)
    const [memo, yard, ...others] = await articlesIn(text, 'wiso.txt')
    expect(others).toEqual([])
    expect(memo).toEqual({
      title: 'Vorstand hielt Vermerk neun Tage zurück',
      authors: ['Tove Lind'],
      publisher: 'Der Bote',
      published: '2031-03-04',
      section: 'Hafen',
      edition: 'Sollen',
      page: '3',
      wordCount: null,
      documentId: 'a1b2',
      language: 'de',
      text: ['Zwei Beamte sprechen von einer Schublade', FIRST, SECOND],
      notice: null,
      extractor: 'genios/1'
    })
    expect(yard).toMatchObject({
      title: 'Werft antwortet dem Vorstand',
      authors: [],
      publisher: 'Tageskurier',
      published: '2031-03-06',
      text: [ANSWER]
    })
  })

  it('reads one article as a document', async () => {
    expect(await isContainer(MEMO.join('\n'), 'wiso.txt')).toBe(false)
    expect(await articlesIn(MEMO.join('\n'), 'wiso.txt')).toMatchObject([{ publisher: 'Der Bote', section: 'Hafen' }])
  })

  it('gives the same of a page with tables of labels', async () => {
    const page = (lines: readonly string[]): string =>
      lines
        .filter((line) => line !== '')
        .map((line) => {
          const [, label, value] = /^(\S+:)\s{3,}(.*)$/.exec(line) ?? []
          return label === undefined
            ? `<p>${line}</p>`
            : `<table><tr><td><b>${label}</b></td><td>${value}</td></tr></table>`
        })
        .join('\n')
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>wiso</title></head><body>${page(MEMO)}<hr>${page(YARD)}</body></html>`
    expect(await articlesIn(html, 'wiso.html')).toMatchObject([
      { title: 'Vorstand hielt Vermerk neun Tage zurück', published: '2031-03-04', authors: ['Tove Lind'] },
      { title: 'Werft antwortet dem Vorstand', published: '2031-03-06', text: [ANSWER] }
    ])
  })

  it('gives the paragraphs of an RTF file whose lines stand in one', async () => {
    const lines = (...parts: string[]): string => parts.join('\u2028')
    const rtf = rtfDocument([
      lines(
        '"Der Bote" vom 04.03.2031 Seite: 40',
        'Ressort: HAF/ ALL HAF',
        '',
        'KOPF DES TAGES',
        '',
        'Tove Lind',
        '   Der Hafenvorstand von Sollen hielt einen',
        'Vermerk zurück.',
        '   Die Werft schwieg.'
      ),
      '**Quelle:** "Der Bote" vom 04.03.2031 Seite: 40 Ressort: HAF',
      '**Ressort:** HAF',
      '**Dokumentnummer:** a1b2 c3',
      lines(`**Dauerhafte Adresse des Dokuments:** ${ADDRESS}`, '', RIGHTS[0]!, RIGHTS[1]!),
      ...YARD.filter((line) => line !== '').slice(2)
    ])
    expect(await articlesIn(rtf, 'wiso.rtf')).toMatchObject([
      {
        title: 'KOPF DES TAGES',
        authors: ['Tove Lind'],
        publisher: 'Der Bote',
        published: '2031-03-04',
        section: 'HAF',
        text: ['Der Hafenvorstand von Sollen hielt einen Vermerk zurück.', 'Die Werft schwieg.']
      },
      { title: 'Werft antwortet dem Vorstand', text: [ANSWER] }
    ])
  })

  const HEAD = ['Vorstand hielt Vermerk neun Tage zurück', 'Zwei Beamte sprechen von einer Schublade']
  const LABELS = [
    'Quelle: Der Bote vom 04.03.2031, Nr. 53, S. 3',
    'Autor: Post, Edda',
    'Rubrik: Hafen',
    'Dokumentnummer: a1b2'
  ]
  const OTHER = [
    'Werft antwortet dem Vorstand',
    '',
    'Quelle: Tageskurier vom 06.03.2031, S. 12',
    'Dokumentnummer: c3d4',
    '',
    ANSWER,
    '',
    ...RIGHTS
  ]
  const address = `Dauerhafte Adresse des Dokuments: ${ADDRESS}`

  it.each<[string, string[]]>([
    ['between headline and text', [...HEAD, '', ...LABELS, '', FIRST, '', SECOND, '', address, '', ...RIGHTS]],
    ['with the address', [...HEAD, '', ...LABELS, address, '', FIRST, '', SECOND, '', ...RIGHTS]],
    [
      'above a long text',
      [...HEAD, '', ...LABELS, '', FIRST, ...Array.from({ length: 40 }, () => ['', SECOND]).flat(), '', ...RIGHTS]
    ],
    ['above the headline', [...LABELS, '', ...HEAD, '', FIRST, '', SECOND, '', ...RIGHTS]]
  ])('loses no text below labels %s', async (_, lines) => {
    const [memo, ...others] = await articlesIn(lines.join('\n'), 'wiso.txt')
    expect(others).toEqual([])
    expect(memo).toMatchObject({
      authors: ['Edda Post'],
      publisher: 'Der Bote',
      published: '2031-03-04',
      section: 'Hafen',
      page: '3',
      documentId: 'a1b2',
      notice: null
    })
    expect(memo!.title).toContain(HEAD[0])
    expect(memo!.text.slice(-2)).toEqual([lines.filter((line) => line === SECOND).length > 1 ? SECOND : FIRST, SECOND])
    expect(memo!.text).toContain(FIRST)
    expect(`${memo!.title} ${memo!.text.join(' ')}`).toContain(HEAD[1])
    expect(memo!.text.join(' ')).not.toMatch(/Rechte|Genios|Quelle|Adresse/)
  })

  it('gives several whose labels stand between headline and text', async () => {
    const made = [HEAD[0]!, '', ...LABELS, '', FIRST, '', SECOND, '', address, '', ...RIGHTS, '', ...OTHER].join('\n')
    expect(await articlesIn(made, 'wiso.txt')).toMatchObject([
      { title: HEAD[0], text: [FIRST, SECOND], authors: ['Edda Post'] },
      { title: OTHER[0], text: [ANSWER], publisher: 'Tageskurier' }
    ])
  })

  it('is one source with all of its text when nothing ends the articles', async () => {
    const made = [HEAD[0]!, '', ...LABELS, '', FIRST, '', SECOND, '', ...OTHER].join('\n')
    const [only, ...others] = await articlesIn(made, 'wiso.txt')
    expect(others).toEqual([])
    for (const words of [HEAD[0]!, FIRST, SECOND, ANSWER])
      expect([only!.title, ...only!.text].join(' ')).toContain(words)
    expect([only!.publisher, only!.published]).toEqual([null, null])
  })

  it('tells of an article without a text', async () => {
    const made = [HEAD[0]!, '', ...LABELS, '', address, '', ...RIGHTS].join('\n')
    expect((await articlesIn(made, 'wiso.txt'))[0]).toMatchObject({
      title: HEAD[0],
      text: [],
      notice: expect.stringMatching(/no text/) as string
    })
  })

  it('takes a text that merely names a source for none', async () => {
    const [only] = await articlesIn(`${FIRST}\n\n${SECOND}\n\nQuelle: Der Bote\n\nMehr auf wiso-net.de\n`, 'a.txt')
    expect(only?.extractor).toBe('text/1')
  })
})

describe('readSourceLine', () => {
  it.each([
    ['"Der Bote" vom 04.03.2031 Seite: 40 Ressort: HAF', 'Der Bote', '2031-03-04', '40'],
    ['Handelsbote Nr. 045 vom 04.03.2031 Seite 012', 'Handelsbote', '2031-03-04', '12'],
    ['Sollener Zeitung, 04.03.2031, S. HF2', 'Sollener Zeitung', '2031-03-04', 'HF2'],
    ['bote, die tageszeitung v. 4.3.31, S. 5', 'bote, die tageszeitung', '2031-03-04', '5'],
    ['SZ/Sollener-Zeitung, 4. März 2031', 'SZ/Sollener-Zeitung', '2031-03-04', null],
    ['DIE WOCHE Heft 10/2031', 'DIE WOCHE', null, null],
    ['Aalener Bote', 'Aalener Bote', null, null]
  ])('reads %s', (line, publisher, published, page) => {
    expect(readSourceLine(line)).toMatchObject({ publisher, published, page })
  })
})
