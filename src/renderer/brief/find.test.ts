import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { findInBrief, matchAt, matchFrom, replaceMatches, selectMatch } from './find.ts'
import { NODES, SCHEMA } from './schema.ts'

const schema = getSchema([...SCHEMA, ...Object.values(NODES)])

type Json = Record<string, unknown>
const text = (words: string, ...marks: string[]): Json => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {})
})
const statement = (...content: Json[]): Json => ({ type: 'statement', content })
const quoted = (...content: Json[]): Json => ({ type: 'quoteBlock', attrs: { id: 'b1' }, content })
const citation: Json = { type: 'citation', attrs: { quoteId: 'q1' } }
const note = (...content: Json[]): Json => ({ type: 'note', content })

function stateOf(...blocks: Json[]): EditorState {
  const title = { type: 'sectionTitle', content: [text('The memo')] }
  const doc = Node.fromJSON(schema, { type: 'doc', content: [{ type: 'section', content: [title, ...blocks] }] })
  doc.check()
  return EditorState.create({ doc, plugins: [history()] })
}

const wordsAt = (state: EditorState, query: string): string[] =>
  findInBrief(state.doc, query, {}).map(({ from, to }) => state.doc.textBetween(from, to, '|', '*'))

test('words are found in titles, statements, quotes, lists, notes and around citations', () => {
  const state = stateOf(
    statement(text('A memo'), citation, text(' was kept, the Memo of May.'), note(text('Its memo number is 4.'))),
    quoted(text('We kept the memo.')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [statement(text('memo'))] }] }
  )
  expect(wordsAt(state, 'memo')).toEqual(['memo', 'memo', 'Memo', 'memo', 'memo', 'memo'])
  expect(findInBrief(state.doc, 'memo', {}).map(({ verbatim }) => verbatim)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false
  ])
})

test('a match goes over marks and line breaks, but never over a citation, the edge of a note or a block', () => {
  const state = stateOf(
    statement(text('the old '), text('har', 'bold'), text('bour'), { type: 'hardBreak' }, text('memo')),
    statement(text('old'), citation, text(' harbour'), note(text('memo')), text('memo')),
    statement(text('old')),
    statement(text('harbour'))
  )
  expect(wordsAt(state, 'old harbour')).toEqual(['old harbour'])
  expect(wordsAt(state, 'harbour memo')).toEqual(['harbour*memo'])
  expect(wordsAt(state, 'memomemo')).toEqual([])
})

test('all are replaced but those in quotes, in one step that one undo takes back', () => {
  const state = stateOf(
    statement(text('The memo', 'bold'), text(' and the memo'), citation),
    quoted(text('We kept the memo.')),
    statement(text('memo'))
  )
  const replaced = state.apply(replaceMatches(state, findInBrief(state.doc, 'memo', {}), 'letter no. 4'))
  replaced.doc.check()
  const blocks: string[] = []
  replaced.doc.descendants((node) => {
    if (node.isTextblock) blocks.push(node.textContent)
  })
  expect(blocks).toEqual([
    'The letter no. 4',
    'The letter no. 4 and the letter no. 4',
    'We kept the memo.',
    'letter no. 4'
  ])
  const bold = replaced.doc.child(0).child(1).firstChild
  expect([bold?.text, bold?.marks[0]?.type.name]).toEqual(['The letter no. 4', 'bold'])
  let undone = replaced
  undo(replaced, (tr) => {
    undone = replaced.apply(tr)
  })
  expect(undone.doc.eq(state.doc)).toBe(true)
})

test('two replacements in a row are undone one by one', () => {
  const state = stateOf(statement(text('memo memo')))
  const [first, second] = findInBrief(state.doc, 'memo', { matchCase: true }).slice(1)
  const one = state.apply(replaceMatches(state, [first!], 'note'))
  const two = one.apply(replaceMatches(one, [second!], ''))
  expect(two.doc.child(0).child(1).textContent).toBe('note ')
  let back = two
  undo(two, (tr) => {
    back = two.apply(tr)
  })
  expect(back.doc.eq(one.doc)).toBe(true)
})

test('one goes on from the selection, and round at the ends', () => {
  const state = stateOf(statement(text('memo, memo')))
  const matches = findInBrief(state.doc, 'memo', {})
  expect(matchFrom(matches, { from: 1, to: 1 }, 1)).toBe(0)
  const second = state.apply(selectMatch(state, matches[1]!))
  expect(matchAt(matches, second.selection)).toBe(1)
  expect(matchFrom(matches, second.selection, 1)).toBe(2)
  expect(matchFrom(matches, second.selection, -1)).toBe(0)
  expect(matchFrom(matches, matches[2]!, 1)).toBe(0)
  expect(matchFrom(matches, matches[0]!, -1)).toBe(2)
  expect(matchFrom([], { from: 1, to: 1 }, 1)).toBe(-1)
})
