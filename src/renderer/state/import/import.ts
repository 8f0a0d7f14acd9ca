import { create } from 'zustand'
import type { ImportItem, ImportProgress, ImportReport, UnfinishedImport } from '../../../shared/import/report.ts'
import type { Input } from '../../../shared/api/contract.ts'
import type { Place } from '../../../shared/api/place.ts'
import { doneWords, quarters } from './import-progress.ts'
import { hasNews, oneWords, summaryWords } from './import-items.ts'
import { ask, listen } from '../window/bridge.ts'
import { sourceRow, takeRows, useCase } from '../case/case.ts'
import { showDialog } from '../window/dialogs.ts'
import { forgetWithCase } from '../window/forget.ts'
import { openSource } from '../sources/reader.ts'
import { useReader } from '../sources/readers.ts'
import { isTextless, offerRecognition } from '../sources/recognition.ts'
import { announce, keepMessage, showMessage } from '../window/toasts.ts'

interface ImportState {
  running: boolean
  cancelling: boolean
  progress: ImportProgress | null
  /** True once the import has run long enough to be worth a panel. */
  visible: boolean
  /** True while the panel is folded into the status bar. */
  folded: boolean
  /** The report of the last import into this case; null when nothing was imported since it was opened. */
  last: ImportReport | null
  /** The report of an import that has just ended, until it is put away. */
  ended: ImportReport | null
  /** An import into this case that was cut short and can be continued. */
  unfinished: UnfinishedImport | null
}

const NOTHING = { progress: null, visible: false, last: null, ended: null, unfinished: null }

/** Imports shorter than this don't show a panel. */
const SHOW_AFTER_MS = 400

export const useImport = create<ImportState>(() => ({ running: false, cancelling: false, folded: false, ...NOTHING }))

forgetWithCase(() => useImport.setState(NOTHING))

let told = 0

/** Follows main's reports of a running import until the returned function is called. Each quarter is said to screen readers, not each file. */
export function followImport(): () => void {
  return listen('import.progress', (progress) => {
    if (useCase.getState().phase !== 'open') return
    useImport.setState({ progress })
    const quarter = quarters(progress)
    if (quarter > told && quarter < 4 && useImport.getState().visible)
      announce(`${doneWords(progress)} files are done.`)
    told = Math.max(told, quarter)
  })
}

/** Finds out whether an import into the open case was cut short. */
export async function findUnfinished(): Promise<void> {
  if (useCase.getState().readOnly) return
  const unfinished = await ask('import.unfinished', {})
  if (!useImport.getState().running) useImport.setState({ unfinished })
}

/** Imports files and folders that were chosen together. */
export function importChosen(place: Place): Promise<void> {
  return run(() => ask('import.start', { paths: place, itemsLater: true }).then(withItems))
}

/** Imports a text from the clipboard. */
export function importText(text: string, html: string | null, url: string | null): Promise<void> {
  return run(() => ask('import.paste', { text, html, url }))
}

/**
 * Imports pictures that were pasted into a brief, quietly. Answers the sources that they became, or were already, in their order; null for one that
 * couldn't be imported.
 */
export async function importPictures(pictures: Input<'import.pictures'>['pictures']): Promise<(string | null)[]> {
  if (useImport.getState().running) {
    showMessage('An import is under way, so no pictures can be pasted. Wait until it is done, or cancel it.')
    return []
  }
  useImport.setState({ running: true, cancelling: false, ended: null })
  const report = await ask('import.pictures', { pictures })
  useImport.setState({ running: false, progress: null, ...(report ? { last: report } : {}) })
  takeRows()
  return report?.items.map(({ id }) => id) ?? []
}

/** Goes on with the import that was cut short. */
export function continueImport(): Promise<void> {
  return run(() => ask('import.continue', { itemsLater: true }).then(withItems))
}

/** Forgets the import that was cut short. What it imported stays. */
export async function forgetUnfinished(): Promise<void> {
  if ((await ask('import.forget', {})) === null) return
  useImport.setState({ unfinished: null })
  announce('The unfinished import is forgotten. What it imported stays in the case.')
}

/** Asks for files or a folder and imports them. */
export async function chooseImport(purpose: 'import-files' | 'import-folder'): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose })
  if (chosen) await importChosen(chosen.place)
}

