import type { ExportOptions } from './options.ts'
import type { Brief } from '../brief/brief.ts'
import type { BriefCheck, OriginalState } from '../brief/check.ts'
import type { CaseRecord } from '../case/case.ts'
import type { CustodyEntry } from '../case/custody.ts'
import type { Quote } from '../quote/quote.ts'
import type { Source, SourceText } from '../source/source.ts'

/** A source that the brief cites, with its number in the print. */
export interface ExportSource {
  number: number
  source: Source
  text: SourceText
  original: OriginalState
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

/** All that a PDF is made from: nothing else (no clock, no path, no user name) may flow into its bytes. */
export interface ExportInput {
  case: CaseRecord
  brief: Brief
  /** The cited sources in the order of their numbers. */
  sources: ExportSource[]
  /** The saved quotes that the brief cites or shows. */
  quotes: Quote[]
  check: BriefCheck
  /** The images that figures show, by the id of their source. */
  images: ReadonlyMap<string, ExportImage>
  options: ExportOptions
  /** Name and version of the program, such as `Dossier 0.1.0`. */
  generator: string
}
