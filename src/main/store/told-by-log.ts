import { join } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { ConflictCopy } from '../../shared/case/conflict-copies.ts'
import { stateOf, type Anchor, type CheckedChain } from '../../shared/case/custody.ts'
import { versionOf } from '../../shared/case/migrations.ts'
import { compareWithLogs, type Present, type ToldReport } from '../../shared/case/told.ts'
import { readCustody } from './custody-log.ts'
import { ifThere } from './durable.ts'
import { PREVIOUS_ENDING, type CaseFiles } from './files.ts'
import { inParallel } from './folders.ts'
import { sha256 } from './hash.ts'
import { BRIEFS, CASE_FILE } from './layout.ts'
import { headProblems, headsOf, readHeads } from './log-head.ts'
import {
  BRIEF,
  CASE,
  parseJson,
  readRecord,
  SOURCE,
  stateOfRecord,
  versionOfRecord,
  type RecordType
} from './record.ts'

/** A document that has a place in a log. */
type Logged = object & { custody?: Anchor | undefined }

/** What comparing a case with its logs found. */
export interface LogComparison {
  chains: CheckedChain[]
  told: ToldReport
  /** What is wrong with the documents of the logs' ends. */
  headProblems: string[]
}

/** Which kind of document stands under a name. */
function typeOf(name: string): RecordType<Logged> {
  const type = name === CASE_FILE ? CASE : name.startsWith(`${BRIEFS}/`) ? BRIEF : SOURCE
  return type as unknown as RecordType<Logged>
}

/** A document as the comparison sees it. */
export function presentOf(name: string, data: Logged): Present {
  return { name, version: versionOfRecord(typeOf(name), data), custody: data.custody }
}

/** Compares documents with all logs of their case. `anchors` are places in logs that are known besides. Rejects with the system's error. */
export async function compareCase(
  files: CaseFiles,
  record: CaseRecord,
  {
    present,
    previous = [],
    copies = []
  }: { present: Present[]; previous?: Present[]; copies?: readonly ConflictCopy[] }
): Promise<LogComparison> {
  const heads = await readHeads(files)
  const anchors = present.flatMap(({ custody }) => custody ?? [])
  const chains = await readCustody(files, record.id, anchors, headsOf(heads))
  const anchored = new Map([...heads].flatMap(([device, { head }]) => (head ? [[device, head.own.n] as const] : [])))
  const told = compareWithLogs({
    chains,
    present,
    previous,
    copies: await statesOfCopies(files, copies),
    anchored,
    sha256
  })
  return { chains, told, headProblems: headProblems(heads, record.anchored ?? {}, record.id) }
}

/** The versions before the present ones, where they stand beside them. Rejects with the system's error. */
export async function readPrevious(files: CaseFiles, names: readonly string[]): Promise<Present[]> {
  const found: Present[] = []
  await inParallel(names, async (name) => {
    const at = files.path(name) + PREVIOUS_ENDING
    try {
      const bytes = await ifThere(files.readAt(at, name))
      // One from before the format knew versions is known to no log.
      if (!bytes || (versionOf(parseJson(Buffer.from(bytes).toString('utf8'))) ?? CASE_SCHEMA) < CASE_SCHEMA) return
      found.push(presentOf(name, await readRecord(files, name, typeOf(name), { at })))
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
    if (of !== CASE_FILE && !of.startsWith(`${BRIEFS}/`) && !of.endsWith('meta.json')) continue
    try {
      const type = typeOf(of)
      const data = await readRecord(files, of, type, { at: join(files.root, ...name.split('/')) })
      states.add(stateOfRecord(type, data)).add(stateOf('open', data.custody?.sha256 ?? '', sha256))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
    }
  }
  return states
}
