import { describe, expect, it } from 'vitest'
import { createQuote, targetOf } from '../quote/create.ts'
import { prepareText } from '../quote/prepared.ts'
import type { Brief, Citation, Figure, Inline, Section, Statement, Table } from './brief.ts'
import { checkBrief, type CheckLookup, type CheckSource } from './check-brief.ts'
import { documentOf, TEMPLATES } from './templates.ts'

const TEXT = 'Memo withheld\nThe board held the memo back for nine days.\nNobody has said why.'
const source: CheckSource = {
  key: 'S1',
  title: 'Memo withheld',
  prepared: prepareText(TEXT),
  blocks: [
    { type: 'heading', start: 0, end: 13, level: 1 },
    { type: 'paragraph', start: 14, end: 58 },
    { type: 'paragraph', start: 59, end: 79 }
  ],
  original: 'intact',
  doubtful: [],
  mediaType: 'text/html'
}
const target = targetOf(
  { text: TEXT, sha256: '0'.repeat(64) },
  TEXT.indexOf('held the memo'),
  TEXT.indexOf(' for nine')
)!
const quote = createQuote({ id: 'q1', key: 'Q1', sourceId: 's1', target, createdAt: '2031-03-12T09:00:00.000Z' })

function lookup(change: Partial<CheckSource> = {}): CheckLookup {
  return {
    source: (id) => (id === 's1' ? { ...source, ...change } : undefined),
    quote: (id) => (id === 'q1' ? quote : undefined)
  }
}

function cite(attrs: Partial<Citation['attrs']>): Citation {
  return {
    type: 'citation',
    attrs: { quoteId: null, sourceId: null, label: null, relation: 'supports', locator: null, ...attrs }
  }
}

function statement(id: string, text: string, ...citations: Citation[]): Statement {
  const content: Inline[] = [...(text === '' ? [] : [{ type: 'text' as const, text }]), ...citations]
  return { type: 'statement', attrs: { id, kind: null, likelihood: null, confidence: null }, content }
}

function section(title: string, ...blocks: Section['content'][number][]): Section {
  return {
    type: 'section',
    attrs: { id: title },
    content: [{ type: 'sectionTitle', content: [{ type: 'text', text: title }] }, ...(blocks as Statement[])]
  }
}

function docOf(...content: Section[]): Brief['doc'] {
  return { type: 'doc', content }
}

function block(
  id: string,
  words: string,
  attrs: { quoteId?: string; sourceId?: string; label?: string }
): Section['content'][number] {
  return {
    type: 'quoteBlock',
    attrs: { id, quoteId: attrs.quoteId ?? null, sourceId: attrs.sourceId ?? null, label: attrs.label ?? null },
    content: [{ type: 'text', text: words }]
  }
}

