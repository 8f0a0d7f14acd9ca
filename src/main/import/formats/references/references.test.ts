import { describe, expect, it } from 'vitest'
import { readBibtex } from './bibtex.ts'
import { readCslJson } from './csl-json.ts'
import { readRis } from './ris.ts'
import { detect as detectIn } from '../../sniff/detect.ts'
import { FORMATS } from '../formats.ts'
import { ReferenceItem } from '../../extracted/extracted.ts'

import { readReferences } from './references.ts'

const read = async (text: string | Buffer, name = 'harbour.bib'): Promise<ReferenceItem[]> => {
  const start = text.toString()
  const reader = /^\s*[[{]/.test(start)
    ? readCslJson
    : /^\s{0,4}ty[ \t\u00A0]{0,2}-/im.test(start)
      ? readRis
      : readBibtex
  return readReferences(Buffer.from(text), name, reader)
}
const detect = async (bytes: Uint8Array, name: string): Promise<string> => (await detectIn(bytes, name, FORMATS)).id
async function one(text: string): Promise<ReferenceItem> {
  const items = await read(text)
  expect(items).toHaveLength(1)
  expect(ReferenceItem.parse(items[0])).toEqual(items[0])
  return items[0]!
}
const MEMO = {
  from: 'reference',
  detail: 'harbour.bib: Board held memo back · Tove Lind, Arne Moll · Northern Courier · 2031-03-04',
  confidence: 0.94,
  title: 'Board held memo back',
  authors: ['Tove Lind', 'Arne Moll'],
  publisher: 'Northern Courier',
  published: '2031-03-04',
  retrieved: '2031-03-05',
  url: 'https://courier.example/memo',
  language: 'en-GB'
}

describe('RIS', () => {
  it('is read as Zotero writes it, dates of news kept', async () => {
    const item = await one(
      `TY  - NEWS\r\nTI  - Board held memo back\r\nAU  - Lind, Tove\r\nAU  - Moll, Arne\r\nT2  - Northern Courier\r\nPB  - Courier Press\r\nDA  - 2031/03/04/\r\nPY  - 2031\r\nSE  - World\r\nLA  - en-GB\r\nUR  - https://courier.example/memo\r\nY2  - 2031/03/05/08:30:00\r\nAB  - The board\r\nheld it back.\r\nL1  - files/12/Lind - 2031.pdf\r\nL2  - files/13/memo.html\r\nER  - \r\n`
    )
    expect(item).toEqual({
      title: 'Board held memo back',
      files: ['files/12/Lind - 2031.pdf', 'files/13/memo.html'],
      given: { ...MEMO, section: 'World' }
    })
  })

  it('is read as others write it', async () => {
    const items = await read(
      'TY  - JOUR\nT1  - Tides\nA1  - Sollen Institute\nJO  - Harbours\nY1  - 2031/03//\nDO  - 10.1234/tides.5\nER  -\n\nTY  - BOOK\nTI  - The\n  Harbour\nT2  - Series\nPB  - Vestad Press\nPY  - 2030\nLA  - German\nL1  - https://vestad.example/x.pdf\nTY  - ELEC\nUR  - https://a.example/; https://b.example/'
    )
    expect(
      items.map(({ given }) => [given.title, given.publisher, given.published, given.url, given.language])
    ).toEqual([
      ['Tides', 'Harbours', '2031-03', 'https://doi.org/10.1234/tides.5', undefined],
      ['The Harbour', 'Vestad Press', '2030', 'https://vestad.example/x.pdf', 'de'],
      [undefined, undefined, undefined, 'https://a.example/', undefined]
    ])
    expect(items.flatMap(({ files }) => files)).toEqual([])
  })

  it('is decoded whatever its charset', async () => {
    const [item] = await read(Buffer.from('TY  - NEWS\nTI  - \x93R\xE9ponse\x94\nER  - ', 'latin1'))
    expect(item!.title).toBe('“Réponse”')
  })
})

describe('BibTeX', () => {
  it('is read as BibLaTeX with files', async () => {
    const item = await one(`
      @article{lind_memo_2031,
        title = {Board held {Memo} back}, shorttitle = {Memo},
        author = {Lind, Tove and Moll, Arne}, journaltitle = {Northern Courier},
        date = {2031-03-04}, urldate = {2031-03-05}, url = {https://courier.example/memo}, langid = {british},
        file = {Full Text PDF:files/12/Lind - 2031 - a\\: b.pdf:application/pdf;Snapshot:C\\:\\\\Users\\\\t\\\\memo.html:text/html}
      }`)
    expect(item.given).toEqual({ ...MEMO, title: 'Board held Memo back', detail: MEMO.detail.replace('memo', 'Memo') })
    expect(item.files).toEqual(['files/12/Lind - 2031 - a: b.pdf', 'C:\\Users\\t\\memo.html'])
  })

  it('is read in its old form, with macros, joined strings and TeX', async () => {
    const items = await read(`
      This is a comment, tove@courier.example.
      @string{nc = "Northern " # "Courier"} @comment{x @article{y, title={Z}}}
      @ARTICLE(a, Title = "R{\\'e}ponse du {\\o}l \\"{u}ber \\c{c}a --- \`\`M\\"uller's'' \\& \\emph{Co}", author = "J{\\o}rn M{\\"o}ll and {Harbour and Dock Board} and others",
        journal = nc, year = 2031, month = mar, day = 4, howpublished = {\\url{https://a.example/x\\_y}})
      @misc{, title = {No key}, url = {https://b.example/} }
      @book{b, title = {The Harbour}, subtitle = {A History}, publisher = {Vestad Press}, year = {2030}, }`)
    expect(items.map(({ given }) => [given.title, given.authors, given.publisher, given.published, given.url])).toEqual(
      [
        [
          "Réponse du øl über ça — “Müller's” & Co",
          ['Jørn Möll', 'Harbour and Dock Board'],
          'Northern Courier',
          '2031-03-04',
          'https://a.example/x_y'
        ],
        ['No key', undefined, undefined, undefined, 'https://b.example/'],
        ['The Harbour: A History', undefined, 'Vestad Press', '2030', undefined]
      ]
    )
  })

  it('loses no entry to a broken one before it', async () => {
    const items = await read(
      '@article{a, title = {One}\n@article{b, title = {Two\n}\n@article{c, title = "Thr{ee", url = {https://c.example/}\n@article{d title = {x}}\n@article{e, title = {Five}}'
    )
    expect(items.map(({ title }) => title)).toEqual(
      ['One', 'Two', 'Three, url = https://c.example/', 'Five'].map((title) => title.replace('Three', 'Three"'))
    )
  })

  it.each([
    [':a.pdf:PDF', ['a.pdf']],
    ['files/12/a.pdf', ['files/12/a.pdf']],
    ['a.pdf;b c.html', ['a.pdf', 'b c.html']],
    ['C:\\Users\\t\\a.pdf', ['C:\\Users\\t\\a.pdf']],
    [':C:/Users/t/a.pdf:PDF', ['C:/Users/t/a.pdf']],
    [':C$\\backslash$:/Users/t/a.pdf:pdf', ['C:/Users/t/a.pdf']],
    [':home/t/x\\_y.pdf:pdf', ['home/t/x_y.pdf']],
    ['/home/t/a.pdf:application/pdf', ['/home/t/a.pdf']],
    ['Snapshot:https\\://a.example/:text/html;;', []]
  ])('finds the paths in %j', async (field, files) => {
    expect((await one(`@misc{a, title = {x}, file = {${field}}}`)).files).toEqual(files)
  })
})

describe('CSL-JSON', () => {
  const csl = {
    type: 'article-newspaper',
    title: MEMO.title,
    author: [{ family: 'Lind', given: 'Tove' }, { literal: 'Arne Moll' }],
    'container-title': 'Northern Courier',
    issued: { 'date-parts': [['2031', 3, 4]] },
    accessed: { raw: '2031-03-05' },
    URL: MEMO.url,
    language: 'en-GB'
  }

  it('is read, on its own or with attachments', async () => {
    expect(await one(JSON.stringify([csl]))).toEqual({ title: MEMO.title, files: [], given: MEMO })
    expect(
      (await one(JSON.stringify({ items: [{ ...csl, attachments: [{ path: 'files/1/a.pdf' }, 7] }] }))).files
    ).toEqual(['files/1/a.pdf'])
  })

  it('believes nothing that is of another kind', async () => {
    const odd = `[{"title": "Kept", "author": [7, {"family": {}}], "issued": {"date-parts": [[{}, []]]}, "URL": "javascript:x", "language": 5}, 7, null, {"__proto__": {"title": "x"}}, {"title": []}]`
    expect(await one(odd)).toMatchObject({ title: 'Kept', given: { title: 'Kept' } })
    await expect(read('[{"title": "Cut')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(read(`${'['.repeat(3_000_000)}`)).rejects.toMatchObject({ code: 'unreadable' })
    await expect(read('[]')).rejects.toMatchObject({ code: 'empty' })
  })
})

describe('names of works as exporters write them', () => {
  const authorsOf = async (line: string): Promise<string[] | undefined> =>
    (await one(`TY  - NEWS\nAU  - ${line}\nTI  - Tides of Sollen\nER  - `)).given.authors

  it.each<[string, string[]]>([
    ['Lind, Tove; Brandt, Odile', ['Tove Lind', 'Odile Brandt']],
    ['Lind, Tove and Brandt, Odile', ['Tove Lind', 'Odile Brandt']],
    ['Tove Lind and Odile Brandt', ['Tove Lind', 'Odile Brandt']],
    ['Tove Lind, Odile Brandt & Arne Moll', ['Tove Lind', 'Odile Brandt', 'Arne Moll']],
    ['Lind, T., Brandt, O.', ['T. Lind', 'O. Brandt']],
    ['Lind, Tove, Jr.', ['Tove Lind Jr.']],
    ['Lind, Tove et al.', ['Tove Lind']],
    ['Lind, Tove;', ['Tove Lind']],
    ['Ministry of Ports and Harbours', ['Ministry of Ports and Harbours']],
    ['M&ouml;ll, J&#248;rn', ['Jørn Möll']],
    ['Lind, Tove\nBrandt, Odile', ['Tove Lind', 'Odile Brandt']],
    ['Lind, Tove\nA1  - Brandt, Odile\nAU  - Lind, Tove', ['Tove Lind', 'Odile Brandt']]
  ])('%j', async (line, names) => {
    expect(await authorsOf(line)).toEqual(names)
  })

  it.each([
    ['{von Lind, Jr., Tove}', 'von Lind, Jr., Tove'],
    ['von Lind, Jr., Tove', 'Tove von Lind Jr.'],
    ['Tove von Lind', 'Tove von Lind'],
    ['{Ministry of Ports and Harbours} and others', 'Ministry of Ports and Harbours'],
    ['{{Ministry of Ports}}', 'Ministry of Ports']
  ])('BibTeX %s', async (written, name) => {
    expect((await one(`@misc{a, title = {Tides}, author = {${written}}}`)).given.authors).toEqual([name])
  })
})

describe('RIS lines as they come', () => {
  it.each([
    'ty  - news\nti  - Second letter\njf  - Coast Courier\nda  - 2031 Mar 04',
    'TY - NEWS\rTI - Second letter\rJO - Coast C.\rT2 - Coast Courier\rPY - 2031\rDA - Mar 4\rER -',
    '\uFEFFTY  - NEWS\r\nTI  - Second\r\n letter\r\nJF  - Coast Courier\r\nT2  - Special issue\r\nY1  - 2031/03/04/\r\nPY  - 2031///\r\nER  - ',
    'Provider: Sollen Press Database\nContent: text/plain\n\nTY  - NEWS\nT1  - <i>Second</i> letter\nPB  - Coast Courier\nY1  - 20310304',
    'TY  - NEWS\nTI  - Second\u2028letter\nT2  - Coast Courier; Sollen\nDA  - 2031/03/04/Thursday\nDA  - 2031'
  ])('%j', async (text) => {
    expect(await detect(Buffer.from(text), 'a.ris')).toBe('ris')
    expect((await one(text)).given).toMatchObject({
      title: 'Second letter',
      publisher: 'Coast Courier',
      published: '2031-03-04'
    })
  })

  it('name files by paths and addresses of files, and languages by library codes', async () => {
    const text =
      'TY  - NEWS\nTI  - X\nL1  - file:///C:/Users/x/Lind%202031.pdf\nUR  - file:///home/x/b.html\nUR  - https://a.example/\nLA  - ger\nER  - '
    const { files, given } = await one(text)
    expect(files).toEqual(['file:///C:/Users/x/Lind%202031.pdf', 'file:///home/x/b.html'])
    expect(given).toMatchObject({ url: 'https://a.example/', language: 'de' })
  })
})

describe('days in BibTeX', () => {
  it.each([
    ['year = 2031, month = {4~March}', '2031-03-04'],
    ['year = 2031, month = mar # "~4"', '2031-03-04'],
    ['year = 2031, month = "4~" # mar', '2031-03-04'],
    ['year = 2031, month = {March 4--6}', '2031-03-04'],
    ['year = 2031, month = {03}, day = {04}', '2031-03-04'],
    ['year = 2031, month = {03-04}', '2031-03-04'],
    ['year = 2031, month = {4. März}', '2031-03-04'],
    ['year = 2031, month = {Mar./Apr.}', '2031-03'],
    ['year = 2031, month = {Spring}', '2031'],
    ['year = {4 March 2031}', '2031-03-04'],
    ['date = {2031-03-04/2031-03-06}', '2031-03-04'],
    ['date = {2031-03}', '2031-03'],
    ['year = {in press}', undefined]
  ])('%s', async (fields, published) => {
    expect((await one(`@misc{a, title = {Tides}, ${fields}}`)).given.published).toBe(published)
  })
})

describe('words with markup', () => {
  it.each([
    ['<i>Mytilus</i> &amp;amp; CO<sub>2</sub>', 'Mytilus & CO₂'],
    ['Tides &lt; 5 &ndash; a &quot;memo&quot; &#x201C;x&#8221;', 'Tides < 5 – a "memo" “x”'],
    ['<span class="nocase">van</span> der &Eacute;cluse', 'van der Écluse'],
    ['H\\"{a}fen of $CO_2$ and \\textit{Mytilus}', 'Häfen of CO₂ and Mytilus'],
    ['Costs of $5 to $10', 'Costs of $5 to $10'],
    ['Tides < 5 & > 3', 'Tides < 5 & > 3'],
    ['&unknown; &#0; &#xD800;', '&unknown; &#0; &#xD800;']
  ])('%s', async (written, title) => {
    expect((await one(`TY  - NEWS\nTI  - ${written}\nER  - `)).title).toBe(title)
  })
})

describe('CSL-JSON of others', () => {
  it.each([
    [
      '[{"type": "book", "title": ["Tides"], "subtitle": ["A history"], "issued": {"date-parts": ["2031", 3]}}]',
      'Tides: A history',
      '2031-03'
    ],
    ['{"type": "webpage", "title": "<i>Tides</i>", "issued": "2031-03-04"}', 'Tides', '2031-03-04'],
    ['{"message": {"type": "book", "title": ["Tides"], "issued": {"raw": "4 March 2031"}}}', 'Tides', '2031-03-04'],
    [
      '{"items": [{"type": "webpage", "title": "Tides", "issued": {"date-parts": [[2031]], "season": 1}}]}',
      'Tides',
      '2031'
    ],
    [
      '[{"type": "webpage", "title": "Tides", "issued": {"date-parts": [["2031", "03", "04"], ["2031", "03", "06"]]}}]',
      'Tides',
      '2031-03-04'
    ]
  ])('%s', async (text, title, published) => {
    expect(await detect(Buffer.from(text), 'a.json')).toBe('csl-json')
    expect((await one(text)).given).toMatchObject({ title, published })
  })

  it('has names of many kinds', async () => {
    const author = [
      { literal: 'Ministry of Ports' },
      { family: 'Lind', given: 'Tove', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { name: 'Dock Board' },
      { given: 'Odile' },
      'Arne Moll'
    ]
    expect((await one(JSON.stringify([{ type: 'book', title: 'Tides', author }]))).given.authors).toEqual([
      'Ministry of Ports',
      'Tove van der Lind Jr.',
      'Dock Board',
      'Odile',
      'Arne Moll'
    ])
  })
})

describe('hostile references', () => {
  it('change nothing but themselves', async () => {
    const items = await read(
      '@string{__proto__ = {x}} @article{__proto__, __proto__ = {polluted}, constructor = {x}, title = {Kept}}\n@string{constructor = "y"}\n@misc{a, title = constructor # __proto__}'
    )
    expect(items.map(({ title }) => title)).toEqual(['Kept', 'yx'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('are read in one pass, however deep, long or unended', async () => {
    const deep = `@article{a, title = ${'{'.repeat(500_000)}Kept${'}'.repeat(500_000)}}`
    expect((await one(deep)).title).toBe('Kept')
    for (const unit of [
      '@a{',
      '@article{a, title = {',
      'TY  - NEWS\n',
      '@article{a,\n',
      '\\',
      '{\\"',
      ' # ',
      '@string{a = "',
      'TI  - x\n',
      ',='
    ]) {
      const text = `@article{z, title = {Kept}}\n${unit.repeat(1_000_000 / unit.length)}`
      expect((await read(text).catch(() => [])).length).toBeLessThanOrEqual(1_000_001)
    }
    const laughs = Array.from({ length: 60 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join('\n')
    expect((await one(`@string{m0 = "ha"}\n${laughs}\n@misc{a, title = m60}`)).title).toHaveLength(1 << 20)
    await expect(read('\0'.repeat(100_000))).rejects.toMatchObject({ code: 'empty' })
    await expect(read('Only prose, tove@courier.example.')).rejects.toMatchObject({ code: 'empty' })
  })
})
