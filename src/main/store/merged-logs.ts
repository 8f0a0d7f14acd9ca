import { dirname } from 'node:path'
import { ensureFolder, syncFolder, writeDurably } from '../base/durable.ts'
import { loggedDevices, readLog } from './read-logs.ts'
import { sealLog, unsealLog } from './log-lines.ts'
import type { CaseFiles } from './files.ts'
import { sha256 } from '../base/hash.ts'
import { readHead, writeHead } from './log-head.ts'
import { logName } from './layout.ts'
import { LOGS } from '../../shared/case/records/places.ts'
import { deviceOfLog } from '../../shared/case/stored/logs.ts'

/**
 * Takes the logs of another copy of a case into this one, each whole: as the log of its device where this case has none or the beginning of
 * it, else beside it; those of another case always beside it. `own` is the device whose log is open, which isn't replaced. Rejects with the system's error.
 */
export async function takeInLogs(
  files: CaseFiles,
  other: CaseFiles,
  { own, isOtherCase }: { own: string; isOtherCase: boolean }
): Promise<void> {
  for (const name of await loggedDevices(other)) {
    const device = deviceOfLog(name)
    const theirs = unsealLog(other, name, await readLog(other, name))
    const ours = unsealLog(files, device, await readLog(files, device))
    if (ours.startsWith(theirs)) continue
    if (theirs === '') continue
    const isContinued = !isOtherCase && theirs.startsWith(ours) && device !== own && name === device
    const target = isContinued ? device : `merged/${device}-${sha256(theirs).slice(0, 8)}`
    const path = files.path(logName(target))
    if (await ensureFolder(dirname(path))) await syncFolder(files.path(LOGS))
    await writeDurably(path, sealLog(files, target, theirs))
    const end = isContinued ? await readHead(other, device) : null
    if (end?.head) await writeHead(files, end.head.caseId, end.head.own, end.head.others)
  }
}
