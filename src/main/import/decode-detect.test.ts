import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { detect } from './detect.ts'

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

describe('detect', () => {
  it.each([
    ['a PDF document', '%PDF-1.7\n%\xE2\xE3', 'a.txt'],
    ['a Word document', 'PK\x03\x04....[Content_Types].xml....word/document.xml', 'a.docx'],
    ['an old Office document', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'a.doc'],
    ['an RTF document', '{\\rtf1\\ansi', 'a.txt'],
    ['an image', '\x89PNG\r\n\x1A\n\0\0', 'a.html'],
    ['an image', '\xFF\xD8\xFF\xE0\0\x10JFIF', 'a.jpg'],
    ['a ZIP archive', 'PK\x03\x04....notes.txt', 'a.zip'],
    ['a compressed archive', '\x1F\x8B\x08\0', 'a.gz'],
    ['a web archive (MHTML)', 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n', 'a.mhtml'],
    [
      'an e-mail message',
      'Return-Path: <a@b.example>\r\nSubject: Memo\r\nContent-Type: multipart/mixed; boundary=x\r\n',
      'a.eml'
    ],
    ['an XML file', '<?xml version="1.0"?>\n<rss><channel/></rss>', 'feed.xml'],
    ['a JSON file', '{"a": 1}', 'a.json']
  ])('refuses %s and says so', (kind, content, name) => {
    expect(() => detect(latin(content), name)).toThrow(
      expect.objectContaining({ code: 'unsupported', message: expect.stringContaining(kind) as string }) as Error
    )
  })
  it('refuses bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)
    expect(() => detect(noise, 'noise.txt')).toThrow(expect.objectContaining({ code: 'unreadable' }) as Error)
    expect(() => detect(new Uint8Array(), 'a.txt')).toThrow(expect.objectContaining({ code: 'empty' }) as Error)
  })
  it.each([
    ['html', '<!DOCTYPE html><p>x', 'a.txt'],
    ['html', '<!-- saved from url=(0013)https://a.example/ -->\n<html>', 'a'],
    ['html', 'no tags', 'a.htm'],
    ['html', '<div><p>a</p><p>b</p><span>c</span></div>', 'pasted'],
    ['markdown', 'no marks', 'a.md'],
    ['markdown', '---\ntitle: x\n---\ntext', 'a'],
    ['markdown', '# Headline\n\n- item', 'notes'],
    ['text', '# Headline\n\n- item', 'a.txt'],
    ['text', 'Board: 5 < 6 and <p>', 'a.txt'],
    ['text', 'plain', 'a.unknown']
  ])('takes %s for %s', (format, content, name) => {
    expect(detect(latin(content), name)).toBe(format)
  })
})
