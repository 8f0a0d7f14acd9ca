import { extname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Input } from '../../shared/api/contract.ts'
import { importFilters } from '../../shared/source/import-formats.ts'
import { ENDINGS, exportPurpose, type DialogPurpose } from '../../shared/api/place.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/composition/export-formats.ts'

const MARKDOWN: FileFilter = { name: 'Markdown', extensions: ['md', 'markdown', 'txt'] }
const PDF: FileFilter = { name: 'PDF', extensions: ['pdf'] }
const CSV: FileFilter = { name: 'Table (CSV)', extensions: ['csv'] }
const JSON_FILE: FileFilter = { name: 'JSON', extensions: ['json'] }
const ZIP: FileFilter = { name: 'Bundle', extensions: ['zip'] }
const CODEBOOK: FileFilter = { name: 'REFI-QDA codebook', extensions: ['qdc'] }
const PROJECT: FileFilter = { name: 'REFI-QDA project', extensions: ['qdpx'] }
const ALL: FileFilter = { name: 'All files', extensions: ['*'] }

const OPEN: Partial<Record<DialogPurpose, OpenDialogOptions>> = {
  'open-case': { title: 'Open a case', buttonLabel: 'Open case', properties: ['openDirectory'] },
  'import-files': {
    title: 'Import files',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: [...importFilters(), ALL]
  },
  'import-folder': {
    title: 'Import a folder',
    buttonLabel: 'Import',
    properties: ['openDirectory', 'multiSelections']
  },
  'brief-markdown': {
    title: 'Import a brief from Markdown',
    buttonLabel: 'Import',
    properties: ['openFile'],
    filters: [MARKDOWN, ALL]
  },
  'merge-case': { title: 'Merge another copy of this case', buttonLabel: 'Compare', properties: ['openDirectory'] },
  'open-bundle': { title: 'Open a bundle', buttonLabel: 'Open', properties: ['openFile'], filters: [ZIP] },
  'open-bundle-folder': { title: 'Open a bundle', buttonLabel: 'Open', properties: ['openDirectory'] },
  'open-codebook': { title: 'Import a codebook', buttonLabel: 'Import', properties: ['openFile'], filters: [CODEBOOK] },
  'open-project': { title: 'Import a project', buttonLabel: 'Import', properties: ['openFile'], filters: [PROJECT] },
  'verify-pdf': { title: 'Verify a PDF', buttonLabel: 'Verify', properties: ['openFile'], filters: [PDF] }
}

const SAVE: Partial<Record<DialogPurpose, SaveDialogOptions>> = {
  'new-case': { title: 'Place of the new case', buttonLabel: 'Choose', properties: ['createDirectory'] },
  'save-bundle': {
    title: 'Hand over the case as a bundle',
    filters: [ZIP],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  'save-passages': {
    title: 'Save what is tagged',
    filters: [CSV, MARKDOWN],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  'save-codebook': {
    title: 'Export the codebook',
    filters: [CODEBOOK],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  'save-project': {
    title: 'Export as a project of REFI-QDA',
    filters: [PROJECT],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  'save-import-report': {
    title: 'Save the report of the import',
    filters: [CSV, JSON_FILE],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  'save-markdown': {
    title: 'Export the brief as Markdown',
    filters: [MARKDOWN],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  },
  ...Object.fromEntries(EXPORT_FORMATS.map((format) => [exportPurpose(format.id), exportDialog(format)]))
}

/** The dialog that asks where an export is to stand. */
export function exportDialog({ dialog, extensions }: ExportFormat): SaveDialogOptions {
  return {
    title: dialog.title,
    filters: [{ name: dialog.files, extensions: [...extensions] }],
    properties: ['createDirectory', 'showOverwriteConfirmation']
  }
}

/**
 * A file name that every system takes, close to the one wished for: no separators, reserved characters, control
 * characters (also those that turn the direction of writing), names of Windows devices, or dots and spaces at the ends; 120 characters at most.
 */
export function safeFileName(wish: string): string {
  const reserved = new Set('<>:"/\\|?*')
  const kept = [...wish.normalize('NFC')].map((character) =>
    reserved.has(character) || character < ' ' || character === '\u007f' || /\p{Bidi_Control}/u.test(character)
      ? ' '
      : character
  )
  const name = kept
    .join('')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/^[ .]+|[ .]+$/g, '')
  if (name === '') return 'Untitled'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `_${name}` : name
}

/** Adds the first of the endings that a file may have, where a save dialog left it off. */
export function withEnding(path: string, endings: readonly string[]): string {
  return endings.length === 0 || endings.includes(extname(path).toLowerCase()) ? path : `${path}${endings[0]}`
}

/** Asks the user for places on the disk; null when cancelled. `documents` is where saving starts. */
export async function choose(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  window: BrowserWindow,
  documents: string,
  { purpose, suggestedName }: Input<'dialog.choose'>
): Promise<string[] | null> {
  const saving = SAVE[purpose]
  if (saving) {
    const endings = ENDINGS[purpose] ?? []
    const name = withEnding(safeFileName(suggestedName ?? 'Untitled'), endings)
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      ...saving,
      defaultPath: join(documents, name)
    })
    return canceled || filePath === '' ? null : [withEnding(filePath, endings)]
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { ...OPEN[purpose] })
  return canceled || filePaths.length === 0 ? null : filePaths
}
