import { describe, expect, it } from 'vitest'
import { NOTES_GAP, paginate, type Foot, type Row } from './paginate.ts'

interface TestRow extends Row {
  name: string
}

function row(name: string, fields: Partial<Row> = {}): TestRow {
  return { name, height: 10, before: 0, keepNext: false, startPage: false, notes: [], repeat: null, ...fields }
}

function names(rows: TestRow[], height: number): string[][] {
  return paginate<Foot, TestRow>(rows, height).map((page) =>
    page.rows.map((each) => (each.repeated ? `(${each.row.name})` : each.row.name))
  )
}

describe('paginate', () => {
  it('fills pages and drops the space above the first row of a page', () => {
    const rows = [row('a'), row('b', { before: 5 }), row('c', { before: 5 })]
    const pages = paginate<Foot, TestRow>(rows, 25)
    expect(pages.map((page) => page.rows.map(({ row: { name }, y }) => [name, y]))).toEqual([
      [
        ['a', 0],
        ['b', 15]
      ],
      [['c', 0]]
    ])
  })

  it('keeps a heading with what follows it', () => {
    expect(names([row('a'), row('b'), row('heading', { keepNext: true }), row('text')], 30)).toEqual([
      ['a', 'b'],
      ['heading', 'text']
    ])
  })

  it('divides rows that are kept together but taller than a page', () => {
    const rows = Array.from({ length: 7 }, (_, i) => row(String(i), { keepNext: i < 6 }))
    expect(names(rows, 30)).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']])
  })

  it('sets a table header again on each page that the table reaches', () => {
    const header = row('head')
    const rows = [header, ...['a', 'b', 'c', 'd'].map((name) => row(name, { repeat: header }))]
    expect(names(rows, 30)).toEqual([
      ['head', 'a', 'b'],
      ['(head)', 'c', 'd']
    ])
  })

  it('starts a page where one is asked for', () => {
    expect(names([row('a'), row('b', { startPage: true })], 100)).toEqual([['a'], ['b']])
    expect(names([row('a', { startPage: true })], 100)).toEqual([['a']])
  })

  it('holds room for notes on the page of their mark', () => {
    const note = { height: 10 }
    const rows = [row('a'), row('b', { notes: [note] }), row('c')]
    expect(names(rows, 30 + NOTES_GAP)).toEqual([['a', 'b'], ['c']])
    expect(names(rows, 40 + NOTES_GAP)).toEqual([['a', 'b', 'c']])
    expect(paginate<Foot, TestRow>(rows, 30 + NOTES_GAP)[0]!.notes).toEqual([note])
  })

  it('gives a row that is taller than a page a page of its own', () => {
    expect(names([row('a'), row('tall', { height: 99 }), row('b')], 30)).toEqual([['a'], ['tall'], ['b']])
  })
})
