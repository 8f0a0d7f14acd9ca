import type { FigureRow, FiguresAnswer } from '../../shared/analysis/figures/answer.ts'

/** A figure in a cell, with how it stands to the others of its row. */
export interface CellFigure {
  figure: FigureRow
  /** The figures that it replaces. */
  replaces: FigureRow[]
  /** The figures that it's in conflict with. */
  conflicts: FigureRow[]
}

/** A series: its name, and the figures of each day, in the order of the columns. */
export interface LedgerRow {
  series: string
  /** What its first figure counts, in the words of the text. */
  words: string
  cells: CellFigure[][]
  figures: number
}

/** The ledger: a column a day, a row a series. `null` stands for figures without a day. */
export interface Ledger {
  days: (string | null)[]
  rows: LedgerRow[]
}

/** Arranges figures; rows of several figures stand first, those of one behind them, each in the order of the sources. */
export function ledgerOf({ figures, relations }: FiguresAnswer): Ledger {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const replaces = new Map<string, FigureRow[]>()
  const conflicts = new Map<string, FigureRow[]>()
  const note = (to: Map<string, FigureRow[]>, id: string, other: string): void =>
    void to.set(id, [...(to.get(id) ?? []), byId.get(other)!])
  for (const { a, b, kind, newer } of relations) {
    if (kind === 'revision' && newer !== null) note(replaces, newer, newer === a ? b : a)
    if (kind !== 'conflict') continue
    note(conflicts, a, b)
    note(conflicts, b, a)
  }
  const days = [...new Set(figures.map(({ asOf }) => asOf))].sort((a, b) => (a ?? '').localeCompare(b ?? ''))
  const rows = [...new Set(figures.map(({ series }) => series))].map((series): LedgerRow => {
    const own = figures.filter((figure) => figure.series === series)
    const cells = days.map((day) =>
      own
        .filter(({ asOf }) => asOf === day)
        .map((figure) => ({
          figure,
          replaces: replaces.get(figure.id) ?? [],
          conflicts: conflicts.get(figure.id) ?? []
        }))
    )
    return { series, words: own[0]!.counts, cells, figures: own.length }
  })
  return { days, rows: [...rows.filter((row) => row.figures > 1), ...rows.filter((row) => row.figures === 1)] }
}
