import { hash } from 'node:crypto'
import { DossierError } from '../../shared/errors/errors.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import { migrate, versionOf } from '../../shared/case/migrations.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { CASE } from '../../shared/case/records/case.ts'
import { asJson, type DocumentKind } from '../../shared/case/records/kind.ts'
import { KINDS, recordKindOf, type Kinds } from '../../shared/case/records/kinds.ts'
import { sourceFile as caseSourceFile } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { TEXT } from '../../shared/case/records/text.ts'
import { FETCH_FILE, PAYLOAD } from '../../shared/exchange/bagit.ts'
import {
  BUNDLE_VERSION,
  CASE_RECORD_FILE,
  classify,
  type BundleFile,
  LOG_HEAD_LABEL,
  logFile,
  sourceFile,
  VERSION_LABEL,
  WITHHELD_BRIEFS_LABEL,
  WITHHELD_SOURCES_LABEL
} from '../../shared/exchange/bundle-files.ts'
import { briefProblem, caseProblem, DistinctSources, sourceProblem } from '../../shared/exchange/record-problem.ts'
import type { SourceText } from '../../shared/source/source.ts'
import { sha256 } from '../base/hash.ts'
import type { BundleLog, BundleRecord } from './bundle-case.ts'
import { printable, readWhole, refused, type BagFiles } from '../../shared/bag/bag-files.ts'
import { checkBag, type CheckedBag } from '../../shared/bag/check-bag.ts'
import { openBag } from './open-bag.ts'
import { refuseCancelled } from '../../shared/bag/work.ts'
import type { BundleWork } from './work.ts'

/** A source as a bundle has it, checked. */
export interface BundleSource {
  record: SourceRecord
  text: SourceText
  original: Uint8Array
  /** Its records, of known and unknown kinds. */
  records: BundleRecord[]
}

/** A bundle open for import: checked against its manifests, its records validated. */
export interface OpenBundle {
  record: CaseRecord
  /** In the case's order. */
  briefs: BriefRecord[]
  /** The records of the case and of its briefs, of known and unknown kinds, to be kept as they are. */
  records: BundleRecord[]
  logs: BundleLog[]
  /** Hashes of the last entries of the case's logs, as the bundle gives them. */
  heads: string[]
  sourceCount: number
  /** Files in `data/` that no bundle has. They are in the manifest but aren't read. */
  ignoredFiles: number
  /** How much was withheld from a reduced bundle; null when it's whole. */
  withheld: { sources: number; briefs: number } | null
  /**
   * The sources by the number in their key, one in memory at a time, each checked again as it's read.
   * @throws DossierError `damaged`, `too-large`, `case-newer`, `io`, `cancelled`. The caller then drops what it took in: the
   * sentence says that nothing was imported.
   */
  sources(): AsyncGenerator<BundleSource>
  close(): Promise<void>
}

/**
 * Opens a bundle, a folder or a zip, for import into a new case. All of it is checked first: nothing is answered for a bundle
 * that was changed. Nothing is written anywhere. The caller closes it.
 * @throws DossierError `not-found`, `unsupported`, `damaged`, `too-large`, `case-newer`, `io`, `cancelled`
 */
export async function readBundle(path: string, work: BundleWork = {}): Promise<OpenBundle> {
  const bag = await openBag(path, 'bundle')
  try {
    return await readBag(bag, work)
  } catch (error) {
    await bag.close()
    throw error
  }
}

