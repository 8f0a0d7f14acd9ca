import { describe, expect, it } from 'vitest'
import { findNames } from '../names/names.ts'
import { groupNames, type NamedSource } from './group-entities.ts'
import { entitiesOf } from './read-entities.ts'
import {
  claimsOf,
  entitiesOfCase,
  mergedClaims,
  partedClaims,
  saysNothing,
  type Entity,
  type NameRuling
} from './rulings.ts'

function caseOf(...texts: string[]): NamedSource[] {
  return texts.map((text, index) => ({
    id: `id-${index + 1}`,
    key: `S${index + 1}`,
    names: entitiesOf(text, findNames(text))
  }))
}

function list(sources: NamedSource[], rulings: NameRuling[] = []): Entity[] {
  return entitiesOfCase(groupNames(sources), rulings)
}

function told(entities: readonly Entity[]): string[] {
  return entities.map(({ kind, name, count, sources }) => `${kind} ${name} ${count}/${sources}`).sort()
}

function ruling(id: string, changes: Partial<NameRuling>): NameRuling {
  return { id, claims: [], name: null, kind: null, dismissed: false, createdAt: `2031-03-0${id.length}`, ...changes }
}

const find = (entities: readonly Entity[], name: string): Entity => entities.find((each) => each.name === name)!

describe('the names of a case', () => {
  it('keeps two of one surname apart, and leaves a surname alone to neither', () => {
    const sources = caseOf(
      'Orla Venn resigned on Friday. Mr. Venn said it was late.',
      'Peter Venn won on Friday. Mr. Venn said it was early.',
      '“No,” said Mr. Venn.'
    )
    expect(told(list(sources))).toEqual(['person Orla Venn 2/1', 'person Peter Venn 2/1', 'person Venn 1/1'])
  })

  it('takes a surname alone for the only one who bears it where the company is the same, and not elsewhere', () => {
    const first = 'Orla Venn met Mr. Peter Aldane on Friday.'
    expect(told(list(caseOf(first, 'Mr. Peter Aldane waited. “No,” said Mr. Venn.')))).toContain('person Orla Venn 2/2')
    expect(told(list(caseOf(first, 'Mr. Paul Toft waited. “No,” said Mr. Venn.')))).toContain('person Venn 1/1')
  })

  it('takes an acronym for the only body that has it in brackets', () => {
    const first = 'The Harbour Safety Board (HSB) met on Monday.'
    const second = 'The report was made by the HSB, said Mr. Aldane.'
    expect(told(list(caseOf(first, second)))).toContain('organisation Harbour Safety Board 3/2')
    const other = 'The Home Savings Bank (HSB) paid on Monday.'
    expect(told(list(caseOf(first, second, other)))).toContain('organisation HSB 1/1')
  })
})

describe('what the analyst says of names', () => {
  const sources = caseOf(
    'Orla Venn resigned on Friday. Mr. Venn said it was late.',
    'Orla Venn paid. Peter Aldane watched.',
    'Orla Venn sold a ship to Peter Aldane.'
  )

  it('makes entries one, and two again', () => {
    const found = list(sources)
    const claims = mergedClaims([find(found, 'Orla Venn'), find(found, 'Peter Aldane')])
    const merged = list(sources, [ruling('a', { claims, name: 'Orla Venn' })])
    expect(told(merged)).toEqual(['person Orla Venn 6/3'])
    const parts = partedClaims(merged[0]!, { forms: ['peter aldane'], sourceIds: [] })!
    expect(parts.go).toEqual([{ group: 'person peter aldane', form: null, sourceId: null }])
    expect(saysNothing(parts.stay) && saysNothing(parts.go)).toBe(true)
    expect(told(list(sources, [ruling('a', { claims: parts.stay })]))).toEqual(told(found))
  })

  it('parts a form, or a source, from an entry', () => {
    const venn = find(list(sources), 'Orla Venn')
    const byForm = partedClaims(venn, { forms: ['venn'], sourceIds: [] })!
    expect(told(list(sources, [ruling('a', { claims: byForm.go })]))).toEqual([
      'person Orla Venn 3/3',
      'person Peter Aldane 2/2',
      'person Venn 1/1'
    ])
    const bySource = partedClaims(venn, { forms: [], sourceIds: ['id-3'] })!
    const divided = list(sources, [ruling('a', { claims: bySource.go, name: 'Orla Venn of Lenn' })])
    expect(told(divided)).toEqual(['person Orla Venn 3/2', 'person Orla Venn of Lenn 1/1', 'person Peter Aldane 2/2'])
    const again = mergedClaims([find(divided, 'Orla Venn'), find(divided, 'Orla Venn of Lenn')])
    expect(again).toEqual(claimsOf(venn))
    expect(partedClaims(venn, { forms: ['orla venn', 'venn'], sourceIds: [] })).toBeNull()
  })

  it('takes rulings about the same, as two copies of a case may have them, for one', () => {
    const claims = (...groups: string[]) => groups.map((group) => ({ group, form: null, sourceId: null }))
    const rulings = [
      ruling('aa', { claims: claims('person orla venn', 'person toft'), name: 'O. Venn' }),
      ruling('b', { claims: claims('person peter aldane', 'person toft') })
    ]
    const [only] = list(sources, rulings)
    expect(told(list(sources, rulings))).toEqual(['person O. Venn 6/3'])
    expect(only!.rulings.map(({ id }) => id)).toEqual(['b', 'aa'])
  })

  it('names, dismisses and calls by another kind', () => {
    const claims = claimsOf(find(list(sources), 'Orla Venn'))
    const [entity] = list(sources, [
      ruling('a', { claims, kind: 'organisation', name: 'Venn Ltd', dismissed: true })
    ]).filter(({ rulings }) => rulings.length > 0)
    expect(entity).toMatchObject({ id: 'a', kind: 'organisation', name: 'Venn Ltd', dismissed: true, count: 4 })
  })
})
