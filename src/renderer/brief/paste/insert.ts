import { closeHistory } from '@tiptap/pm/history'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { blockPlace } from '../../state/brief/document.ts'

/** Puts words at the selection in one line, as where no blocks can stand; null without any. */
export function insertLine(state: EditorState, words: string): Transaction | null {
  const line = words.trim().replace(/\s*[\r\n]+\s*/g, ' ')
  if (line === '') return null
  return closeHistory(state.tr)
    .replaceSelection(new Slice(Fragment.from(state.schema.text(line)), 0, 0))
    .scrollIntoView()
}

const isStatement = ({ type }: Node): boolean => type.name === 'statement'

/**
 * Puts pasted blocks at the selection, in one step of the history. Words alone go into the text; of several blocks the first goes on the statement
 * with the caret, and what stands behind the caret becomes a statement after them. What was said of a statement stays with its first words.
 */
export function insertBlocks(state: EditorState, blocks: readonly Node[]): Transaction {
  const tr = closeHistory(state.tr)
  const only = blocks.length === 1 ? blocks[0] : undefined
  if (only && isStatement(only)) return tr.replaceSelection(new Slice(only.content, 0, 0)).scrollIntoView()
  if (blocks.every(isStatement)) return tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1)).scrollIntoView()
  if (!tr.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const inText = $from.depth === 2 && ['statement', 'subheading'].includes($from.parent.type.name)
  if (!inText || $from.parent.content.size === 0) {
    const { from, to } = blockPlace(tr.doc, $from.pos)
    return caretBehind(tr.replaceWith(from, to, blocks), from, blocks)
  }
  if ($from.parentOffset === 0) return caretBehind(tr.insert($from.before(), blocks), $from.before(), blocks)
  const { pos } = $from
  if ($from.parentOffset < $from.parent.content.size) {
    tr.split(pos, 1, [{ type: state.schema.nodes['statement']! }])
  }
  const [first, ...rest] = blocks
  const flows = first !== undefined && isStatement(first) && isStatement($from.parent)
  if (flows) tr.insert(pos, first.content)
  const behind = pos + (flows ? first.content.size : 0) + 1
  const left = flows ? rest : blocks
  return caretBehind(tr.insert(behind, left), behind, left)
}

/** Puts the caret at the end of blocks, or into a statement after them where they don't end in one. */
function caretBehind(tr: Transaction, from: number, blocks: readonly Node[]): Transaction {
  const end = from + blocks.reduce((size, { nodeSize }) => size + nodeSize, 0)
  const last = blocks.at(-1)
  if (last && ['table', 'figure'].includes(last.type.name) && tr.doc.resolve(end).nodeAfter === null) {
    tr.insert(end, tr.doc.type.schema.nodes['statement']!.create())
    return tr.setSelection(Selection.near(tr.doc.resolve(end + 1))).scrollIntoView()
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView()
}
