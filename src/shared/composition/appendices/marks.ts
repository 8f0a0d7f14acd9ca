import type { Run } from '../block.ts'
import { about, type Appendix } from './appendix.ts'

/** The appendix of marked passages: those of the sources that the brief cites, each with its note and tags, by source and place. */
export const markedPassages: Appendix = {
  title: 'Marked passages',
  body: (input, references) => {
    const passages = input.passages
      .flatMap((passage) => {
        const source = references.source(passage.sourceId)
        return source ? [{ passage, source }] : []
      })
      .sort((a, b) => a.source.number - b.source.number || (a.passage.start ?? 0) - (b.passage.start ?? 0))
    if (passages.length === 0) return [about('Nothing is marked in the sources of this brief.', false)]
    return [
      about(
        'What is marked in the sources of this brief, with notes and tags. It isn’t part of the proof of quotations.'
      ),
      {
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
            ...(note.trim() === ''
              ? []
              : [{ text: ` — ${note.replace(/\s+/gu, ' ').trim()}`, voice: 'quiet' } as const])
          ],
          [{ text: tags.join(', ') }],
          [
            { ...references.linkTo(source), text: `[${references.numberOf(source)}]` },
            { text: locator === null ? '' : ` ${locator}` }
          ]
        ])
      }
    ]
  }
}
