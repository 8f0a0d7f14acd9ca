import type { Matrix } from './matrix.ts'

/** A column of the matrix; `starts` is true where another origin begins beside it. */
export interface Column {
  source: string
  isUsed: boolean
  starts: boolean
}

/**
 * The sources in columns: those beside each other that have one origin in most of the statements that cite them; those that no statement uses come last, in the
 * order of their numbers.
 */
export function columnsOf({ sources, rows }: Matrix): Column[] {
  const together = new Map<string, number>()
  const pair = (a: string, b: string): string => (sources.indexOf(a) < sources.indexOf(b) ? `${a} ${b}` : `${b} ${a}`)
  const used = new Set<string>()
  for (const { cells } of rows) {
    for (const { source, cited } of cells) if (cited !== null) used.add(source)
    const within = cells.filter(({ origin }) => origin !== null)
    for (const a of within)
      for (const b of within) {
        if (a.source >= b.source) continue
        const name = pair(a.source, b.source)
        together.set(name, (together.get(name) ?? 0) + (a.origin === b.origin ? 1 : -1))
      }
  }
  const left = sources.filter((source) => used.has(source))
  const columns: Column[] = []
  while (left.length > 0) {
    const first = left.shift()!
    const group = [first, ...left.filter((other) => (together.get(pair(first, other)) ?? 0) > 0)]
    for (const source of group) {
      if (left.includes(source)) left.splice(left.indexOf(source), 1)
      columns.push({ source, isUsed: true, starts: source === first })
    }
  }
  const rest = sources.filter((source) => !used.has(source))
  return [...columns, ...rest.map((source, at) => ({ source, isUsed: false, starts: at === 0 }))]
}
