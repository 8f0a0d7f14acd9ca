import { gradingWords } from '../../source/grading.ts'
import { sourceTitle } from '../../source/source.ts'
import type { Run, TextBlock } from '../block.ts'
import { writtenDate } from '../dates.ts'
import type { ExportInput } from '../input.ts'
import { STATE_SIGNS, stateWords, type PrintedQuote, type References } from '../references.ts'
import { about, type Appendix } from './appendix.ts'

/** Characters of the source shown before and after a quote, about. */
const CONTEXT = 200

/** The appendix of quotes: each in full, within what stands around it in its source. */
export const quotesInContext: Appendix = {
  title: 'Quotes in context',
  startPage: true,
  body: (input, references) => {
    const { quotes } = references
    if (quotes.length === 0) return [about('This brief shows no quote.', false)]
    return [
      {
        type: 'list',
        numbering: 'Decimal',
        hanging: true,
        items: quotes.map((quote) => ({
          label: `${quote.number}.`,
          children: entry(quote, references, input)
        }))
      }
    ]
  }
}

function entry(quote: PrintedQuote, references: References, { brief, options }: ExportInput): TextBlock[] {
  const { source } = quote
  const { language } = brief
  // The source's own words around a quote may hold what a redacted export leaves out.
  const { before, after } = options.redacted ? { before: '', after: '' } : around(quote)
  const words: TextBlock = {
    type: 'text',
    kind: 'context',
    runs: [
      { text: before, voice: 'quiet' },
      { text: quote.words.replace(/\s+/g, ' ').trim(), voice: 'marked' },
      { text: after, voice: 'quiet' }
    ]
  }
  const spoken = source?.source.metadata.language.value ?? null
  if (spoken !== null && spoken !== 'en') words.language = spoken
  const state = quote.check?.verification.state ?? 'missing'
  const details: [string, Run[]][] = [
    ['Source', sourceRuns(quote, references, language)],
    ['Place', [{ text: quote.locator ?? '' }]],
    ['Speaker', [{ text: quote.quote?.speaker ?? '' }]],
    ['Grade', [{ text: gradingWords(quote.quote?.grading) }]],
    ['By way of', [{ text: quote.quote?.attribution.join(' › ') ?? '' }]],
    ['State', [{ text: `${STATE_SIGNS[state]} ${stateWords(quote)}`, voice: ALARMING.has(state) ? 'alarm' : 'plain' }]],
    ['Quoted', [{ ...PAGE, pageOf: quote.destination, target: { destination: quote.destination } }]]
  ]
  const shown = details.filter(([, runs]) => runs.some((run) => run.text !== ''))
  return [
    { ...words, keepNext: true },
    ...shown.map(([lead, runs], i): TextBlock => {
      return { type: 'text', kind: 'detail', lead, runs, keepNext: i < shown.length - 1 }
    })
  ]
}

const ALARMING: ReadonlySet<string> = new Set(['altered', 'missing'])
const PAGE = { text: 'p.\u00a0', about: 'Back to where it is quoted', voice: 'cite' } as const

function sourceRuns({ source }: PrintedQuote, references: References, language: string): Run[] {
  if (!source) return [{ text: 'not found', voice: 'alarm' }]
  const { metadata } = source.source
  const published = metadata.published.value
  const parts = [
    metadata.publisher.value,
    published === null ? 'date unknown' : writtenDate(published.slice(0, 10), language)
  ].filter((part) => part !== null)
  return [
    { text: `${sourceTitle(source.source)} (${parts.join(', ')}) ` },
    { ...references.linkTo(source), text: `[${references.numberOf(source)}]`, voice: 'cite' }
  ]
}

/** What stands before and after a quote in its source, from and to the end of a sentence or else of a word. */
function around({ check, source }: PrintedQuote): { before: string; after: string } {
  const { start = null, end = null } = check?.verification ?? {}
  if (!source || start === null || end === null) return { before: '', after: '' }
  const { text } = source.text
  const from = Math.max(0, start - CONTEXT)
  const to = Math.min(text.length, end + CONTEXT)
  const before = flat(from === 0 ? text.slice(0, start) : beginning(text.slice(from, start)))
  const after = flat(to === text.length ? text.slice(end) : ending(text.slice(end, to)))
  return { before: before.replace(/^[ ¶]+/u, ''), after: after.replace(/[ ¶]+$/u, '') }
}

/** From the first sentence that begins in a text, else from its first whole word. */
function beginning(text: string): string {
  const sentence = /[.!?…。！？]["”’»)]*\s+|\n/u.exec(text)
  if (sentence && sentence.index + sentence[0].length < text.length)
    return text.slice(sentence.index + sentence[0].length)
  return `… ${text.toWellFormed().replace(/^\S*\s/u, '')}`
}

/** Up to the last sentence that ends in a text, else up to its last whole word. */
function ending(text: string): string {
  const sentence = /^[\s\S]*(?:[.!?…。！？]["”’»)]*(?=\s)|(?=\n))/u.exec(text)
  if (sentence && sentence[0].trim() !== '') return sentence[0]
  return `${text.toWellFormed().replace(/\s\S*$/u, '')} …`
}

/** On one line, with signs where paragraphs end. */
function flat(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, ' ¶ ').replace(/\s+/g, ' ')
}
