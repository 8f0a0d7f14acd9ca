import { describe, expect, it } from 'vitest'
import { rawZip } from '../../../zip/raw-zip.test-helper.ts'
import { defectsOf, readMade, shown, zipOf } from '../../documents/made-document.test-helper.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const p = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const CORE =
  '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Export 1.docx</dc:title><dc:creator>Moll, Arne</dc:creator><dcterms:created>2031-03-05T08:00:00Z</dcterms:created></cp:coreProperties>'

function docx(body: string, more: Record<string, string> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${W}>${[
      ['Titel', 'Title'],
      ['berschrift1', 'heading 1'],
      ['berschrift2', 'heading 2'],
      ['Zitat', 'Quote']
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('')}</w:styles>`,
    ...more
  })
}

const ARTICLE = [
  p('Northern Courier'),
  p('4 March 2031'),
  p('Harbour board kept memo from ferry inquiry', 'berschrift1'),
  p('By Tove Lind'),
  p('The board that runs Sollen harbour held back a memo on the ferry’s hull for nine days, two officials said.'),
  p('“We gave the inquiry everything”, said a speaker &amp; left.', 'Zitat'),
  p('What comes next', 'berschrift2')
].join('')

describe('a Word document', () => {
  it('gives an article’s text and what its head says', async () => {
    const extracted = await readMade(
      docx(ARTICLE + p('The inquiry meets on Thursday.'), { 'docProps/core.xml': CORE }),
      'a.docx'
    )
    expect(shown(extracted)).toEqual([
      'heading1: Harbour board kept memo from ferry inquiry',
      'paragraph: The board that runs Sollen harbour held back a memo on the ferry’s hull for nine days, two officials said.',
      'quote: “We gave the inquiry everything”, said a speaker & left.',
      'heading2: What comes next',
      'paragraph: The inquiry meets on Thursday.'
    ])
    const { title, authors, publisher, published } = extracted.metadata
    expect([title.value, authors.value, publisher.value, published.value]).toEqual([
      'Harbour board kept memo from ferry inquiry',
      ['Tove Lind'],
      'Northern Courier',
      '2031-03-04'
    ])
    expect(authors.alternatives[0]).toMatchObject({ value: ['Arne Moll'], evidence: { from: 'properties' } })
    expect(extracted).toMatchObject({ extractor: 'docx/1', extension: 'docx', notice: null })
  })

  it('keeps the head of a memo and the date of a letter in the text', async () => {
    const memo = await readMade(
      docx(p('To: The harbour board') + p('From: Tove Lind') + p('Date: 4 March 2031') + p('The hull is thin.')),
      'a.docx'
    )
    expect(memo.text).toContain('To: The harbour board\n')
    expect(memo.metadata.authors.value).toEqual(['Tove Lind'])
    const letter = await readMade(
      docx(p('4 March 2031') + p('The hull is thin, and the board was told so in January by two of its own people.')),
      'a.docx'
    )
    expect(letter.text).toContain('4 March 2031\n')
    expect(letter.metadata.published.value).toBe('2031-03-04')
  })

  it('takes created for no sure day of publication, and invents no text', async () => {
    const long =
      'The hull is thin, and the board was told so in January by two of its own inspectors, who wrote it down, it says here.'
    const extracted = await readMade(docx(p(long), { 'docProps/core.xml': CORE }), 'a.docx')
    expect(extracted.text).toBe(long)
    expect(extracted.metadata.published).toMatchObject({ value: '2031-03-05T08:00:00Z', confidence: 0.3 })
    expect(extracted.metadata.title.confidence).toBeLessThan(0.2)
  })

  it('leaves deletions, comments, hidden text and pictures out; fields, ruby and insertions in', async () => {
    const body =
      '<w:p><w:r><w:t>The memo </w:t></w:r><w:del><w:r><w:delText>does not </w:delText></w:r></w:del><w:ins><w:r><w:t>still </w:t></w:r></w:ins>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>exists</w:t></w:r></w:fldSimple>' +
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
      '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:t> in </w:t></w:r>' +
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>'
    const comments = `<w:comments ${W}><w:comment w:id="0"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>`
    const { text } = await readMade(docx(body + p('So does the inquiry.'), { 'word/comments.xml': comments }), 'a.docx')
    expect(text).toBe('The memo still exists in 東京\nSo does the inquiry.')
  })

  it('reads rows and lists, and notes at the end without their marks', async () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`
    const note = '<w:p><w:r><w:t>It sailed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    const item =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>An item</w:t></w:r></w:p>'
    const extracted = await readMade(
      docx(`${note}${item}<w:tbl>${row('Year', 'Ferries')}${row('2031', '4')}</w:tbl>`, {
        'word/footnotes.xml': `<w:footnotes ${W}><w:footnote w:id="2">${p('On Monday.')}</w:footnote></w:footnotes>`,
        'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
      }),
      'a.docx'
    )
    expect(shown(extracted)).toEqual([
      'paragraph: It sailed.',
      'listItem: An item',
      'tableRow: Year · Ferries',
      'tableRow: 2031 · 4',
      'listItem: On Monday.'
    ])
  })

  it('says that equations are left out', async () => {
    const math =
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a</m:t></m:r></m:oMath></w:p>'
    expect((await readMade(docx(math + p('The memo exists.')), 'a.docx')).notice).toContain('equations')
  })

  it('says that documents within are left out', async () => {
    const chunk =
      '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r5"/>'
    expect((await readMade(docx(chunk + p('The memo exists.')), 'a.docx')).notice).toContain('other documents')
  })

  it('refuses or reads whatever is cut or changed', async () => {
    expect(await defectsOf(docx(ARTICLE.repeat(20), { 'docProps/core.xml': CORE }), 'a.docx')).toEqual([])
  })

  it.each<[string, Buffer, string]>([
    [
      'entities upon entities',
      docxOf(
        `<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:body>${p('&b;')}</w:body></w:document>`
      ),
      'unreadable'
    ],
    [
      'an external entity',
      docxOf(
        `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${p('&x;')}</w:body></w:document>`
      ),
      'unreadable'
    ],
    ['no XML', docxOf('no XML at all'), 'unreadable'],
    ['no main part', zipOf({ 'word/document.xml': '', '[Content_Types].xml': '<Types/>' }), 'unreadable'],
    ['deep nesting', docx('<w:tbl><w:tr><w:tc>'.repeat(20_000) + p('x')), 'unreadable'],
    ['a bomb', rawZip([{ name: 'word/document.xml', content: Buffer.alloc(40 * 1024 ** 2, 'a') }]), 'too-large'],
    ['an encrypted part', rawZip([{ name: 'word/document.xml', content: 'x', flags: 0x801 }]), 'unsupported']
  ])('refuses %s with a sentence', async (_, bytes, code) => {
    await expect(readMade(bytes, 'a.docx')).rejects.toMatchObject({ name: 'DossierError', code })
  })

  it('follows no relationship to a file or address', async () => {
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="../../../../etc/passwd"/></Relationships>'
    const picture =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const extracted = await readMade(
      docx(picture + p('The memo exists.'), { 'word/_rels/document.xml.rels': relationships }),
      'a.docx'
    )
    expect(extracted.text).toBe('The memo exists.')
  })
})

function docxOf(document: string): Buffer {
  return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document })
}
