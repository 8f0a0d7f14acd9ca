import { describe, expect, it } from 'vitest'
import { buildEvidence, type EvidenceInput } from './build.ts'
import { Evidence, proofText } from './proof.ts'
import { evidenceText } from './version-2.ts'

const TEXT = 'Headline 𝒳\nThe board “followed every rule”, the chair said.'
const WORDS = 'followed every rule'
const KNOWN = { speaker: 'The chair', attribution: ['Northern Courier'], locator: { paragraph: 2, page: null } }
const UNKNOWN = { speaker: null, attribution: [], locator: { paragraph: null, page: null } }

function input(fields: Partial<EvidenceInput> = {}): EvidenceInput {
  const start = TEXT.indexOf(WORDS)
  return {
    title: 'Brief',
    author: null,
    generator: 'Dossier 0.0.0',
    date: '2031-03-04',
    handling: 'TLP:GREEN',
    includeTexts: true,
    quotes: [
      { number: 1, words: WORDS, state: 'verbatim', sourceNumber: 1, start, end: start + WORDS.length, ...KNOWN },
      { number: 2, words: 'never said', state: 'missing', sourceNumber: null, start: null, end: null, ...UNKNOWN }
    ],
    paragraphs: [{ role: 'P', text: 'It followed the rules.' }],
    statements: [
      {
        statementNumber: 1,
        kind: null,
        likelihood: null,
        confidence: null,
        text: 'It followed the rules.',
        citations: []
      }
    ],
    figures: [],
    sources: [
      {
        sourceNumber: 1,
        withheld: 'no',
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

describe('buildEvidence', () => {
  it('makes an annotation collection that its schema accepts', () => {
    const proof = buildEvidence(input())
    expect(Evidence.parse(JSON.parse(JSON.stringify(proof)))).toEqual(proof)
    expect(proof).toMatchObject({ type: 'AnnotationCollection', total: 2, proofVersion: 3 })
  })

  it('counts positions in code points and gives the words around', () => {
    const [quote] = buildEvidence(input()).first.items
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
    const quote = {
      number: 1,
      words: 'word',
      state: 'verbatim' as const,
      sourceNumber: 1,
      start: 80,
      end: 84,
      ...UNKNOWN
    }
    const [words] = buildEvidence(input({ sources: [source], quotes: [quote] })).first.items[0]!.target.selector
    expect(words.prefix).toMatch(/^(𝒳)+$/u)
    expect(words.suffix).toMatch(/^(𝒳)+$/u)
  })

  it('gives a quote that was never located no source and no position', () => {
    const quote = buildEvidence(input()).first.items[1]!
    expect(quote.target.source).toBeNull()
    expect(quote.target.selector).toHaveLength(1)
    expect(quote.originalSha256).toBeNull()
  })

  it('leaves out texts that aren’t passed on, but not their hashes', () => {
    const proof = buildEvidence(input({ includeTexts: false }))
    expect(proof.sources[0]).toMatchObject({ text: null, textSha256: 'b'.repeat(64) })
    expect(JSON.stringify(proof)).not.toContain('Headline 𝒳\\nThe board “followed every rule”, the chair said.')
  })

  it('leaves out what a source withholds: its text and hashes, or all but its number', () => {
    const withheld = (what: 'text' | 'source') => {
      const source = { ...input().sources[0]!, withheld: what }
      return buildEvidence(input({ sources: [source] }))
    }
    const text = withheld('text')
    expect(text.sources[0]).toMatchObject({ title: 'Headline', originalSha256: null, textSha256: null, text: null })
    expect(text.first.items[0]).toMatchObject({ originalSha256: null, textSha256: null, quoteState: 'verbatim' })
    expect(text.first.items[0]!.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: WORDS, prefix: '', suffix: '' }
    ])
    for (const hidden of ['aaaaaaaa', 'bbbbbbbb', 'chair said']) expect(JSON.stringify(text)).not.toContain(hidden)
    const source = withheld('source')
    expect(source.first.items[0]!.target.source).toBe('urn:dossier:proof:source:1')
    for (const hidden of ['Headline', 'Northern Courier', 'report.txt', 'The chair', '2031-03-02']) {
      expect(JSON.stringify(source)).not.toContain(hidden)
    }
    expect(Evidence.parse(source)).toEqual(source)
  })

  it('gives the same text whatever the order of members, and another for whatever differs', () => {
    const evidence = buildEvidence(input())
    const turned = Object.fromEntries(Object.entries(evidence).reverse())
    expect(proofText(turned)).toBe(proofText(evidence))
    for (const change of [{ label: 'Other' }, { added: 1 }, { pages: [] }, { printed: {} }])
      expect(proofText({ ...turned, ...change })).not.toBe(proofText(evidence))
  })

  it('of the second version gives the text of its evidence, without what tells of pages', () => {
    const evidence = buildEvidence(input())
    expect(evidenceText({ ...evidence, pages: [], fonts: [], document: {}, printed: {} })).toBe(proofText(evidence))
    expect(evidenceText({ ...evidence, label: 'Other' })).not.toBe(evidenceText(evidence))
  })

  it.each([
    ['another version', { proofVersion: 4 }],
    ['another type', { type: 'AnnotationPage' }],
    ['no sources', { sources: undefined }],
    ['a count that is no number', { total: '2' }]
  ])('refuses a proof with %s', (_what, change) => {
    expect(Evidence.safeParse({ ...buildEvidence(input()), ...change }).success).toBe(false)
  })
})