async function readBag(bag: BagFiles, work: BundleWork): Promise<OpenBundle> {
  const { check, strong, info } = await checkBag(bag, work)
  const [problem, ...more] = check.problems
  if (problem !== undefined) {
    const others =
      more.length === 0 ? '' : ` ${more.length === 1 ? 'One more thing is' : 'More things are'} wrong with it.`
    throw refused(bag, problem + others)
  }
  if (!strong) throw refused(bag, 'its checksums are too weak; a bundle needs SHA-256 or SHA-512.')
  if (bag.sizes.has(FETCH_FILE))
    throw refused(bag, `${FETCH_FILE} names files that are to be fetched from elsewhere. Dossier fetches nothing.`)
  if (!check.dossier) {
    throw new DossierError(
      'unsupported',
      `“${bag.name}” is a whole BagIt bag, but not a bundle of Dossier’s: “${CASE_RECORD_FILE}” is missing in it. Nothing was imported. Import the files in its ${PAYLOAD} as sources instead.`
    )
  }
  const version = info.get(VERSION_LABEL.toLowerCase())
  if (version !== undefined && version !== String(BUNDLE_VERSION)) throw newer(bag.name)
  const found = sortFiles(bag)
  const reader = new RecordReader(bag, strong, work.kinds ?? KINDS)
  const record = await reader.json(CASE_RECORD_FILE, CASE)
  reader.refuse(caseProblem(record))
  const briefs: BriefRecord[] = []
  for (const file of found.briefs) {
    const brief = await reader.json(file, BRIEF)
    reader.refuse(briefProblem(brief))
    briefs.push(brief)
  }
  const logs: BundleLog[] = []
  for (const name of found.logs) logs.push({ name, content: await reader.bytes(logFile(name)) })
  return {
    record,
    briefs: inOrder(record, briefs, reader),
    records: await readRecords(
      found.records.filter(({ key }) => key === null),
      '',
      reader
    ),
    logs,
    heads: (info.get(LOG_HEAD_LABEL.toLowerCase()) ?? '').split(/\s+/).filter((head) => /^[0-9a-f]{64}$/.test(head)),
    sourceCount: found.sources.size,
    ignoredFiles: found.ignored,
    withheld: withheld(info),
    sources: () => readSources(found, reader, work),
    close: () => bag.close()
  }
}

/** The briefs in the case's order: just those that it lists. */
function inOrder(record: CaseRecord, briefs: readonly BriefRecord[], reader: RecordReader): BriefRecord[] {
  const byId = new Map(briefs.map((brief) => [brief.brief.id, brief]))
  if (new Set(briefs.map(({ brief }) => brief.id.toLowerCase())).size < briefs.length)
    reader.refuse('Two of its briefs have the same id.')
  const listed = new Set(record.briefs)
  if (listed.size !== record.briefs.length || listed.size !== byId.size || !record.briefs.every((id) => byId.has(id)))
    reader.refuse('Its briefs aren’t those that its case lists.')
  return record.briefs.flatMap((id) => byId.get(id) ?? [])
}

async function* readSources(
  { sources: files, records }: FoundFiles,
  reader: RecordReader,
  { signal }: BundleWork
): AsyncGenerator<BundleSource> {
  const distinct = new DistinctSources()
  for (const [key, names] of files) {
    refuseCancelled(signal)
    const source = await readSource(key, names, reader)
    reader.refuse(distinct.problem(source.record))
    const own = records.filter((file) => file.key === key)
    const folder = caseSourceFile(source.record.source.id, '')
    yield { ...source, records: await readRecords(own, folder, reader) }
  }
}

/** Reads records, whose documents stand below `folder` in the case. A kind that isn't known is for nobody here to judge: it's kept. */
async function readRecords(
  files: readonly RecordFile[],
  folder: string,
  reader: RecordReader
): Promise<BundleRecord[]> {
  const records: BundleRecord[] = []
  for (const { path, own } of files) records.push({ name: folder + own, json: await reader.record(path, folder + own) })
  return records
}

async function readSource(
  key: string,
  names: ReadonlySet<string>,
  reader: RecordReader
): Promise<Omit<BundleSource, 'records'>> {
  const record = await reader.json(sourceFile(key, 'record.json'), SOURCE)
  if (record.source.key !== key) reader.refuse(`The record in the folder of ${key} is that of ${record.source.key}.`)
  const { file } = record.source.original
  const expected = ['record.json', 'text.json', 'text.txt', file]
  const odd = expected.find((name) => !names.has(name)) ?? [...names].find((name) => !expected.includes(name))
  if (odd !== undefined) reader.refuse(`“${sourceFile(key, odd)}” is missing, or shouldn’t be there.`)
  const text = await reader.json(sourceFile(key, 'text.json'), TEXT)
  const original = await reader.bytes(sourceFile(key, file))
  if (sha256(await reader.bytes(sourceFile(key, 'text.txt'))) !== text.sha256)
    reader.refuse(`“${sourceFile(key, 'text.txt')}” isn’t the text that the record of ${key} describes.`)
  reader.refuse(
    sourceProblem(record, {
      text,
      textSha256: sha256(text.text),
      original: { bytes: original.length, sha256: sha256(original) }
    })
  )
  return { record, text, original }
}

