import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { Quote } from '../../shared/quote/quote.ts'
import { BriefDocument } from '../../shared/brief/brief.ts'
import { addSection, insertQuote, moveSection, outlineOf, removeSection } from '../state/brief/document.ts'
import { citationAtCaret, firstUse } from '../state/brief/citing.ts'
import {
  caretAt,
  citation,
  idsOf,
  quoted,
  run,
  schema,
  section,
  short,
  stateOf,
  statement
} from './document.test-helper.ts'
import { backspace, deleteForward, enter } from './keymap.ts'
import { numberSources } from './numbering.ts'
import { insertBlocks } from './paste/insert.ts'
import { textToBlocks } from './paste/ready.ts'

const TWO = [
  section('s1', 'One', statement('a', 'Alpha'), quoted('q', 'Said')),
  section('s2', 'Two', statement('b', 'Beta'))
]

test('what the editor makes is what the shared schema takes', () => {
  const state = run(caretAt(stateOf(...TWO), 'Alpha', true), enter)
  expect(BriefDocument.safeParse(state.doc.toJSON()).success).toBe(true)
})

test('a section moves with its blocks and ids, and the caret stays in its words', () => {
  const state = caretAt(stateOf(...TWO, section('s3', 'Three')), 'Alpha', true)
  const moved = state.apply(moveSection(state, 0, 2)!)
  expect(short(moved)).toEqual(['# Two', 'Beta', '# Three', '# One', 'Alpha', '> Said'])
  expect(idsOf(moved)).toEqual(['s2', 'b', 's3', 's1', 'a', 'q'])
  expect(moved.selection.$from.parent.textContent).toBe('Alpha')
  expect(moved.selection.$from.parentOffset).toBe(5)
  const back = moved.apply(moveSection(moved, 2, 0)!)
  expect(short(back)).toEqual(short(state))
  expect(moveSection(state, 0, 3)).toBeNull()
})

test('a new section follows the one with the caret, with ids of its own', () => {
  const state = caretAt(stateOf(...TWO), 'Alpha')
  const added = state.apply(addSection(state))
  expect(short(added)).toEqual(['# One', 'Alpha', '> Said', '# ', '', '# Two', 'Beta'])
  expect(new Set(idsOf(added)).size).toBe(idsOf(added).length)
  expect(added.selection.$from.parent.type.name).toBe('sectionTitle')
})

test('removing the only section leaves an empty one', () => {
  const state = stateOf(section('s1', 'One', statement('a', 'Alpha')))
  expect(short(state.apply(removeSection(state, 0)))).toEqual(['# ', ''])
})

const QUOTE: Quote = {
  id: 'q9',
  key: 'Q9',
  formerKeys: [],
  sourceId: 's9',
  target: { exact: 'First\nSecond', prefix: '', suffix: '', start: 0, end: 12, textSha256: '0'.repeat(64) },
  createdAt: '2031-03-12T09:00:00Z',
  speaker: null,
  attribution: [],
  note: '',
  tags: [],
  deletedAt: null
}

test('a quote goes after the statement with the caret, its lines kept, and one can write on after it', () => {
  const state = caretAt(stateOf(...TWO), 'Beta', true)
  const after = state.apply(insertQuote(state, QUOTE, state.selection.from))
  after.doc.check()
  expect(short(after)).toEqual(['# One', 'Alpha', '> Said', '# Two', 'Beta', '> FirstSecond', ''])
  expect(after.doc.child(1).child(2).textBetween(0, after.doc.child(1).child(2).content.size, '', '\n')).toBe(
    'First\nSecond'
  )
  expect(after.selection.$from.parent.type.name).toBe('statement')
})

test('a quote takes the place of an empty statement, also when the caret is in the title', () => {
  const state = stateOf(section('s1', 'One', statement('a', '')))
  for (const pos of [3, 6])
    expect(short(state.apply(insertQuote(state, QUOTE, pos)))).toEqual(['# One', '> FirstSecond', ''])
})

test('a quote dropped inside a list goes after the list', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [statement('a', 'Item')] }] }
  const state = caretAt(stateOf(section('s1', 'One', list, statement('b', 'Next'))), 'Item')
  expect(short(state.apply(insertQuote(state, QUOTE, state.selection.from)))).toEqual([
    '# One',
    '- Item',
    '> FirstSecond',
    'Next'
  ])
})

test('Enter in a title goes to the first statement; the rest of the title becomes one', () => {
  const end = run(caretAt(stateOf(...TWO), 'Two', true), enter)
  expect(short(end).slice(3)).toEqual(['# Two', '', 'Beta'])
  const middle = run(caretAt(stateOf(section('s1', 'One more', statement('a', 'Alpha'))), ' more'), enter)
  expect(short(middle)).toEqual(['# One', ' more', 'Alpha'])
  expect(middle.selection.$from.parentOffset).toBe(0)
  expect(middle.selection.$from.parent.type.name).toBe('statement')
})

test('Enter in a quote never splits its words', () => {
  expect(short(run(caretAt(stateOf(...TWO), 'id'), enter)).slice(0, 4)).toEqual(['# One', 'Alpha', '> Said', ''])
})

