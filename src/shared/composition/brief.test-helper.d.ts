import type { BriefFields, Citation, List, Section, SectionBlock, Statement } from '../brief/brief.ts'
import type { OriginalState } from '../brief/check.ts'
import type { Quote } from '../quote/quote.ts'
import type { ExportInput, ExportSource } from './input.ts'
/** Makes export inputs for tests and benchmarks from little. */
export declare class BriefBuilder {
  readonly sources: Omit<ExportSource, 'number'>[]
  readonly quotes: Quote[]
  readonly sections: Section[]
  private ids
  source(
    paragraphs: string[],
    fields?: {
      title?: string
      publisher?: string
      published?: string
      language?: string
      url?: string
      authors?: string[]
    },
    original?: OriginalState
  ): string
  /** Saves a quote of words that stand in the source. */
  quote(sourceId: string, exact: string, speaker?: string | null): string
  section(title: string, ...blocks: SectionBlock[]): void
  statement(content: (string | Citation)[], attrs?: Partial<Statement['attrs']>): Statement
  list(type: List['type'], ...items: Statement[]): List
  subheading(text: string, level?: number): SectionBlock
  /** A quote block; its words are those of the saved quote unless others are given. */
  block(quoteId: string, words?: string): SectionBlock
  /** A quote block that was never located. */
  lost(words: string, label: string): SectionBlock
  /** The export of the brief, checked as the program checks it. */
  build(fields?: Partial<BriefFields>, options?: Partial<ExportInput['options']>): ExportInput
  private id
}
/** A citation of a saved quote (`quote-id-1`) or a source (`source-id-1`). */
export declare function cite(id: string, relation?: Citation['attrs']['relation'], locator?: string | null): Citation
/** A citation that leads nowhere. */
export declare function citeNothing(label: string): Citation
export declare function sha256(text: string): string
