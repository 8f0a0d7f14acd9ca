import { Extension, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { chainCommands, toggleMark } from '@tiptap/pm/commands'
import { redo, undo, history } from '@tiptap/pm/history'
import { liftListItem, sinkListItem } from '@tiptap/pm/schema-list'
import { NodeSelection, Selection, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { moveSection, sectionAt } from '../state/brief/document.ts'
import { moveBy } from '../state/brief/moving.ts'
import { backspaceInNote, leaveNote } from './notes.ts'
import { enterInTable, nextCell, previousCell } from './table-commands.ts'

type Where = { name: string; atStart: boolean; atEnd: boolean; empty: boolean }

function where(state: EditorState): Where | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $from } = selection
  return {
    name: $from.parent.type.name,
    atStart: $from.parentOffset === 0,
    atEnd: $from.parentOffset === $from.parent.content.size,
    empty: $from.parent.content.size === 0
  }
}

/** Enter in a section's title goes on to its first statement; what stands behind the caret becomes that statement. */
const enterInTitle: Command = (state, dispatch) => {
  const at = where(state)
  if (at?.name !== 'sectionTitle') return false
  const { $from } = state.selection
  const after = $from.after()
  const next = state.doc.resolve(after).nodeAfter
  const rest = $from.parent.content.cut($from.parentOffset)
  if (rest.size === 0 && next?.type.name === 'statement' && next.content.size === 0) {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, after + 1)).scrollIntoView())
    return true
  }
  const tr = state.tr.insert(after, state.schema.nodes['statement']!.create(null, rest))
  if (rest.size > 0) tr.delete($from.pos, $from.end())
  const target = tr.mapping.slice(1).map(after) + 1
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, target)).scrollIntoView())
  return true
}

const WHOLE: ReadonlySet<string> = new Set(['quoteBlock', 'figure'])

