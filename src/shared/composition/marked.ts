import type { Block, Run, TextBlock } from './block.ts'
import type { ExportInput, ExportSource } from './input.ts'
import type { References } from './references.ts'

/** The appendix of marked passages: those of the sources that the brief cites, each with its note and tags, by source and place. */
export function markedPassages(input: ExportInput, references: References): Block {
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: 'Marked passages' }],
    bookmark: 'Marked passages',
    destination: 'marked'
  }
  const numbered = new Map(input.sources.map((source) => [source.source.id, source]))
  const passages = input.passages
    .flatMap((passage) => {
      const source = numbered.get(passage.sourceId)
      return source ? [{ passage, source }] : []
    })
    .sort((a, b) => a.source.number - b.source.number || (a.passage.start ?? 0) - (b.passage.start ?? 0))
  const about: TextBlock = {
    type: 'text',
    kind: 'body',
    keepNext: passages.length > 0,
    runs: [
      {
        text:
          passages.length === 0
            ? 'Nothing is marked in the sources of this brief.'
            : 'What is marked in the sources of this brief, with notes and tags. It isn’t part of the proof of quotations.'
      }
    ]
  }
  const table: Block = {
    type: 'table',
    columns: [
      { width: null, align: 'start' },
      { width: 110, align: 'start' },
      { width: 76, align: 'start' }
    ],
    head: ['Passage, and what is noted of it', 'Tags', 'Where'].map((text) => [{ text }]),
    rows: passages.map(({ passage: { words, note, tags, locator }, source }): Run[][] => [
      [
        { text: words.replace(/\s+/gu, ' ').trim() },
        ...(note.trim() === '' ? [] : [{ text: ` — ${note.replace(/\s+/gu, ' ').trim()}`, voice: 'quiet' } as const])
      ],
      [{ text: tags.join(', ') }],
      [reference(source, references), { text: locator === null ? '' : ` ${locator}` }]
    ])
  }
  return {
    type: 'section',
    language: 'en',
    children: passages.length === 0 ? [heading, about] : [heading, about, table]
  }
}

function reference(source: ExportSource, references: References): Run {
  const number = references.numberOf(source)
  return { text: `[${number}]`, target: { destination: `source-${number}` }, about: `Source ${number}` }
}
