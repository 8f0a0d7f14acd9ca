import { DOMParser } from 'linkedom'
import type { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { schema } from '../document.test-helper.ts'
import { readForeign, type Foreign } from './foreign.ts'
import { leftOutWords } from './left-out.ts'
import { withFiles } from './ready.ts'

function read(html: string): Foreign {
  let next = 0
  const page = new DOMParser().parseFromString(`<html><body>${html}</body></html>`, 'text/html')
  const foreign = readForeign(page as unknown as Document, schema, () => `figure-${++next}`)
  for (const block of foreign.blocks) block.check()
  return foreign
}

/** A block in short: its kind, its words with their marks, what is in it. */
function short(node: Node): unknown {
  if (node.isText) {
    const marks = node.marks.map(({ type, attrs }) => (type.name === 'link' ? String(attrs['href']) : type.name))
    return marks.length === 0 ? node.text : [...marks, node.text]
  }
  if (node.type.name === 'hardBreak') return '⏎'
  const inside = Array.from({ length: node.childCount }, (_, at) => short(node.child(at)))
  return { [node.type.name]: inside.length === 1 ? inside[0] : inside }
}
const blocks = (html: string): unknown[] => read(html).blocks.map(short)

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('a page', () => {
  test('keeps bold, italic, code and links of its words', () => {
    expect(
      blocks(
        '<div><p>The <b>old <i>quay</i></b> is\n  <a href="https://ferrow.example/quay">shut</a>,\n says <code>log</code>.</p></div>'
      )
    ).toEqual([
      {
        statement: [
          'The ',
          ['bold', 'old '],
          ['bold', 'italic', 'quay'],
          ' is ',
          ['https://ferrow.example/quay', 'shut'],
          ', says ',
          ['code', 'log'],
          '.'
        ]
      }
    ])
  })

  test('has its headings as subheadings, as deep as they stand among themselves', () => {
    const { blocks: made } = read('<h2>Port</h2><p>One.</p><h4>Crane</h4><p>Two.</p><h2>Town</h2>')
    expect(made.map(({ type, attrs, textContent }) => [type.name, attrs['level'], textContent])).toEqual([
      ['subheading', 3, 'Port'],
      ['statement', undefined, 'One.'],
      ['subheading', 4, 'Crane'],
      ['statement', undefined, 'Two.'],
      ['subheading', 3, 'Town']
    ])
  })

  test('keeps lists in lists, also those that stand in no item', () => {
    const nested = {
      bulletList: [
        { listItem: [{ statement: 'a' }, { orderedList: { listItem: { statement: 'b' } } }] },
        { listItem: { statement: 'c' } }
      ]
    }
    expect(blocks('<ul><li>a<ol><li><p>b</p></li></ol></li><li>c</li></ul>')).toEqual([nested])
    expect(blocks('<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>')).toEqual([nested])
  })

  test('keeps tables with their marks, and what spans several cells in the first of them', () => {
    const [table] = read(
      '<table><caption>Berths</caption><tr><th rowspan="2">Berth</th><th colspan="2">Depth</th></tr><tr><td>low</td><td><b>high</b></td></tr><tr><td>1<br>2</td><td style="text-align:right">3</td><td style="text-align:right">4</td></tr></table>'
    ).blocks.slice(1)
    expect(table!.attrs['align']).toEqual([null, null, null])
    expect(short(table!)).toEqual({
      table: [
        { tableRow: [{ tableHeader: 'Berth' }, { tableHeader: 'Depth' }, { tableHeader: [] }] },
        { tableRow: [{ tableCell: [] }, { tableCell: 'low' }, { tableCell: ['bold', 'high'] }] },
        { tableRow: [{ tableCell: ['1', '⏎', '2'] }, { tableCell: '3' }, { tableCell: '4' }] }
      ]
    })
  })

  test('loses tables that only place things', () => {
    expect(blocks('<table><tr><td><table><tr><td>Left</td><td>Right</td></tr></table></td></tr></table>')).toEqual([
      { table: { tableRow: [{ tableHeader: 'Left' }, { tableHeader: 'Right' }] } }
    ])
    expect(blocks('<table role="presentation"><tr><td>Left</td><td>Right</td></tr></table>')).toEqual([
      { statement: 'Left' },
      { statement: 'Right' }
    ])
  })

  test('keeps lines, and the lines of what is set as it is typed', () => {
    expect(blocks('one<br>two<br><br><pre>a  b\n c</pre>')).toEqual([
      { statement: ['one', '⏎', 'two'] },
      { statement: ['a  b', '⏎', ' c'] }
    ])
  })
})

describe('hostile markup', () => {
  test('runs and shows nothing, and what it hides is told', () => {
    const { blocks: made, leftOut } = read(
      '<script>alert(1)</script><style>p{}</style><p onclick="x()">Seen<span style="display:none">hidden</span><span style="font-size:0px">tiny</span></p><iframe src="https://x.example"></iframe><svg><text>drawn</text></svg><p style="font-size:0.9em">small</p>'
    )
    expect(made.map(short)).toEqual([{ statement: 'Seen' }, { statement: 'small' }])
    expect(leftOut).toMatchObject({ hidden: 2, objects: 2 })
  })

  test('links to nothing but pages and mail addresses', () => {
    const { blocks: made, leftOut } = read(
      '<p><a href="javascript:alert(1)">a</a> <a href="file:///etc">b</a> <a href="#x">c</a></p>'
    )
    expect(made.map(short)).toEqual([{ statement: 'a b c' }])
    expect(leftOut.links).toBe(2)
  })

  test('a picture is taken from its address only when it stands in it, and is one', () => {
    const { pictures, lacking } = read(
      `<p>Before <img alt=" The  pier " src="${PNG}"> after</p><img src="https://x.example/1.png"><img src="//x.example/1.png"><img src="file:///C:/tmp/1.png"><img src="data:image/svg+xml,<svg/>"><img src="data:image/png;base64,AAAA"><img width="1" src="https://track.example/">`
    )
    expect(pictures.map(({ alt, bytes }) => [alt, bytes?.length])).toEqual([
      ['The pier', 70],
      ['', undefined],
      ['', undefined],
      ['', undefined],
      ['', undefined],
      ['', undefined]
    ])
    expect([...lacking.values()]).toEqual(['remote', 'remote', 'local', 'form', 'form'])
  })

  test('goes deep without end', () => {
    expect(blocks(`${'<div>'.repeat(400)}deep${'</div>'.repeat(400)}`)).toEqual([{ statement: 'deep' }])
  })
})

describe('pictures', () => {
  const MARKUP = `<p>One <img src="https://x.example/1.png"> two</p><figure><img alt="Crane" src="${PNG}"><figcaption>The <b>crane</b></figcaption></figure>`

  test('stand behind the words in which they do, a figure with its caption', () => {
    expect(blocks(MARKUP)).toEqual([
      { statement: 'One two' },
      { figure: [] },
      { figure: ['The ', ['bold', 'crane']] }
    ])
  })

  test('that the markup only names are left out and told, unless the clipboard holds as many', () => {
    const foreign = read(MARKUP)
    const without = withFiles(foreign, [], schema)
    expect(without.blocks.map(({ type }) => type.name)).toEqual(['statement', 'figure'])
    expect(without.pictures.map(({ alt }) => alt)).toEqual(['Crane'])
    expect(leftOutWords(without.leftOut)).toBe(
      'Pasted without 1 picture that would have to be fetched from the network.'
    )
    const file = new File([], 'image.png', { type: 'image/png' })
    const with1 = withFiles(foreign, [file], schema)
    expect(with1.pictures.map((picture) => picture.file)).toEqual([file, undefined])
    expect(leftOutWords(with1.leftOut)).toBeNull()
  })

  test('of the clipboard alone become figures', () => {
    const file = new File([], 'image.png', { type: 'image/png' })
    expect(withFiles(read(''), [file], schema).blocks.map(short)).toEqual([{ figure: [] }])
  })
})

describe('Word', () => {
  const ITEM = (words: string, sign: string, level = 1): string =>
    `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`

  test('has its paragraphs with signs as lists in lists', () => {
    expect(
      blocks(
        [ITEM('Harbour', '·'), ITEM('Quay', 'o', 2), ITEM('Mole', 'o', 2), ITEM('Town', '·'), ITEM('First', '1.')].join(
          '\n'
        )
      )
    ).toEqual([
      {
        bulletList: [
          {
            listItem: [
              { statement: 'Harbour' },
              { bulletList: [{ listItem: { statement: 'Quay' } }, { listItem: { statement: 'Mole' } }] }
            ]
          },
          { listItem: { statement: 'Town' } }
        ]
      },
      { orderedList: { listItem: { statement: 'First' } } }
    ])
  })

  test('has its headings and styles of words; blank paragraphs are none', () => {
    expect(
      blocks(
        `<p class=MsoTitle>Ferrow</p><p class=MsoNormal>&nbsp;<o:p></o:p></p><p class=MsoNormal><span style='font-weight:bold'>Low</span> <span style='font-style:italic'>tide</span></p>`
      )
    ).toEqual([{ subheading: 'Ferrow' }, { statement: [['bold', 'Low'], ' ', ['italic', 'tide']] }])
  })
})

test('Google’s wrapper of all in bold that isn’t is none', () => {
  expect(
    blocks(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span> not</p></b>'
    )
  ).toEqual([{ statement: [['bold', 'Bold'], ' not'] }])
})
