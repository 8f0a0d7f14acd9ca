import { activeReader, type ReaderStore } from '../state/sources/readers.ts'

const goes = new Map<ReaderStore, (by: 1 | -1) => void>()

/** Says how to go from match to match while the bar that finds them is on the screen at a side, until the returned function is called. */
export function offerStep(reader: ReaderStore, step: (by: 1 | -1) => void): () => void {
  goes.set(reader, step)
  return () => {
    if (goes.get(reader) === step) goes.delete(reader)
  }
}

/** Goes to the next match in the open source or to the one before; false while nothing is looked for. */
export function stepFind(by: 1 | -1): boolean {
  const go = goes.get(activeReader())
  go?.(by)
  return go !== undefined
}
