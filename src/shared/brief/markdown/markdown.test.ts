import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareText } from '../../quote/prepared.ts'
import { BriefDocument, type Brief, type Figure, type Inline, type Section } from '../brief.ts'
import { referencesOf, walkBlocks } from '../walk.ts'
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

<div>Markup</div>
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
      [null, 'A brief has no html; it was kept as plain text.'],
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

describe('tables, figures and notes', () => {
  const markdown = `## Pier

The pier fell.[^a] It was new.[^9]

| Span | Cost [@S1] |
| :--- | ---: |
| North[^b] | 4 \\| 5<br>**about** |
| South |

![The pier at low tide](S5 "The *pier* on 3 March [@S2][^a]")

![Elsewhere](S77)

A word ![inline](S5) here.

[^a]: Says the [harbour log](https://log.example).
[^b]: Two.

    Paragraphs [@S1].
[^c]: Of nothing.
`
  const read = readBriefMarkdown(markdown, counter())
  const [, statement, table, figure, lost, line, unused] = read.sections[0]!.content

  it('reads them', () => {
    const log = {
      type: 'note',
      content: [
        { type: 'text', text: 'Says the ' },
        { type: 'text', text: 'harbour log', marks: [{ type: 'link', attrs: { href: 'https://log.example' } }] },
        { type: 'text', text: '.' }
      ]
    }
    expect(statement).toMatchObject({
      type: 'statement',
      content: [{ text: 'The pier fell.' }, log, { text: ' It was new.[^9]' }]
    })
    expect(table).toMatchObject({
      type: 'table',
      attrs: { align: ['start', 'end'] },
      content: [
        {
          content: [
            { type: 'tableHeader', content: [{ text: 'Span' }] },
            { content: [{ text: 'Cost ' }, { type: 'citation', attrs: { label: 'S1' } }] }
          ]
        },
        {
          content: [
            { type: 'tableCell', content: [{ text: 'North' }, { type: 'note' }] },
            { content: [{ text: '4 | 5' }, { type: 'hardBreak' }, { text: 'about', marks: [{ type: 'bold' }] }] }
          ]
        },
        { content: [{ content: [{ text: 'South' }] }] }
      ]
    })
    expect(figure).toMatchObject({
      type: 'figure',
      attrs: { label: 'S5', sourceId: null, alt: 'The pier at low tide' },
      content: [
        { text: 'The ' },
        { text: 'pier', marks: [{ type: 'italic' }] },
        { text: ' on 3 March ' },
        { type: 'citation', attrs: { label: 'S2' } },
        log
      ]
    })
    expect(lost).toMatchObject({ type: 'figure', attrs: { label: 'S77' } })
    expect(line).toMatchObject({ content: [{ text: 'A word ' }, { text: '![inline](S5)' }, { text: ' here.' }] })
    expect(unused).toMatchObject({ content: [{ text: '[^c]: Of nothing.' }] })
  })

  it('resolves what they refer to, and tells what could not be kept', () => {
    const { sections, unresolved } = resolveBrief(read, {
      sourceByKey: (key) => (key === 'S77' ? undefined : { id: key.toLowerCase(), prepared: prepareText('') }),
      quoteByKey: () => undefined,
      quoteAt: () => 'q1'
    })
    const blocks = [...walkBlocks({ type: 'doc', content: sections })].map(({ node }) => node)
    expect(blocks.flatMap(referencesOf).map(({ sourceId, label }) => sourceId ?? label)).toEqual([
      's1',
      's5',
      's2',
      'S77'
    ])
    expect(unresolved.map(({ reason }) => reason)).toEqual([
      'The note [^9] has no words; its mark was kept as plain text.',
      'The note [^b] has several paragraphs; they were joined.',
      'The note [^b] cites a source, which a note can’t; the citation was kept as plain text.',
      'The note [^a] is marked at several places; its words were put at each.',
      'A line of a brief has no image; it was kept as plain text.',
      'Nothing refers to the note [^c]; it was kept as plain text.',
      'S77 isn’t in this case.'
    ])
  })

  it('keeps notes and captions that it can’t take, as text', () => {
    const { sections, keptAsText } = readBriefMarkdown(
      '## A head[^a]\n\n> Quoted.[^a]\n\n![](S1 "- a list")\n\n![Away](https://x.example/p.png)\n\n[^a]: Words.\n',
      counter()
    )
    expect(sections[0]!.content).toMatchObject([
      { content: [{ text: 'A head' }, { text: '[^a]' }] },
      { type: 'quoteBlock', content: [{ text: 'Quoted.' }, { text: '[^a]' }] },
      { type: 'figure', content: [{ text: '- a list' }] },
      { content: [{ text: '![Away](https://x.example/p.png)' }] },
      { content: [{ text: '[^a]: Words.' }] }
    ])
    expect(keptAsText).toHaveLength(4)
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
      ': x',
      '[^1]',
      '^',
      '"',
      '<br>'
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
          locator: fc.constantFrom(null, '¶ 3', 'p. 4 | 5')
        })
        .map(({ n, relation, locator }): Inline => ({
          type: 'citation',
          attrs: { quoteId: null, sourceId: `s${n}`, label: null, relation, locator }
        })),
      fc
        .option(text, { nil: null })
        .map((words): Inline =>
          words === null ? { type: 'note' } : { type: 'note', content: [{ type: 'text', text: words }] }
        )
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

const cell = fc.oneof(
  { arbitrary: fc.constant([] as Inline[]), weight: 1 },
  { arbitrary: inline, weight: 3 },
  { arbitrary: inline.map((nodes): Inline[] => [...nodes, { type: 'hardBreak' }, ...nodes]), weight: 1 }
)

const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc
    .record({
      align: fc.array(fc.constantFrom(null, 'start' as const, 'end' as const, 'center' as const), {
        minLength: columns,
        maxLength: columns
      }),
      rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 })
    })
    .map(({ align, rows }) => ({
      align,
      content: rows.map((cells, r) => ({
        type: 'tableRow' as const,
        content: cells.map((content) => {
          const type = r === 0 ? ('tableHeader' as const) : ('tableCell' as const)
          return content.length === 0 ? { type } : { type, content }
        })
      }))
    }))
)

