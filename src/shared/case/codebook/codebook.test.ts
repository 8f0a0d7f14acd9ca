import { describe, expect, it } from 'vitest'
import type { Tag } from '../records/tag.ts'
import { codebookOf, plainId } from './codebook.ts'

function tag(id: string, changes: Partial<Tag> = {}): Tag {
  return {
    ...{ id, name: id, colour: null, description: '', parent: null, formerIds: [], formerNames: [] },
    createdAt: '2031-03-01T00:00:00.000Z',
    ...changes
  }
}
const tree = (records: Tag[], names: string[] = []) => {
  const codebook = codebookOf(records, names)
  return codebook.tags.map(({ id, name }) => `${'  '.repeat(codebook.depthOf(id))}${name}`)
}

describe('the codebook', () => {
  it('lists children below their parents, by name, and names that have no record among them', () => {
    const records = [
      tag('quay'),
      tag('b', { name: 'Board', parent: 'people' }),
      tag('people'),
      tag('a', { parent: 'b' })
    ]
    expect(tree(records, ['Memo', 'quay', 'QUAY '])).toEqual(['Memo', 'people', '  Board', '    a', 'quay'])
    const codebook = codebookOf(records, ['Memo'])
    expect(codebook.byName('memo')?.id).toBe(plainId('Memo'))
    expect([...codebook.withDescendants('people')]).toEqual(['people', 'b', 'a'])
  })

  it('leads from the ids and names of merged tags to what they became', () => {
    const codebook = codebookOf(
      [tag('quay', { formerIds: ['dock'], formerNames: ['Dock'] }), tag('x', { parent: 'dock' })],
      []
    )
    expect(codebook.byId('dock')?.id).toBe('quay')
    expect(codebook.byName('dock')?.id).toBe('quay')
    expect(codebook.childrenOf('quay').map(({ id }) => id)).toEqual(['x'])
  })

  it('counts two records of one name as one tag, the older one’s', () => {
    const codebook = codebookOf(
      [tag('new', { name: 'Quay', createdAt: '2031-04-01T00:00:00.000Z' }), tag('old', { name: 'quay' })],
      []
    )
    expect(codebook.tags.map(({ id }) => id)).toEqual(['old'])
    expect(codebook.byId('new')?.id).toBe('old')
    expect(codebook.twinsOf('old').map(({ id }) => id)).toEqual(['new'])
  })

  it('cuts a circle of parents at its first tag, and keeps what hangs on it', () => {
    const circle = [
      tag('b', { parent: 'c' }),
      tag('c', { parent: 'a' }),
      tag('a', { parent: 'b' }),
      tag('d', { parent: 'c' })
    ]
    const cut = ['a', '  c', '    b', '    d']
    expect(tree(circle)).toEqual(cut)
    expect(tree([...circle].reverse())).toEqual(cut)
    expect(tree([tag('self', { parent: 'self' }), tag('lost', { parent: 'gone' })])).toEqual(['lost', 'self'])
  })

  it('takes a chain of 20,000 tags', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => tag(`t${i}`, { parent: i === 0 ? null : `t${i - 1}` }))
    expect(codebookOf(chain, []).depthOf('t19999')).toBe(19_999)
  })
})
