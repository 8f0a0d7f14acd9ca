import { describe, expect, it } from 'vitest'
import type { FigureRow } from '../../shared/analysis/figures/answer.ts'
import { ledgerOf } from './ledger-table.ts'

function figure(id: string, series: string, value: number, asOf: string | null): FigureRow {
  const place = { source: 'S1', start: 0, end: 2, exact: String(value) }
  return {
    ...place,
    id,
    series,
    value,
    asOf,
    high: null,
    bound: 'exact',
    unit: null,
    counts: 'boats',
    asOfRule: 'report',
    attribution: []
  }
}

describe('the ledger', () => {
  const figures = [
    figure('F1', 'crew', 9, '2031-05-04'),
    figure('F2', 'dead', 12, '2031-05-04'),
    figure('F3', 'dead', 17, '2031-05-05'),
    figure('F4', 'dead', 23, '2031-05-05')
  ]
  const relations = [
    { a: 'F2', b: 'F3', kind: 'revision' as const, newer: 'F3', because: '' },
    { a: 'F3', b: 'F4', kind: 'conflict' as const, newer: null, because: '' }
  ]
  const ledger = ledgerOf({ figures, relations })

  it('has a column a day and a row a series, those of several figures first', () => {
    expect(ledger.days).toEqual(['2031-05-04', '2031-05-05'])
    expect(
      ledger.rows.map(({ series, cells }) => [series, cells.map((cell) => cell.map((each) => each.figure.id))])
    ).toEqual([
      ['dead', [['F2'], ['F3', 'F4']]],
      ['crew', [['F1'], []]]
    ])
  })

  it('tells what a figure replaces, and what it is in conflict with', () => {
    const [, second] = ledger.rows[0]!.cells
    expect(
      second!.map(({ replaces, conflicts }) => [replaces.map(({ id }) => id), conflicts.map(({ id }) => id)])
    ).toEqual([
      [['F2'], ['F4']],
      [[], ['F3']]
    ])
  })
})
