import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endingsOf, EXPORT_FORMATS, type FormatOption } from './export-formats.ts'

const docs = join(import.meta.dirname, '../../../docs')

const CHOICES: Record<FormatOption, string> = {
  page: 'paper and typeface',
  composition: 'what is printed',
  texts: 'texts of sources',
  sign: 'signature'
}

/** The rows of the first table of a page in Markdown, without its head and without what prettier widens them by. */
function rowsOf(markdown: string): string[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => line.replace(/ {2,}/g, ' '))
}

describe('the export formats', () => {
  it('have ids, options and places of their own', () => {
    for (const each of [EXPORT_FORMATS.map(({ id }) => id), EXPORT_FORMATS.map(({ flag }) => flag)]) {
      expect(new Set<string>(each).size).toBe(EXPORT_FORMATS.length)
    }
    for (const ending of endingsOf(EXPORT_FORMATS)) expect(ending).toMatch(/^\.[a-z]+$/)
  })

  it('are those that the page about exports lists', async () => {
    const cells = EXPORT_FORMATS.map(({ label, flag, extensions, mediaType, use, options }) => [
      label,
      `\`--${flag}\``,
      extensions.map((extension) => `\`.${extension}\``).join(', '),
      `\`${mediaType}\``,
      use,
      options.map((option) => CHOICES[option]).join(', ') || 'none'
    ])
    // As rows, so that what fails prints the one that the page needs.
    const expected = cells.map((each) => `| ${each.join(' | ')} |`)
    expect(rowsOf(await readFile(join(docs, 'export.md'), 'utf8'))).toEqual(expected)
  })
})
