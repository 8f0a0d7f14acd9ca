import { create } from 'zustand'
import type { ImportProgress, ImportReport } from '../../shared/api/contract.ts'
import { ask, listen } from './bridge.ts'
import { takeRows, useCase } from './case.ts'
import { showDialog } from './dialogs.ts'
import { forgetWithCase } from './forget.ts'
import { openSource } from './reader.ts'
import { announce, showMessage } from './toasts.ts'

interface ImportState {
  running: boolean
  cancelling: boolean
  progress: ImportProgress | null
  /** Files a second so far; null until it can be told. */
  rate: number | null
  /** True once the import has run long enough to be worth a panel. */
  visible: boolean
}

/** Imports shorter than this don't show a panel. */
const SHOW_AFTER_MS = 400
const TELL_RATE_AFTER_MS = 500
let startedAt = 0

export const useImport = create<ImportState>(() => ({
  running: false,
  cancelling: false,
  progress: null,
  rate: null,
  visible: false
}))

forgetWithCase(() => useImport.setState({ progress: null, visible: false }))

/** Follows main's reports of a running import until the returned function is called. */
export function followImport(): () => void {
  return listen('import.progress', (progress) => {
    if (useCase.getState().phase !== 'open') return
    const elapsed = performance.now() - startedAt
    const known = progress.done > 0 && elapsed > TELL_RATE_AFTER_MS
    useImport.setState({ progress, rate: known ? Math.max(1, Math.round((progress.done / elapsed) * 1000)) : null })
  })
}

/** Imports files and folders. */
export function importPaths(paths: string[]): Promise<void> {
  return run(() => ask('import.start', { paths }))
}

/** Imports a text from the clipboard. */
export function importText(text: string, html: string | null, url: string | null): Promise<void> {
  return run(() => ask('import.paste', { text, html, url }))
}

/** Asks for files or a folder and imports them. */
export async function chooseImport(purpose: 'import-files' | 'import-folder'): Promise<void> {
  const paths = await ask('dialog.choose', { purpose })
  if (paths && paths.length > 0) await importPaths(paths)
}

export async function cancelImport(): Promise<void> {
  useImport.setState({ cancelling: true })
  await ask('import.cancel', {})
}

async function run(start: () => Promise<ImportReport | null>): Promise<void> {
  if (useImport.getState().running) {
    showMessage('An import is under way. Wait until it is done, or cancel it.')
    return
  }
  startedAt = performance.now()
  useImport.setState({ running: true, cancelling: false, progress: null, rate: null })
  const timer = setTimeout(() => useImport.setState({ visible: true }), SHOW_AFTER_MS)
  const report = await start()
  clearTimeout(timer)
  useImport.setState({ running: false, visible: false, progress: null })
  if (report) await conclude(report)
}

async function conclude(report: ImportReport): Promise<void> {
  const imported = report.items.filter((item) => item.status === 'imported')
  const rest = report.items.length - imported.length
  announce(`${imported.length} imported, ${rest} not.`)
  const first = imported[0]
  if (first?.id) await openSource(first.id)
  if (rest > 0 || report.cancelled) {
    showDialog({ kind: 'import-report', report })
    return
  }
  const doubtful = needLook(report)
  if (doubtful.length > 0) showDialog({ kind: 'metadata', ids: doubtful })
  else
    showMessage(
      imported.length === 1
        ? `“${first?.title ?? first?.path}” was imported.`
        : `${imported.length} sources were imported.`
    )
}

/** The ids of the sources of an import whose metadata want a look. */
export function needLook(report: ImportReport): string[] {
  takeRows()
  const rows = new Map(useCase.getState().sources.map((row) => [row.id, row]))
  return report.items.flatMap((item) =>
    item.status === 'imported' && item.id !== null && rows.get(item.id)?.attention ? [item.id] : []
  )
}
