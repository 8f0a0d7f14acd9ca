import { sourceTitle } from '../../source/source.ts'
import type { Run } from '../block.ts'
import { writtenDate } from '../dates.ts'
import type { ExportSource } from '../input.ts'
import type { References } from '../references.ts'
import { counted, excerptOf } from '../summary.ts'
import { about, type Appendix } from './appendix.ts'

/** The appendix that orders the sources and the quotes from them by when the sources were published. Those without a date come last. */
export const publication: Appendix = {
  title: 'Chronology of publication',
  body: (input, references) => {
    const dated = input.sources.map((source) => ({ source, time: timeOf(source) }))
    dated.sort((a, b) => (a.time === b.time ? a.source.number - b.source.number : a.time < b.time ? -1 : 1))
    const unknown = dated.filter(({ time }) => time === Infinity).length
    const last =
      unknown === 0 ? '' : ` ${counted(unknown, 'source')} without a date ${unknown === 1 ? 'comes' : 'come'} last.`
    const told = `When the sources say that they were published, not when what they report happened.${last}`
    if (dated.length === 0) return [about(told, false)]
    return [
      about(told),
      {
        type: 'table',
        columns: [
          { width: 104, align: 'start' },
          { width: null, align: 'start' },
          { width: 40, align: 'start' }
        ],
        head: ['Published', 'Source, and what is quoted from it', 'Where'].map((text) => [{ text }]),
        rows: dated.flatMap(({ source }) => rows(source, references, input.brief.language))
      }
    ]
  }
}

/** When a source was published, to be compared; one without a date that can be read is later than all others. */
function timeOf({ source }: ExportSource): number {
  const time = Date.parse(source.metadata.published.value ?? '')
  return Number.isNaN(time) ? Infinity : time
}

function rows(exported: ExportSource, references: References, language: string): Run[][][] {
  const { source } = exported
  const { published, publisher } = source.metadata
  const title = sourceTitle(source)
  const date = published.value === null ? 'date unknown' : writtenDate(published.value.slice(0, 10), language)
  const from = publisher.value === null ? '' : `, ${publisher.value}`
  const quotes = references.quotes.filter((quote) => quote.source?.source.id === source.id)
  return [
    [[{ text: date }], [{ text: title, voice: 'strong' }, { text: from }], [numbered(exported, references)]],
    ...quotes.map(({ words, destination, number }): Run[][] => [
      [],
      [{ text: excerptOf(words) }],
      [{ text: 'p.\u00a0', pageOf: destination, target: { destination }, about: `Quote ${number}` }]
    ])
  ]
}

function numbered(source: ExportSource, references: References): Run {
  return { ...references.linkTo(source), text: `[${references.numberOf(source)}]` }
}
