import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareText } from '../../quote/prepared.ts'
import { BriefDocument, type Brief, type Inline, type Section } from '../brief.ts'
import { walkBlocks } from '../walk.ts'
import { readBriefMarkdown } from './read.ts'
import { resolveBrief } from './resolve.ts'
import { writeBriefMarkdown, type KeyLookup } from './write.ts'

function counter(): () => string {
  let n = 0
  return () => `n${++n}`
}

const keys: KeyLookup = {
  quoteKey: (id) => id.toUpperCase(),
  sourceKey: (id) => id.toUpperCase(),
  foundBySource: () => true
}

function briefOf(content: Section[]): Brief {
  return {
    id: 'b1',
    title: 'Memo: “withheld” & more',
    author: 'Desk 4',
    date: '2031-03-12',
    tlp: 'TLP:AMBER+STRICT',
    language: 'en',
    template: 'briefing',
    createdAt: '2031-03-12T09:00:00.000Z',
    doc: { type: 'doc', content },
    withheld: [],
    deletedAt: null
  }
}

/** Reads Markdown and resolves S… and Q… labels to their lower-case ids. */
function readBack(markdown: string): { doc: BriefDocument; fields: Partial<Brief> } {
  const read = readBriefMarkdown(markdown, counter())
  const { sections } = resolveBrief(read, {
    sourceByKey: (key) =>
      /^S\d+$/.test(key) ? { id: key.toLowerCase(), prepared: prepareText('The words of the source.') } : undefined,
    quoteByKey: (key) => (/^Q\d+$/.test(key) ? { id: key.toLowerCase(), sourceId: 's1' } : undefined),
    quoteAt: () => 'q9'
  })
  return { doc: { type: 'doc', content: sections }, fields: read.fields }
}

describe('reading', () => {
  const markdown = `---
title: The memo
date: 2031-03-12
tlp: amber
---

## Bottom line

The board held the memo back. [@S1] [@Q3 contradicts; @S2, ¶ 3] {.judgement likelihood="very likely" confidence=moderate}

> The words of the source.
> — Board spokesperson, [@S1]

> Other words entirely, nowhere to be found

## Gaps

- One \\[@S1]
  1. Two {not attributes}

| a | b |
|---|---|
| 1 | 2 |
`

  it('makes sections, statements, lists and quote blocks of it', () => {
    const { sections, speakers, fields } = readBriefMarkdown(markdown, counter())
    expect(fields).toEqual({ title: 'The memo', date: '2031-03-12', tlp: 'TLP:AMBER' })
    const [first, second] = sections
    const [, statement, quote, lost] = first!.content
    expect(statement).toMatchObject({
      type: 'statement',
      attrs: { kind: 'judgement', likelihood: 'very likely', confidence: 'moderate' },
      content: [
        { type: 'text', text: 'The board held the memo back. ' },
        { type: 'citation', attrs: { label: 'S1', relation: 'supports', locator: null } },
        { type: 'text', text: ' ' },
        { type: 'citation', attrs: { label: 'Q3', relation: 'contradicts', locator: null } },
        { type: 'citation', attrs: { label: 'S2', relation: 'supports', locator: '¶ 3' } }
      ]
    })
    expect(quote).toMatchObject({
      type: 'quoteBlock',
      attrs: { label: 'S1' },
      content: [{ type: 'text', text: 'The words of the source.' }]
    })
    expect([...speakers.values()]).toEqual(['Board spokesperson'])
    expect(lost).toMatchObject({ type: 'quoteBlock', attrs: { label: null } })
    expect(second!.content[1]).toMatchObject({
      type: 'bulletList',
      content: [
        {
          content: [
            { type: 'statement', content: [{ type: 'text', text: 'One [@S1]' }] },
            { type: 'orderedList', content: [{ content: [{ content: [{ text: 'Two {not attributes}' }] }] }] }
          ]
        }
      ]
    })
  })

  it('keeps and reports what a brief has no place for, and what is not found', () => {
    const { unresolved } = resolveBrief(readBriefMarkdown(markdown, counter()), {
      sourceByKey: (key) =>
        key === 'S1' ? { id: 's1', prepared: prepareText('The words of the source.') } : undefined,
      quoteByKey: () => undefined,
      quoteAt: () => 'q1'
    })
    expect(unresolved.map(({ source, reason }) => [source, reason])).toEqual([
      [null, 'A brief has no table; it was kept as plain text.'],
      ['Q3', 'Q3 isn’t in this case.'],
      ['S2', 'S2 isn’t in this case.'],
      [null, 'The quote names no source.']
    ])
  })

  it.each([
    ['---\ndate: yesterday\n---\n', /date/],
    ['---\ntlp: PURPLE\n---\n', /tlp/],
    ['---\n{ nope\n---\n', /YAML/],
    ['---\na: &a [x]\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n---\n', /YAML/]
  ])('refuses the front matter of %j', (text, message) => {
    expect(() => readBriefMarkdown(text, counter())).toThrow(message)
  })

  it('takes headings, hard wraps and an empty file as they come', () => {
    const { fields, sections } = readBriefMarkdown('# Title\n\nA hard\nwrapped line.\n', counter())
    expect(fields.title).toBe('Title')
    expect(sections[0]!.content).toMatchObject([
      { type: 'sectionTitle' },
      { content: [{ text: 'A hard wrapped line.' }] }
    ])
    expect(readBriefMarkdown('', counter()).sections).toHaveLength(1)
  })
})