test('Backspace never lets a statement flow into a title or a quote', () => {
  const atFirst = caretAt(stateOf(...TWO), 'Alpha')
  expect(short(run(atFirst, backspace))).toEqual(short(atFirst))
  const afterQuote = caretAt(stateOf(section('s1', 'One', quoted('q', 'Said'), statement('a', 'Alpha'))), 'Alpha')
  expect(short(run(afterQuote, backspace))).toEqual(['# One', '> Said', 'Alpha'])
})

test('Backspace in an untitled section joins its blocks to the section before', () => {
  const state = stateOf(section('s1', 'One', statement('a', 'Alpha')), section('s2', '', statement('b', 'Beta')))
  const start = state.doc.child(0).nodeSize + 2
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, start)))
  expect(short(run(placed, backspace))).toEqual(['# One', 'Alpha', 'Beta'])
  const titled = caretAt(stateOf(...TWO), 'Two')
  expect(short(run(titled, backspace))).toEqual(short(titled))
})

test('Delete at the end of a quote or before one takes no words', () => {
  const endOfQuote = caretAt(stateOf(section('s1', 'One', quoted('q', 'Said'), statement('a', 'Alpha'))), 'Said', true)
  expect(short(run(endOfQuote, deleteForward))).toEqual(short(endOfQuote))
  const before = caretAt(stateOf(...TWO), 'Alpha', true)
  expect(short(run(before, deleteForward))).toEqual(short(before))
})

test('sources are numbered by first appearance, through quotes too', () => {
  const state = stateOf(
    section(
      's1',
      'One',
      statement('a', 'Alpha', [citation(null, 'sB'), citation('q5', null)]),
      quoted('q', 'Said'),
      statement('b', 'Beta', [citation(null, 'sB'), citation('gone', null)])
    )
  )
  const numbers = numberSources(state.doc, (id) => (id === 'q5' ? 'sA' : null))
  expect([...numbers]).toEqual([
    ['sB', 1],
    ['sA', 2],
    ['s1', 3]
  ])
})

test('pasted text becomes statements, one for each line', () => {
  const state = caretAt(stateOf(...TWO), 'Beta', true)
  const after = state.apply(insertBlocks(state, textToBlocks('one\r\n\r\n two \nthree', schema)))
  after.doc.check()
  expect(short(after).slice(3)).toEqual(['# Two', 'Betaone', 'two', 'three'])
  expect(new Set(idsOf(after)).size).toBe(idsOf(after).length)
  expect(idsOf(after)).toContain('b')
})

test('a pasted copy of a statement gets an id of its own and the first keeps its own', () => {
  const state = stateOf(section('s1', 'One', statement('a', 'Alpha')))
  const copy = state.doc.child(0).child(1)
  const after = state.apply(state.tr.insert(5, copy))
  expect(short(after)).toEqual(['# One', 'Alpha', 'Alpha'])
  expect(idsOf(after)).toEqual(['s1', 'new-1', 'a'])
})

test('the outline names sections, statements and quotes, and leaves out what is empty', () => {
  const entries = outlineOf(stateOf(...TWO, section('s3', '', statement('c', ''))).doc)
  expect(entries.map(({ kind, text, section: at }) => `${at} ${kind} ${text}`)).toEqual([
    '0 section One',
    '0 statement Alpha',
    '0 quote Said',
    '1 section Two',
    '1 statement Beta',
    '2 section '
  ])
})

const inText = (state: EditorState, pos: number): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))

test('a citation is put at the caret, apart from the word before it', () => {
  const state = stateOf(section('a', 'Facts', statement('x', 'The port waited.')))
  const end = state.doc.content.size - 2
  const cited = state.apply(citationAtCaret(inText(state, end), { quoteId: 'q1', sourceId: 's1' })!)
  const [space, node] = [cited.doc.firstChild!.child(1).child(0), cited.doc.firstChild!.child(1).child(1)]
  expect(space.text).toBe('The port waited. ')
  expect(node.attrs).toMatchObject({ quoteId: 'q1', sourceId: 's1', relation: 'supports' })
  // After it another one needs no space of its own before the next word is typed.
  expect(cited.doc.textContent).toContain('waited. ')
})

test('no citation is put where none can stand', () => {
  const state = stateOf(section('a', 'Facts', statement('x', 'The port waited.')))
  expect(citationAtCaret(inText(state, 3), { quoteId: null, sourceId: 's1' })).toBeNull()
})

test('the first use of a quote or source is found by its block', () => {
  const { doc } = stateOf(
    section('a', 'Facts', statement('x', 'The port waited.', [citation(null, 's2')])),
    section('b', 'More', quoted('y', 'We waited'), statement('z', 'So it did.', [citation('q2', 's1')]))
  )
  expect(firstUse(doc, ({ sourceId }) => sourceId === 's2')).toBe('x')
  expect(firstUse(doc, ({ quoteId }) => quoteId === 'q1')).toBe('y')
  expect(firstUse(doc, ({ quoteId }) => quoteId === 'q2')).toBe('z')
  expect(firstUse(doc, ({ quoteId }) => quoteId === 'q3')).toBeNull()
})
