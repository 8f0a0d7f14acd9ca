import { z } from 'zod'

/** How citations are printed. `numbered` is Dossier's own; the others are styles of the Citation Style Language. */
export const CITATION_STYLES = ['numbered', 'chicago-notes', 'apa', 'oscola', 'bluebook'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

/**
 * What may stand behind the brief, in print's order. The list of sources always does; `likelihood` tells the ranges of likelihood words once,
 * `source-summary` tells how well the brief is sourced, `descriptors` what each source is,
 * `sources` gives each entry of the list its details (metadata, grading, hashes), `quotes` lists each quote with its context, `origins` where what
 * each statement says comes from, `figures` is the ledger of what the sources count, `events` orders what they date, `matrix` sets statements
 * beside sources, `chronology` orders what was published by its date, `marks` lists the marked passages of the cited sources with notes and tags,
 * `verification` tells each quote's state.
 */
export const APPENDICES = [
  'source-summary',
  'sources',
  'descriptors',
  'quotes',
  'origins',
  'figures',
  'events',
  'matrix',
  'chronology',
  'marks',
  'likelihood',
  'verification'
] as const
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
  /** Say below each judgement on how many reports and origins it rests. */
  basis: z.boolean(),
  appendices: z.array(z.enum(APPENDICES)),
  /** Prints what the chain of custody says of each source; needs the appendix `sources`. */
  custody: z.boolean(),
  /** Carry the cited sources' texts in the proof, so that it verifies from the PDF alone. */
  includeTexts: z.boolean(),
  /** Leave out what the brief marks as withheld. */
  redacted: z.boolean(),
  /** Leave an empty frame with the verification in which a signature within the file may show itself. */
  signatureFrame: z.boolean()
})
export type ExportOptions = z.infer<typeof ExportOptions>

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  paper: 'A4',
  theme: 'serif',
  cover: false,
  citations: 'numbered',
  basis: true,
  appendices: ['likelihood', 'sources', 'verification'],
  custody: false,
  includeTexts: true,
  redacted: false,
  signatureFrame: false
}
