import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/** Blocks in whose text one may cite. */
export const CITING: ReadonlySet<string> = new Set(['statement', 'tableHeader', 'tableCell', 'figure'])

/** What a citation leads to. */
export interface Target {
  quoteId: string | null
  sourceId: string | null
}

/** Puts a citation at the caret, apart from the word before it; null where none can stand. */
export function citationAtCaret(state: EditorState, target: Target): Transaction | null {
  return state.selection instanceof TextSelection ? citationAt(state, state.selection.to, target) : null
}

/** Puts a citation at a position, apart from the word before it, and the caret behind it; null where none can stand. */
export function citationAt({ doc, schema, tr }: EditorState, pos: number, target: Target): Transaction | null {
  const $to = doc.resolve(pos)
  if (!CITING.has($to.parent.type.name)) return null
  const before = $to.parent.textBetween(0, $to.parentOffset, ' ', ' ').slice(-1)
  const citation = schema.nodes['citation']!.create({ ...target, label: null, relation: 'supports', locator: null })
  const content = before === '' || /\s/.test(before) ? [citation] : [schema.text(' '), citation]
  tr.insert($to.pos, content)
  const after = $to.pos + content.reduce((sum, node) => sum + node.nodeSize, 0)
  return tr.setSelection(TextSelection.create(tr.doc, after)).scrollIntoView()
}

/** The id of the first block of a brief that uses a quote, or anything of a source; null when none does. */
export function firstUse(doc: Node, isUse: (attrs: Target) => boolean): string | null {
  let block: string | null = null
  let found: string | null = null
  doc.descendants((node) => {
    if (found !== null) return false
    if (typeof node.attrs['id'] === 'string') block = node.attrs['id']
    if (['citation', 'quoteBlock', 'figure'].includes(node.type.name) && isUse(node.attrs as Target)) found = block
    return found === null
  })
  return found
}
