import mammoth from 'mammoth'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { TableGroup } from '../../../../shared/composition/block.ts'
import type { DomElement } from '../../../import/markup/dom.ts'
import { parsePage } from '../../../import/markup/dom.ts'
import { BriefBuilder } from '../../../pdf/test/brief.test-helper.ts'
import { sampleBrief } from '../../../pdf/test/sample.test-helper.ts'
import { ZipArchive } from '../../../zip/zip-archive.ts'
import { CAMERA, everyBlock, everyInput, HOSTILE_READ } from '../../every-block.test-helper.ts'
import { madeAs } from '../../made.test-helper.ts'
import { docxDocument } from './write-docx.ts'

/** The parts of a document, text as text. */
async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const archive = await ZipArchive.ofBytes(bytes, 'a.docx')
  const found = new Map<string, string>()
  for (const { path } of archive.items) found.set(path, Buffer.from(await archive.read(path)).toString('utf8'))
  await archive.close()
  return found
}

/** What another program reads: headings, quotes, footnotes and links as HTML. */
async function asHtml(bytes: Uint8Array): Promise<ReturnType<typeof parsePage>> {
  const styleMap = ["p[style-name='Quote'] => blockquote:fresh", "p[style-name='Title'] => h1:fresh", 'r => ']
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap })
  return parsePage(`<!DOCTYPE html><html><head></head><body>${value}</body></html>`)
}

function xml(text: string): { querySelectorAll(selector: string): Iterable<DomElement> } {
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as {
    querySelectorAll(selector: string): Iterable<DomElement>
  }
}

const every = (): Promise<Uint8Array> => docxDocument(everyBlock(), everyInput())

