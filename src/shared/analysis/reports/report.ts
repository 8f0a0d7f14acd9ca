import { quotedRanges } from '../copies/quoted.ts'
import type { Range } from '../copies/passages.ts'
import { wordsOf, type Words } from '../copies/words.ts'
import { sentencesOfBlocks } from '../../source/sentences.ts'
import type { Block } from '../../source/source.ts'
import { termsOf, type Term } from './terms.ts'

/** What an analysis needs of a source. Offsets are UTF-16 units of its text. */
export interface ReportInput {
  id: string
  key: string
  title: string
  publisher: string | null
  /** The report's own day or time, ISO 8601, as far as it's known. */
  published: string | null
  agencies: readonly string[]
  /** Lines that import took metadata from, such as `By Tove Lind and Northline`: their words may not stand in the text. */
  lines: readonly string[]
  language: string | null
  text: string
  blocks: readonly Block[]
}

/** A sentence of a report, half-open in its text. */
export interface Sentence {
  start: number
  end: number
  text: string
  terms: readonly Term[]
  /** The stems of its terms, each once. */
  stems: ReadonlySet<string>
  /** The parts that stand in quotation marks, in the sentence. */
  quoted: readonly Range[]
  /** Number of the block it stands in, from 0. */
  block: number
  isHeading: boolean
}

/** A source, read once for all that's asked of it. */
export interface Report extends ReportInput {
  sentences: readonly Sentence[]
  words: Words
  quoted: readonly Range[]
}

/** Reads a source's sentences. */
export function readReport(input: ReportInput): Report {
  const quoted = quotedRanges(input.text)
  const spans = sentencesOfBlocks(input.text, input.blocks, input.language)
  const sentences = input.blocks.flatMap((block, index) =>
    spans[index]!.map(({ start: from, end: to }): Sentence => {
      const own = input.text.slice(from, to)
      const terms = termsOf(own)
      return {
        start: from,
        end: to,
        text: own,
        terms,
        stems: new Set(terms.map(({ stem }) => stem)),
        quoted: quoted
          .filter((range) => range.start < to && range.end > from)
          .map((range) => ({ start: Math.max(0, range.start - from), end: Math.min(to, range.end) - from })),
        block: index,
        isHeading: block.type === 'heading'
      }
    })
  )
  return { ...input, sentences, words: wordsOf(input.text), quoted }
}
