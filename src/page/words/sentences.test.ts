import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../../shared/brief/check.ts'
import { limitsOf, shownBy, verdictOf } from '../../shared/verifier/verdict.ts'
import { inLanguage } from './sentences.ts'
import { SENTENCES } from './table.ts'

const LANGUAGES = ['de', 'fr', 'es'] as const

const quote = (state: PdfReport['quotes'][number]['state'], checked: boolean): PdfReport['quotes'][number] => ({
  page: 1,
  exact: 'the quay is shut',
  state,
  checked,
  source: 'Harbour Post',
  reason: ''
})

const REPORTS = [1, 2, 3].flatMap((proofVersion) =>
  [
    [],
    [quote('verbatim', true)],
    [quote('verbatim', true), quote('normalised', true)],
    [quote('verbatim', true), quote('verbatim', true), quote('verbatim', false)],
    [quote('verbatim', true), quote('verbatim', false)],
    [quote('verbatim', false)],
    [quote('altered', true), quote('missing', true)]
  ].flatMap((quotes) =>
    [true, false].map((ok): PdfReport => ({
      ok,
      title: 'Old quay',
      proofVersion,
      fingerprint: proofVersion === 1 ? null : 'a'.repeat(64),
      quotes,
      statements: ok ? [] : [{ number: 1, page: 1, text: 'a', shown: 'b' }],
      pages: ok ? [] : [{ page: 2, words: 'differ', message: 'm' }],
      problems: ok ? [] : ['p', 'q'],
      notes: limitsOf(proofVersion),
      signature: null,
      embedded: null,
      times: []
    }))
  )
)

describe('a sentence of the verifier', () => {
  it.each(LANGUAGES)('of a verdict, of what was shown and of what can’t be, is said in %s', (language) => {
    for (const report of REPORTS) {
      for (const sentence of [verdictOf(report), ...shownBy(report), ...report.notes]) {
        const said = inLanguage(sentence, language)
        expect(said, sentence).not.toBeNull()
        expect(said).not.toBe(sentence)
      }
    }
  })

  it('keeps its numbers and the words that it quotes', () => {
    expect(inLanguage('The words of page 12 were changed: it shows “shut” where “open” was exported.', 'de')).toBe(
      'Die Worte auf Seite 12 wurden geändert: dort steht „shut“, exportiert wurde „open“.'
    )
  })

  it('stays English as a whole where a part of it has no translation', () => {
    expect(inLanguage('A sentence that nobody has translated.', 'fr')).toBeNull()
    expect(inLanguage('Not verified: 1 problem, a thing of another kind.', 'fr')).toBeNull()
    expect(inLanguage('A sentence that nobody has translated.', 'en')).toBe('A sentence that nobody has translated.')
  })

  it('has the places of the English one in every language', () => {
    for (const [en, ...others] of SENTENCES) {
      const places = [...en.matchAll(/\{(\d)[#*>,]\}/g)].map(([, n]) => n)
      for (const other of others) for (const [, n] of other.matchAll(/\{(\d)\}/g)) expect(places, other).toContain(n)
    }
  })
})
