import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PdfReport } from '../../shared/brief/check.ts'
import { limitsOf, shownBy, verdictOf } from '../../shared/verifier/verdict.ts'
import { inLanguage } from './sentences.ts'
import { SENTENCES } from '../../shared/wording/sentences.ts'

const LANGUAGES = ['de', 'fr', 'es'] as const
const project = join(import.meta.dirname, '../../..')

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

  it('has the places of the English one in every language, once each', () => {
    for (const [en, others] of Object.entries(SENTENCES)) {
      const places = [...en.matchAll(/\{(\d)[#*>,;]\}/g)].map(([, n]) => n)
      expect(places, en).toEqual(places.map((_, i) => String(i + 1)))
      for (const other of others)
        expect([...other.matchAll(/\{(\d)\}/g)].map(([, n]) => n).sort(), other).toEqual(places)
    }
  })

  it('is recognised, whichever it is, by its own template or one that says the same', () => {
    // A phrase for each place that takes one: one that no other sentence begins or ends with.
    const fillings: Record<string, string> = {
      '#': '7',
      '*': 'the quay',
      '>': 'has no name',
      ',': '1 problem',
      ';': 'The quote is empty.'
    }
    for (const en of Object.keys(SENTENCES)) {
      const sentence = en.replace(/\{\d([#*>,;])\}/g, (_, kind: string) => fillings[kind]!)
      for (const [i, language] of LANGUAGES.entries()) {
        const said = inLanguage(sentence, language)
        const own = SENTENCES[en]![i]!.replace(/\{(\d)\}/g, (_, n) => {
          const kind = new RegExp(`\\{${n}([#*>,;])\\}`).exec(en)![1]!
          const filling = fillings[kind]!
          return kind === '#' || kind === '*' ? filling : inLanguage(filling, language)!
        })
        expect(said, sentence).toBe(own)
      }
    }
  })

  it('is taken apart where several stand behind one another, whatever stands in them', () => {
    const said = 'The quote leaves out “it shut. It opened. The quote is empty.” after “then”. 2 more places differ.'
    expect(inLanguage(said, 'de')).toBe(
      'Das Zitat lässt nach „then“ die Worte „it shut. It opened. The quote is empty.“ aus. 2 weitere Stellen weichen ab.'
    )
    expect(inLanguage('The quote is empty. Nobody has translated this.', 'de')).toBeNull()
    expect(inLanguage(`The quote names ${'a. “b” '.repeat(9999)}, which isn’t in this case.`, 'de')).toBeNull()
  })

  it('is said by no check without its translations', () => {
    const shared = join(import.meta.dirname, '../../shared')
    for (const folder of ['verifier', 'signature', 'pdf', 'bag']) {
      for (const file of globSync(`${folder}/**/*.ts`, { cwd: shared })) {
        if (/\.test(-helper)?\.ts$/.test(file)) continue
        const source = readFileSync(join(shared, file), 'utf8')
        const errors = source.matchAll(/new DossierError\(\s*'[a-z-]+',\s*(\S+)/g)
        for (const [, first] of errors) expect(first, file).toMatch(/^(?:say\(|sentences\(|message)/)
        expect(source, file).not.toMatch(/message(?::| =) *[`'"]/)
        expect(source, file).not.toMatch(/reason(?::| =) *[`'"](?!['"])/)
      }
    }
  })

  it('is there because a check says it', () => {
    const sources = ['src/shared', 'src/page', 'src/main'].flatMap((folder) =>
      globSync(`${folder}/**/*.{ts,tsx}`, { cwd: project }).filter((file) => !/\.test\.|src.shared.wording/.test(file))
    )
    const written = sources.map((file) => readFileSync(join(project, file), 'utf8')).join('\n')
    for (const en of Object.keys(SENTENCES)) expect(written.includes(`'${en}'`), en).toBe(true)
  })
})