const text = fc
  .array(
    fc.constantFrom(
      'memo',
      '*',
      '_',
      '[',
      ']',
      '[@S1]',
      '\\',
      '`',
      '#',
      '> ',
      '- ',
      '1. ',
      '<b>',
      '&amp;',
      '{.fact}',
      '“da”',
      'é',
      '😀',
      '|',
      '~',
      '!',
      'https://x.example',
      '—',
      ' ',
      '(x)',
      ': x'
    ),
    { minLength: 1, maxLength: 8 }
  )
  .map((parts) => parts.join(''))
  // Markdown has no way to keep white space at the ends of a paragraph apart from entities, which editors don't show.
  .map((raw) => raw.replace(/\s+/g, ' ').trim() || 'x')

const inline: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof(
      fc.record({ text, bold: fc.boolean(), italic: fc.boolean() }).map(({ text: words, bold, italic }): Inline => {
        const marks = [...(bold ? [{ type: 'bold' as const }] : []), ...(italic ? [{ type: 'italic' as const }] : [])]
        return marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
      }),
      fc
        .record({
          n: fc.integer({ min: 1, max: 9 }),
          relation: fc.constantFrom('supports' as const, 'contradicts' as const, 'context' as const),
          locator: fc.constantFrom(null, '¶ 3', 'p. 4')
        })
        .map(({ n, relation, locator }): Inline => ({
          type: 'citation',
          attrs: { quoteId: null, sourceId: `s${n}`, label: null, relation, locator }
        }))
    ),
    { minLength: 1, maxLength: 5 }
  )
  .map(join)

/** Joins neighbours of equal marks, as an editor does, and ends with a word so that no trailing space is at stake. */
function join(nodes: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const node of [...nodes, { type: 'text' as const, text: ' end' }]) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      last.text += node.text
    else joined.push({ ...node })
  }
  return joined
}

describe('writing and reading back', () => {
  it('gives the same brief', () => {
    const statement = fc.record({
      content: inline,
      kind: fc.constantFrom(null, 'fact' as const),
      likelihood: fc.constantFrom(null, 'very likely' as const, 'unlikely' as const)
    })
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), text, (statements, words) => {
        const id = counter()
        const section: Section = {
          type: 'section',
          attrs: { id: id() },
          content: [
            { type: 'sectionTitle', content: [{ type: 'text', text: 'Facts' }] },
            ...statements.map(({ content, kind, likelihood }) => ({
              type: 'statement' as const,
              attrs: { id: id(), kind, likelihood, confidence: null },
              content
            })),
            {
              type: 'bulletList' as const,
              content: [
                {
                  type: 'listItem' as const,
                  content: [
                    {
                      type: 'statement' as const,
                      attrs: { id: id(), kind: null, likelihood: null, confidence: null },
                      content: [{ type: 'text' as const, text: `${words} x` }]
                    }
                  ]
                }
              ]
            },
            {
              type: 'quoteBlock' as const,
              attrs: { id: id(), quoteId: 'q9', sourceId: 's2', label: null },
              content: [{ type: 'text' as const, text: 'The words of the source.' }]
            }
          ]
        }
        const brief = briefOf([section])
        const markdown = writeBriefMarkdown(brief, keys)
        const { doc, fields } = readBack(markdown)
        expect(BriefDocument.parse(doc)).toEqual(brief.doc)
        expect(fields).toMatchObject({
          title: brief.title,
          author: brief.author,
          date: brief.date,
          tlp: brief.tlp,
          template: brief.template
        })
        expect(writeBriefMarkdown({ ...brief, doc }, keys)).toBe(markdown)
      }),
      { numRuns: 300 }
    )
  })

  it('gives fresh ids when nodes were added in between', () => {
    const markdown = '---\nids: [a, b, c]\n---\n\n## One\n\nText.\n\nMore, and new.\n\nStill more.\n'
    const { sections } = readBriefMarkdown(markdown, counter())
    const ids = [...walkBlocks({ type: 'doc', content: sections })].map(({ node }) => node.attrs.id)
    expect(ids).toEqual(['n2', 'n3', 'n4'])
  })
})
