import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { BriefDocument } from '../../shared/brief/brief.ts'
import { idPlugin } from './ids.ts'
import { backspace, deleteForward, enter } from './keymap.ts'
import { insertNote } from './notes.ts'
import { numberSources } from './numbering.ts'
import { insertLine } from './paste/insert.ts'
import { NODES, SCHEMA } from './schema.ts'
import {
  alignColumns,
  columnAfter,
  columnBefore,
  dropColumn,
  dropRow,
  headerPlugin,
  insertBlock,
  insertTable,
  nextCell,
  previousCell,
  rowAbove,
  rowBelow
} from './table-commands.ts'

const schema = getSchema([...SCHEMA, ...Object.values(NODES)])

type Json = Record<string, unknown>
const words = (text: string): Json => (text === '' ? {} : { content: [{ type: 'text', text }] })
const statement = (id: string, text: string): Json => ({
  type: 'statement',
  attrs: { id, kind: null, likelihood: null, confidence: null },
  ...words(text)
})
const table = (...rows: string[][]): Json => ({
  type: 'table',
  attrs: { id: 't', align: [null, 'end'] },
  content: rows.map((cells, r) => ({
    type: 'tableRow',
    content: cells.map((text) => ({ type: r === 0 ? 'tableHeader' : 'tableCell', ...words(text) }))
  }))
})

let next = 0
function stateOf(...blocks: Json[]): EditorState {
  next = 0
  const section = { type: 'section', attrs: { id: 's' }, content: [{ type: 'sectionTitle' }, ...blocks] }
  const doc = Node.fromJSON(schema, { type: 'doc', content: [section] })
  doc.check()
  return EditorState.create({ doc, plugins: [idPlugin(() => `new-${++next}`), headerPlugin(), tableEditing()] })
}

function caretAt(state: EditorState, text: string): EditorState {
  let pos = -1
  state.doc.descendants((node, at) => {
    if (pos < 0 && node.isText && node.text!.includes(text)) pos = at + node.text!.indexOf(text)
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))
}

/** Runs a command. What comes of it must be a brief that can be saved. */
function run(state: EditorState, command: Command): EditorState {
  const view = { state, dispatch: (tr: Parameters<EditorState['apply']>[0]) => (view.state = view.state.apply(tr)) }
  command(state, view.dispatch, view as unknown as Parameters<Command>[2])
  view.state.doc.check()
  BriefDocument.parse(view.state.doc.toJSON())
  return view.state
}

/** Blocks in short: a table as its alignments and rows, header cells in capitals. */
function short({ doc }: EditorState): string[] {
  const lines: string[] = []
  doc.child(0).forEach((block) => {
    if (block.type.name !== 'table') lines.push(`${block.type.name} ${block.textContent}`)
    else {
      lines.push((block.attrs['align'] as (string | null)[]).map((align) => align ?? '-').join(' '))
      block.forEach((row) => {
        const cells: string[] = []
        row.forEach((cell) =>
          cells.push(cell.type.name === 'tableHeader' ? cell.textContent.toUpperCase() : cell.textContent)
        )
        lines.push(cells.join('|'))
      })
    }
  })
  return lines.slice(1)
}

const TWO = table(['a', 'b'], ['c', 'd'])

test('a new table takes the place of an empty statement, with the caret in its first cell', () => {
  const empty = stateOf(statement('p', ''))
  const at = empty.apply(empty.tr.setSelection(TextSelection.create(empty.doc, 4)))
  const made = run(at, (state, dispatch) => (dispatch?.(insertTable(state)), true))
  expect(short(made)).toEqual(['- - -', '||', '||', '||', 'statement '])
  expect(made.selection.$from.parent.type.name).toBe('tableHeader')
  expect(made.doc.child(0).child(1).attrs['id']).toMatch(/^new-/)
})

test('Tab goes from cell to cell and makes a row at the end; Shift+Tab goes back', () => {
  const state = caretAt(stateOf(TWO), 'd')
  const grown = run(state, nextCell)
  expect(short(grown)).toEqual(['- end', 'A|B', 'c|d', '|'])
  expect(grown.selection.$from.index(-1)).toBe(0)
  expect(run(grown, previousCell).selection.$from.parent.textContent).toBe('d')
  expect(run(caretAt(state, 'a'), previousCell).selection.$from.parent.textContent).toBe('a')
})

