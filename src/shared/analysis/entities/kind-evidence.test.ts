import { describe, expect, it } from 'vitest'
import { findNames } from '../names/names.ts'
import { groupNames } from './group-entities.ts'
import { entitiesOf } from './read-entities.ts'

/** The names of texts with the kinds that they have in the case. */
function kinds(...texts: string[]): Record<string, string> {
  const sources = texts.map((text, i) => ({
    id: `id-${i}`,
    key: `S${i + 1}`,
    names: entitiesOf(text, findNames(text))
  }))
  return Object.fromEntries([...groupNames(sources).values()].map(({ name, kind }) => [name, kind]))
}

describe('the kind that texts show a name to have', () => {
  it('is a place where one goes to, comes from, or is in', () => {
    const found = kinds(
      'The Brantholm News Agency reported it. The ferry left Brantholm for Toftsund at noon. Crossings to Toftsund were cancelled.',
      'What we know about the Brantholm sinking. Two people waited in Brantholm.'
    )
    expect(found).toMatchObject({ Brantholm: 'place', Toftsund: 'place', 'Brantholm News Agency': 'organisation' })
  })

  it('is a body where a word for one stands beside it, in all texts of the case', () => {
    const found = kinds(
      'A lawyer for Amber Lines said the company was ready. The ferry belongs to the company Amber Lines.',
      'The ferry’s operator, Amber Lines, said it had not seen the letter.',
      'The paper asked Amber Lines, and Amber Lines gave no answer.'
    )
    expect(found).toMatchObject({ 'Amber Lines': 'organisation' })
  })

  it('is none of these for a ship, whatever other texts make of its name', () => {
    const texts = [
      'The ferry Edda Sund sank off the coast.',
      'The Edda Sund was built in 2009 and had 311 people on board.'
    ]
    expect(kinds(...texts)).not.toHaveProperty('Edda Sund')
    expect(kinds(texts[1]!, 'Mrs. Edda Sund, who is 61, met Mr. Peter Aldane.')).toMatchObject({
      'Edda Sund': 'person'
    })
  })

  it('is that of the town for a town in capitals before a report', () => {
    const found = kinds(
      'TOFTSUND (VNA) — The board met.',
      'Nobody was seen in Toftsund. The road to Toftsund is closed.'
    )
    expect(found).toMatchObject({ Toftsund: 'place' })
    expect(found).not.toHaveProperty('TOFTSUND')
  })

  it('leaves out words that only begin sentences', () => {
    const found = kinds(
      'Mr. Peter Aldane waited. Water entered at the bow. Crossings were cancelled, and no crossings are planned.'
    )
    expect(found).toEqual({ 'Peter Aldane': 'person' })
  })

  it('keeps a person whom a title or a given name shows, also after words of place', () => {
    expect(kinds('Nobody trusts in Peter Aldane. Mr. Peter Aldane denied it.')).toMatchObject({
      'Peter Aldane': 'person'
    })
  })
})
