import { describe, expect, it } from 'vitest'
import { prepareText } from '../../../../shared/quote/prepared.ts'
import { verifyQuote } from '../../../../shared/quote/verify.ts'
import { readMade, shown } from '../../documents/made-document.test-helper.ts'
import { joinLines, vocabularyOf } from './hyphens.ts'
import { lines, made } from './made-pdf.test-helper.ts'

const WIDE = { size: 'A4', margin: 0 } as const
const joined = (text: string, language = 'en', elsewhere = ''): string => {
  const all = text.split('\n')
  return joinLines(all, { words: vocabularyOf([...all, elsewhere]), language, spacesLatin: false })
}

describe('words of a PDF that a line’s end broke', () => {
  it.each([
    [
      'en',
      'min-\nister re-\nported inspec-\ntors Wednes-\nday cap-\ntain’s writ-\nten un-\ntil',
      'minister reported inspectors Wednesday captain’s written until'
    ],
    [
      'en',
      'of-\nficial govern-\nment an-\nswered news-\npaper on-\nly hap-\npened after-\nnoon',
      'official government answered newspaper only happened afternoon'
    ],
    [
      'en',
      'well-\nknown self-\ntaught long-\nterm state-\nowned so-\ncalled three-\nyear full-\ntime mother-\nin-law',
      'well-known self-taught long-term state-owned so-called three-year full-time mother-in-law'
    ],
    [
      'en',
      'Anglo-\nAmerican Saudi-\nled UN-\nbacked mid-\n1990s Jean-\nLuc',
      'Anglo-American Saudi-led UN-backed mid-1990s Jean-Luc'
    ],
    ['en', 'INSPEC-\nTION of the GOVERN-\nMENT', 'INSPECTION of the GOVERNMENT'],
    [
      'en',
      'pre- and post-\nwar, two- or three-\nyear, short-\nand long-term',
      'pre- and post-war, two- or three-year, short- and long-term'
    ],
    [
      'en',
      '10,000-\nsquare-foot, pages 283-\n288, 2029–\n2031, and/\nor, a—\nb, the 2031-\n32 season',
      '10,000-square-foot, pages 283-288, 2029–2031, and/or, a—b, the 2031-32 season'
    ],
    ['en', 'a dash –\nset apart – and\n– another', 'a dash – set apart – and – another'],
    [
      'en',
      'see https://port.example.org/ledger/\n2031/hall.html, or https://port.example.org/a-\nb?c=1 and www.port.example.org/\nx for it',
      'see https://port.example.org/ledger/2031/hall.html, or https://port.example.org/a-b?c=1 and www.port.example.org/x for it'
    ],
    ['en', 'see https://port.example.org.\nThe board knew', 'see https://port.example.org. The board knew'],
    [
      'de',
      'die Regie-\nrung und die Nord-\nSüd-Achse, Bundes-\nregierung, Hafen-\nund Werftrat',
      'die Regierung und die Nord-Süd-Achse, Bundesregierung, Hafen- und Werftrat'
    ],
    [
      'fr',
      'le gouver-\nnement, dit-\nil, est-\nce lui-\nmême, peut-\nêtre, con-\nstruit',
      'le gouvernement, dit-il, est-ce lui-même, peut-être, construit'
    ],
    ['es', 'el go-\nbierno y la co-\nmisión', 'el gobierno y la comisión'],
    ['ru', 'прави-\nтельство, кто-\nто из-\nза', 'правительство, кто-то из-за']
  ])('are mended in %s', (language, text, right) => {
    expect(joined(text, language)).toBe(right)
  })

  it('are as the document has them elsewhere', () => {
    expect(joined('a water-\nline and a co-\noperative', 'en', 'the water-line, the cooperative of the port')).toBe(
      'a water-line and a cooperative'
    )
    expect(joined('the Lind-\nqvist house', 'en', 'Tove Lindqvist said')).toBe('the Lindqvist house')
    expect(joined('the soft­\nhyphen', 'en')).toBe('the softhyphen')
  })

  it.each([
    [
      '两名官\n员星期四对委员会表示，部长\n“我是在报纸上\n读到的”，他说',
      '两名官员星期四对委员会表示，部长“我是在报纸上读到的”，他说'
    ],
    [
      '港湾局はフェリーの\n船体の亀裂を、\nカー\nドに書いた。\n大臣は2031\n年まで',
      '港湾局はフェリーの船体の亀裂を、カードに書いた。大臣は2031年まで'
    ],
    ['คณะกรรมการ\nท่าเรือเก็บ', 'คณะกรรมการท่าเรือเก็บ'],
    ['គណៈកម្មការ\nកំពង់ផែ', 'គណៈកម្មការកំពង់ផែ'],
    ['항만청은 여객선\n선체의 균열', '항만청은 여객선 선체의 균열'],
    ['the ferry “Nordlys”\n“held back” a memo', 'the ferry “Nordlys” “held back” a memo']
  ])('have no space where their script has none', (text, right) => {
    expect(joined(text, 'zh')).toBe(right)
  })

  it('and go on behind a page’s end are whole, and found', async () => {
    const bytes = await made((doc) => {
      doc.addPage()
      lines(
        doc,
        [
          'In the spring the yard warned the board of the crack twice, and had no answer to it. The',
          'harbour board of Sollen held back a memorandum on the hull, and the inspec-'
        ],
        72,
        700
      )
      lines(doc, ['1 Record of the inquiry, day four, which is long enough.'], 72, 780, 8)
      doc.addPage()
      lines(doc, ['tion of it was late. The letters of the yard lie in the record of the'], 72, 80)
      lines(doc, ['clerk.'], 72, 93)
    }, WIDE)
    const extracted = await readMade(bytes, 'a.pdf')
    expect(extracted.blocks.map(({ page }) => page)).toEqual([1, 2, 1])
    expect(shown(extracted)).toEqual([
      'paragraph: In the spring the yard warned the board of the crack twice, and had no answer to it. The harbour board of Sollen held back a memorandum on the hull, and the inspection',
      'paragraph: of it was late. The letters of the yard lie in the record of the clerk.',
      'paragraph: 1 Record of the inquiry, day four, which is long enough.'
    ])
    expect(stateOf(extracted.text, 'and the inspection of it was late')).toBe('normalised')
  })
})

