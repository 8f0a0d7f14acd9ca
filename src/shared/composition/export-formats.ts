/**
 * The choices of an export that make a difference to a format: `page` its paper and typeface, `composition` what is printed, `texts`
 * whether it carries the texts of the sources, `sign` a signature beside it.
 */
export type FormatOption = 'page' | 'composition' | 'texts' | 'sign'

/** How a finished file is taken apart to be searched for what is withheld: `zip` is any format that is one, such as DOCX. */
export type ScannedKind = 'pdf' | 'zip' | 'text'

/** What window, command line and documentation know of a format; what makes it is registered in `main/exports` under the same id. */
export interface ExportFormat {
  readonly id: string
  /** As a choice among formats has it, and what one makes of it. */
  readonly label: string
  readonly use: string
  /** As a title and a button have it: “Export web page”. */
  readonly short: string
  /** As sentences have it behind an article: “The list of sources is written”. */
  readonly noun: string
  /** As the refusal of a finished file has it: “The redacted Word file”. */
  readonly file: string
  /** The option of `dossier export` that names the file, without its dashes, and what the help says of it. */
  readonly flag: string
  readonly help: string
  /** What its files end in, without the dot, the usual ending first. */
  readonly extensions: readonly [string, ...string[]]
  readonly mediaType: string
  /** The title of the dialog that asks for a place, and how it names the files that it shows. */
  readonly dialog: { readonly title: string; readonly files: string }
  readonly options: readonly FormatOption[]
  readonly scanned: ScannedKind
}

/** What a brief is exported as, in the order in which it is offered. */
export const EXPORT_FORMATS = [
  {
    id: 'pdf',
    label: 'PDF',
    use: 'proves its quotes',
    short: 'PDF',
    noun: 'PDF',
    file: 'PDF',
    flag: 'pdf',
    help: 'write the PDF that proves its quotes',
    extensions: ['pdf'],
    mediaType: 'application/pdf',
    dialog: { title: 'Export the briefing as PDF', files: 'PDF' },
    options: ['page', 'composition', 'texts', 'sign'],
    scanned: 'pdf'
  },
  {
    id: 'docx',
    label: 'Word document',
    use: 'to edit further',
    short: 'Word document',
    noun: 'Word document',
    file: 'Word file',
    flag: 'docx',
    help: 'write a Word document',
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    dialog: { title: 'Export the briefing as a Word document', files: 'Word document' },
    options: ['page', 'composition'],
    scanned: 'zip'
  },
  {
    id: 'html',
    label: 'Web page',
    use: 'one file, no network',
    short: 'web page',
    noun: 'web page',
    file: 'HTML file',
    flag: 'html',
    help: 'write a web page that needs no other file',
    extensions: ['html', 'htm'],
    mediaType: 'text/html',
    dialog: { title: 'Export the briefing as a web page', files: 'Web page' },
    options: ['composition'],
    scanned: 'text'
  },
  {
    id: 'markdown',
    label: 'Markdown',
    use: 'as it would be printed',
    short: 'Markdown',
    noun: 'Markdown file',
    file: 'Markdown file',
    flag: 'markdown',
    help: 'write Markdown to be read; to edit a brief, use `brief export`',
    extensions: ['md', 'markdown'],
    mediaType: 'text/markdown',
    dialog: { title: 'Export the briefing as Markdown', files: 'Markdown' },
    options: ['composition'],
    scanned: 'text'
  },
  {
    id: 'csl-json',
    label: 'Sources (CSL-JSON)',
    use: 'for reference managers',
    short: 'sources',
    noun: 'list of sources',
    file: 'CSL-JSON file',
    flag: 'csl',
    help: 'write the cited sources as CSL-JSON',
    extensions: ['json'],
    mediaType: 'application/vnd.citationstyles.csl+json',
    dialog: { title: 'Export the sources for reference managers', files: 'JSON' },
    options: [],
    scanned: 'text'
  },
  {
    id: 'annotations',
    label: 'Quotes (Web Annotations)',
    use: 'for other programs',
    short: 'quotes',
    noun: 'file of quotes',
    file: 'file of annotations',
    flag: 'annotations',
    help: 'write the cited quotes as W3C annotations',
    extensions: ['jsonld', 'json'],
    mediaType: 'application/ld+json',
    dialog: { title: 'Export the quotes as annotations', files: 'Annotations (JSON-LD)' },
    options: ['texts'],
    scanned: 'text'
  }
] as const satisfies readonly ExportFormat[]

export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id']

/** The one format that carries a proof of its quotes. It has requests and reports of its own. */
export const PROVEN_FORMAT = 'pdf' satisfies ExportFormatId

/** A format without a proof: a document to read, or sources and quotes for other programs. */
export type DocumentFormat = Exclude<ExportFormatId, typeof PROVEN_FORMAT>
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = EXPORT_FORMATS.map(({ id }) => id).filter(
  (id) => id !== PROVEN_FORMAT
)

/** A format by its id. */
export function exportFormat(id: ExportFormatId): ExportFormat {
  return EXPORT_FORMATS.find((format) => format.id === id)!
}

/** What the files of formats may end in, with the dot, each ending once. */
export function endingsOf(formats: readonly ExportFormat[]): string[] {
  return [...new Set(formats.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)))]
}
