import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BundleSummary } from '../../shared/api/contract.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseRecord } from '../../shared/case/case.ts'
import type { Anchor } from '../../shared/case/custody.ts'
import type { BundleCase, BundleLog, BundleRecord } from '../bundle/bundle-case.ts'
import { readBundle, type OpenBundle } from '../bundle/read-bundle.ts'
import type { BundleOptions, BundleWork } from '../bundle/work.ts'
import { writeBundle } from '../bundle/write-bundle.ts'
import type { CaseStore } from '../store/case-store.ts'
import { loggedDevices, logHeads, readLog } from '../store/read-logs.ts'
import { unsealLog } from '../store/log-lines.ts'
import {
  ensureFolder,
  ifThere,
  makeFolder,
  storageError,
  syncFolder,
  TEMPORARY_ENDING,
  writeDurably
} from '../base/durable.ts'
import { CaseFiles } from '../store/files.ts'
import { briefName, CASE_FILE } from '../../shared/case/records/places.ts'
import { logName, stampOf } from '../store/layout.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import type { DocumentKind } from '../../shared/case/records/kind.ts'
import { encodeRecord, readStored } from '../store/record.ts'
import { recordNames } from '../store/walk-documents.ts'
import { stageSource } from '../store/stage-source.ts'

/** Writes the case as a hand-over bundle, and logs it. @throws DossierError as `writeBundle` does */
export async function handOver(store: CaseStore, path: string, options: BundleOptions): Promise<BundleSummary> {
  await store.settled()
  // While it's written nothing changes, so that the documents are those that the logs tell of.
  const report = await store.hold(null, async () => writeBundle(await bundleCase(store), path, options))
  const { sources, quotes, briefs, bytes, sha256, leftOut } = report
  const head = await store.log({
    action: 'bundle-exported',
    subject: null,
    detail: { sha256, sources, quotes, briefs, maxTlp: options.maxTlp }
  })
  return { path: report.path, sources, quotes, briefs, bytes, sha256, leftOut, logHead: head?.sha256 ?? null }
}

async function bundleCase(store: CaseStore): Promise<BundleCase> {
  return {
    // Where the ends of the logs are kept is of this folder alone.
    record: { ...store.record, anchored: undefined },
    sourceIds: await store.sourceIds(),
    source: (id) => store.source(id),
    briefs: store.briefRecords(),
    text: (id) => store.text(id),
    original: (id) => store.original(id),
    heads: (await logHeads(store.files)).map(({ sha256 }) => sha256),
    storedRecords: () => recordsOf(store),
    kinds: store.files.kinds,
    logs: () => logsOf(store)
  }
}

async function recordsOf({ files }: CaseStore): Promise<BundleRecord[]> {
  const records: BundleRecord[] = []
  for (const name of await recordNames(files)) records.push({ name, json: (await readStored(files, name)).json })
  return records
}

async function logsOf({ files }: CaseStore): Promise<BundleLog[]> {
  const logs: BundleLog[] = []
  for (const device of await loggedDevices(files)) {
    // Logs that came with merges stand beside those of the devices.
    const name = `${device.replace('/', '-')}.jsonl`
    logs.push({ name, content: Buffer.from(unsealLog(files, device, await readLog(files, device))) })
  }
  return logs
}

/**
 * Makes a case of a bundle in a folder that is empty or doesn't exist yet. The bundle is checked first; the case is put together beside its
 * place and renamed: it is there whole or not at all.
 * @throws DossierError `case-exists`, what `readBundle` throws, or a storage failure
 */
export async function takeOver(bundle: string, path: string, now: Date, work: BundleWork = {}): Promise<CaseRecord> {
  const present = await ifThere(readdir(path))
  if (present && present.length > 0) {
    throw new DossierError(
      'case-exists',
      `The folder “${basename(path)}” isn’t empty. Nothing was imported. Choose an empty folder or a new name.`
    )
  }
  const opened = await readBundle(bundle, work)
  const staged = join(dirname(path), `.${basename(path)}.${stampOf(now)}${TEMPORARY_ENDING}`)
  try {
    await build(new CaseFiles(staged, null, work.kinds), opened)
    if (present) await rm(path, { recursive: true })
    await rename(staged, path)
    await syncFolder(dirname(path))
    return opened.record
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    throw storageError(error, 'the case', 'Nothing was imported; the bundle is unchanged.')
  } finally {
    await opened.close()
  }
}

async function build(files: CaseFiles, bundle: OpenBundle): Promise<void> {
  // Without the logs a document's place in them would look like a log that was cut off.
  const hasLogs = bundle.logs.length > 0
  const logged = <T extends { custody?: Anchor | undefined }>(record: T): T => {
    if (hasLogs) return record
    const rest = { ...record }
    delete rest.custody
    return rest
  }
  const write = async <T extends object>(name: string, data: T, type: DocumentKind<T>): Promise<void> => {
    await ensureFolder(dirname(files.path(name)))
    await writeDurably(files.path(name), encodeRecord(data, type.indent))
  }
  await ensureFolder(files.path('briefs'))
  await ensureFolder(files.path('sources'))
  const writeRecords = async (records: readonly BundleRecord[]): Promise<void> => {
    for (const { name, json } of records) {
      await makeFolder(dirname(files.path(name)))
      await writeDurably(files.path(name), encodeRecord(logged(json), 1))
    }
  }
  for await (const { record, text, original, records } of bundle.sources()) {
    await stageSource(files, logged(record), text, original)
    await writeRecords(records)
  }
  await writeRecords(bundle.records)
  for (const record of bundle.briefs) await write(briefName(record.brief.id), logged(record), BRIEF)
  for (const { name, content } of bundle.logs) {
    const device = name.replace(/\.jsonl$/, '').replace(/^merged-/, 'merged/')
    await mkdir(dirname(files.path(logName(device))), { recursive: true })
    await writeDurably(files.path(logName(device)), content)
  }
  // The ends of the logs stay where they were: the record of a new place speaks of none.
  const record = { ...bundle.record }
  delete record.anchored
  await write(CASE_FILE, logged(record), CASE)
  await syncFolder(files.root)
}