const figure = fc.record({ alt: fc.oneof(text, fc.constant('')), content: fc.oneof(inline, fc.constant([])) })

describe('writing and reading back', () => {
  it('gives the same brief', () => {
    const statement = fc.record({
      content: inline,
      kind: fc.constantFrom(null, 'fact' as const),
      likelihood: fc.constantFrom(null, 'very likely' as const, 'unlikely' as const)
    })
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        text,
        table,
        figure,
        (statements, words, cells, shown) => {
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
              { type: 'table', attrs: { id: id(), align: cells.align }, content: cells.content },
              {
                type: 'figure',
                attrs: { id: id(), sourceId: 's5', label: null, alt: shown.alt },
                ...(shown.content.length === 0 ? {} : { content: shown.content as Figure['content'] })
              } as Figure,
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
        }
      ),
      { numRuns: 150 }
    )
  })

  it('gives a note of a caption back behind words that look like the mark of one', () => {
    const caption: Inline[] = [{ type: 'text', text: '[^memo' }, { type: 'note' }, { type: 'text', text: ' end' }]
    const figure = {
      type: 'figure',
      attrs: { id: 'f1', sourceId: 's5', label: null, alt: 'a' },
      content: caption
    } as Figure
    const brief = briefOf([
      {
        type: 'section',
        attrs: { id: 's' },
        content: [{ type: 'sectionTitle', content: [{ type: 'text', text: 'One' }] }, figure]
      }
    ])
    const { doc } = readBack(writeBriefMarkdown(brief, keys))
    expect(JSON.stringify(doc)).toContain('{"type":"note"}')
    expect(JSON.stringify(doc)).not.toContain('[^1]')
  })

  it('gives fresh ids when nodes were added in between', () => {
    const markdown = '---\nids: [a, b, c]\n---\n\n## One\n\nText.\n\nMore, and new.\n\nStill more.\n'
    const { sections } = readBriefMarkdown(markdown, counter())
    const ids = [...walkBlocks({ type: 'doc', content: sections })].map(({ node }) => node.attrs.id)
    expect(ids).toEqual(['n2', 'n3', 'n4'])
  })
})
