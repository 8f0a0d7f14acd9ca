import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { caretAt, run, schema, section, short, stateOf, statement, type Json } from '../document.test-helper.ts'
import { insertBlocks } from './insert.ts'

const words = (text: string) => schema.nodes['statement']!.create(null, schema.text(text))
const heading = (text: string) => schema.nodes['subheading']!.create({ level: 3 }, schema.text(text))
const fact = (text: string): Json => ({
  ...statement('a', text),
  attrs: { id: 'a', kind: 'fact', likelihood: null, confidence: null }
})
const kinds = ({ doc }: EditorState): unknown[] => {
  const found: unknown[] = []
  doc.descendants(({ type, attrs }) => {
    if (type.name === 'statement') found.push(attrs['kind'])
  })
  return found
}

test('words alone go into the text', () => {
  const state = caretAt(stateOf(section('s', 'One', fact('Alpha'))), 'pha')
  expect(short(state.apply(insertBlocks(state, [words('x')])))).toEqual(['# One', 'Alxpha'])
})

test('blocks in mid-sentence part it, and what was said of it stays with its first words', () => {
  const state = caretAt(stateOf(section('s', 'One', fact('Alpha beta'))), ' beta')
  const after = state.apply(insertBlocks(state, [words(' first'), heading('Port'), words('last')]))
  after.doc.check()
  expect(short(after)).toEqual(['# One', 'Alpha first', 'Port', 'last', ' beta'])
  expect(kinds(after)).toEqual(['fact', null, null])
  expect(after.selection.$from.parent.textContent).toBe('last')
  const statements = state.apply(insertBlocks(state, [words('x'), words('y')]))
  expect(short(statements)).toEqual(['# One', 'Alphax', 'y beta'])
  expect(kinds(statements)).toEqual(['fact', null])
})

test('before its first word they go above it, into an empty one in its place', () => {
  const state = caretAt(stateOf(section('s', 'One', fact('Alpha'))), 'Alpha')
  expect(short(state.apply(insertBlocks(state, [heading('Port'), words('x')])))).toEqual([
    '# One',
    'Port',
    'x',
    'Alpha'
  ])
  const empty = stateOf(section('s', 'One', statement('a', '')))
  const inEmpty = empty.apply(empty.tr.setSelection(TextSelection.create(empty.doc, 7)))
  expect(short(inEmpty.apply(insertBlocks(inEmpty, [heading('Port'), words('x')])))).toEqual(['# One', 'Port', 'x'])
})

test('in a list, what can’t stand in one goes behind it', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [statement('a', 'Item')] }] }
  const state = caretAt(stateOf(section('s', 'One', list)), 'em')
  expect(short(state.apply(insertBlocks(state, [heading('Port'), words('x')])))).toEqual([
    '# One',
    '- Item',
    'Port',
    'x'
  ])
})

test('one undo takes all of a paste away, and nothing that was typed before', () => {
  const { doc } = stateOf(section('s', 'One', statement('a', 'Alpha')))
  const fresh = caretAt(EditorState.create({ doc, plugins: [history()] }), 'Alpha', true)
  const typed = fresh.apply(fresh.tr.insertText('!'))
  const pasted = typed.apply(insertBlocks(typed, [words(' first'), heading('Port'), words('last')]))
  expect(short(pasted)).toEqual(['# One', 'Alpha! first', 'Port', 'last'])
  expect(short(run(pasted, undo))).toEqual(['# One', 'Alpha!'])
})
