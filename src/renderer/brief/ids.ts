import type { Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'

/** The nodes that carry an id of their own. */
export const WITH_ID: ReadonlySet<string> = new Set(['section', 'statement', 'quoteBlock', 'table', 'figure'])

export interface IdHolder {
  id: string | null
  /** True for a node that the change has just brought in. */
  fresh: boolean
}

/**
 * Which nodes need a new id so that every one has its own: those without one, and of several with the same id all but one,
 * preferring one that was there before. Returns their places in `holders`.
 */
export function idsToMend(holders: readonly IdHolder[]): number[] {
  const keeper = new Map<string, number>()
  holders.forEach(({ id, fresh }, index) => {
    if (!id) return
    const kept = keeper.get(id)
    if (kept === undefined || (holders[kept]!.fresh && !fresh)) keeper.set(id, index)
  })
  return holders.flatMap(({ id }, index) => (id && keeper.get(id) === index ? [] : [index]))
}

/** Gives every section and block an id that is unique in the document. Typing within a block costs nothing. */
export function idPlugin(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      const changed = transactions.filter((transaction) => transaction.docChanged)
      if (!changed.some(bringsBlocks)) return null
      const fresh = freshRanges(changed)
      const places: { pos: number; node: Node }[] = []
      const holders: IdHolder[] = []
      state.doc.descendants((node, pos) => {
        if (WITH_ID.has(node.type.name)) {
          places.push({ pos, node })
          holders.push({
            id: node.attrs['id'] as string | null,
            fresh: fresh.some(([from, to]) => pos >= from && pos < to)
          })
        }
        return !node.isTextblock
      })
      const mend = idsToMend(holders)
      if (mend.length === 0) return null
      const transaction = state.tr.setMeta('addToHistory', false)
      for (const index of mend) {
        const { pos } = places[index]!
        transaction.setNodeAttribute(pos, 'id', newId())
      }
      return transaction
    }
  })
}

/** True when a change brings blocks or joins them: typing within one doesn't. */
export function bringsBlocks(transaction: Transaction): boolean {
  return transaction.steps.some((step) => {
    const slice = (step as { slice?: Slice }).slice
    return slice !== undefined && (slice.openStart > 0 || slice.openEnd > 0 || hasBlock(slice))
  })
}

function hasBlock(slice: Slice): boolean {
  let found = false
  slice.content.forEach((node) => {
    if (node.isBlock) found = true
  })
  return found
}

function freshRanges(transactions: readonly Transaction[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const transaction of transactions) {
    transaction.mapping.maps.forEach((map, index) => {
      const later = transaction.mapping.slice(index + 1)
      map.forEach((_from, _to, from, to) => ranges.push([later.map(from, -1), later.map(to, 1)]))
    })
  }
  return ranges
}
