import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildEvidence } from '../proof/build.ts'
import { prepareText, type VerifyHint } from '../quote/prepared.ts'
import { STATE_NAMES, type QuoteState } from '../quote/quote.ts'
import { verifyQuote } from '../quote/verify.ts'
import { checkQuote } from './verify-quotes.ts'
import type { Said } from '../wording/say.ts'

const SOURCE = {
  sourceNumber: 1,
  withheld: 'no',
  title: 'Second memo',
  authors: [],
  publisher: null,
  published: null,
  imported: null,
  url: null,
  language: 'en',
  fileName: null,
  mediaType: 'text/plain',
  bytes: 1,
  originalSha256: 'a'.repeat(64),
  originalState: 'intact',
  extractor: 'text/1',
  textSha256: 'b'.repeat(64)
} as const

/** What the case says of quoted words, and what their proof is found to say. */
function states(words: string, text: string, hint: VerifyHint, claim?: QuoteState) {
  const prepared = prepareText(text)
  const { state, start, end } = verifyQuote(words, prepared, hint)
  const known = { speaker: null, attribution: [], locator: { paragraph: null, page: null } }
  const source = { ...SOURCE, authors: [], text }
  const evidence = buildEvidence({
    title: 'Brief',
    author: null,
    generator: 'Dossier 0.0.0',
    date: '2031-03-04',
    handling: 'TLP:GREEN',
    includeTexts: true,
    quotes: [{ number: 1, words, state: claim ?? state, sourceNumber: 1, start, end, ...known }],
    paragraphs: [],
    statements: [],
    figures: [],
    sources: [source]
  })
  const carried = evidence.sources[0]!
  const sources = new Map([[carried.id, { source: carried, text: prepared }]])
  const problems: Said[] = []
  const report = checkQuote(evidence.first.items[0]!, { page: 1, instead: null }, sources, problems)
  return { claimed: claim ?? state, found: report.state, problems }
}

const MEMO =
  'On Monday the inquiry met in Vestad. Only one paper wrote of the memo. Vestad News Agency, citing an official at the ministry of ports, had ' +
  'reported that only the first page was read out. The chair of the inquiry said that nothing had been held back, and left.'

describe('a quote that a proof claims', () => {
  it('is altered where the case found something like its words, though what stands around them is another thing', () => {
    const words =
      'Only one source has spoken of a second memo: an official at the ministry of ports, to Vestad News Agency.'
    expect(states(words, MEMO, {})).toEqual({ claimed: 'altered', found: 'altered', problems: [] })
  })

  it('is missing where its surroundings are gone, though words like it stand elsewhere', () => {
    const words = 'the chair of the inquiry said that nothing was held back by anybody there'
    const hint = { prefix: 'Asked by the lamp keeper on Tuesday ', suffix: ' Then the lamps of Sollen were put out.' }
    expect(verifyQuote(words, prepareText(MEMO), {}).state).toBe('altered')
    expect(states(words, MEMO, hint)).toEqual({ claimed: 'missing', found: 'missing', problems: [] })
  })

  it('isn’t altered where nothing like it stands', () => {
    const { found, problems } = states('Lighthouses were sold by the dozen.', MEMO, {}, 'altered')
    expect(found).toBe('missing')
    expect(problems).toHaveLength(1)
  })

  it('doesn’t pass by claiming so', () => {
    for (const claim of ['verbatim', 'normalised'] as const) {
      const { found, problems } = states('On Monday the inquiry sat in Vestad.', MEMO, {}, claim)
      expect(found).toBe('altered')
      expect(problems[0]).toContain(STATE_NAMES.altered.toLowerCase())
    }
  })

  it('is found in its proof as in the case, whatever became of its words and its source', () => {
    const words = MEMO.split(' ')
    const place = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 24 }))
    const change = fc.record({ at: fc.nat(200), put: fc.constantFrom('', 'not', 'lamps', 'of the harbour board') })
    const edited = (list: string[], changes: { at: number; put: string }[]): string => {
      const copy = [...list]
      for (const { at, put } of changes) copy[at % copy.length] = put
      return copy.filter((word) => word !== '').join(' ')
    }
    const changes = fc.array(change, { maxLength: 8 })
    fc.assert(
      fc.property(place, changes, changes, fc.boolean(), ([from, length], inQuote, inSource, wasMarked) => {
        const hint = wasMarked
          ? {
              start: words.slice(0, from).join(' ').length,
              prefix: `${words.slice(0, from).join(' ')} `.slice(-32),
              suffix: ` ${words.slice(from + length).join(' ')}`.slice(0, 32)
            }
          : {}
        const quoted = edited(words.slice(from, from + length), inQuote)
        const { claimed, found, problems } = states(quoted, edited(words, inSource), hint)
        expect({ found, problems }).toEqual({ found: claimed, problems: [] })
      }),
      { numRuns: 3000 }
    )
  })
})
