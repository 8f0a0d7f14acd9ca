/** A saved quote's range in the text. */
export interface Marked {
  id: string
  start: number
  end: number
}

/** A piece of a block that the same quotes cover. */
export interface Segment {
  start: number
  end: number
  /** Ids of the quotes that cover it, in the order of `Marked`; empty where none does. */
  quotes: string[]
}

/** Cuts a block `[start, end)` at the ends of the quotes that reach into it, so that overlapping quotes can be drawn. */
export function segmentsOf(start: number, end: number, marked: readonly Marked[]): Segment[] {
  const inside = marked.filter((quote) => quote.start < end && quote.end > start)
  if (inside.length === 0) return start < end ? [{ start, end, quotes: [] }] : []
  const cuts = new Set([start, end])
  for (const quote of inside) {
    if (quote.start > start) cuts.add(quote.start)
    if (quote.end < end) cuts.add(quote.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1]!
    return {
      start: from,
      end: to,
      quotes: inside.filter((quote) => quote.start <= from && quote.end >= to).map((quote) => quote.id)
    }
  })
}
