import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'

export const numberingKey = new PluginKey<Numbering>('numbering')

/** The number under which each source is cited, from 1, by order of first appearance. */
export type Numbering = ReadonlyMap<string, number>

const REFERRING: ReadonlySet<string> = new Set(['citation', 'quoteBlock', 'figure'])

/** Numbers the sources that a document cites, quotes or shows, by order of first appearance. `sourceOf` resolves a saved quote. */
export function numberSources(doc: Node, sourceOf: (quoteId: string) => string | null): Numbering {
  const numbers = new Map<string, number>()
  doc.descendants((node) => {
    if (!REFERRING.has(node.type.name)) return true
    const sourceId = citedSource(node, sourceOf)
    if (sourceId !== null && !numbers.has(sourceId)) numbers.set(sourceId, numbers.size + 1)
    return node.type.name === 'figure'
  })
  return numbers
}

/** The source that a citation, a quote block or a figure points to, directly or through its quote. */
export function citedSource(node: Node, sourceOf: (quoteId: string) => string | null): string | null {
  const { sourceId, quoteId = null } = node.attrs as { sourceId: string | null; quoteId?: string | null }
  return sourceId ?? (quoteId === null ? null : sourceOf(quoteId))
}

/**
 * Keeps the numbers in step with the document. They are counted again only when a change touches a citation or a quote
 * block, or when `recount` is set as the plugin's meta; `onChange` hears of new numbers.
 */
export function numberingPlugin(sourceOf: (quoteId: string) => string | null, onChange: () => void): Plugin<Numbering> {
  return new Plugin<Numbering>({
    key: numberingKey,
    state: {
      init: (_config, state) => numberSources(state.doc, sourceOf),
      apply(transaction, before) {
        const due =
          transaction.getMeta(numberingKey) === 'recount' || (transaction.docChanged && touchesReference(transaction))
        if (!due) return before
        const numbers = numberSources(transaction.doc, sourceOf)
        return same(before, numbers) ? before : numbers
      }
    },
    view: () => ({
      update(view, before) {
        if (numberingKey.getState(view.state) !== numberingKey.getState(before)) onChange()
      }
    })
  })
}

function touchesReference(transaction: Transaction): boolean {
  return transaction.steps.some((step, index) => {
    // Only a figure's source is ever set by itself.
    let touched = (step as { attr?: string }).attr === 'sourceId'
    const before = transaction.docs[index]!
    const after = transaction.docs[index + 1] ?? transaction.doc
    step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
      touched ||= holdsReference(before, oldFrom, oldTo) || holdsReference(after, newFrom, newTo)
    })
    return touched
  })
}

/** True when a whole citation, quote block or figure lies in the range: writing within a quote's words changes no number. */
function holdsReference(doc: Node, from: number, to: number): boolean {
  if (from === to) return false
  let found = false
  doc.nodesBetween(from, to, (node, pos) => {
    if (REFERRING.has(node.type.name)) {
      if (pos >= from && pos < to) found = true
    }
    return !found
  })
  return found
}

function same(a: Numbering, b: Numbering): boolean {
  return a.size === b.size && [...a].every(([id, number]) => b.get(id) === number)
}
