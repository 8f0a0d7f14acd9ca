import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { LogHead } from '../../shared/case/custody.ts'
import { ifThere, syncFolder } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { HEADS, LOGS } from './layout.ts'
import { encodeRecord, parseJson } from './record.ts'

const ENDING = '.json'

/**
 * Where a device's log ended when the device last said so, and where it saw the others end: a log that was cut off is found by it, also when
 * every document that referred to the lines was put back. It is kept without a previous version, which could stand in its place.
 */
const HeadDocument = z.object({
  format: z.literal('dossier log head 1'),
  caseId: z.string(),
  own: LogHead,
  others: z.array(LogHead)
})
export type HeadDocument = z.infer<typeof HeadDocument>

/** What stands where the end of a device's log should: the document, or why it can't be used. */
export type FoundHead = { head: HeadDocument } | { head: null; problem: string }

export function headName(device: string): string {
  return `${HEADS}/${device}${ENDING}`
}

/** Writes where this device's log ends. Rejects with the system's error. */
export async function writeHead(files: CaseFiles, caseId: string, own: LogHead, others: LogHead[]): Promise<void> {
  const document: HeadDocument = { format: 'dossier log head 1', caseId, own, others }
  if (await mkdir(files.path(HEADS), { recursive: true })) await syncFolder(files.path(LOGS))
  await files.write(headName(own.log), Buffer.from(encodeRecord(document, 1)))
}

/** Reads every device's document of its log's end, by device. Rejects with the system's error. */
export async function readHeads(files: CaseFiles): Promise<Map<string, FoundHead>> {
  const found = new Map<string, FoundHead>()
  for (const name of await listNames(files.path(HEADS))) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}\.json$/.test(name)) continue
    const device = name.slice(0, -ENDING.length)
    const head = await readHead(files, device)
    if (head) found.set(device, head)
  }
  return found
}

/** A device's document of its log's end; null when there is none. Rejects with the system's error. */
export async function readHead(files: CaseFiles, device: string): Promise<FoundHead | null> {
  const name = headName(device)
  const damaged = { head: null, problem: `${name} is damaged: it isn’t what Dossier wrote there.` }
  try {
    const bytes = await ifThere(files.read(name))
    if (!bytes) return null
    const text = Buffer.from(bytes).toString('utf8')
    const head = HeadDocument.safeParse(parseJson(text)).data
    if (!head || head.own.log !== device || encodeRecord(head, 1) !== text) return damaged
    return { head }
  } catch (error) {
    if (error instanceof DossierError && error.code === 'damaged') return damaged
    throw error
  }
}

/**
 * What is wrong with the documents of the logs' ends: damaged, missing or older than the case's record says they are. Nothing is wrong with one
 * that a device hasn't written yet.
 */
export function headProblems(
  found: ReadonlyMap<string, FoundHead>,
  anchored: Readonly<Record<string, number>>,
  caseId: string
): string[] {
  const problems = [...found.values()].flatMap((each) => (each.head === null ? [each.problem] : []))
  for (const [device, { head }] of found) {
    if (head && head.caseId !== caseId) problems.push(`${headName(device)} belongs to another case.`)
  }
  for (const [device, n] of Object.entries(anchored)) {
    const there = found.get(device)
    if (!there) problems.push(`${headName(device)} is missing: it kept where the log of this device ended.`)
    else if (there.head && there.head.own.n < n)
      problems.push(
        `${headName(device)} is an older version: it ends at entry ${there.head.own.n}, and was at ${n} already. It was put back.`
      )
  }
  return problems
}

/** All ends of logs that these documents tell of. */
export function headsOf(found: ReadonlyMap<string, FoundHead>): LogHead[] {
  return [...found.values()].flatMap(({ head }) => (head ? [head.own, ...head.others] : []))
}