export async function cancelImport(): Promise<void> {
  if (!useImport.getState().running) return
  useImport.setState({ cancelling: true })
  await ask('import.cancel', {})
}

export async function pauseImport(): Promise<void> {
  if ((await ask('import.pause', {})) !== null) announce('The import is paused.')
}

export async function resumeImport(): Promise<void> {
  if ((await ask('import.resume', {})) !== null) announce('The import goes on.')
}

/** Shows the report of the last import into the open case. */
export function showLastReport(): void {
  const { last } = useImport.getState()
  if (!last) return
  forgetEnded()
  showDialog({ kind: 'import-report', report: last })
}

/** Items of a report fetched at a time. */
const PAGE = 500

async function withItems(report: ImportReport | null): Promise<ImportReport | null> {
  if (!report) return null
  const items: ImportItem[] = []
  for (;;) {
    const page = await ask('import.items', { offset: items.length, limit: PAGE })
    if (page === null) return null
    items.push(...page)
    if (page.length < PAGE) return { ...report, items }
  }
}

async function run(start: () => Promise<ImportReport | null>): Promise<void> {
  if (useImport.getState().running) {
    showMessage('An import is under way. Wait until it is done, or cancel it.')
    return
  }
  told = 0
  useImport.setState({
    running: true,
    cancelling: false,
    folded: false,
    progress: null,
    ended: null,
    unfinished: null
  })
  const timer = setTimeout(() => useImport.setState({ visible: true }), SHOW_AFTER_MS)
  const report = await start()
  clearTimeout(timer)
  const long = useImport.getState().visible
  useImport.setState({ running: false, visible: false, progress: null })
  if (useCase.getState().phase === 'open') void findUnfinished()
  if (!report) return
  useImport.setState({ last: report })
  await conclude(report, long)
}

/**
 * Tells what came of an import without getting in the way: one file by a message, many by a panel when there is more to say than that all
 * of them were imported. What was imported first is shown, unless one is writing or went on reading.
 */
async function conclude(report: ImportReport, long: boolean): Promise<void> {
  announce(`${summaryWords(report)}.`)
  const first = report.items.find(({ status, id }) => status === 'imported' && id !== null)
  // Whoever went on reading while many files were imported keeps the page.
  if (first?.id && (!long || useReader.getState().sourceId === null)) await openSource(first.id)
  const doubtful = needLook(report)
  const [only, ...others] = report.items
  if (only && others.length === 0 && !report.cancelled && !report.stopped) return tellOfOne(report, only, doubtful)
  if (hasNews(report) || doubtful.length > 0) useImport.setState({ ended: report })
  else {
    showMessage(`${report.items.length.toLocaleString('en-GB')} sources were imported.`, {
      label: 'Report',
      run: showLastReport
    })
  }
}

function tellOfOne(report: ImportReport, item: ImportItem, doubtful: string[]): void {
  const { id, status } = item
  const words = oneWords(item, doubtful.length > 0)
  if (status === 'failed') return keepMessage(words, { label: 'Report', run: showLastReport })
  const textless = status === 'imported' && id !== null && isTextless(id)
  if (doubtful.length > 0 && !textless)
    return showMessage(words, { label: 'Check…', run: () => showDialog({ kind: 'metadata', ids: doubtful }) })
  if (textless) return showMessage(words, { label: 'Recognise…', run: () => offerRecognition([id]) })
  if (status === 'duplicate' && id !== null)
    return showMessage(words, { label: 'Show', run: () => void openSource(id) })
  showMessage(words, { label: 'Report', run: () => showDialog({ kind: 'import-report', report }) })
}

/** Puts away what is told of the import that has just ended. */
export function forgetEnded(): void {
  useImport.setState({ ended: null })
}

/** The ids of the sources of an import that have no text, though their originals may show some. */
export function wantText(report: ImportReport): string[] {
  takeRows()
  return report.items.flatMap(({ status, id }) => (status === 'imported' && id !== null && isTextless(id) ? [id] : []))
}

/** The ids of the sources of an import whose metadata want a look. */
export function needLook(report: ImportReport): string[] {
  takeRows()
  const { sources } = useCase.getState()
  return report.items.flatMap(({ status, id }) =>
    status === 'imported' && id !== null && sourceRow(sources, id)?.attention ? [id] : []
  )
}
