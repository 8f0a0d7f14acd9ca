import type { Input } from '../../shared/api/contract.ts'
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
  ending: string
  purpose: Input<'dialog.choose'>['purpose']
  choices: readonly Choice[]
}

export const FORMATS: Record<ExportFormat, FormatWords> = {
  pdf: {
    name: 'PDF',
    use: 'proves its quotes',
    short: 'PDF',
    the: 'The PDF',
    redacted: 'The redacted PDF',
    ending: '.pdf',
    purpose: 'save-pdf',
    choices: ['page', 'composition', 'texts', 'sign']
  },
  docx: {
    name: 'Word document',
    use: 'to edit further',
    short: 'Word document',
    the: 'The Word document',
    redacted: 'The redacted Word document',
    ending: '.docx',
    purpose: 'save-docx',
    choices: ['page', 'composition']
  },
  html: {
    name: 'Web page',
    use: 'one file, no network',
    short: 'web page',
    the: 'The web page',
    redacted: 'The redacted web page',
    ending: '.html',
    purpose: 'save-html',
    choices: ['composition']
  },
  markdown: {
    name: 'Markdown',
    use: 'as it would be printed',
    short: 'Markdown',
    the: 'The Markdown file',
    redacted: 'The redacted Markdown file',
    ending: '.md',
    purpose: 'save-printed-markdown',
    choices: ['composition']
  },
  'csl-json': {
    name: 'Sources (CSL-JSON)',
    use: 'for reference managers',
    short: 'sources',
    the: 'The list of sources',
    redacted: 'The redacted list of sources',
    ending: '.json',
    purpose: 'save-csl-json',
    choices: []
  },
  annotations: {
    name: 'Quotes (Web Annotations)',
    use: 'for other programs',
    short: 'quotes',
    the: 'The file of quotes',
    redacted: 'The redacted file of quotes',
    ending: '.jsonld',
    purpose: 'save-annotations',
    choices: ['texts']
  }
}
