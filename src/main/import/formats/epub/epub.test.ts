import { describe, expect, it } from 'vitest'
import { defectsOf, readMade, shown, zipOf } from '../../documents/made-document.test-helper.ts'

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
const OPF = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>The Ferry</dc:title><dc:creator opf:role="aut">Tove Lind</dc:creator><dc:creator opf:role="ill">Arne Moll</dc:creator>
  <dc:publisher>Sollen Press</dc:publisher><dc:date>2031-03-04</dc:date><dc:language>en-GB</dc:language><meta property="dcterms:modified">2031-03-09T10:00:00Z</meta></metadata>
  <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
  <item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/><item id="pic" href="a.png" media-type="image/png"/></manifest>
  <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="a"/><itemref idref="nosuch"/></spine></package>`
const page = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${body}</body></html>`
const FILES: Record<string, string> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': CONTAINER,
  'OEBPS/book.opf': OPF,
  'OEBPS/nav.xhtml': page('<nav><ol><li>One</li></ol></nav>'),
  'OEBPS/cover.xhtml': page('<p>Cover words</p>'),
  'OEBPS/text/one.xhtml': page(
    '<h1>One</h1><p>The ferry &amp; its <a id="x"/>hull &x;.</p><blockquote><p>“Thin.”</p></blockquote><script>bad()</script>'
  ),
  'OEBPS/text/two b.xhtml': page(
    '<h1>Two</h1><table><tr><td><p>Year</p></td><td><p>Ferries</p></td></tr></table><ul><li>an item</li></ul>'
  )
}

const without = (path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).filter(([name]) => name !== path))

describe('an e-book', () => {
  it('gives its chapters in the order of the spine, and what the package says', async () => {
    const extracted = await readMade(zipOf(FILES), 'a.epub')
    expect(shown(extracted)).toEqual([
      'heading1: One',
      'paragraph: The ferry & its hull &x;.',
      'quote: “Thin.”',
      'heading1: Two',
      'tableRow: Year · Ferries',
      'listItem: an item'
    ])
    const { title, authors, publisher, published, modified, language } = extracted.metadata
    expect([title, authors, publisher, published, modified, language].map(({ value }) => value)).toEqual([
      'The Ferry',
      ['Tove Lind'],
      'Sollen Press',
      '2031-03-04',
      '2031-03-09T10:00:00Z',
      'en-GB'
    ])
    expect(extracted).toMatchObject({ extractor: 'epub/1', extension: 'epub', notice: null })
  })

  it('names a chapter that is missing', async () => {
    const rest = without('OEBPS/text/one.xhtml')
    expect((await readMade(zipOf(rest), 'a.epub')).notice).toContain('“OEBPS/text/one.xhtml”')
  })

  it('refuses protected chapters, not protected fonts', async () => {
    const sealed = (path: string): string =>
      `<encryption><EncryptedData><CipherData><CipherReference URI="${path}"/></CipherData></EncryptedData></encryption>`
    const protectedBook = zipOf({ ...FILES, 'META-INF/encryption.xml': sealed('OEBPS/text/one.xhtml') })
    await expect(readMade(protectedBook, 'a.epub')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('DRM') as string
    })
    await readMade(zipOf({ ...FILES, 'META-INF/encryption.xml': sealed('OEBPS/font.otf') }), 'a.epub')
  })

  it('looks for nothing outside of itself', async () => {
    const outside = OPF.replace('text/one.xhtml', '../../../../etc/passwd').replace(
      'text/two%20b.xhtml',
      'https://a.example/b.xhtml'
    )
    const book = zipOf({ ...FILES, 'OEBPS/book.opf': outside })
    expect(
      (await readMade(zipOf({ ...FILES, 'OEBPS/book.opf': OPF.replace('text/one.xhtml', '%E0%A4%A') }), 'a.epub')).text
    ).toMatch(/^Two/)
    const extracted = await readMade(book, 'a.epub')
    expect([extracted.text, extracted.notice]).toEqual(['', expect.stringContaining('2 parts')])
  })

  it('refuses a book without package, or reads the one that lies there', async () => {
    await expect(readMade(zipOf({ mimetype: 'application/epub+zip' }), 'a.epub')).rejects.toMatchObject({
      code: 'unreadable'
    })
    const rest = without('META-INF/container.xml')
    expect((await readMade(zipOf(rest), 'a.epub')).text).toContain('The ferry')
  })

  it('refuses or reads whatever is cut or changed', async () => {
    expect(await defectsOf(zipOf(FILES), 'a.epub')).toEqual([])
  })
})
