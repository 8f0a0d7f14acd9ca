import type { ImportReport, UnfinishedImport } from '../../../shared/import/report.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { fromClipboard, pictureName } from '../../import/collect/clipboard.ts'
import { collectFiles } from '../../import/collect/collect.ts'
import { storageError } from '../../base/durable.ts'
import { ImportJournal, type JournalledImport } from '../../store/import-journal.ts'
import type { OpenCase } from '../open-case.ts'
import { incomingFile, incomingPaste } from './incoming.ts'
import { CLOSING, ImportRun, type ImportDeps } from './run.ts'

/**
 * Imports files, the files in folders and what is inside archives, mailboxes and mails. A file that can't be imported is reported and the rest
 * goes on; what was imported before a cancellation stays. An import that the program's end cuts short can be continued.
 */
export function importPaths(open: OpenCase, paths: string[], deps: ImportDeps): Promise<ImportReport> {
  return importJournalled(open, { startedAt: deps.now().toISOString(), paths, done: [] }, deps)
}

/** The import into a case that was cut short; null when there is none. */
export async function unfinishedImport(open: OpenCase): Promise<UnfinishedImport | null> {
  const { journalPath, files } = open.store
  const journal = open.store.readOnly ? null : await ImportJournal.read(journalPath, files.seal)
  return journal && { startedAt: journal.startedAt, paths: journal.paths, done: journal.done.length }
}

/** Goes on with the import that was cut short. @throws DossierError `not-found` when there is none */
export async function continueImport(open: OpenCase, deps: ImportDeps): Promise<ImportReport> {
  const { journalPath, files } = open.store
  const journal = await ImportJournal.read(journalPath, files.seal)
  if (!journal) throw new DossierError('not-found', 'There is no import to continue.')
  return importJournalled(open, journal, deps)
}

/** Forgets the import that was cut short. */
export async function forgetImport(open: OpenCase): Promise<void> {
  await ImportJournal.forget(open.store.journalPath)
}

/** Imports what was pasted, as one source. */
export async function importPaste(
  open: OpenCase,
  clipboard: { text: string; html: string | null; url: string | null },
  deps: ImportDeps
): Promise<ImportReport> {
  const { bytes, name } = fromClipboard(clipboard)
  return new ImportRun(open, deps, deps.now().toISOString()).run([incomingPaste(name, bytes, clipboard.url)], null)
}

/** Imports pictures that were pasted into a brief, each as a source named by what it shows. The report has an item for each, in their order. */
export async function importPictures(
  open: OpenCase,
  pictures: readonly { alt: string; bytes: Uint8Array }[],
  deps: ImportDeps
): Promise<ImportReport> {
  const incoming = pictures.map(({ alt, bytes }) => incomingPaste(pictureName(alt, bytes), bytes, null))
  return new ImportRun(open, deps, deps.now().toISOString()).run(incoming, null)
}

async function importJournalled(open: OpenCase, asked: JournalledImport, deps: ImportDeps): Promise<ImportReport> {
  const known = new Set(asked.done.map(({ path }) => path))
  const files = (await collectFiles(asked.paths, { signal: deps.signal })).filter(({ path }) => !known.has(path))
  const journal = await beginJournal(open, asked)
  const run = new ImportRun(
    open,
    deps,
    asked.startedAt,
    asked.done.flatMap(({ items }) => items)
  )
  let finished = false
  try {
    const report = await run.run(files.map(incomingFile), journal)
    // What stopped for want of room or rights, or with the program, can be continued; what the user cancelled is over.
    finished = report.stopped === null && deps.signal.reason !== CLOSING
    return report
  } finally {
    await journal.end({ keep: !finished })
  }
}

async function beginJournal({ store }: OpenCase, asked: JournalledImport): Promise<ImportJournal> {
  try {
    return await ImportJournal.begin(store.journalPath, store.files.seal, asked)
  } catch (error) {
    throw storageError(error, 'the list of what is imported', 'Nothing was imported.')
  }
}
