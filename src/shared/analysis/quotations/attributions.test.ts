import { describe, expect, it } from 'vitest'
import { findAttributions } from './attributions.ts'

function sources(text: string): (string | null)[] {
  return findAttributions(text).map(({ name }) => name)
}

describe('findAttributions', () => {
  it.each([
    ['reported speech', 'Orla Venn said that the ferry was late.', ['Orla Venn']],
    ['a tail', 'The ferry was late, the police said.', ['the police']],
    ['a turned tail', 'The ferry was late, said Orla Venn.', ['Orla Venn']],
    ['“according to”', 'The ferry was late, according to a police statement.', ['a police statement']],
    ['what stands between commas', 'Orla Venn, the harbour master, said the ferry was late.', ['Orla Venn']],
    [
      'a description with its office',
      'A spokesman for the ministry said the ferry was late.',
      ['A spokesman for the ministry']
    ],
    ['no source', 'The ferry was late on Monday.', []]
  ])('finds %s', (_, text, names) => {
    expect(sources(text)).toEqual(names)
  })

  it('names who carried it', () => {
    const text = 'The ferry was late, an official told the Northern Courier News on Friday.'
    expect(findAttributions(text).map(({ name, carriers }) => [name, carriers])).toEqual([
      ['an official', ['Northern Courier News']]
    ])
  })
})
