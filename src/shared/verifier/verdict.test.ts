import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../brief/check.ts'
import { limitsOf, shownBy, verdictOf } from './verdict.ts'

const quote = (state: PdfReport['quotes'][number]['state'], checked = true) => ({
  page: 2,
  exact: 'the quay is shut',
  state,
  checked,
  source: 'Harbour Post',
  reason: ''
})
const GOOD: PdfReport = {
  ok: true,
  title: 'Old quay',
  proofVersion: 3,
  fingerprint: 'a'.repeat(64),
  quotes: [quote('verbatim')],
  statements: [],
  pages: [],
  problems: [],
  notes: [],
  signature: null,
  embedded: null,
  times: []
}

describe('the verdict on a PDF', () => {
  it('says what holds, and no more', () => {
    expect(verdictOf(GOOD)).toBe(
      'Verified: 1 quote stands so in the texts that the PDF carries, and the PDF agrees with its proof in all that it shows and holds.'
    )
    expect(verdictOf({ ...GOOD, quotes: [] })).toContain('the PDF shows no quotes')
    expect(verdictOf({ ...GOOD, quotes: [quote('verbatim'), quote('verbatim', false)] })).toContain(
      '1 quote stands so in the texts that the PDF carries, 1 can’t be checked'
    )
    expect(verdictOf({ ...GOOD, quotes: [quote('verbatim', false)] })).toContain('can’t be checked')
  })

  it('never says of an old proof what today’s shows', () => {
    const sentences = [1, 2, 3].map((proofVersion) => verdictOf({ ...GOOD, proofVersion }))
    expect(new Set(sentences).size).toBe(3)
    for (const old of [1, 2]) {
      const report = { ...GOOD, proofVersion: old }
      const said = [verdictOf(report), ...shownBy(report)].join(' ')
      expect(said).not.toContain('in all that it shows and holds')
      expect(said).not.toContain('all that the file holds')
      expect(limitsOf(old).join(' ')).toContain(`version ${old}`)
    }
  })

  it('names all that doesn’t', () => {
    const bad: PdfReport = {
      ...GOOD,
      ok: false,
      quotes: [quote('verbatim'), quote('altered')],
      statements: [{ number: 1, page: null, text: 'It was open.', shown: 'It was shut.' }],
      pages: [{ page: 2, words: 'differ', message: 'Page 2 shows other words.' }],
      problems: ['The fingerprint differs.']
    }
    expect(verdictOf(bad)).toBe(
      'Not verified: 1 of 2 quotes altered or missing, 1 statement changed, 1 page not as the proof has them, 1 problem.'
    )
    expect(shownBy(bad)).toEqual([])
    expect(verdictOf({ ...GOOD, ok: false })).toBe('Not verified: the proof doesn’t hold.')
  })

  it('never claims that the PDF is what was exported: whoever made it may have lied', () => {
    for (const proofVersion of [1, 2, 3]) {
      const report = { ...GOOD, proofVersion }
      expect([verdictOf(report), ...shownBy(report)].join(' ')).not.toMatch(/export/i)
      expect(limitsOf(proofVersion).join(' ')).toContain('can’t be shown from the PDF alone')
    }
  })
})
