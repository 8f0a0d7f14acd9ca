import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { decode } from '../encoding/decode.ts'
import { readMade, zipOf } from './made-document.test-helper.ts'

const folder = path.join(import.meta.dirname, '..', 'fixtures')
const Expected = z.object({
  title: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  hintUrl: z.string().optional()
})
/** Layouts that only plain text has, and the one whose credits stand at the end. */
const OTHERS = /wrapped|front-matter|source-at-the-end/

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const docx = (lines: readonly string[]): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`
  })
const rtfLine = (line: string): string =>
  Array.from({ length: line.length }, (_, i) => {
    const unit = line.charCodeAt(i)
    return unit > 126 ? `\\u${unit}?` : line[i]!.replace(/[\\{}]/, '\\$&')
  }).join('')
const rtf = (lines: readonly string[]): Buffer =>
  Buffer.from(`{\\rtf1\\ansi ${lines.map((line) => `\\pard ${rtfLine(line)}\\par\n`).join('')}}`)

describe('the head of a document', () => {
  const cases = readdirSync(folder).filter((name) => name.startsWith('txt-') && !OTHERS.test(name))

  it.each(cases)('is found as that of a plain text: %s', async (name) => {
    const { text } = decode(readFileSync(path.join(folder, name, 'source.txt')))
    const expected = Expected.parse(JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')))
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    for (const [file, bytes] of [
      ['a.docx', docx(lines)],
      ['a.rtf', rtf(lines)]
    ] as const) {
      const { metadata } = await readMade(bytes, file, expected.hintUrl)
      expect({
        title: metadata.title.value,
        authors: metadata.authors.value,
        publisher: metadata.publisher.value,
        published: metadata.published.value,
        hintUrl: expected.hintUrl
      }).toEqual(expected)
    }
  })
})
