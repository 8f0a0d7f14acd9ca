import { describe, expect, it } from 'vitest'
import { defectsOf, readMade, shown, zipOf } from '../../documents/made-document.test-helper.ts'

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
const META =
  '<office:meta><dc:title>Untitled 1</dc:title><meta:initial-creator>Arne Moll</meta:initial-creator><meta:creation-date>2031-03-05T08:00:00.123</meta:creation-date><dc:date>2031-03-06T09:00:00Z</dc:date></office:meta>'
const BODY = [
  '<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted words</text:p></text:deletion></text:changed-region></text:tracked-changes>',
  '<text:p>Northern Courier</text:p><text:p>4 March 2031</text:p>',
  '<text:h text:outline-level="1">Harbour board kept <text:span>memo</text:span> back</text:h><text:p>By Tove Lind</text:p>',
  '<text:p>The board<text:s text:c="3"/>kept<text:tab/>it &amp; “knew”.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>On Monday.</text:p></text:note-body></text:note> It<office:annotation><dc:creator>X</dc:creator><text:p>Really?</text:p></office:annotation> waits &lt;b&gt;.</text:p>',
  '<text:list><text:list-item><text:p>first</text:p><text:list><text:list-item><text:p>within</text:p></text:list-item></text:list></text:list-item></text:list>',
  '<text:h text:outline-level="2">Figures</text:h>',
  '<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Ferries</text:p></table:table-cell></table:table-row></table:table>'
].join('')
const content = (body: string, doctype = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${doctype}<office:document-content ${NAMES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`
const odt = (xml: string, more: Record<string, string> = {}): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml,
    'meta.xml': `<office:document-meta ${NAMES}>${META}</office:document-meta>`,
    ...more
  })

const BLOCKS = [
  'heading1: Harbour board kept memo back',
  'paragraph: The board kept it & “knew”. It waits <b>.',
  'listItem: first',
  'listItem: within',
  'heading2: Figures',
  'tableRow: Year · Ferries',
  'paragraph: On Monday.'
]

describe('an OpenDocument text', () => {
  it('gives its blocks and what head and properties say', async () => {
    const extracted = await readMade(odt(content(BODY)), 'a.odt')
    expect(shown(extracted)).toEqual(BLOCKS)
    const { authors, publisher, published, modified } = extracted.metadata
    expect([authors.value, publisher.value, published.value]).toEqual([['Tove Lind'], 'Northern Courier', '2031-03-04'])
    expect(published.alternatives).toMatchObject([{ value: '2031-03-05', evidence: { from: 'properties' } }])
    expect(modified.value).toBe('2031-03-06T09:00:00Z')
    expect(extracted).toMatchObject({ extractor: 'odt/1', extension: 'odt' })
  })

  it('reads the flat form', async () => {
    const flat = `<?xml version="1.0"?><office:document ${NAMES}>${META}<office:body><office:text>${BODY}</office:text></office:body></office:document>`
    const extracted = await readMade(Buffer.from(flat), 'a.fodt')
    expect(shown(extracted)).toEqual(BLOCKS)
    expect(extracted.extension).toBe('fodt')
  })

  it('refuses one with a password, and one without body', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    await expect(readMade(odt('\u0001\u0002', { 'META-INF/manifest.xml': manifest }), 'a.odt')).rejects.toMatchObject({
      code: 'unsupported'
    })
    await expect(readMade(odt('<x/>'), 'a.odt')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(
      readMade(zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'a.odt')
    ).rejects.toMatchObject({ name: 'DossierError' })
  })

  it('expands no entity and loads none', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const bomb = content(
      '<text:p>The memo exists &l9; &x; here.</text:p>',
      `<!DOCTYPE d [<!ENTITY l0 "lol">${lol}<!ENTITY x SYSTEM "file:///etc/passwd">]>`
    )
    const { text } = await readMade(odt(bomb), 'a.odt')
    expect(text).toBe('The memo exists &l9; &x; here.')
  })

  it('reads what is nested deep, and names such as __proto__', async () => {
    const deep = `${'<text:section>'.repeat(20_000)}<text:p>The memo exists.</text:p>`
    expect((await readMade(odt(content(deep)), 'a.odt')).text).toBe('The memo exists.')
    const named = content(
      '<__proto__ constructor="x"><text:p __proto__="y">The memo exists.</text:p></__proto__><text:constructor>Here.</text:constructor>'
    )
    expect((await readMade(odt(named), 'a.odt')).text).toContain('The memo exists.')
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object)
  })

  it('refuses or reads whatever is cut or changed', async () => {
    expect(await defectsOf(odt(content(BODY.repeat(20))), 'a.odt')).toEqual([])
    const flat = Buffer.from(content(BODY.repeat(5)).replaceAll('document-content', 'document'))
    expect(await defectsOf(flat, 'a.fodt')).toEqual([])
  })
})
