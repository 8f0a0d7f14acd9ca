import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { stateOf, type Anchor, type CheckedChain } from '../../shared/case/custody.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { compareWithLogs } from '../../shared/case/log-comparison.ts'
import type { Present, ComparisonReport } from '../../shared/case/log-findings.ts'
import { checkLogs, type LogReading } from '../../shared/case/stored/logs.ts'
import { readLogs } from './read-logs.ts'
import { ifThere } from '../base/durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { inParallel } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { kindOf } from '../../shared/case/records/kinds.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import { readHeads } from './log-head.ts'
import { anchoredBy, headProblems, headsOf } from '../../shared/case/stored/log-ends.ts'
import type { DocumentKind } from '../../shared/case/records/kind.ts'
import { readRecord, readStored, versionOfRecord } from './record.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/** The first version of the format whose logs tell of the documents' versions. */
const TOLD_SINCE = 5

/** A document that has a place in a log. */
type Logged = object & { custody?: Anchor | undefined }

/** What comparing a case with its logs found. */
export interface LogComparison {
  chains: CheckedChain[]
  told: ComparisonReport
  /** The same, with what may be no more than something that was written meanwhile. */
  all: ComparisonReport
  /** What is wrong with the documents of the logs' ends. */
  headProblems: string[]
  /** The logs as they were compared last. */
  ends: Ends
}

/** A document as the comparison sees it. */
export function presentOf<T extends Logged>(kind: DocumentKind<T>, name: string, data: T): Present {
  return { name, version: versionOfRecord(kind, data), custody: data.custody }
}

/** Reads a document that the log tells of, as the comparison sees it. @throws DossierError `not-found`, `damaged`, `case-newer`, `io` */
export async function readPresent(files: CaseFiles, name: string, at: string): Promise<Present> {
  if (placeOfRecord(name)) {
    const { version, custody } = await readStored(files, name, at)
    return { name, version, custody }
  }
  const kind = kindOf(files.kinds, name) as DocumentKind<Logged>
  return presentOf(kind, name, await readRecord(files, name, kind, { at }))
}

/** True for the names of documents that the log tells of. */
export function isLogged(files: CaseFiles, name: string): boolean {
  return placeOfRecord(name) !== null || kindOf(files.kinds, name)?.isLogged === true
}

/** Reads the logs and where they end, in the order in which both are written backwards. Rejects with the system's error. */
export async function readEnds(files: CaseFiles): Promise<Ends> {
  const found = await readHeads(files)
  return { found, logs: await readLogs(files, headsOf(found)) }
}

/** The logs as they stood at one time, with the documents of their ends. */
export interface Ends {
  found: Awaited<ReturnType<typeof readHeads>>
  logs: LogReading
}

/**
 * Compares documents with all logs of their case. `before` are the logs as they were read before the documents: what is written meanwhile
 * makes a difference to one of the two readings only, or another one to each, and isn't told. Rejects with the system's error.
 */
export async function compareCase(
  files: CaseFiles,
  record: CaseRecord,
  {
    present,
    previous = [],
    copies = [],
    before
  }: { present: Present[]; previous?: Present[]; copies?: readonly ConflictCopy[]; before?: Ends }
): Promise<LogComparison> {
  const after = await readEnds(files)
  const anchors = present.flatMap(({ custody }) => custody ?? [])
  const waiting = await statesOfCopies(files, copies)
  const compare = (ends: Ends): { chains: CheckedChain[]; told: ComparisonReport } => {
    const chains = checkLogs(ends.logs, record.id, anchors, sha256)
    const anchored = anchoredBy(ends.found)
    return {
      chains,
      told: compareWithLogs({ chains, present, previous, copies: waiting, anchored, kinds: files.kinds, sha256 })
    }
  }
  const now = compare(after)
  const told = before ? inBoth(now.told, compare(before).told) : now.told
  const chains = await withLastingBreaks(files, record.id, now.chains, { after, anchors })
  return {
    chains,
    told,
    all: now.told,
    headProblems: headProblems(after.found, record.anchored ?? {}, record.id),
    ends: after
  }
}

/** What two comparisons tell alike. */
export function inBoth(told: ComparisonReport, other: ComparisonReport): ComparisonReport {
  const found = new Set(other.findings.map(({ name, kind }) => `${kind} ${name}`))
  const cut = new Set(other.cutShort.map(({ log, n, name }) => `${log} ${n} ${name}`))
  return {
    ...told,
    findings: told.findings.filter(({ name, kind }) => found.has(`${kind} ${name}`)),
    cutShort: told.cutShort.filter(({ log, n, name }) => cut.has(`${log} ${n} ${name}`))
  }
}

/** Logs with those breaks that a second reading shows, too: one log may have grown while another was read, or while it was itself. */
async function withLastingBreaks(
  files: CaseFiles,
  caseId: string,
  chains: CheckedChain[],
  { after, anchors }: { after: Ends; anchors: readonly Anchor[] }
): Promise<CheckedChain[]> {
  if (chains.every(({ breaks }) => breaks.length === 0)) return chains
  const again = checkLogs(await readLogs(files, after.logs.heads), caseId, anchors, sha256)
  const lasting = new Set(again.flatMap(({ device, breaks }) => breaks.map(({ message }) => `${device} ${message}`)))
  return chains.map((chain) => ({
    ...chain,
    breaks: chain.breaks.filter(({ message }) => lasting.has(`${chain.device} ${message}`))
  }))
}

/** The versions before the present ones, where they stand beside them. Rejects with the system's error. */
export async function readPrevious(files: CaseFiles, names: readonly string[]): Promise<Present[]> {
  const found: Present[] = []
  await inParallel(names, async (name) => {
    const at = files.path(name) + PREVIOUS_ENDING
    try {
      const bytes = await ifThere(files.readAt(at, name))
      if (!bytes) return
      // One from before the format knew versions is known to no log.
      const isOlder = (versionOf(parseJson(Buffer.from(bytes).toString('utf8'))) ?? CASE_SCHEMA) < TOLD_SINCE
      if (isOlder && !placeOfRecord(name)) return
      found.push(await readPresent(files, name, at))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      if (error.code === 'damaged') found.push({ name, version: null, custody: undefined })
    }
  })
  return found
}

/** The states that conflict copies hold. One that can't be read holds none. */
async function statesOfCopies(files: CaseFiles, copies: readonly ConflictCopy[]): Promise<Set<string>> {
  const states = new Set<string>()
  for (const { name, of } of copies) {
    if (!isLogged(files, of)) continue
    try {
      const { version, custody } = await readPresent(files, of, join(files.root, ...name.split('/')))
      for (const said of [version!, 'open']) states.add(stateOf(said, custody?.sha256 ?? '', sha256))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
    }
  }
  return states
}
