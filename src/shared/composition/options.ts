import { z } from 'zod'

/** How citations are printed. `numbered` is Dossier's own; the others are styles of the Citation Style Language. */
export const CITATION_STYLES = ['numbered', 'chicago-notes', 'apa', 'oscola', 'bluebook'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

/**
 * What may stand behind the brief. The list of sources always does; `sources` gives each entry its details (metadata,
 * grading, hashes), `quotes` lists each quote with its context, `chronology` orders what was published by its date,
 * `marks` lists the marked passages of the cited sources with notes and tags, `verification` tells each quote's state.
 */
export const APPENDICES = ['sources', 'quotes', 'chronology', 'marks', 'verification'] as const
export type AppendixName = (typeof APPENDICES)[number]

export const PAPERS = ['A4', 'Letter'] as const
export const THEMES = ['serif', 'sans'] as const
export type Theme = (typeof THEMES)[number]

/** What the author chooses for an export. */
export const ExportOptions = z.object({
  paper: z.enum(PAPERS),
  theme: z.enum(THEMES),
  /** A page of its own for title, author and handling. */
  cover: z.boolean(),
  citations: z.enum(CITATION_STYLES),
  appendices: z.array(z.enum(APPENDICES)),
  /** Prints what the chain of custody says of each source; needs the appendix `sources`. */
  custody: z.boolean(),
  /** Carry the cited sources' texts in the proof, so that it verifies from the PDF alone. */
  includeTexts: z.boolean(),
  /** Leave out what the brief marks as withheld. */
  redacted: z.boolean()
})
export type ExportOptions = z.infer<typeof ExportOptions>

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  paper: 'A4',
  theme: 'serif',
  cover: false,
  citations: 'numbered',
  appendices: ['sources', 'verification'],
  custody: false,
  includeTexts: true,
  redacted: false
}