/** Reads records of a bag that was checked, and finds a file that changed since. */
class RecordReader {
  readonly #bag: BagFiles
  readonly #strong: NonNullable<CheckedBag['strong']>
  readonly #kinds: Kinds

  constructor(bag: BagFiles, strong: NonNullable<CheckedBag['strong']>, kinds: Kinds) {
    this.#bag = bag
    this.#kinds = kinds
    this.#strong = strong
  }

  refuse(problem: string | null): void {
    if (problem !== null) throw refused(this.#bag, printable(problem, 300))
  }

  async bytes(path: string): Promise<Uint8Array> {
    const bytes = await readWhole(this.#bag, path)
    const { algorithm, digests } = this.#strong
    if (hash(algorithm, bytes) !== digests.get(path)) this.refuse(`“${path}” changed while it was read.`)
    return bytes
  }

  /** A record as it's kept: of a known kind and version it must be what that is, under its own name. */
  async record(path: string, name: string): Promise<Record<string, unknown>> {
    const json = { ...asJson(this.#parse(path, await this.bytes(path))) }
    delete json['checksum']
    const kind = recordKindOf(this.#kinds, name)
    const version = versionOf(json)
    const isKnown = kind !== undefined && version !== null && version <= kind.version
    const known = isKnown ? kind.schema.safeParse(migrate(kind, json)).data : undefined
    if (version === null || (isKnown && (!known || kind.nameOf(known.record) !== name)))
      this.refuse(`“${path}” isn’t a record of Dossier’s.`)
    return json
  }

  /** A document, brought up to the present version. */
  async json<T extends object>(path: string, kind: DocumentKind<T>): Promise<T> {
    const value = this.#parse(path, await this.bytes(path))
    if ((versionOf(value) ?? 0) > kind.version) throw newer(this.#bag.name)
    try {
      const parsed = kind.schema.safeParse(migrate(kind, value))
      if (parsed.success) return parsed.data
      const issue = parsed.error.issues[0]
      throw refused(this.#bag, `“${path}” isn’t a record of Dossier’s (${printable(issue?.path.join('.') ?? '')}).`)
    } catch (error) {
      // Lists in lists without end exhaust the stack.
      if (error instanceof RangeError) throw refused(this.#bag, `“${path}” is nested too deeply.`)
      throw error
    }
  }

  #parse(path: string, bytes: Uint8Array): unknown {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
      throw refused(this.#bag, `“${path}” isn’t JSON in UTF-8.`)
    }
  }
}

function newer(name: string): DossierError {
  return new DossierError(
    'case-newer',
    `“${name}” was written by a newer version of Dossier. Nothing was imported. Update Dossier to import it.`
  )
}

function withheld(info: ReadonlyMap<string, string>): OpenBundle['withheld'] {
  const number = (label: string): number => {
    const value = info.get(label.toLowerCase()) ?? ''
    return /^\d{1,9}$/.test(value) ? Number(value) : 0
  }
  return info.has(WITHHELD_SOURCES_LABEL.toLowerCase())
    ? { sources: number(WITHHELD_SOURCES_LABEL), briefs: number(WITHHELD_BRIEFS_LABEL) }
    : null
}

type RecordFile = Extract<BundleFile, { kind: 'record' }>

interface FoundFiles {
  /** Names of files by key, in the order of keys. */
  sources: ReadonlyMap<string, ReadonlySet<string>>
  briefs: string[]
  logs: string[]
  records: RecordFile[]
  ignored: number
}

function sortFiles(bag: BagFiles): FoundFiles {
  const sources = new Map<string, Set<string>>()
  const found = { briefs: [] as string[], logs: [] as string[], records: [] as RecordFile[], ignored: 0 }
  for (const path of bag.sizes.keys()) {
    if (!path.startsWith(PAYLOAD)) continue
    const file = classify(path)
    if (file.kind === 'unknown') found.ignored++
    else if (file.kind === 'brief') found.briefs.push(file.path)
    else if (file.kind === 'log') found.logs.push(file.name)
    else if (file.kind === 'record') found.records.push(file)
    else if (file.kind === 'source') sources.set(file.key, (sources.get(file.key) ?? new Set()).add(file.name))
  }
  const byNumber = [...sources].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
  return { ...found, sources: new Map(byNumber) }
}
