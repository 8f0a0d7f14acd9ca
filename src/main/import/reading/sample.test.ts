import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { bodyText } from '../extracted/blocks.ts'
import { readDocument } from './document.test-helper.ts'
import type { Extracted } from '../extracted/extracted.ts'

const folder = path.join(import.meta.dirname, '../../../../resources/sample')
const files = readdirSync(folder)
  .filter((name) => /^\d\d-/.test(name))
  .sort()
const sources = await Promise.all(files.map((name) => readDocument(readFileSync(path.join(folder, name)), name)))
const brief = readFileSync(path.join(folder, 'brief.md'), 'utf8')

describe('the sample case', () => {
  it.each<[string, string | null, string[] | null, string | null, string]>([
    ['01', 'Sollen Radio', null, '2031-02-20', 'At least 19 dead as ferry sinks in Orre Sound'],
    ['02', 'Northern Courier', ['Tove Lind'], '2031-03-04', 'Harbour board kept inspection memo from ferry inquiry'],
    ['03', 'Daily Lantern', null, '2031-03-05', 'Ferry memo withheld, agency reports'],
    ['04', 'Harbour Post', null, '2031-03-05', 'Memo held back in ferry case: agency'],
    ['05', 'Sollen Radio', null, '2031-03-05', 'Minister "not told" of hull survey before ferry sailed'],
    ['06', 'Northern Courier', ['Tove Lind', 'Arne Moll'], '2031-03-06', 'What we know about the Sollen sinking'],
    ['07', 'Coastline Weekly', ['Signe Farrow'], '2031-03-07', 'Survivors’ group asks for open hearing'],
    ['08', null, null, null, 'Statement of the Sollen Harbour Board']
  ])('proposes the metadata of %s', (number, publisher, authors, day, title) => {
    const { metadata } = source(Number(number))
    expect([
      metadata.publisher.value,
      metadata.authors.value,
      metadata.published.value?.slice(0, 10) ?? null,
      metadata.title.value
    ]).toEqual([publisher, authors, day, title])
  })

  it('has articles of 150 to 420 words without the pages around them', () => {
    for (const [index, extracted] of sources.entries()) {
      const body = bodyText(extracted)
      expect(body.split(/\s+/).length, files[index]).toBeGreaterThan(150)
      expect(body.split(/\s+/).length, files[index]).toBeLessThan(420)
      expect(body, files[index]).not.toMatch(/cookie|Read next|Most read|Subscribe|reprinted under licence|Share/)
    }
  })

  it('quotes its sources verbatim in the brief', () => {
    const quotes = [...brief.matchAll(/^> (.+)\n>\n> — \[@S(\d)\]$/gm)]
    expect(quotes.length).toBeGreaterThanOrEqual(7)
    for (const [, words, number] of quotes) expect(source(Number(number)).text).toContain(words)
  })

  it('cites only sources that are there, and leaves one statement unlinked', () => {
    for (const [, number] of brief.matchAll(/@S(\d+)/g)) expect(Number(number)).toBeLessThanOrEqual(files.length)
    const statements = brief
      .split(/\n---\n/)[1]!
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '' && !/^(?:#|>|- )/.test(part.trim()))
    expect(statements.filter((statement) => !statement.includes('[@'))).toHaveLength(1)
  })
})

function source(number: number): Extracted {
  return sources[number - 1]!
}
