import { describe, expect, it } from 'vitest'
import { buildProof, Proof, type ProofInput } from './proof.ts'

const TEXT = 'Headline 𝒳\nThe board “followed every rule”, the chair said.'
const WORDS = 'followed every rule'

function input(fields: Partial<ProofInput> = {}): ProofInput {
  const start = TEXT.indexOf(WORDS)
  return {
    title: 'Brief',
    generator: 'Dossier 0.0.0',
    date: '2031-03-04',
    handling: 'TLP:GREEN',
    includeTexts: true,
    quotes: [
      { number: 1, words: WORDS, state: 'verbatim', sourceNumber: 1, start, end: start + WORDS.length },
      { number: 2, words: 'never said', state: 'missing', sourceNumber: null, start: null, end: null }
    ],
    sources: [
      {
        sourceNumber: 1,
        title: 'Headline',
        authors: [],
        publisher: 'Northern Courier',
        published: '2031-02-25',
        imported: '2031-03-02T09:30:00Z',
        url: null,
        language: 'en',
        fileName: 'report.txt',
        mediaType: 'text/plain',
        bytes: 60,
        originalSha256: 'a'.repeat(64),
        originalState: 'intact',
        extractor: 'text/1',
        textSha256: 'b'.repeat(64),
        text: TEXT
      }
    ],
    ...fields
  }
}

describe('buildProof', () => {
  it('makes an annotation collection that its schema accepts', () => {
    const proof = buildProof(input())
    expect(Proof.parse(JSON.parse(JSON.stringify(proof)))).toEqual(proof)
    expect(proof).toMatchObject({ type: 'AnnotationCollection', total: 2, proofVersion: 1 })
  })

  it('counts positions in code points and gives the words around', () => {
    const [quote] = buildProof(input()).first.items
    const [words, position] = quote!.target.selector
    expect([...TEXT].slice(position!.start, position!.end).join('')).toBe(WORDS)
    expect(position!.start).toBe(TEXT.indexOf(WORDS) - 1)
    expect(words).toEqual({
      type: 'TextQuoteSelector',
      exact: WORDS,
      prefix: 'Headline 𝒳\nThe board “',
      suffix: '”, the chair said.'
    })
  })

  it('never cuts a character in two', () => {
    const text = `${'𝒳'.repeat(40)}word${'𝒳'.repeat(40)}`
    const source = { ...input().sources[0]!, text }
    const quote = { number: 1, words: 'word', state: 'verbatim' as const, sourceNumber: 1, start: 80, end: 84 }
    const [words] = buildProof(input({ sources: [source], quotes: [quote] })).first.items[0]!.target.selector
    expect(words.prefix).toMatch(/^(𝒳)+$/u)
    expect(words.suffix).toMatch(/^(𝒳)+$/u)
  })

  it('gives a quote that was never located no source and no position', () => {
    const quote = buildProof(input()).first.items[1]!
    expect(quote.target.source).toBeNull()
    expect(quote.target.selector).toHaveLength(1)
    expect(quote.originalSha256).toBeNull()
  })

  it('leaves out texts that aren’t passed on, but not their hashes', () => {
    const proof = buildProof(input({ includeTexts: false }))
    expect(proof.sources[0]).toMatchObject({ text: null, textSha256: 'b'.repeat(64) })
    expect(JSON.stringify(proof)).not.toContain('Headline 𝒳\\nThe board “followed every rule”, the chair said.')
  })

  it.each([
    ['another version', { proofVersion: 2 }],
    ['another type', { type: 'AnnotationPage' }],
    ['no sources', { sources: undefined }],
    ['a count that is no number', { total: '2' }]
  ])('refuses a proof with %s', (_what, change) => {
    expect(Proof.safeParse({ ...buildProof(input()), ...change }).success).toBe(false)
  })
})
