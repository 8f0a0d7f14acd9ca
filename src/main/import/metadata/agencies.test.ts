import { describe, expect, it } from 'vitest'
import { agenciesIn, agenciesInClosing, agenciesInLead } from './agencies.ts'
import { choose, NEVER_CHOSEN } from './found.ts'

describe('agencies', () => {
  it.each([
    ['Reuters', ['Reuters']],
    ['By Reuters staff', ['Reuters']],
    ['Reuters Staff', ['Reuters']],
    ['dpa/AFP', ['dpa', 'AFP']],
    ['Quelle: APA', ['APA']],
    ['(AP)', ['AP']],
    ['The Associated Press', ['AP']],
    ['Tove Lind, Associated Press', ['AP']],
    ['Tove Lind and Agence France-Presse', ['AFP']],
    ['PA Media', ['PA Media']],
    ['© dpa-infocom', ['dpa']],
    ['Источник: ТАСС', ['TASS']],
    ['Tove Lind', []],
    ['pa', []],
    ['Ap', []],
    ['Reuters’ reporter was not there', []],
    ['The Sollen Apa Hotel', []]
  ])('reads the credit %s', (credit, names) => {
    expect(agenciesIn(credit)).toEqual(names)
  })

  it.each([
    ['SOLLEN, March 4 (Reuters) - The board said', ['Reuters']],
    ['Sollen (dpa/lno) – Der Vorstand', ['dpa']],
    ['(ANSA) - SOLLEN, 4 MAR - Il consiglio', ['ANSA']],
    ['СОЛЛЕН, 4 марта. /ТАСС/. Совет', ['TASS']],
    ['The board of Sollen (AP photo of it below) said', []],
    ['The board, in Sollen (the coast) - said', []]
  ])('reads the lead %s', (lead, names) => {
    expect(agenciesInLead(lead)).toEqual(names)
  })

  it.each([
    ['AFP', ['AFP']],
    ['The Associated Press contributed to this report from Sollen and from the small harbour of Vestad.', ['AP']],
    ['The harbour’s owners sold their shares in the Associated Press to a reader of the paper.', []]
  ])('reads the closing line %s', (line, names) => {
    expect(agenciesInClosing(line)).toEqual(names)
  })
})

describe('a candidate that is never chosen', () => {
  const agency = { value: 'Reuters', from: 'byline', detail: 'Reuters', confidence: NEVER_CHOSEN }
  const person = { value: 'Tove Lind', from: 'byline', detail: 'Tove Lind', confidence: 0.2 }

  it('is an alternative to nothing', () => {
    expect(choose([agency])).toEqual({
      value: null,
      evidence: null,
      confidence: 0,
      alternatives: [{ value: 'Reuters', evidence: { from: 'byline', detail: 'Reuters' } }]
    })
  })

  it('stands behind the least sure', () => {
    expect(choose([agency, person]).value).toBe('Tove Lind')
    expect(choose([agency, person]).alternatives.map((other) => other.value)).toEqual(['Reuters'])
  })
})
