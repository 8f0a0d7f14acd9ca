import type { ExportAnalysis } from './analysis.ts'
import type { FormattedCitations } from './citations.ts'
import type { ExportOptions } from './options.ts'
import type { Brief } from '../brief/brief.ts'
import type { BriefCheck, OriginalState } from '../brief/check.ts'
import type { CaseRecord } from '../case/case.ts'
import type { LocatedPassage } from '../case/codebook/passage-table.ts'
import type { CustodyEntry } from '../case/custody.ts'
import type { Quote } from '../quote/quote.ts'
import type { Source, SourceText } from '../source/source.ts'

/**
 * What of a source an export leaves out. `text`: its text, metadata or file hold withheld words, so neither the text
 * nor any hash of the source may be passed on, from which the words could be guessed. `source`: it is withheld as a whole, and only its number
 * may be passed on.
 */
export const SOURCE_WITHHOLDINGS = ['no', 'text', 'source'] as const
export type SourceWithholding = (typeof SOURCE_WITHHOLDINGS)[number]

/** A source that the brief cites, with its number in the print. */
export interface ExportSource {
  number: number
  source: Source
  text: SourceText
  original: OriginalState
  withheld: SourceWithholding
  /** What the chain of custody tells of it, in order of time; empty unless the export asks for it. */
  custody: (Pick<CustodyEntry, 'at' | 'action' | 'detail'> & { device: string })[]
}

/** An image that the brief shows: the original of one of its sources. Sizes in pixels. */
export interface ExportImage {
  mediaType: 'image/png' | 'image/jpeg'
  bytes: Uint8Array
  width: number
  height: number
}

/** What a brief is composed for: only the PDF carries the proof. */
export type Medium = 'pdf' | 'document'

/** All that an export is made from: nothing else (no clock, no path, no user name) may flow into its bytes. */
export interface ExportInput {
  case: CaseRecord
  brief: Brief
  /** The cited sources in the order of their numbers. */
  sources: ExportSource[]
  /** The saved quotes that the brief cites or shows. */
  quotes: Quote[]
  /** Marked passages of the cited sources; empty unless the export asks for them. */
  passages: readonly LocatedPassage[]
  /** What analyses say of the brief and the cited sources. */
  analysis: ExportAnalysis
  check: BriefCheck
  /** The images that figures show, by the id of their source. */
  images: ReadonlyMap<string, ExportImage>
  options: ExportOptions
  /** The citations as the style prints them; null until they are formatted, and for the numbered style. */
  citations: FormattedCitations | null
  /** Name and version of the program, such as `Dossier 0.1.0`. */
  generator: string
}
