let go: ((by: 1 | -1) => void) | null = null

/** Says how to go from match to match while the bar that finds them is on the screen, until the returned function is called. */
export function offerStep(step: (by: 1 | -1) => void): () => void {
  go = step
  return () => {
    if (go === step) go = null
  }
}

/** Goes to the next match in the open source or to the one before; false while nothing is looked for. */
export function stepFind(by: 1 | -1): boolean {
  go?.(by)
  return go !== null
}
