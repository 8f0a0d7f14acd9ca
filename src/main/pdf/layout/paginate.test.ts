import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTE_GAP, NOTES_GAP, paginate, type Foot, type Row } from './paginate.ts'

interface TestRow extends Row {
  name: string
}

function row(name: string, fields: Partial<Row> = {}): TestRow {
  return { name, height: 10, before: 0, keepNext: false, startPage: false, notes: [], repeat: null, ...fields }
}

/** A note of so many lines, each 10 high. */
function noteOf(lines: number): Foot {
  return { lines: Array.from({ length: lines }, () => ({ height: 10 })) }
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
    const note = noteOf(1)
    const rows = [row('a'), row('b', { notes: [note] }), row('c')]
    expect(names(rows, 30 + NOTES_GAP)).toEqual([['a', 'b'], ['c']])
    expect(names(rows, 40 + NOTES_GAP)).toEqual([['a', 'b', 'c']])
    expect(paginate<Foot, TestRow>(rows, 30 + NOTES_GAP)[0]!.notes).toEqual([{ note, from: 0, to: 1 }])
  })

  it('gives a row that is taller than a page a page of its own', () => {
    expect(names([row('a'), row('tall', { height: 99 }), row('b')], 30)).toEqual([['a'], ['tall'], ['b']])
  })

  it('lets a note that is too long go on at the foot of the next pages', () => {
    const note = noteOf(12)
    const pages = paginate<Foot, TestRow>([row('a'), row('b', { notes: [note] }), row('c'), row('d')], 60 + NOTES_GAP)
    expect(pages.map((page) => page.rows.map((each) => each.row.name))).toEqual([['a', 'b'], ['c', 'd'], []])
    expect(pages.map((page) => page.notes.map(({ from, to }) => [from, to]))).toEqual([[[0, 4]], [[4, 8]], [[8, 12]]])
  })

  it('moves a mark on when two lines of its note don’t fit', () => {
    const rows = [row('a'), row('b'), row('c', { notes: [noteOf(5)] })]
    expect(names(rows, 40 + NOTES_GAP)).toEqual([['a', 'b'], ['c'], []])
    expect(names(rows, 50 + NOTES_GAP)).toEqual([['a', 'b', 'c'], []])
  })

  it('leaves no line of a note alone on a page', () => {
    const pages = paginate<Foot, TestRow>([row('a', { notes: [noteOf(5)] })], 50 + NOTES_GAP)
    expect(pages.map((page) => page.notes.map(({ from, to }) => [from, to]))).toEqual([[[0, 3]], [[3, 5]]])
  })

  it('sets every row and every line of every note once, in order, without overlap', () => {
    const notes = fc.array(
      fc.array(fc.record({ height: fc.integer({ min: 4, max: 30 }) }), { minLength: 1, maxLength: 40 })
    )
    const anyRow = fc.record({
      height: fc.integer({ min: 1, max: 120 }),
      before: fc.integer({ min: 0, max: 30 }),
      keepNext: fc.boolean(),
      startPage: fc.nat(12).map((n) => n === 0),
      notes: fc.oneof(
        { weight: 3, arbitrary: fc.constant<{ height: number }[][]>([]) },
        { weight: 1, arbitrary: notes }
      )
    })
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), fc.integer({ min: 40, max: 400 }), (made, height) => {
        const header = row('head', { height: 12 })
        const rows = made.map((each, i) =>
          row(String(i), {
            ...each,
            notes: each.notes.map((lines) => ({ lines })),
            repeat: i % 3 === 0 ? header : null
          })
        )
        const pages = paginate<Foot, TestRow>(rows, height)
        const placed = pages.flatMap((page) => page.rows.filter(({ repeated }) => !repeated))
        expect(placed.map((each) => each.row.name)).toEqual(rows.map(({ name }) => name))
        const wanted = rows.flatMap((each) => each.notes).flatMap((note) => note.lines)
        expect(pages.flatMap((page) => page.notes.flatMap(({ note, from, to }) => note.lines.slice(from, to)))).toEqual(
          wanted
        )
        for (const page of pages) {
          expect(page.rows.length + page.notes.length).toBeGreaterThan(0)
          let y = 0
          for (const each of page.rows) {
            expect(each.y).toBeGreaterThanOrEqual(y)
            y = each.y + each.row.height
          }
          const alone = page.rows.filter(({ repeated }) => !repeated).length <= 1
          const foot = page.notes.flatMap(({ note, from, to }) => note.lines.slice(from, to))
          const used = foot.reduce((sum, line) => sum + line.height, 0)
          const gaps = page.notes.length === 0 ? 0 : NOTES_GAP + NOTE_GAP * (page.notes.length - 1)
          if (page.notes.length > 0 && page.rows.length > 0) expect(y + used + gaps).toBeLessThanOrEqual(height + 0.01)
          if (!alone) expect(y).toBeLessThanOrEqual(height + 0.01)
        }
      }),
      { seed: 7, numRuns: 400 }
    )
  })

  it('keeps rows together that fit on a page, and their note with them', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(sizes, (groups) => {
        const rows = groups.flatMap((size, g) =>
          Array.from({ length: size }, (_, i) =>
            row(`${g}`, { keepNext: i < size - 1, notes: i === 0 ? [noteOf(1)] : [] })
          )
        )
        const pages = paginate<Foot, TestRow>(rows, 90 + NOTES_GAP + 10)
        const seen = pages.map((page) => [...new Set(page.rows.map((each) => each.row.name))])
        expect(seen.flat()).toEqual(groups.map((_, g) => String(g)))
        for (const page of pages) {
          const marks = page.rows.filter((each) => each.row.notes.length > 0).length
          expect(page.notes).toHaveLength(marks)
        }
      }),
      { seed: 11, numRuns: 200 }
    )
  })
})
