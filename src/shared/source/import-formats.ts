/** A kind of file that can be imported, as people know it. Files are told by their content: the endings are for dialogs and pages. */
export interface ImportFormat {
  name: string
  /** Lower case, without the dot, the usual one first. */
  extensions: readonly [string, ...string[]]
}

/** The kinds of files that can be imported. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  { name: 'Saved web pages', extensions: ['html', 'htm', 'xhtml', 'mhtml', 'mht'] },
  { name: 'PDF', extensions: ['pdf'] },
  { name: 'Word, OpenDocument, RTF, EPUB', extensions: ['docx', 'docm', 'odt', 'fodt', 'rtf', 'epub'] },
  { name: 'Plain text and Markdown', extensions: ['txt', 'text', 'md', 'markdown'] },
  { name: 'E-mail and mailboxes', extensions: ['eml', 'mbox'] },
  { name: 'Archives and web archives', extensions: ['zip', 'warc', 'wacz', 'gz'] },
  { name: 'References', extensions: ['ris', 'bib', 'json'] },
  { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg'] }
]

/** The endings of all files that can be imported. */
export const IMPORT_EXTENSIONS: readonly string[] = IMPORT_FORMATS.flatMap(({ extensions }) => extensions)
