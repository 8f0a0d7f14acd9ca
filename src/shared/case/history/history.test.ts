import { describe, expect, it } from 'vitest'
import { makeQuote, makeSource } from '../merge/case.test-helper.ts'
import { CASE_SCHEMA, type SourceRecord } from '../case.ts'
import { afterRedo, afterUndo, editWords, NO_EDITS, withEdit, type Edit } from './history.ts'
import { changesBetween, partsOfSource, partsToSet, sourceWithParts } from './parts.ts'

const LATER = '2031-05-02T08:00:00.000Z'
const source = makeSource('a', 'S1', 'a.txt')
const quote = makeQuote('q1', 'Q1', source, 10)
const record: SourceRecord = { schema: CASE_SCHEMA, source, quotes: [] }

function edit(changes: Partial<Edit> = {}): Edit {
  return {
    action: 'quote-made',
    gesture: null,
    subjects: ['Q1'],
    documents: [{ document: { of: 'source', id: 'a' }, changes: [{ part: 'note', before: '', after: 'x' }] }],
    ...changes
  }
}

describe('the parts of a source', () => {
  it('differ where an edit changed them, and are set back by name', () => {
    const after = { ...record, source: { ...source, note: 'Seen twice.', tags: ['harbour'] } }
    const changes = changesBetween(partsOfSource(record), partsOfSource(after))
    expect(changes.map(({ part }) => part).sort()).toEqual(['note', 'tags'])
    const back = partsToSet(partsOfSource(after), changes, 'back')
    expect(sourceWithParts(after, back!, LATER)).toEqual(record)
    const again = partsToSet(partsOfSource(record), changes, 'again')
    expect(sourceWithParts(record, again!, LATER)).toEqual(after)
  })

  it('take back a quote by deleting it, and bring it back as it was', () => {
    const made = { ...record, quotes: [quote] }
    const changes = changesBetween(partsOfSource(record), partsOfSource(made))
    const undone = sourceWithParts(made, partsToSet(partsOfSource(made), changes, 'back')!, LATER)
    expect(undone.quotes).toEqual([{ ...quote, deletedAt: LATER }])
    const redone = sourceWithParts(undone, partsToSet(partsOfSource(undone), changes, 'again')!, LATER)
    expect(redone.quotes).toEqual([quote])
  })

  it('are left alone when something else has changed them since', () => {
    const after = { ...record, source: { ...source, note: 'Mine.' } }
    const changes = changesBetween(partsOfSource(record), partsOfSource(after))
    const merged = { ...record, source: { ...source, note: 'Theirs.' } }
    expect(partsToSet(partsOfSource(merged), changes, 'back')).toBeNull()
  })
})

describe('the history', () => {
  it('undoes and redoes in order, and forgets what was undone once something else is done', () => {
    let history = withEdit(withEdit(NO_EDITS, edit()), edit({ subjects: ['Q2'] }))
    history = afterUndo(history)
    expect(history.undone.map(editWords)).toEqual(['quote Q2'])
    expect(afterRedo(history).done.map(editWords)).toEqual(['quote Q1', 'quote Q2'])
    expect(withEdit(history, edit({ subjects: ['Q3'] }))).toMatchObject({
      done: [{ subjects: ['Q1'] }, { subjects: ['Q3'] }],
      undone: []
    })
  })

  it('joins the edits of one gesture and remembers none that changed nothing', () => {
    const first = edit({ action: 'metadata-changed', gesture: 'g', subjects: ['S1', 'S2'] })
    const joined = withEdit(withEdit(NO_EDITS, first), { ...first, subjects: ['S3'] })
    expect(joined.done.map(editWords)).toEqual(['change of 3 sources'])
    expect(joined.done[0]!.documents).toHaveLength(2)
    expect(withEdit(joined, edit({ documents: [] }))).toBe(joined)
  })

  it('keeps the newest thousand', () => {
    let history = NO_EDITS
    for (let i = 1; i <= 1100; i++) history = withEdit(history, edit({ subjects: [`Q${i}`] }))
    expect(history.done).toHaveLength(1000)
    expect(editWords(history.done[0]!)).toBe('quote Q101')
  })
})
