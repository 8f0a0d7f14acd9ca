import { directionOf, type Direction } from '../source/direction.ts'
import type { ListGroup, Run, TableGroup, Voice } from './block.ts'
import { withoutIsolated } from './isolate.ts'

/** Voices whose letters aren't words of the text they stand in: marks, keys, hashes, addresses, what stands for withheld words. */
const NO_WORDS: ReadonlySet<Voice> = new Set<Voice>(['cite', 'code', 'address', 'hash', 'mark', 'sign', 'withheld'])

/** How runs are read: as most of their own words are. What they name, set apart by isolates, has no say. Without words: `otherwise`. */
export function directionOfRuns(runs: readonly Run[], otherwise: Direction): Direction {
  const words = runs.filter(({ voice }) => voice === undefined || !NO_WORDS.has(voice))
  return directionOf(withoutIsolated(words.map(({ text }) => text).join(' ')), otherwise)
}

/**
 * On which side the labels of a list stand: where its statements begin. A list whose labels hang in the margin, as an appendix has
 * it, runs as what it stands in does.
 */
export function directionOfList(group: ListGroup, otherwise: Direction): Direction {
  return group.hanging ? otherwise : directionOfRuns(statements(group), otherwise)
}

function statements({ items }: ListGroup): Run[] {
  return items.flatMap(({ children }) =>
    children.flatMap((child) => {
      if (child.type === 'list') return statements(child)
      return child.type === 'text' && (child.kind === 'statement' || child.kind === 'labelled') ? child.runs : []
    })
  )
}

/** On which side a table begins: as its head is read, else as its cells are. */
export function directionOfTable({ head, rows }: TableGroup, otherwise: Direction): Direction {
  return directionOfRuns(head.flat(), directionOfRuns(rows.flat(2), otherwise))
}