describe('a brief as a Word document', () => {
  it('has the quotes to the letter, in a style of their own', async () => {
    const input = sampleBrief()
    const page = await asHtml(await madeAs('docx', input))
    const words = [...page.querySelectorAll('blockquote')].map(({ textContent }) => textContent)
    expect(words).toEqual(input.check.quotes.map(({ exact }) => exact))
    expect(page.querySelector('h1')!.textContent).toBe(input.brief.title)
    const text = page.body.textContent ?? ''
    for (const { source } of input.sources) expect(text).toContain(source.original.sha256)
  })

  it('leads every link and page reference to a bookmark that is there once', async () => {
    for (const bytes of [await madeAs('docx', sampleBrief()), await every()]) {
      const document = (await parts(bytes)).get('word/document.xml')!
      const names = [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map((match) => match[1])
      expect(new Set(names).size).toBe(names.length)
      const wanted = [...document.matchAll(/w:anchor="([^"]+)"|PAGEREF (\w+)/g)].map((match) => match[1] ?? match[2])
      expect(wanted.length).toBeGreaterThan(3)
      expect(wanted.filter((name) => !names.includes(name))).toEqual([])
      for (const name of names) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/)
    }
  })

  it('is the same bytes at another time, in another place and after other documents', async () => {
    const { TZ, HOME } = process.env
    const first = await madeAs('docx', sampleBrief())
    process.env.TZ = 'Pacific/Apia'
    process.env.HOME = '/nowhere'
    try {
      await every()
      expect(Buffer.from(await madeAs('docx', sampleBrief())).equals(Buffer.from(first))).toBe(true)
    } finally {
      process.env.TZ = TZ
      process.env.HOME = HOME
      if (TZ === undefined) delete process.env.TZ
    }
    const core = (await parts(first)).get('docProps/core.xml')!
    expect(core.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(['2031-03-04T00:00:00Z', '2031-03-04T00:00:00Z'])
    expect(core).toContain('<dc:creator>Desk of the Coastline Weekly</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>Desk of the Coastline Weekly</cp:lastModifiedBy>')
  })

  it('is well-formed XML, with hostile text as text', async () => {
    const files = await parts(await every())
    for (const [path, text] of files) {
      if (!/\.(xml|rels)$/.test(path)) continue
      // eslint-disable-next-line no-control-regex -- XML 1.0 forbids these.
      expect(text, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/)
      expect([...xml(text).querySelectorAll('parsererror')], path).toEqual([])
    }
    const page = await asHtml(await every())
    expect(page.body.textContent).toContain(`1\t${HOSTILE_READ}`)
    expect([...page.querySelectorAll('script')]).toEqual([])
    expect(page.querySelector('img')!.getAttribute('alt')).toBe(HOSTILE_READ)
    const links = [...(files.get('word/_rels/document.xml.rels') ?? '').matchAll(/Target="(\w+:[^"]*)"/g)]
    expect(links.map((link) => link[1])).toEqual(['https://sollen.example/a?b=c&amp;d=%22e%22'])
  })

  it('has real footnotes, lists, tables and headings', async () => {
    const files = await parts(await every())
    const document = files.get('word/document.xml')!
    const page = await asHtml(await every())
    expect(page.querySelector('h1')!.textContent).toBe('Every block')
    expect([...page.querySelectorAll('ul li, ol li')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['A step', 'Another step'])
    )
    expect([...page.querySelectorAll('td, th')].map(({ textContent }) => textContent)).toEqual([
      'Item',
      'Page',
      'a | b',
      ''
    ])
    expect(page.body.textContent).toContain('The first note. Nested. [Inner note.]')
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toContain('<w:lang w:bidi="ar"/>')
    expect(document).toContain('<w:bidi/>')
    expect(document).toContain('<w:pageBreakBefore/>')
    expect(document).toContain('The image is missing.')
    expect(files.get('word/settings.xml')).toContain('<w:updateFields/>')
    const media = [...files].filter(([path]) => path.startsWith('word/media/'))
    expect(media).toHaveLength(1)
    expect(media[0]![1]).not.toContain(CAMERA)
  })

  it('of a language from right to left has tables and heads of pages that run so', async () => {
    const input = everyInput()
    const table: TableGroup = {
      type: 'table',
      columns: [
        { width: null, align: null },
        { width: 40, align: 'end' }
      ],
      head: [[{ text: 'רציף' }], [{ text: 'עמוד' }]],
      rows: [[[{ text: 'הרציף הישן' }], [{ text: '3' }]]]
    }
    const brief = { ...input.brief, language: 'he', title: 'סגירת הרציף' }
    const there = await parts(await docxDocument([table], { ...input, brief }))
    const heads = [...there].flatMap(([path, text]) => (/^word\/(header|footer)\d+\.xml$/.test(path) ? [text] : []))
    expect(there.get('word/document.xml')).toContain('<w:bidiVisual/>')
    for (const head of heads) expect(head).toContain('<w:bidi/>')
    expect(heads.find((head) => head.includes('סגירת הרציף'))).toContain('<w:rtl/>')
    const here = await parts(await every())
    expect(here.get('word/document.xml')).not.toContain('<w:bidiVisual/>')
    for (const [path, text] of here)
      if (/^word\/(header|footer)\d+\.xml$/.test(path)) expect(text).not.toContain('<w:bidi/>')
  })

  it('has the handling at the head and foot of every page, and the page’s number', async () => {
    const files = await parts(await every())
    const furniture = [...files]
      .filter(([path]) => /^word\/(header|footer)\d+\.xml$/.test(path))
      .map(([, text]) => text)
    expect(furniture.length).toBeGreaterThanOrEqual(3)
    for (const text of furniture) expect(text).toContain('TLP:AMBER')
    expect(furniture.filter((text) => text.includes('NUMPAGES')).length).toBeGreaterThan(0)
  })

  it('writes an empty brief on Letter without serifs', async () => {
    const input = new BriefBuilder().build({ title: '', author: '' }, { paper: 'Letter', theme: 'sans' })
    const files = await parts(await madeAs('docx', input))
    expect(files.get('word/document.xml')).toContain('<w:pgSz w:w="12240" w:h="15840"')
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Untitled brief</dc:title>')
  })
})