/** The state of a quote of a text. */
function stateOf(text: string, exact: string): string {
  return verifyQuote(exact, prepareText(text)).state
}

describe('numbers of notes in a PDF', () => {
  it('stand apart from words, powers in raised digits, and a quote over one is found', async () => {
    const bytes = await made((doc) => {
      doc.addPage()
      const run = (parts: readonly (readonly [string, boolean])[], y: number): void => {
        let x = 72
        for (const [text, isRaised] of parts) {
          doc.fontSize(isRaised ? 7 : 12).text(text, x, isRaised ? y - 1 : y, { lineBreak: false })
          x += doc.widthOfString(text)
        }
      }
      run(
        [
          ['The board held back a memorandum for nine days', false],
          ['1', true],
          [' after the yard had warned', false]
        ],
        100
      )
      run(
        [
          ['him', false],
          ['2', true],
          [', said “two officials”', false],
          ['3', true],
          [' of the hall of 40 m', false],
          ['2', true],
          [', with 10', false],
          ['6', true],
          [' crowns.', false]
        ],
        115
      )
      run(
        [
          ['It was the 1', false],
          ['st', true],
          [' of May. Nothing of this was told.', false],
          ['4', true]
        ],
        130
      )
      lines(
        doc,
        ['1 Record of the inquiry.', '2 Letter of the yard.', '3 They asked not to be named.', '4 Ledger.'],
        72,
        720,
        8
      )
    }, WIDE)
    const extracted = await readMade(bytes, 'a.pdf')
    expect(shown(extracted)).toEqual([
      'paragraph: The board held back a memorandum for nine days¹ after the yard had warned him\u2060², said “two officials”³ of the hall of 40 m², with 10⁶ crowns.',
      'paragraph: It was the 1st of May. Nothing of this was told.⁴',
      'paragraph: 1 Record of the inquiry.',
      'paragraph: 2 Letter of the yard.',
      'paragraph: 3 They asked not to be named.',
      'paragraph: 4 Ledger.'
    ])
    const { text } = extracted
    for (const exact of [
      'for nine days after the yard had warned him, said “two officials” of the hall',
      'a memorandum for nine days',
      'had warned him'
    ])
      expect([exact, stateOf(text, exact)]).toEqual([exact, expect.stringMatching(/^(?:normalised|verbatim)$/)])
    for (const exact of ['the hall of 40 m, with', 'with 10 crowns'])
      expect([exact, stateOf(text, exact)]).toEqual([exact, 'altered'])
  })
})

describe('initials and abbreviations at a line’s head', () => {
  it.each([
    [
      'v.',
      [
        'The Union asks the Court to wait until the panel has decided the appeal in Harbour Union, et al.',
        'v. Sollen Harbour Board, No. 31-55436, since both matters turn on one question.'
      ]
    ],
    [
      'an initial',
      [
        'The deputy of the Board, with whom Aaron Lindqvist, David Barkwell, Amy Feinholt and Jeffrey',
        'I. Paske appeared on the brief for the Association of Pilots, did not answer.'
      ]
    ],
    [
      'two initials',
      [
        'The chairwoman said so to the master of the ferry and to the old clerk of the board, Mr',
        'J. R. Feinholt, who wrote it down in the ledger of the port.'
      ]
    ],
    [
      'a number',
      [
        'The harbour board of Sollen held back a memorandum on the hull of the ferry, as it says in No.',
        '12. It did so for nine days, and nobody knew.'
      ]
    ],
    [
      'a day of the month',
      [
        'Der Rat des Hafens hielt das Schreiben neun Tage lang zurück, und zwar vom dritten bis zum',
        '12. März, wie zwei Beamte sagten.'
      ]
    ],
    [
      'p. and a number',
      [
        'The harbour board of Sollen held back a memorandum on the hull of the ferry (see the report,',
        'p. 12), and nobody at the ministry knew of it.'
      ]
    ]
  ])('begin no list: %s', async (_, [first, second]) => {
    const bytes = await made((doc) => lines(doc.addPage(), [first!, second!], 60, 100, 10.5), WIDE)
    expect(shown(await readMade(bytes, 'a.pdf'))).toEqual([`paragraph: ${first} ${second}`])
  })

  it('but letters and numbers that count do', async () => {
    const items = [
      'a. the log of the ferry,',
      'b. the letters of the yard,',
      'c. the record of repairs.',
      '1. First, the board.',
      '2. Then, the ministry.',
      '(i) the clerk',
      '(ii) the pilots',
      '• the rest'
    ]
    const bytes = await made((doc) => lines(doc.addPage(), items, 60, 100, 10.5), WIDE)
    expect(shown(await readMade(bytes, 'a.pdf'))).toEqual(items.map((item) => `listItem: ${item}`))
  })
})
