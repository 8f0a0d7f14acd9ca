import type { DatedEvent } from '../../../shared/analysis/chronology/read-chronology.ts'
import type { FigureDraft } from '../../../shared/analysis/figures/read-figures.ts'

/** What was read of a source's text, with what is known of the source. */
export interface Reading {
  id: string
  key: string
  publisher: string | null
  published: string | null
  readonly events: readonly DatedEvent[]
  readonly figures: readonly FigureDraft[]
}