/** Enter in a quote or a caption makes a statement after it: their words are never split in two. */
const enterInQuote: Command = (state, dispatch) => {
  const { $from } = state.selection
  const selected = state.selection instanceof NodeSelection && WHOLE.has(state.selection.node.type.name)
  if (!selected && !WHOLE.has($from.parent.type.name)) return false
  const after = selected ? state.selection.to : $from.after()
  const tr = state.tr.insert(after, state.schema.nodes['statement']!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** Enter in an empty item ends the list. */
const enterInEmptyItem: Command = (state, dispatch, view) =>
  where(state)?.empty ? liftListItem(state.schema.nodes['listItem']!)(state, dispatch, view) : false

/**
 * Enter in a statement. What was said of it, and its id, stay with its first words; before these an empty statement is put in. In a list
 * each becomes an item.
 */
const splitStatement: Command = (state, dispatch) => {
  const { selection, schema, tr } = state
  const { $from, $to } = selection
  if (!(selection instanceof TextSelection) || $from.parent.type.name !== 'statement' || !$from.sameParent($to))
    return false
  const statement = schema.nodes['statement']!
  const isItem = $from.node(-1).type.name === 'listItem' && $from.index(-1) === 0
  if ($from.parentOffset === 0 && selection.empty && $from.parent.content.size > 0) {
    const fresh = isItem ? schema.nodes['listItem']!.create(null, statement.create()) : statement.create()
    tr.insert($from.before(isItem ? -1 : undefined), fresh)
  } else {
    tr.delete(selection.from, selection.to)
    tr.split(selection.from, isItem ? 2 : 1, [...(isItem ? [null] : []), { type: statement }])
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Enter: what it does depends on where the caret is; false where the editor's own way of splitting is right. */
export const enter: Command = chainCommands(
  leaveNote,
  enterInTitle,
  enterInQuote,
  enterInTable,
  enterInEmptyItem,
  splitStatement
)

/** Blocks into which the words of another never flow. */
const GUARDED: ReadonlySet<string> = new Set([...WHOLE, 'sectionTitle', 'table'])

const breakLine: Command = (state, dispatch) => {
  const { $from } = state.selection
  const hardBreak = state.schema.nodes['hardBreak']!
  if (!$from.parent.type.contentMatch.matchType(hardBreak)) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}

/**
 * Backspace at the start of a block joins it to the one before only where that loses nothing: a statement never flows
 * into a title or a quote.
 */
export const backspace: Command = (state, dispatch, view) => {
  if (backspaceInNote(state, dispatch)) return true
  const at = where(state)
  if (!at?.atStart) return false
  const { $from } = state.selection
  const before = $from.before()
  const previous = state.doc.resolve(before).nodeBefore
  if (at.name === 'sectionTitle') return joinSection(state, dispatch)
  if ($from.node(-1).type.name === 'listItem') {
    if ($from.index(-1) > 0) return false
    return liftListItem(state.schema.nodes['listItem']!)(state, dispatch, view)
  }
  if (at.name === 'subheading' || (at.name === 'quoteBlock' && at.empty)) {
    dispatch?.(state.tr.setBlockType(before, before + 1, state.schema.nodes['statement']!))
    return true
  }
  if (isInTable(state)) return true
  const guards = previous && GUARDED.has(previous.type.name)
  if (WHOLE.has(at.name) || guards) {
    const tr = state.tr
    if (at.empty && at.name !== 'figure') tr.delete(before, $from.after())
    const selection =
      guards && previous.type.name !== 'sectionTitle' && previous.type.name !== 'table'
        ? NodeSelection.create(tr.doc, before - previous.nodeSize)
        : Selection.near(tr.doc.resolve(before), -1)
    dispatch?.(tr.setSelection(selection).scrollIntoView())
    return true
  }
  return false
}

/** Delete at the end of a block, the same way round. */
export const deleteForward: Command = (state, dispatch) => {
  const at = where(state)
  if (!at?.atEnd) return false
  const { $from } = state.selection
  const after = $from.after()
  const next = state.doc.resolve(after).nodeAfter
  if (isInTable(state)) return true
  const guarded = at.name === 'sectionTitle' || WHOLE.has(at.name) || (next && GUARDED.has(next.type.name))
  if (!guarded) return $from.depth === 2 && next === null
  const tr = state.tr
  if (next?.type.name === 'statement' && next.content.size === 0) tr.delete(after, after + next.nodeSize)
  else if (next && WHOLE.has(next.type.name)) tr.setSelection(NodeSelection.create(tr.doc, after))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace in front of a section's title: an untitled section flows into the one before it. */
const joinSection: Command = (state, dispatch) => {
  const { $from } = state.selection
  const { index, pos, node } = sectionAt($from)
  const previous = index > 0 ? state.doc.child(index - 1) : null
  if (!previous) return true
  const tr = state.tr
  if (node.firstChild!.content.size === 0) {
    const blocks = node.content.cut(node.firstChild!.nodeSize)
    tr.delete(pos, pos + node.nodeSize)
    const written = blocks.size > 0 && node.textContent !== ''
    if (written) tr.insert(pos - 1, blocks)
  }
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(pos - 1), -1)).scrollIntoView())
  return true
}

/** Moves the section with the caret up or down. */
export function moveSectionBy(step: 1 | -1): Command {
  return (state, dispatch) => {
    const { index } = sectionAt(state.selection.$from)
    const tr = moveSection(state, index, index + step)
    if (tr) dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The keys of the brief, its history and what turns into lists and subheadings while one types. */
export const BriefKeys = Extension.create({
  name: 'briefKeys',
  priority: 1000,
  addProseMirrorPlugins: () => [history({ depth: 500, newGroupDelay: 500 })],
  addKeyboardShortcuts() {
    const { editor } = this
    const run = (command: Command) => () => command(editor.state, editor.view.dispatch, editor.view)
    const mark = (name: string) => run(toggleMark(editor.schema.marks[name]!))
    const item = editor.schema.nodes['listItem']!
    return {
      Enter: run(enter),
      'Shift-Enter': run(breakLine),
      Backspace: run(backspace),
      Delete: run(deleteForward),
      Tab: run(chainCommands(nextCell, sinkListItem(item))),
      'Shift-Tab': run(chainCommands(previousCell, liftListItem(item))),
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-z': run(undo),
      'Mod-Shift-z': run(redo),
      'Mod-y': run(redo),
      'Alt-ArrowUp': run(moveBy(-1)),
      'Alt-ArrowDown': run(moveBy(1)),
      'Alt-Shift-ArrowUp': run(moveSectionBy(-1)),
      'Alt-Shift-ArrowDown': run(moveSectionBy(1))
    }
  },
  addInputRules() {
    const nodes = this.editor.schema.nodes
    return [
      wrappingInputRule({ find: /^\s*[-*]\s$/, type: nodes['bulletList']! }),
      wrappingInputRule({ find: /^1\.\s$/, type: nodes['orderedList']! }),
      textblockTypeInputRule({ find: /^###\s$/, type: nodes['subheading']! })
    ]
  }
})