describe('checkBrief', () => {
  it('finds nothing wrong with a supported, verbatim brief', () => {
    const doc = docOf(
      section(
        'Facts',
        statement('a', 'Held back.', cite({ quoteId: 'q1' })),
        block('b', 'held the memo back', { quoteId: 'q1' })
      )
    )
    const check = checkBrief(doc, lookup())
    expect(check.findings).toEqual([])
    expect(check.sourceNumbers).toEqual({ s1: 1 })
    expect(check.words).toBe(6)
    expect(check.quotes).toMatchObject([
      { blockId: 'b', quoteId: 'q1', sourceId: 's1', paragraph: 2, verification: { state: 'verbatim' } }
    ])
  })

  it('counts what tables and figures cite, and names what they refer to in vain', () => {
    const table: Table = {
      type: 'table',
      attrs: { id: 't', align: [null, null] },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [{ type: 'text', text: 'Memo' }, cite({ quoteId: 'q1' })] },
            { type: 'tableHeader', content: [{ type: 'text', text: 'Gone' }, cite({ label: 'S9' })] }
          ]
        }
      ]
    }
    const figure = (id: string, sourceId: string | null, label: string | null): Figure => ({
      type: 'figure',
      attrs: { id, sourceId, label, alt: '' },
      content: [
        { type: 'text', text: 'The memo' },
        { type: 'note', content: [{ type: 'text', text: 'Page one' }] }
      ]
    })
    const doc = docOf(
      section('Facts', table, figure('f', null, 'S7'), figure('g', 's1', null), figure('h', 's2', null))
    )
    const images: CheckLookup = {
      ...lookup(),
      source: (id) => (id === 's2' ? { ...source, key: 'S2', mediaType: 'image/png' } : lookup().source(id))
    }
    const { findings, sourceNumbers, words } = checkBrief(doc, images)
    expect(findings.map(({ code, nodeId, excerpt, message }) => [code, nodeId, excerpt, message])).toEqual([
      ['citation-unresolved', 't', 'Memo | Gone', 'It cites S9, which isn’t in this case.'],
      ['citation-unresolved', 'f', 'The memo', 'The figure shows S7, which isn’t in this case.'],
      ['figure-no-image', 'g', 'The memo', 'The figure shows S1, which isn’t an image.']
    ])
    expect(sourceNumbers).toEqual({ s1: 1, s2: 2 })
    expect(words).toBe(14)
  })

  it('names statements without support, with the place where they stand', () => {
    const doc = docOf(
      section('Facts', statement('a', 'Supported.', cite({ sourceId: 's1' })), statement('b', 'Unsupported claim.')),
      section(
        'More',
        statement('c', 'Contradicted only.', cite({ sourceId: 's1', relation: 'contradicts' })),
        statement('d', '')
      )
    )
    expect(checkBrief(doc, lookup()).findings).toEqual([
      {
        code: 'unsupported-statement',
        nodeId: 'b',
        section: '1 Facts',
        excerpt: 'Unsupported claim.',
        message: 'No quote or source supports this statement.'
      },
      {
        code: 'unsupported-statement',
        nodeId: 'c',
        section: '2 More',
        excerpt: 'Contradicted only.',
        message: 'No quote or source supports this statement.'
      }
    ])
  })

  it('asks no support for gaps and declared assumptions', () => {
    const assumption = statement('b', 'We assume that it is genuine.')
    assumption.attrs.kind = 'assumption'
    const doc = docOf(section('Facts', assumption), section('Gaps', statement('a', 'Nobody has said who decided.')))
    expect(checkBrief(doc, lookup()).findings).toEqual([])
  })

  it('names quotes that are not verbatim, and citations that lead nowhere', () => {
    const doc = docOf(
      section(
        'Facts',
        block('a', 'held the memo  back', { quoteId: 'q1' }),
        block('b', 'held the note back', { sourceId: 's1' }),
        block('c', 'Entirely other words that stand nowhere', { sourceId: 's1' }),
        block('d', 'held the memo back', { label: 'S9' }),
        statement('e', 'Lost.', cite({ label: 'S9' }), cite({ sourceId: 's1' })),
        statement('f', 'Gone.', cite({ quoteId: 'deleted' }))
      )
    )
    expect(checkBrief(doc, lookup()).findings.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['quote-normalised', 'a'],
      ['quote-altered', 'b'],
      ['quote-missing', 'c'],
      ['quote-missing', 'd'],
      ['citation-unresolved', 'e'],
      ['citation-unresolved', 'f'],
      ['unsupported-statement', 'f']
    ])
  })

  it('names a source whose original changed, and a cited quote that is gone from it', () => {
    const doc = docOf(section('Facts', statement('a', 'Held back.', cite({ quoteId: 'q1' }))))
    const changed = lookup({
      original: 'altered',
      prepared: prepareText(TEXT.replace('held the memo', 'held the mema'))
    })
    expect(checkBrief(doc, changed).findings.map(({ code, nodeId }) => [code, nodeId])).toEqual([
      ['quote-altered', 'a'],
      ['original-altered', null]
    ])
  })

  it('names what is doubtful of a source that is cited, and nothing of one that isn’t', () => {
    const doc = docOf(section('Facts', statement('a', 'Held back.', cite({ sourceId: 's1' }))))
    const doubtful = lookup({ doubtful: ['authors', 'published'] })
    expect(checkBrief(doc, doubtful).findings).toMatchObject([
      {
        code: 'metadata-doubtful',
        nodeId: null,
        message: 'The authors and the date of S1 are doubtful and weren’t confirmed: check the source’s details.'
      }
    ])
    const uncited = docOf(section('Facts', statement('a', 'Held back.')))
    expect(checkBrief(uncited, doubtful).findings.map(({ code }) => code)).toEqual(['unsupported-statement'])
  })

  it('finds nothing in a new brief of any template', () => {
    let n = 0
    for (const template of TEMPLATES)
      expect(
        checkBrief(
          documentOf(template, () => `n${++n}`),
          lookup()
        ).findings
      ).toEqual([])
  })
})
