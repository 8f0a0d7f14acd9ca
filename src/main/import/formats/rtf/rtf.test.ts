import { describe, expect, it } from 'vitest'
import { defectsOf, readMade, shown } from '../../documents/made-document.test-helper.ts'

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Serif;}{\\f1\\fnil\\fcharset204 Cyr;}{\\f2\\fnil\\fcharset2 Symbol;}{\\f3\\fnil\\fcharset128 Kana;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s12\\sbasedon1 heading 2;}}'
const rtf = (body: string): Buffer => Buffer.from(`${HEAD}\n${body}\n}`, 'latin1')
const textOf = async (body: string): Promise<string> => (await readMade(rtf(`\\pard ${body}\\par`), 'a.rtf')).text

describe('an RTF document', () => {
  it('gives the text and head of a press database’s export', async () => {
    const extracted = await readMade(
      rtf(
        '{\\info{\\title Export 1}{\\author Export Service}{\\creatim\\yr2031\\mo3\\dy5\\hr10\\min2}}{\\header Page 1}{\\footer \\chpgn}' +
          '\\pard\\qc Northern Courier\\par\\pard\\qc March 4, 2031 Tuesday\\par\\pard\\b Harbour board kept memo from ferry inquiry\\b0\\par' +
          '\\pard BYLINE: Tove Lind\\par SECTION: NEWS; Pg. 3\\par LENGTH: 312 words\\par BODY:\\par' +
          '\\pard The board kept the ferry\\rquote s memo: \\ldblquote we knew nothing\\rdblquote , it said \\emdash  twice.\\par\\par' +
          '\\pard\\s12 What comes next\\par\\pard The inquiry meets.{\\super\\chftn{\\footnote\\pard Said on\\par Monday.}} It waits.\\par' +
          "{\\pard{\\pntext\\f2\\'b7\\tab}first item\\par{\\listtext\\pard 2.\\tab}\\pard\\ls1 second item\\par}\\trowd\\pard\\intbl Year\\cell Ferries\\cell\\row\\pard The end."
      ),
      'a.rtf'
    )
    expect(shown(extracted)).toEqual([
      'heading1: Harbour board kept memo from ferry inquiry',
      'paragraph: The board kept the ferry’s memo: “we knew nothing”, it said — twice.',
      'heading2: What comes next',
      'paragraph: The inquiry meets. It waits.',
      'listItem: first item',
      'listItem: second item',
      'tableRow: Year · Ferries',
      'paragraph: The end.',
      'paragraph: Said on Monday.'
    ])
    const { authors, publisher, published, title } = extracted.metadata
    expect([authors.value, publisher.value, published.value]).toEqual([['Tove Lind'], 'Northern Courier', '2031-03-04'])
    expect(title.alternatives[0]).toMatchObject({ value: 'Export 1', evidence: { from: 'properties' } })
    expect(extracted).toMatchObject({ extractor: 'rtf/1', extension: 'rtf' })
  })

  it.each([
    ['code pages, by the font', "{\\f1\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} \\'93F\\'e4hre\\'94", 'Привет “Fähre”'],
    ['two bytes a character', "{\\f3\\'82\\'b1\\'82\\'f1}", 'こん'],
    [
      'Unicode and what stands in for it',
      "\\u8222?a\\u8220\\'22 {\\uc2\\u-10179xx\\u-8704xx}{\\uc0\\u233}t\\u233\\'e9",
      '„a“ 😀ét' + 'é'
    ],
    ['groups, escapes and symbols', '\\{a\\}\\\\b~\\~c\\_d\\-e {f{g}}', '{a}\\b~\u00A0c\u2011d\u00ADe fg'],
    [
      'nothing that is hidden, deleted or unknown',
      'a{\\v b}{\\deleted c}{\\*\\secret d}{\\pict ffd8ff}{\\object{\\*\\objdata 00}{\\result r}}e',
      'ae'
    ],
    ['text in shapes, not their settings', 'a{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt b}}}', 'ab'],
    ['a field’s result', '{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt a link}}', 'a link'],
    ['binary data passed over', 'a{\\pict\\bin5 }}{{\\}b', 'ab'],
    ['halves of characters shown', 'a\\u-10179?b', 'a\uFFFDb']
  ])('reads %s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  it('passes over nesting without end, closes too many and huge numbers', async () => {
    expect(await textOf(`${'{'.repeat(100_000)}deep${'}'.repeat(100_000)} The memo exists.`)).toContain(
      'The memo exists.'
    )
    expect(await textOf('}}}} The memo exists.')).toContain('The memo exists.')
    expect(await textOf('\\uc999999999\\u99999999999999 x\\bin0 The memo\\fs-99999999999999999999 exists.')).toContain(
      'exists.'
    )
  })

  it('refuses or reads whatever is cut or changed', async () => {
    expect(await defectsOf(rtf('\\pard The memo exists. \\u8222?\\par'.repeat(60)), 'a.rtf')).toEqual([])
    await expect(readMade(Buffer.from('{\\rtf1'), 'a.rtf')).rejects.toMatchObject({ code: 'empty' })
  })
})
