import { readFile, stat } from 'node:fs/promises'
import type { ImportItem, ImportProgress, ImportReport } from '../../shared/api/contract.ts'
import { DossierError, type Failure } from '../../shared/api/errors.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { sourceTitle, type Source } from '../../shared/source/source.ts'
import { fromClipboard } from '../import/clipboard.ts'
import { collectFiles } from '../import/collect.ts'
import type { ImportWorker } from '../import/import-worker.ts'
import { refuseTooLarge } from '../import/limits.ts'
import { storageError } from '../store/durable.ts'
import { sha256 } from '../store/hash.ts'
import type { NewSource } from '../store/case-store.ts'
import type { Extracted } from '../import/extracted.ts'
import type { OpenCase } from './open-case.ts'

/** What importing needs besides the case. */
export interface ImportDeps {
  worker: ImportWorker
  now: () => Date
  newId: () => string
  onProgress: (progress: ImportProgress) => void
  /** Told of each new source. */
  onSource: (record: SourceRecord) => void
  signal: AbortSignal
}

interface Incoming {
  path: string
  name: string
  url: string | null
  read(): Promise<Uint8Array>
}

/**
 * Imports files and the files in folders, one after the other. A file that can't be imported is reported and the rest goes
 * on; what was imported before a cancellation stays.
 */
export async function importPaths(open: OpenCase, paths: string[], deps: ImportDeps): Promise<ImportReport> {
  const files = await collectFiles(paths, { signal: deps.signal })
  const incoming = files.map((file): Incoming => {
    const read = async (): Promise<Uint8Array> => {
      if (file.error) throw file.error
      return readWithin(file.path, file.name)
    }
    return { path: file.path, name: file.name, url: null, read }
  })
  return importAll(open, incoming, deps)
}

/** Imports what was pasted, as one source. */
export async function importPaste(
  open: OpenCase,
  clipboard: { text: string; html: string | null; url: string | null },
  deps: ImportDeps
): Promise<ImportReport> {
  const { bytes, name } = fromClipboard(clipboard)
  return importAll(open, [{ path: name, name, url: clipboard.url, read: () => Promise.resolve(bytes) }], deps)
}

async function importAll(open: OpenCase, incoming: Incoming[], deps: ImportDeps): Promise<ImportReport> {
  const items: ImportItem[] = []
  const count = (status: ImportItem['status']): number => items.filter((item) => item.status === status).length
  const report = (current: string | null): void =>
    deps.onProgress({
      done: items.length,
      total: incoming.length,
      current,
      imported: count('imported'),
      duplicates: count('duplicate'),
      failed: count('failed')
    })
  await open.store.ready()
  for (const file of incoming) {
    if (deps.signal.aborted) return { items, cancelled: true }
    report(file.name)
    try {
      items.push(await importOne(open, file, deps))
    } catch (error) {
      const failure = asFailure(error)
      if (failure.code === 'cancelled') return { items, cancelled: true }
      items.push(failedItem(file.path, failure))
      // Every further file would fail in the same way.
      if (failure.code === 'disk-full' || failure.code === 'read-only' || failure.code === 'case-held') {
        report(null)
        return { items, cancelled: true }
      }
    }
  }
  report(null)
  return { items, cancelled: false }
}

async function importOne(open: OpenCase, file: Incoming, deps: ImportDeps): Promise<ImportItem> {
  const bytes = await file.read()
  const hash = sha256(bytes)
  const twin = await open.sourceByHash(hash)
  if (twin) return itemOf(file.path, 'duplicate', twin)
  const { document: extracted } = await deps.worker.read(
    bytes,
    { name: file.name, url: file.url, given: [] },
    deps.signal
  )
  if (extracted === null) throw new DossierError('unsupported', `“${file.name}” can’t be imported.`)
  const record = await open.addSource((key) => newSource(key, file.name, bytes, hash, extracted, deps))
  deps.onSource(record)
  return itemOf(file.path, 'imported', record.source)
}

function newSource(
  key: string,
  name: string,
  original: Uint8Array,
  hash: string,
  extracted: Extracted,
  deps: Pick<ImportDeps, 'now' | 'newId'>
): NewSource {
  const textHash = sha256(extracted.text)
  return {
    original,
    text: {
      schema: 3,
      extractor: extracted.extractor,
      text: extracted.text,
      blocks: extracted.blocks,
      sha256: textHash
    },
    source: {
      id: deps.newId(),
      key,
      formerKeys: [],
      importedAt: deps.now().toISOString(),
      original: {
        file: `original.${extracted.extension}`,
        name,
        mediaType: extracted.mediaType,
        bytes: original.length,
        sha256: hash
      },
      container: null,
      text: {
        sha256: textHash,
        extractor: extracted.extractor,
        characters: extracted.text.length,
        notice: extracted.notice
      },
      metadata: extracted.metadata,
      tlp: null,
      grading: null,
      tags: [],
      note: ''
    }
  }
}

async function readWithin(path: string, name: string): Promise<Uint8Array> {
  try {
    refuseTooLarge((await stat(path)).size, name)
    return await readFile(path)
  } catch (error) {
    if (error instanceof DossierError) throw error
    throw new DossierError('io', `“${name}” could not be read. Nothing was imported from it; the file is unchanged.`, {
      cause: error
    })
  }
}

function itemOf(path: string, status: 'imported' | 'duplicate', source: Source): ImportItem {
  return {
    path,
    status,
    key: source.key,
    id: source.id,
    title: sourceTitle(source),
    authors: source.metadata.authors.value ?? [],
    publisher: source.metadata.publisher.value,
    published: source.metadata.published.value,
    sha256: source.original.sha256
  }
}

function failedItem(path: string, error: Failure): ImportItem {
  return {
    path,
    status: 'failed',
    key: null,
    id: null,
    title: null,
    authors: [],
    publisher: null,
    published: null,
    sha256: null,
    error
  }
}

function asFailure(error: unknown): Failure {
  return storageError(error, 'the source', 'The case is as it was.').toFailure()
}
