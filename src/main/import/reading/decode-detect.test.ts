import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../encoding/decode.ts'
import { writeZip } from '../../zip/zip-writer.ts'
import { detect as detectIn } from '../sniff/detect.ts'
import { FORMATS } from '../formats/formats.ts'

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const german =
  'Die Hafenbehörde „prüft“ – sagte die Sprecherin – den Vermerk über den Rumpf der Fähre, der für Unruhe sorgte.'

describe('decode', () => {
  it.each([
    ['utf8', 'utf-8', { addBOM: true }],
    ['utf16-le', 'utf-16le', { addBOM: true }],
    ['utf16-be', 'utf-16be', { addBOM: true }],
    ['utf16-le', 'utf-16le', { addBOM: false }],
    ['utf8', 'utf-8', {}],
    ['windows-1252', 'windows-1252', {}]
  ])('reads %s', (name, encoding, options) => {
    const decoded = decode(iconv.encode(german, name, options))
    expect(decoded.text).toBe(german)
    expect(decoded.encoding).toBe(encoding)
  })
  it('believes a declaration when the bytes are no UTF-8, and reads Latin-1 as windows-1252', () => {
    const bytes = iconv.encode('<meta charset="ISO-8859-1">“Überprüft”', 'windows-1252')
    expect(decode(bytes, () => 'ISO-8859-1').text).toContain('“Überprüft”')
    expect(decode(iconv.encode('Łódź żółw', 'windows-1250'), () => 'windows-1250').text).toBe('Łódź żółw')
  })
  it('doubts a declaration that valid UTF-8 disproves', () => {
    expect(decode(Buffer.from('“Fähre”'), () => 'iso-8859-1').text).toBe('“Fähre”')
  })
  it('shows a broken byte in UTF-8 instead of guessing another encoding', () => {
    const bytes = Buffer.concat([Buffer.from('Fähre – '.repeat(60)), Buffer.from([0xc3]), Buffer.from(' Ende')])
    const { text, encoding } = decode(bytes)
    expect(encoding).toBe('utf-8')
    expect(text).toContain('Fähre – \uFFFD Ende')
  })
  it('makes line feeds of all line ends', () => {
    expect(decode(Buffer.from('a\r\nb\rc\nd\fe')).text).toBe('a\nb\nc\nd\ne')
  })
})

const zipOf = (files: Record<string, string>): Uint8Array =>
  writeZip(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const),
    'stored'
  )
const contentTypes = (kind: string): string =>
  `<Types><Override PartName="/a.xml" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`
const oldOffice = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

const detect = async (bytes: Uint8Array, name: string): Promise<string> => (await detectIn(bytes, name, FORMATS)).id

