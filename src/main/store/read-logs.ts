import { readFile, stat } from 'node:fs/promises'
import { checkChain, CustodyEntry, type Anchor, type CheckedChain, type LogHead } from '../../shared/case/custody.ts'
import { ifThere } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { parseJson } from './record.ts'
import { deviceOfLog, logName, LOGS } from './layout.ts'
import { isEntry, unsealLog } from './log-lines.ts'

/** The logs of a case, in order: those of devices, and those that came with merges. */
export async function loggedDevices(files: CaseFiles): Promise<string[]> {
  const names = [
    ...(await listNames(files.path(LOGS))),
    ...(await listNames(files.path(`${LOGS}/merged`))).map((name) => `merged/${name}`)
  ]
  return names.filter((name) => /^(merged\/)?[\w-]+\.jsonl$/.test(name)).map((name) => name.slice(0, -'.jsonl'.length))
}

/** The size of each device's log. */
export async function logSizes(files: CaseFiles): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const device of await loggedDevices(files)) sizes[device] = (await stat(files.path(logName(device)))).size
  return sizes
}

/** The logs of all devices as they stood at one time, and what the documents of their ends said just before. */
export interface LogReading {
  /** Each log's text, by its name. */
  texts: ReadonlyMap<string, string>
  heads: readonly LogHead[]
}

/** Reads the logs of all devices. `heads` are what was read before of where they end. Rejects with the system's error. */
export async function readLogs(files: CaseFiles, heads: readonly LogHead[] = []): Promise<LogReading> {
  const texts = new Map<string, string>()
  for (const log of await loggedDevices(files)) texts.set(log, unsealLog(files, log, await readLog(files, log)))
  return { texts, heads }
}

/**
 * Reads and checks the logs of all devices against the anchors that the case's documents hold, and what the logs and the documents of their
 * ends (`heads`) say of one another.
 */
export async function readCustody(
  files: CaseFiles,
  caseId: string,
  anchors: readonly Anchor[],
  heads: readonly LogHead[] = []
): Promise<CheckedChain[]> {
  return checkLogs(await readLogs(files, heads), caseId, anchors)
}

/** Checks logs that were read, as `readCustody` does. */
export function checkLogs({ texts, heads }: LogReading, caseId: string, anchors: readonly Anchor[]): CheckedChain[] {
  const seen = [...texts.values()].flatMap(headsIn)
  const known = new Map<string, Anchor[]>()
  for (const anchor of anchors) known.set(anchor.device, [...(known.get(anchor.device) ?? []), anchor])
  // A log that forked holds some of these entries beside the log that it forked from.
  const lines = new Set(
    [...texts.values()].flatMap((text) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => sha256(line))
    )
  )
  const told = new Map([...heads, ...seen].map((head) => [`${head.log} ${head.n} ${head.sha256}`, head]))
  for (const { log, n, sha256: hash } of told.values())
    if (!lines.has(hash)) known.set(log, [...(known.get(log) ?? []), { device: deviceOfLog(log), n, sha256: hash }])
  return [...new Set([...texts.keys(), ...known.keys()])].sort().map((log) => {
    const device = deviceOfLog(log)
    const chain = checkChain({ caseId, device, content: texts.get(log) ?? '' }, known.get(log) ?? [], sha256)
    return { ...chain, device: log }
  })
}

/** Where a log's entries say that the others ended. */
function headsIn(text: string): LogHead[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"seen":[')) return []
    return CustodyEntry.safeParse(parseJson(line)).data?.seen ?? []
  })
}

/**
 * Which of these documents the logs tell of as removed, and of nothing since: a program that ended amid a removal leaves them in the list. Rejects with the
 * system's error.
 */
export async function toldRemoved(files: CaseFiles, names: Iterable<string>): Promise<ReadonlySet<string>> {
  const asked = new Set(names)
  if (asked.size === 0) return asked
  const last = new Map<string, { at: string; removed: boolean }>()
  for (const text of (await readLogs(files)).texts.values()) {
    for (const line of text.split('\n')) {
      const entry = line.includes('"records":[') ? CustodyEntry.safeParse(parseJson(line)).data : undefined
      for (const told of entry?.records ?? []) {
        if (!('version' in told) || !asked.has(told.name)) continue
        const before = last.get(told.name)
        if (!before || before.at <= entry!.at) last.set(told.name, { at: entry!.at, removed: told.version === null })
      }
    }
  }
  return new Set([...last].flatMap(([name, { removed }]) => (removed ? [name] : [])))
}

/** Where each log ends, but for those that are left out. A line that can't be read is none. */
export async function logHeads(files: CaseFiles, except: readonly string[] = []): Promise<LogHead[]> {
  const heads: LogHead[] = []
  for (const log of await loggedDevices(files)) {
    if (except.includes(log)) continue
    const lines = unsealLog(files, log, await readLog(files, log))
      .split('\n')
      .slice(0, -1)
    const line = lines.findLast(isEntry)
    if (line !== undefined) heads.push({ log, n: CustodyEntry.parse(parseJson(line)).n, sha256: sha256(line) })
  }
  return heads
}

/** A device's log as it's stored; empty when there is none. */
export async function readLog(files: CaseFiles, device: string): Promise<string> {
  return (await ifThere(readFile(files.path(logName(device)), 'utf8'))) ?? ''
}
