/** Kinds of files as dialogs group them, in their order. */
export const IMPORT_GROUPS = {
  pages: 'Saved web pages',
  pdf: 'PDF',
  documents: 'Word, OpenDocument, RTF, EPUB',
  texts: 'Plain text and Markdown',
  mails: 'E-mail and mailboxes',
  archives: 'Archives and web archives',
  references: 'References',
  pictures: 'Pictures'
} as const

/** A format that can be imported, as people know it. Files are told by their content: endings decide only where that doesn't. */
export interface ImportFormatDescription {
  id: string
  /** What files of it are called within a sentence. */
  label: string
  group: keyof typeof IMPORT_GROUPS
  /** Lower case, without the dot; the first is that under which originals are kept. */
  extensions: readonly [string, ...string[]]
  /** The type that IANA or usage gives it, under which originals are kept. */
  mediaType: string
}

/** The formats that can be imported, in the order in which they are named. */
export const IMPORT_FORMATS = [
  {
    id: 'html',
    label: 'web pages',
    group: 'pages',
    extensions: ['html', 'htm', 'xhtml', 'shtml', 'php', 'asp', 'aspx'],
    mediaType: 'text/html'
  },
  { id: 'mhtml', label: 'MHTML', group: 'pages', extensions: ['mhtml', 'mht'], mediaType: 'multipart/related' },
  { id: 'pdf', label: 'PDF', group: 'pdf', extensions: ['pdf'], mediaType: 'application/pdf' },
  {
    id: 'docx',
    label: 'Word',
    group: 'documents',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  },
  {
    id: 'odt',
    label: 'OpenDocument text',
    group: 'documents',
    extensions: ['odt', 'fodt', 'ott'],
    mediaType: 'application/vnd.oasis.opendocument.text'
  },
  { id: 'rtf', label: 'RTF', group: 'documents', extensions: ['rtf'], mediaType: 'application/rtf' },
  { id: 'epub', label: 'EPUB', group: 'documents', extensions: ['epub'], mediaType: 'application/epub+zip' },
  { id: 'text', label: 'plain text', group: 'texts', extensions: ['txt', 'text', 'asc'], mediaType: 'text/plain' },
  {
    id: 'markdown',
    label: 'Markdown',
    group: 'texts',
    extensions: ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'],
    mediaType: 'text/markdown'
  },
  { id: 'mail', label: 'e-mail', group: 'mails', extensions: ['eml'], mediaType: 'message/rfc822' },
  { id: 'mbox', label: 'mailboxes', group: 'mails', extensions: ['mbox'], mediaType: 'application/mbox' },
  { id: 'zip', label: 'zip archives', group: 'archives', extensions: ['zip'], mediaType: 'application/zip' },
  { id: 'warc', label: 'WARC', group: 'archives', extensions: ['warc'], mediaType: 'application/warc' },
  { id: 'wacz', label: 'WACZ', group: 'archives', extensions: ['wacz'], mediaType: 'application/wacz' },
  { id: 'gzip', label: 'gzip', group: 'archives', extensions: ['gz'], mediaType: 'application/gzip' },
  {
    id: 'ris',
    label: 'RIS',
    group: 'references',
    extensions: ['ris'],
    mediaType: 'application/x-research-info-systems'
  },
  {
    id: 'bibtex',
    label: 'BibTeX',
    group: 'references',
    extensions: ['bib', 'bibtex', 'biblatex'],
    mediaType: 'application/x-bibtex'
  },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    group: 'references',
    extensions: ['json'],
    mediaType: 'application/vnd.citationstyles.csl+json'
  },
  { id: 'png', label: 'PNG', group: 'pictures', extensions: ['png'], mediaType: 'image/png' },
  { id: 'jpeg', label: 'JPEG', group: 'pictures', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg' }
] as const satisfies readonly ImportFormatDescription[]

export type ImportFormatId = (typeof IMPORT_FORMATS)[number]['id']

/** What is told of a format. */
export function describedFormat(id: ImportFormatId): ImportFormatDescription {
  return IMPORT_FORMATS.find((format) => format.id === id)!
}

/** As what an original of a format is kept with its source. */
export function keptAs(id: ImportFormatId): { mediaType: string; extension: string } {
  const { mediaType, extensions } = describedFormat(id)
  return { mediaType, extension: extensions[0] }
}

/** True for a name with one of the endings of a group. */
export function hasEndingOf(name: string, group: ImportFormatDescription['group']): boolean {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  return IMPORT_FORMATS.some((format) => format.group === group && format.extensions.some((own) => own === extension))
}

/** The filters of a dialog that opens files: all formats together, then a group each, endings without the dot. */
export function importFilters(
  formats: readonly ImportFormatDescription[] = IMPORT_FORMATS
): { name: string; extensions: string[] }[] {
  const endings = (own: readonly ImportFormatDescription[]): string[] => own.flatMap(({ extensions }) => extensions)
  const groups = Object.entries(IMPORT_GROUPS).map(([group, name]) => ({
    name,
    extensions: endings(formats.filter((format) => format.group === group))
  }))
  return [{ name: 'All that can be imported', extensions: endings(formats) }, ...groups]
}

/** All formats by name, as a part of a sentence: `web pages, PDF and plain text`. */
export function importableWords(formats: readonly ImportFormatDescription[] = IMPORT_FORMATS): string {
  const labels = formats.map(({ label }) => label)
  return [labels.slice(0, -1).join(', '), labels.at(-1)].filter(Boolean).join(' and ')
}

/** The table of formats in the documentation, as rows of cells. */
export function formatTable(formats: readonly ImportFormatDescription[] = IMPORT_FORMATS): string[][] {
  return formats.map(({ label, extensions, mediaType }) => [
    label,
    extensions.map((extension) => `\`.${extension}\``).join(', '),
    `\`${mediaType}\``
  ])
}
