/** What stands on the page of a text: a slab that is drawn, or one gap in the place of all slabs `[from, to)` up to the next that is. */
export interface Part {
  from: number
  to: number
  isDrawn: boolean
}

/** The parts of a text of so many slabs, from above. */
export function partsOf(slabs: number, drawn: Iterable<number>): Part[] {
  const parts: Part[] = []
  let at = 0
  const gapTo = (to: number): void => {
    if (to > at) parts.push({ from: at, to, isDrawn: false })
    at = to
  }
  for (const index of [...drawn].sort((a, b) => a - b)) {
    gapTo(index)
    parts.push({ from: index, to: index + 1, isDrawn: true })
    at = index + 1
  }
  gapTo(slabs)
  return parts
}
