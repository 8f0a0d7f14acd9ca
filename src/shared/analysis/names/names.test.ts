import { describe, expect, it } from 'vitest'
import { findNames } from './names.ts'

function named(text: string): string[] {
  return findNames(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
}

describe('findNames', () => {
  it.each([
    ['a title', 'The talks were led by Mr. Aldane on Monday.', ['person: Aldane']],
    ['a given name and a verb of speaking', '“No,” said Orla Venn.', ['person: Orla Venn']],
    [
      'a suffix',
      'The ship belongs to Brantholm Ferries Ltd, the police said.',
      ['organisation: Brantholm Ferries Ltd']
    ],
    ['a country', 'The ship sailed to Norway.', ['place: Norway']],
    ['a word of place', 'It sank in the Arden River near Brantholm.', ['place: Arden River', 'place: Brantholm']],
    ['a ministry', 'The Ministry of Harbours denied it.', ['organisation: Ministry of Harbours']]
  ])('tells by %s', (_, text, names) => {
    expect(named(text)).toEqual(names)
  })

  it('takes no month, people or first word of a sentence for a name', () => {
    expect(named('Nobody came on Monday. Danish sailors waited until March.')).toEqual([])
  })

  it('gives a surname the full name that the article has, unless two share it', () => {
    const text = 'Orla Venn resigned on Friday. Mr. Venn said it was late.'
    expect(findNames(text).map(({ full }) => full)).toEqual(['Orla Venn', 'Orla Venn'])
    const two = 'Orla Venn and Peter Venn resigned on Friday. Mr. Venn said it was late.'
    expect(findNames(two).at(-1)?.full).toBe('Venn')
  })

  it('tells each one’s rule', () => {
    expect(findNames('The talks were led by Mr. Aldane.')[0]?.rule).toBe('a title stands before it')
    expect(findNames('The ship sailed to Norway.')[0]?.rule).toBe('it is the name of a country')
  })
})
