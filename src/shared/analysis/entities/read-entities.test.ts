import { describe, expect, it } from 'vitest'
import { findNames } from '../names/names.ts'
import { entitiesOf } from './read-entities.ts'

function read(text: string): string[] {
  return entitiesOf(text, findNames(text)).map(
    ({ kind, name, forms }) =>
      `${kind} ${name}: ${forms.map(({ written, rule, at }) => `${written} (${rule}, ${at.length / 2})`).join(', ')}`
  )
}

describe('entitiesOf', () => {
  it('takes a surname for the only person of the text who bears it', () => {
    const text = 'Orla Venn resigned on Friday. Mr. Venn said it was late. Mr. Venn’s office was closed.'
    expect(read(text)).toEqual(['person Orla Venn: Orla Venn (name, 1), Venn (surname, 2)'])
  })

  it('leaves two of one surname apart, and the surname alone by itself', () => {
    const text = 'Orla Venn and Peter Venn resigned on Friday. Mr. Venn said it was late.'
    expect(read(text)).toEqual([
      'person Orla Venn: Orla Venn (name, 1)',
      'person Peter Venn: Peter Venn (name, 1)',
      'person Venn: Venn (name, 1)'
    ])
  })

  it('takes an acronym in brackets, initials and the first word for the body that they stand for', () => {
    const text =
      'The Harbour Safety Board (HSB) met on Monday. The HSB said so. It belongs to Brantholm Ferries Ltd, and Brantholm Ferries paid. The Ministry of Harbour Affairs denied it. “No,” said the MHA.'
    const found = read(text)
    expect(found).toContain('organisation Harbour Safety Board: Harbour Safety Board (name, 1), HSB (brackets, 2)')
    expect(found).toContain(
      'organisation Brantholm Ferries: Brantholm Ferries Ltd (name, 1), Brantholm Ferries (name, 1)'
    )
    expect(found).toContain(
      'organisation Ministry of Harbour Affairs: Ministry of Harbour Affairs (name, 1), MHA (initials, 1)'
    )
  })

  it('knows a country by its other names', () => {
    expect(read('He went to the United States. The U.S. said nothing.')[0]).toMatch(
      /^place United States: United States \(name, 1\), U\.S\. \(name, 1\)/
    )
  })

  it('takes no town for the body that is called after it', () => {
    const found = read('The Harbour Board met. Crossings to Brantholm were cancelled, Brantholm Ferries Ltd said.')
    expect(found.join(' ')).not.toContain('Brantholm (short')
  })
})