describe('detect', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an old Word document', oldOffice('WordDocument'), 'a.doc'],
    ['an Outlook message', oldOffice('__properties_version1.0'), 'a.msg'],
    ['protected by a password', oldOffice('EncryptedPackage'), 'a.docx'],
    ['an old Office document', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'a.doc'],
    ['an image', 'GIF89a\x01\0', 'a.html'],
    ['an image', 'II*\0', 'a.tif'],
    ['an image', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg'],
    ['a video', '\0\0\0\x18ftypmp42', 'a.mp4'],
    ['a sound recording', 'ID3\x04', 'a.mp3'],
    ['a program', `MZ${'\x90'.repeat(60)}`, 'a.txt'],
    ['an Excel workbook', zipOf({ '[Content_Types].xml': contentTypes('spreadsheetml.sheet') }), 'a.xlsx'],
    ['a PowerPoint presentation', zipOf({ '[Content_Types].xml': contentTypes('presentationml') }), 'a.docx'],
    ['an OpenDocument file', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'a.ods'],
    ['a Pages, Numbers or Keynote', zipOf({ 'Index/Document.iwa': 'x' }), 'a.pages'],
    ['a compressed archive', '7z\xBC\xAF\x27\x1C', 'a.7z'],
    ['a compressed archive', 'Rar!\x1A\x07', 'a.rar'],
    ['a compressed archive', gzipSync(Buffer.from('a\0b\0\x01\x02'.repeat(50))), 'a.tar.gz'],
    ['a compressed archive', '\x1F\x8B\x08\0', 'a.gz'],
    ['an XML file', '<?xml version="1.0"?>\n<rss><channel/></rss>', 'feed.xml'],
    ['a JSON file', '{"a": 1}', 'a.json'],
    ['a JSON file', '[{"type": "Feature", "title": "x"}]', 'a.json']
  ])('refuses %s and says so', async (kind, content, name) => {
    const bytes = typeof content === 'string' ? latin(content) : content
    await expect(detect(bytes, name)).rejects.toThrow(
      expect.objectContaining({ code: 'unsupported', message: expect.stringContaining(kind) as string }) as Error
    )
  })
  it('refuses bytes that are no text, and a zip that is not whole', async () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)
    await expect(detect(noise, 'noise.txt')).rejects.toMatchObject({ code: 'unreadable' })
    await expect(detect(new Uint8Array(), 'a.txt')).rejects.toMatchObject({ code: 'empty' })
    await expect(detect(latin('PK\x03\x04 and so on'), 'a.docx')).rejects.toMatchObject({ code: 'unreadable' })
  })
  const head = 'From: Tove Lind <t@a.example>\r\nTo: b@a.example\r\nSubject: Memo\r\n'
  it.each<[string, string | Uint8Array, string]>([
    ['html', '<!DOCTYPE html><p>x', 'a.txt'],
    ['html', '<!-- saved from url=(0013)https://a.example/ -->\n<html>', 'a'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html><html/>', 'a.xhtml'],
    ['html', 'no tags', 'a.htm'],
    ['html', '<div><p>a</p><p>b</p><span>c</span></div>', 'pasted'],
    ['markdown', 'no marks', 'a.md'],
    ['markdown', '---\ntitle: x\n---\ntext', 'a'],
    ['markdown', '# Headline\n\n- item', 'notes'],
    ['text', '# Headline\n\n- item', 'a.txt'],
    ['text', 'Board: 5 < 6 and <p>', 'a.txt'],
    ['text', 'plain', 'a.unknown'],
    ['text', '@northern on the memo (again)', 'a'],
    ['text', `${head}\r\nTyped by hand.`, 'a.txt'],
    ['mail', `${head}\r\nTyped by hand.`, 'a.eml'],
    ['mail', `${head}MIME-Version: 1.0\r\n\r\nText.`, 'a.txt'],
    ['mail', `Received: from x\r\n\tby y\r\n${head}Content-Type: multipart/related; boundary=x\r\n\r\n--x`, 'a'],
    ['mbox', `From t@a.example Tue Mar  4 09:05:00 2031\n${head.replaceAll('\r', '')}\nText.`, 'inbox'],
    ['text', 'From Sollen the ferry sailed.\nNobody saw it.', 'a'],
    ['mhtml', 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n\r\n', 'a.txt'],
    ['mhtml', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary=x\r\n\r\n--x', 'a.mht'],
    ['pdf', '%PDF-1.7\n%\xE2\xE3', 'a.txt'],
    ['pdf', `${'junk\n'.repeat(20)}%PDF-1.4\n`, 'a.pdf'],
    ['rtf', '{\\rtf1\\ansi', 'a.doc'],
    ['warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n', 'a'],
    ['warc', gzipSync(Buffer.from('WARC/1.1\r\nWARC-Type: warcinfo\r\n')), 'a.gz'],
    ['gzip', gzipSync(Buffer.from('<!doctype html><p>The memo exists.')), 'a.html.gz'],
    ['docx', zipOf({ '[Content_Types].xml': contentTypes('wordprocessingml.document') }), 'a.zip'],
    ['docx', zipOf({ 'word/document.xml': '<x/>' }), 'a.docx'],
    ['odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'a.odt'],
    ['odt', '<?xml version="1.0"?>\n<office:document xmlns:office="x"/>', 'a.xml'],
    ['epub', zipOf({ mimetype: 'application/epub+zip' }), 'a.epub'],
    ['wacz', zipOf({ 'datapackage.json': '{}', 'archive/data.warc.gz': 'x' }), 'a.zip'],
    ['zip', zipOf({ 'notes.txt': 'x' }), 'a.docx'],
    ['zip', zipOf({}), 'a.zip'],
    ['ris', '\uFEFFTY  - NEWS\nTI  - Memo\n', 'a.txt'],
    ['bibtex', '% Export\n@article{lind2031, title = {Memo}}', 'a.txt'],
    ['csl-json', '[{"id": "a", "type": "article-newspaper", "title": "Memo"}]', 'a.json']
  ])('takes %s for what it is: %j', async (format, content, name) => {
    expect(await detect(typeof content === 'string' ? Buffer.from(content) : content, name)).toBe(format)
  })
})
