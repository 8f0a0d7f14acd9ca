import { sourceTitle } from '../source/source.ts'
import type { Block, Run, TextBlock } from './block.ts'
import { writtenDate } from './dates.ts'
import type { ExportInput, ExportSource } from './input.ts'
import type { References } from './references.ts'
import { counted, excerptOf } from './summary.ts'

/** The appendix that orders the sources and the quotes from them by when the sources were published. Those without a date come last. */
export function chronology(input: ExportInput, references: References): Block {
  const heading: TextBlock = {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: 'Chronology of publication' }],
    bookmark: 'Chronology of publication',
    destination: 'publication'
  }
  const dated = input.sources.map((source) => ({ source, time: timeOf(source) }))
  dated.sort((a, b) => (a.time === b.time ? a.source.number - b.source.number : a.time < b.time ? -1 : 1))
  const unknown = dated.filter(({ time }) => time === Infinity).length
  const last =
    unknown === 0 ? '' : ` ${counted(unknown, 'source')} without a date ${unknown === 1 ? 'comes' : 'come'} last.`
  const about: TextBlock = {
    type: 'text',
    kind: 'body',
    keepNext: input.sources.length > 0,
    runs: [{ text: `When the sources say that they were published, not when what they report happened.${last}` }]
  }
  const table: Block = {
    type: 'table',
    columns: [
      { width: 104, align: 'start' },
      { width: null, align: 'start' },
      { width: 40, align: 'start' }
    ],
    head: ['Published', 'Source, and what is quoted from it', 'Where'].map((text) => [{ text }]),
    rows: dated.flatMap(({ source }) => rows(source, references, input.brief.language))
  }
  const children = input.sources.length === 0 ? [heading, about] : [heading, about, table]
  return { type: 'section', language: 'en', children }
}

/** When a source was published, to be compared; one without a date that can be read is later than all others. */
function timeOf({ source }: ExportSource): number {
  const time = Date.parse(source.metadata.published.value ?? '')
  return Number.isNaN(time) ? Infinity : time
}

function rows(exported: ExportSource, references: References, language: string): Run[][][] {
  const { source } = exported
  const { published, publisher } = source.metadata
  const number = references.numberOf(exported)
  const title = sourceTitle(source)
  const date = published.value === null ? 'date unknown' : writtenDate(published.value.slice(0, 10), language)
  const from = publisher.value === null ? '' : `, ${publisher.value}`
  const link: Run = {
    text: `[${number}]`,
    target: { destination: `source-${number}` },
    about: `Source ${number}: ${title}`
  }
  const quotes = references.quotes.filter((quote) => quote.source?.source.id === source.id)
  return [
    [[{ text: date }], [{ text: title, voice: 'strong' }, { text: from }], [link]],
    ...quotes.map(({ words, destination, number }): Run[][] => [
      [],
      [{ text: excerptOf(words) }],
      [{ text: 'p.\u00a0', pageOf: destination, target: { destination }, about: `Quote ${number}` }]
    ])
  ]
}
