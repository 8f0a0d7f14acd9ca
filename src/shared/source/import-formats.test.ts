import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatTable, hasEndingOf, importableWords, importFilters, IMPORT_FORMATS } from './import-formats.ts'

const made = {
  id: 'log',
  label: 'ship’s logs',
  group: 'texts',
  extensions: ['shiplog'],
  mediaType: 'text/x-log'
} as const
const withMade = [...IMPORT_FORMATS, made]

describe('the formats that can be imported', () => {
  it('are the table of the documentation', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/import.md'), 'utf8')
    const table = page.split('<!-- formats -->')[1]!.split('<!-- end of formats -->')[0]!
    const rows = table.trim().split('\n').slice(2)
    // As rows, so that what fails prints the one that the page needs; prettier widens it.
    expect(rows.map((row) => row.replace(/ {2,}/g, ' '))).toEqual(
      formatTable().map((cells) => `| ${cells.join(' | ')} |`)
    )
  })

  it('are all in the sentence and in the filters of the dialog, a new one too', () => {
    for (const { label } of IMPORT_FORMATS) expect(importableWords()).toContain(label)
    expect(importableWords(withMade)).toMatch(/PNG, JPEG and ship’s logs$/)
    const [all, ...groups] = importFilters(withMade)
    expect(all!.extensions).toEqual(withMade.flatMap(({ extensions }) => extensions))
    expect(groups.flatMap(({ extensions }) => extensions).toSorted()).toEqual(all!.extensions.toSorted())
    expect(groups.find(({ extensions }) => extensions.includes('shiplog'))?.name).toBe('Plain text and Markdown')
    expect(formatTable(withMade).at(-1)).toEqual(['ship’s logs', '`.shiplog`', '`text/x-log`'])
  })

  it('have endings of their own, in small letters', () => {
    const endings = IMPORT_FORMATS.flatMap(({ extensions }) => extensions)
    expect(new Set(endings).size).toBe(endings.length)
    for (const ending of endings) expect(ending).toMatch(/^[a-z0-9]{1,8}$/)
  })

  it('tell exports of reference managers by their names', () => {
    expect(hasEndingOf('Library.BIB', 'references')).toBe(true)
    expect(hasEndingOf('memo.txt', 'references')).toBe(false)
  })
})
