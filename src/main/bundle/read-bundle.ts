import { hash } from 'node:crypto'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { BriefRecord, CASE_SCHEMA, CaseRecord, SourceRecord } from '../../shared/case/case.ts'
import { migrate, type RecordKind } from '../../shared/case/migrations.ts'
import { FETCH_FILE, PAYLOAD } from '../../shared/exchange/bagit.ts'
import {
  BUNDLE_VERSION,
  CASE_RECORD_FILE,
  classify,
  LOG_HEAD_LABEL,
  logFile,
  sourceFile,
  VERSION_LABEL,
  WITHHELD_BRIEFS_LABEL,
  WITHHELD_SOURCES_LABEL
} from '../../shared/exchange/bundle-files.ts'
import { briefProblem, caseProblem, DistinctSources, sourceProblem } from '../../shared/exchange/record-problem.ts'
import { SourceText } from '../../shared/source/source.ts'
import { sha256 } from '../store/hash.ts'
import { printable, readWhole, refused, type BagFiles } from './bag-files.ts'
import { checkBag, type CheckedBag } from './check-bundle.ts'
import { openBag } from './open-bag.ts'
import { refuseCancelled, type BundleWork } from './work.ts'

/** A device's log, byte for byte. `name` is `<device>.jsonl`. */
export interface BundleLog {
  name: string
  content: Uint8Array
}

/** A source as a bundle has it, checked. */
export interface BundleSource {
  record: SourceRecord
  text: SourceText
  original: Uint8Array
}

/** A bundle open for import: checked against its manifests, its records validated. */
export interface OpenBundle {
  record: CaseRecord
  /** In the case's order. */
  briefs: BriefRecord[]
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
    throw refused(bag.name, problem + others)
  }
  if (!strong) throw refused(bag.name, 'its checksums are too weak; a bundle needs SHA-256 or SHA-512.')
  if (bag.sizes.has(FETCH_FILE))
    throw refused(bag.name, `${FETCH_FILE} names files that are to be fetched from elsewhere. Dossier fetches nothing.`)
  if (!check.dossier) {
    throw new DossierError(
      'unsupported',
      `“${bag.name}” is a whole BagIt bag, but not a bundle of Dossier’s: “${CASE_RECORD_FILE}” is missing in it. Nothing was imported. Import the files in its ${PAYLOAD} as sources instead.`
    )
  }
  const version = info.get(VERSION_LABEL.toLowerCase())
  if (version !== undefined && version !== String(BUNDLE_VERSION)) throw newer(bag.name)
  const found = sortFiles(bag)
  const reader = new RecordReader(bag, strong)
  const record = await reader.json(CASE_RECORD_FILE, CaseRecord, 'case')
  reader.refuse(caseProblem(record))
  const briefs: BriefRecord[] = []
  for (const file of found.briefs) {
    const brief = await reader.json(file, BriefRecord, 'brief')
    reader.refuse(briefProblem(brief))
    briefs.push(brief)
  }
  const logs: BundleLog[] = []
  for (const name of found.logs) logs.push({ name, content: await reader.bytes(logFile(name)) })
  return {
    record,
    briefs: inOrder(record, briefs, reader),
    logs,
    heads: (info.get(LOG_HEAD_LABEL.toLowerCase()) ?? '').split(/\s+/).filter((head) => /^[0-9a-f]{64}$/.test(head)),
    sourceCount: found.sources.size,
    ignoredFiles: found.ignored,
    withheld: withheld(info),
    sources: () => readSources(found.sources, reader, work),
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
  files: ReadonlyMap<string, ReadonlySet<string>>,
  reader: RecordReader,
  { signal }: BundleWork
): AsyncGenerator<BundleSource> {
  const distinct = new DistinctSources()
  for (const [key, names] of files) {
    refuseCancelled(signal)
    const source = await readSource(key, names, reader)
    reader.refuse(distinct.problem(source.record))
    yield source
  }
}

async function readSource(key: string, names: ReadonlySet<string>, reader: RecordReader): Promise<BundleSource> {
  const record = await reader.json(sourceFile(key, 'record.json'), SourceRecord, 'source')
  if (record.source.key !== key) reader.refuse(`The record in the folder of ${key} is that of ${record.source.key}.`)
  const { file } = record.source.original
  const expected = ['record.json', 'text.json', 'text.txt', file]
  const odd = expected.find((name) => !names.has(name)) ?? [...names].find((name) => !expected.includes(name))
  if (odd !== undefined) reader.refuse(`“${sourceFile(key, odd)}” is missing, or shouldn’t be there.`)
  const text = await reader.json(sourceFile(key, 'text.json'), SourceText, 'text')
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

  constructor(bag: BagFiles, strong: NonNullable<CheckedBag['strong']>) {
    this.#bag = bag
    this.#strong = strong
  }

  refuse(problem: string | null): void {
    if (problem !== null) throw refused(this.#bag.name, printable(problem, 300))
  }

  async bytes(path: string): Promise<Uint8Array> {
    const bytes = await readWhole(this.#bag, path)
    const { algorithm, digests } = this.#strong
    if (hash(algorithm, bytes) !== digests.get(path)) this.refuse(`“${path}” changed while it was read.`)
    return bytes
  }

  /** A record, brought up to the present version. */
  async json<T extends z.ZodType>(path: string, schema: T, kind: RecordKind): Promise<z.output<T>> {
    const bytes = await this.bytes(path)
    let value: unknown
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
      throw refused(this.#bag.name, `“${path}” isn’t JSON in UTF-8.`)
    }
    if (isNewer(value)) throw newer(this.#bag.name)
    try {
      const parsed = schema.safeParse(migrate(kind, value))
      if (parsed.success) return parsed.data
      const issue = parsed.error.issues[0]
      throw refused(
        this.#bag.name,
        `“${path}” isn’t a record of Dossier’s (${printable(issue?.path.join('.') ?? '')}).`
      )
    } catch (error) {
      // Lists in lists without end exhaust the stack.
      if (error instanceof RangeError) throw refused(this.#bag.name, `“${path}” is nested too deeply.`)
      throw error
    }
  }
}

const Versioned = z.object({ schema: z.number() })

function isNewer(value: unknown): boolean {
  const parsed = Versioned.safeParse(value)
  return parsed.success && parsed.data.schema > CASE_SCHEMA
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

interface FoundFiles {
  /** Names of files by key, in the order of keys. */
  sources: ReadonlyMap<string, ReadonlySet<string>>
  briefs: string[]
  logs: string[]
  ignored: number
}

function sortFiles(bag: BagFiles): FoundFiles {
  const sources = new Map<string, Set<string>>()
  const found = { briefs: [] as string[], logs: [] as string[], ignored: 0 }
  for (const path of bag.sizes.keys()) {
    if (!path.startsWith(PAYLOAD)) continue
    const file = classify(path)
    if (file.kind === 'unknown') found.ignored++
    else if (file.kind === 'brief') found.briefs.push(file.path)
    else if (file.kind === 'log') found.logs.push(file.name)
    else if (file.kind === 'source') sources.set(file.key, (sources.get(file.key) ?? new Set()).add(file.name))
  }
  const byNumber = [...sources].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
  return { ...found, sources: new Map(byNumber) }
}
