import { readFile, stat } from 'node:fs/promises'
import { CustodyEntry, type Anchor, type CheckedChain, type LogHead } from '../../shared/case/custody.ts'
import { ifThere } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'
import { logName } from './layout.ts'
import { LOGS } from '../../shared/case/records/places.ts'
import { checkLogs, type LogReading } from '../../shared/case/stored/logs.ts'
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
  return checkLogs(await readLogs(files, heads), caseId, anchors, sha256)
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
