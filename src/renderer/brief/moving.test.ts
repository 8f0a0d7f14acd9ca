import { history, undo } from '@tiptap/pm/history'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { blockOf, moveBlocks, moveBy, placeAt, selectedBlocks } from '../state/brief/moving.ts'
import { caretAt, idsOf, quoted, run, section, short, stateOf, statement, type Json } from './document.test-helper.ts'
import { enter } from './keymap.ts'

const TWO = [
  section('s1', 'One', statement('a', 'Alpha'), quoted('q', 'Said')),
  section('s2', 'Two', statement('b', 'Beta'))
]
const list = (...items: string[]): Json => ({
  type: 'bulletList',
  content: items.map((words, at) => ({ type: 'listItem', content: [statement(`i${at}`, words)] }))
})

describe('moving by keys', () => {
  test('a block goes past its neighbours and over the edges of sections, and the caret stays in its words', () => {
    const start = caretAt(stateOf(...TWO), 'pha')
    const once = run(start, moveBy(1))
    expect(short(once)).toEqual(['# One', '> Said', 'Alpha', '# Two', 'Beta'])
    expect(once.selection.$from.parentOffset).toBe(2)
    const twice = run(once, moveBy(1))
    expect(short(twice)).toEqual(['# One', '> Said', '# Two', 'Alpha', 'Beta'])
    const last = run(run(twice, moveBy(1)), moveBy(1))
    expect(short(last)).toEqual(['# One', '> Said', '# Two', 'Beta', 'Alpha'])
    expect(short(run(run(run(last, moveBy(-1)), moveBy(-1)), moveBy(-1)))).toEqual(short(start))
    expect(idsOf(last).sort()).toEqual(idsOf(start).sort())
  })

  test('several selected blocks go together', () => {
    const state = stateOf(
      section('s1', 'One', statement('a', 'Alpha'), statement('b', 'Beta'), statement('c', 'Gamma'))
    )
    const from = caretAt(state, 'pha').selection.from
    const to = caretAt(state, 'ta').selection.from
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    const moved = run(selected, moveBy(1))
    expect(short(moved)).toEqual(['# One', 'Gamma', 'Alpha', 'Beta'])
    expect(moved.doc.textBetween(moved.selection.from, moved.selection.to, '|')).toBe('pha|Be')
  })

  test('a selected quote goes whole and stays selected', () => {
    const state = stateOf(...TWO)
    const { from } = blockOf(state.doc, 'q')!
    const moved = run(state.apply(state.tr.setSelection(NodeSelection.create(state.doc, from))), moveBy(-1))
    expect(short(moved)).toEqual(['# One', '> Said', 'Alpha', '# Two', 'Beta'])
    expect((moved.selection as NodeSelection).node.textContent).toBe('Said')
  })

  test('an item goes among the others; at the end of a list the list goes', () => {
    const state = caretAt(stateOf(section('s1', 'One', statement('a', 'Alpha'), list('x', 'y'))), 'y')
    const once = run(state, moveBy(-1))
    expect(short(once)).toEqual(['# One', 'Alpha', '- y', '- x'])
    expect(short(run(once, moveBy(-1)))).toEqual(['# One', '- y', '- x', 'Alpha'])
  })

  test('from its title a section goes', () => {
    expect(short(run(caretAt(stateOf(...TWO), 'Two'), moveBy(-1)))).toEqual([
      '# Two',
      'Beta',
      '# One',
      'Alpha',
      '> Said'
    ])
  })

  test('one undo takes a move back', () => {
    const { doc } = stateOf(...TWO)
    const state = EditorState.create({ doc, plugins: [history()] })
    const moved = run(caretAt(state, 'Alpha'), moveBy(1))
    expect(short(moved)).not.toEqual(short(state))
    expect(short(run(moved, undo))).toEqual(short(state))
  })
})

test('a block goes where it is dropped, and nowhere from its own place', () => {
  const state = stateOf(...TWO)
  const quote = blockOf(state.doc, 'q')!
  const underTwo = placeAt(state.doc, 's2', 'before')!
  expect(short(state.apply(moveBlocks(state, quote, underTwo)!))).toEqual(['# One', 'Alpha', '# Two', '> Said', 'Beta'])
  expect(moveBlocks(state, quote, placeAt(state.doc, 'a', 'behind')!)).toBeNull()
  expect(moveBlocks(state, quote, 0)).toBeNull()
  expect(selectedBlocks(caretAt(state, 'One'))).toBeNull()
})

describe('splitting a statement', () => {
  const judged = (words: string): Json => ({
    ...statement('a', words),
    attrs: { id: 'a', kind: 'judgement', likelihood: 'likely', confidence: 'low' }
  })
  const said = (state: EditorState): unknown[] => {
    const all: unknown[] = []
    state.doc.descendants(({ type, attrs, textContent }) => {
      if (type.name === 'statement')
        all.push([textContent, attrs['id'] === 'a', attrs['kind'], attrs['likelihood'], attrs['confidence']])
    })
    return all
  }
  const FIRST = ['The quay', true, 'judgement', 'likely', 'low']

  test('leaves what was said of it on the first half alone', () => {
    const state = caretAt(stateOf(section('s1', 'One', judged('The quay is shut'))), ' is')
    expect(said(run(state, enter))).toEqual([FIRST, [' is shut', false, null, null, null]])
  })

  test('does so in a list, where the second half is an item', () => {
    const item = { type: 'bulletList', content: [{ type: 'listItem', content: [judged('The quay is shut')] }] }
    const after = run(caretAt(stateOf(section('s1', 'One', item)), ' is'), enter)
    expect(short(after)).toEqual(['# One', '- The quay', '-  is shut'])
    expect(said(after)).toEqual([FIRST, [' is shut', false, null, null, null]])
  })

  test('before its first word puts an empty one above, and all stays with the words', () => {
    const after = run(caretAt(stateOf(section('s1', 'One', judged('The quay'))), 'The'), enter)
    expect(said(after)).toEqual([['', false, null, null, null], FIRST])
    expect(after.selection.$from.parent.textContent).toBe('The quay')
  })
})