test('Enter goes to the cell below, and behind the table from its last row', () => {
  const below = run(caretAt(stateOf(TWO), 'b'), enter)
  expect(below.selection.$from.parent.textContent).toBe('d')
  const out = run(below, enter)
  expect(short(out)).toEqual(['- end', 'A|B', 'c|d', 'statement '])
  expect(out.selection.$from.parent.type.name).toBe('statement')
})

test('columns keep their alignments when others come and go', () => {
  const state = caretAt(stateOf(TWO), 'b')
  expect(short(run(state, columnBefore))).toEqual(['- - end', 'A||B', 'c||d'])
  expect(short(run(state, columnAfter))).toEqual(['- end -', 'A|B|', 'c|d|'])
  expect(short(run(caretAt(state, 'c'), dropColumn))).toEqual(['end', 'B', 'd'])
  expect(short(run(caretAt(state, 'c'), alignColumns('center')))[0]).toBe('center end')
  expect(short(run(run(state, dropColumn), dropColumn))).toEqual([])
})

test('nothing stands above the header, and the first row is always one', () => {
  const state = caretAt(stateOf(TWO), 'a')
  expect(short(run(state, rowAbove))).toEqual(['- end', 'A|B', '|', 'c|d'])
  expect(short(run(caretAt(state, 'd'), rowBelow))).toEqual(['- end', 'A|B', 'c|d', '|'])
  expect(short(run(state, dropRow))).toEqual(['- end', 'C|D'])
  expect(short(run(run(state, dropRow), dropRow))).toEqual([])
})

test('words never flow into a table or a caption, nor out of them', () => {
  const state = stateOf(statement('p', 'before'), TWO, statement('q', 'after'))
  expect(short(run(caretAt(state, 'after'), backspace))).toEqual(short(state))
  expect(short(run(caretAt(state, 'a'), backspace))).toEqual(short(state))
  const end = state.apply(
    state.tr.setSelection(TextSelection.create(state.doc, caretAt(state, 'before').selection.from + 6))
  )
  expect(short(run(end, deleteForward))).toEqual(short(state))
})

test('a note is left by Enter, and an empty one is taken away by Backspace', () => {
  const state = caretAt(stateOf(statement('p', 'Held back')), 'back')
  const noted = run(state, insertNote)
  expect(noted.selection.$from.parent.type.name).toBe('note')
  expect(run(noted, backspace).doc.textContent).toBe('Held back')
  expect(short(run(noted, backspace))).toEqual(short(state))
  const left = run(noted.apply(noted.tr.insertText('Why')), enter)
  expect(left.selection.$from.parent.type.name).toBe('statement')
  expect(left.doc.textContent).toBe('Held Whyback')
  expect(insertNote(caretAt(left, 'Why'))).toBe(false)
})

test('a figure counts as a use of its source, and Enter in its caption goes on behind it', () => {
  const figure = schema.nodes['figure']!.create(
    { id: null, sourceId: 's9', label: null, alt: 'A pier' },
    schema.text('Cap')
  )
  const state = caretAt(stateOf(statement('p', 'before'), statement('q', 'after')), 'before')
  const shown = run(state, (now, dispatch) => (dispatch?.(insertBlock(now, figure)), true))
  expect(short(shown)).toEqual(['statement before', 'figure Cap', 'statement after'])
  expect([...numberSources(shown.doc, () => null)]).toEqual([['s9', 1]])
  expect(short(run(caretAt(shown, 'Cap'), enter))).toEqual([
    'statement before',
    'figure Cap',
    'statement ',
    'statement after'
  ])
})

test('text pasted into a cell stays in it', () => {
  const state = caretAt(stateOf(TWO), 'c')
  expect(short(state.apply(insertLine(state, 'one\r\n two\n')!))).toEqual(['- end', 'A|B', 'one twoc|d'])
})
