import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { analysisKey, analysisMarks, type StatementMark } from './analysis-marks.ts'
import { schema, section, statement } from './document.test-helper.ts'

const ignore = (): void => undefined
const fresh = (): EditorState =>
  EditorState.create({
    doc: Node.fromJSON(schema, {
      type: 'doc',
      content: [section('s', 'Facts', statement('a', 'Some say so.'), statement('b', 'Some say no.'))]
    }),
    plugins: [analysisMarks({ showOrigins: ignore, showFindings: ignore, showComments: ignore })]
  })

const mark = (exact: string, more: Partial<StatementMark> = {}): StatementMark => ({
  ...{ reports: 0, origins: 0, findings: 1, comments: 0 },
  words: [{ start: 0, end: exact.length, exact }],
  ...more
})
const tell = (state: EditorState, marks: [string, StatementMark][]): EditorState =>
  state.apply(state.tr.setMeta(analysisKey, new Map(marks)))

/** What is drawn, by the words that it covers; of what stands at a place, nothing. */
const drawn = (state: EditorState): string[] =>
  (analysisKey.getState(state)?.decorations.find() ?? [])
    .map(({ from, to }) => state.doc.textBetween(from, to))
    .filter((words) => words !== '')
    .sort()

describe('marks of analyses', () => {
  it('are at the words that findings concern, and leave the neighbours alone as one types', () => {
    const state = tell(fresh(), [
      ['a', mark('Some say')],
      ['b', mark('Some say')]
    ])
    expect(drawn(state)).toEqual(['Some say', 'Some say', 'Some say no.', 'Some say so.'])
    // The words of the first are other ones then, and its neighbour is as it was.
    const typed = state.apply(state.tr.insertText('X', state.doc.resolve(0).nodeAfter!.firstChild!.nodeSize + 2))
    expect(drawn(typed)).toEqual(['Some say', 'Some say no.', 'XSome say so.'])
  })

  it('change where something else is told, and nowhere else', () => {
    const state = tell(fresh(), [
      ['a', mark('Some say')],
      ['b', mark('Some say')]
    ])
    const after = tell(state, [['b', mark('Some', { comments: 2 })]])
    expect(drawn(after)).toEqual(['Some', 'Some say no.'])
    expect(analysisKey.getState(after)?.decorations.find()).toHaveLength(4)
  })
})
