import { DOCUMENT_PURPOSES, type DialogPurpose } from '../../shared/api/place.ts'
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../shared/composition/options.ts'

export type ExportFormat = 'pdf' | DocumentFormat
export const EXPORT_FORMATS = ['pdf', ...DOCUMENT_FORMATS] as const

/** The choices that make a difference to a format. */
export type Choice = 'page' | 'composition' | 'texts' | 'sign'

interface FormatWords {
  /** As the choice among formats names it, and what one makes of it. */
  name: string
  use: string
  /** As a title and a button have it: “Export PDF”. */
  short: string
  /** As the subject of a sentence. */
  the: string
  /** The same of a redacted export. */
  redacted: string
  choices: readonly Choice[]
}

export const FORMATS: Record<ExportFormat, FormatWords> = {
  pdf: {
    name: 'PDF',
    use: 'proves its quotes',
    short: 'PDF',
    the: 'The PDF',
    redacted: 'The redacted PDF',
    choices: ['page', 'composition', 'texts', 'sign']
  },
  docx: {
    name: 'Word document',
    use: 'to edit further',
    short: 'Word document',
    the: 'The Word document',
    redacted: 'The redacted Word document',
    choices: ['page', 'composition']
  },
  html: {
    name: 'Web page',
    use: 'one file, no network',
    short: 'web page',
    the: 'The web page',
    redacted: 'The redacted web page',
    choices: ['composition']
  },
  markdown: {
    name: 'Markdown',
    use: 'as it would be printed',
    short: 'Markdown',
    the: 'The Markdown file',
    redacted: 'The redacted Markdown file',
    choices: ['composition']
  },
  'csl-json': {
    name: 'Sources (CSL-JSON)',
    use: 'for reference managers',
    short: 'sources',
    the: 'The list of sources',
    redacted: 'The redacted list of sources',
    choices: []
  },
  annotations: {
    name: 'Quotes (Web Annotations)',
    use: 'for other programs',
    short: 'quotes',
    the: 'The file of quotes',
    redacted: 'The redacted file of quotes',
    choices: ['texts']
  }
}

/** What a place is asked for to which a format is saved. */
export function purposeOf(format: ExportFormat): DialogPurpose {
  return format === 'pdf' ? 'save-pdf' : DOCUMENT_PURPOSES[format]
}
