import { systemFailure } from '../../shared/errors/system-error.ts'
import { CASE_SCHEMA, type CaseRecord } from '../../shared/case/case.ts'
import type { CheckedChain, CustodyNote } from '../../shared/case/custody.ts'
import { damageTold } from '../../shared/case/damage.ts'
import { CaseLog, type LogFindings } from './case-log.ts'
import type { CaseParts } from './case-parts.ts'
import type { LogMark } from './catalogue.ts'
import { allVersions, anchorsOf, compareAtOpening, tellsNothing } from './compare-case.ts'
import { readCustody } from './read-logs.ts'
import { deviceId } from './device.ts'
import { isSystemError } from '../base/durable.ts'
import { PREVIOUS_ENDING } from './files.ts'
import { briefName, CASE_FILE } from '../../shared/case/records/places.ts'
import { userName } from './lock.ts'
import { readHead } from './log-head.ts'
import { headName, headProblems, headsOf } from '../../shared/case/stored/log-ends.ts'
import type { OpenedFiles } from './opening.ts'
import { setAside } from './recovery.ts'
import { BRIEF } from '../../shared/case/records/brief.ts'
import { versionOfRecord } from './record.ts'
import { rememberSeal } from './seal-memory.ts'
import { readPrevious, type LogComparison } from './log-comparison.ts'

/** What opening the files of a case found that is to be logged. */
export interface ToLog extends Pick<OpenedFiles, 'toMend' | 'sealFound' | 'putBacks'> {
  /** The older format that opening brought up to date; null when it had not to. */
  migratedFrom: number | null
}

/** Changes the case's record by an entry of the log. */
type ChangeCase = (log: CaseLog, note: CustodyNote, change: (record: CaseRecord) => CaseRecord) => Promise<unknown>

/**
 * Opens the log of this device and logs the opening, and what it found. `mark` is where the log ended, when that's known for sure; else the case is
 * compared with its logs. Rejects with the system's error.
 */
export async function openLog(
  parts: CaseParts,
  toLog: ToLog,
  mark: LogMark | null,
  changeCase: ChangeCase
): Promise<CaseLog> {
  const { files, context, notices, sync, briefs } = parts
  const { id, briefs: listedBriefs } = parts.record.data
  const device = await deviceId(context.userData)
  // As it's found: what this opening logs says nothing of where the log came from.
  const asFound = toLog.sealFound.state === 'other' ? await readCustody(files, id, []) : []
  let compared: LogComparison | null = null
  const compare = async (): Promise<LogComparison> => (compared ??= await compareAtOpening(parts))
  const end = await readHead(files, device)
  const ends = new Map(end ? [[device, end]] : [])
  const { log, found } = await CaseLog.open({
    files,
    caseId: id,
    device,
    mark,
    anchors: () => [
      ...(mark ? [] : anchorsOf(parts)),
      ...headsOf(ends).map(({ log: name, n, sha256: hash }) => ({ device: name, n, sha256: hash }))
    ],
    compare,
    now: context.now,
    allRead: notices.damages.length === 0
  })
  try {
    for (const sentence of found.breaks) notices.addDamage(sentence)
    // A source that can't be read keeps its keys: they come back with it.
    for (const subject of found.subjects) if (/^[SQ]\d+$/.test(subject)) sync.catalogue.taken(subject)
    await logFound(log, found, parts, toLog, ends)
    const told = compared as LogComparison | null
    for (const { message } of told?.told.findings ?? []) notices.add(message)
    // This opening writes over the previous version of the record: that it was none stays told by the log.
    for (const { name, version } of await readPrevious(files, [CASE_FILE])) {
      if (version !== null) continue
      const what = `${name}${PREVIOUS_ENDING} wasn’t an earlier version of ${name}: it was damaged, or put there.`
      await log.note({ action: 'damage-found', subject: null, detail: { what } })
      notices.addDamage(what)
    }
    const listed = new Set(listedBriefs)
    const unlisted = briefs.ids().filter((brief) => !listed.has(brief))
    const records = told && tellsNothing(told) ? await allVersions(parts) : []
    const note: CustodyNote = {
      action: found.first ? 'case-created' : 'case-opened',
      subject: null,
      detail: { user: userName() },
      seen: await log.others(),
      records: records.filter(({ name }) => name === CASE_FILE)
    }
    await changeCase(log, note, (record) =>
      unlisted.length === 0 ? record : { ...record, briefs: [...record.briefs, ...unlisted] }
    )
    await log.noteVersions(
      records.filter(({ name }) => name !== CASE_FILE),
      { first: true }
    )
    await tellSeal(log, parts, toLog, asFound)
    return log
  } catch (error) {
    await log.close()
    throw error
  }
}

/** Logs what opening found and mended: it must stay told when there is nothing to see of it any more. */
async function logFound(
  log: CaseLog,
  found: LogFindings,
  { files, context, record, briefs }: CaseParts,
  { migratedFrom, toMend, putBacks }: ToLog,
  ends: Parameters<typeof headProblems>[0]
): Promise<void> {
  const { device } = log
  if (migratedFrom !== null)
    await log.note({ action: 'case-migrated', subject: null, detail: { from: migratedFrom, to: CASE_SCHEMA } })
  const { id: caseId, anchored = {} } = record.data
  const own = device in anchored ? { [device]: anchored[device]! } : {}
  for (const what of headProblems(ends, own, caseId))
    await log.note({ action: 'damage-found', subject: null, detail: { what } })
  for (const { what, mend } of toMend.splice(0)) {
    await log.note({ action: 'damage-found', subject: null, detail: { what } })
    await mend()
  }
  if (ends.get(device)?.head === null) await setAside(files, headName(device), context.now())
  for (const { name, notice } of putBacks.splice(0))
    await log.note({ action: 'document-put-back', subject: null, detail: { file: name, what: notice } })
  for (const name of found.open) {
    const id = briefs.ids().find((candidate) => briefName(candidate) === name)
    const brief = id === undefined ? undefined : briefs.record(id)
    if (!brief) continue
    const told = { name, noted: versionOfRecord(BRIEF, brief), of: brief.custody?.sha256 ?? '' }
    await log.noteVersions([told], { 'after an unclean end': true })
  }
}

/**
 * Tells of another key than this device remembers. Where the log has the entry that was remembered with it, the key was changed by whoever went on from there;
 * where it hasn't, another state was put in the case's place, which is logged and told until the user accepts it.
 */
async function tellSeal(
  log: CaseLog,
  parts: CaseParts,
  { sealFound: found }: ToLog,
  chains: readonly CheckedChain[]
): Promise<void> {
  if (found.state === 'same') return
  if (found.state === 'other') {
    const told = damageTold(chains).find(({ entry }) => entry.detail['key'] === found.id)
    if (!told && chains.some(({ hashes }) => found.head !== null && hashes.includes(found.head))) {
      parts.notices.add(
        parts.files.seal
          ? 'This case got another key since it was last opened here, with a passphrase that was changed elsewhere. Its log goes on from where it was then.'
          : 'This case was decrypted elsewhere since it was last opened here. Its log goes on from where it was then.'
      )
    } else if (!told?.accepted) {
      if (!told) await log.note({ action: 'damage-found', subject: null, detail: { what: found.what, key: found.id } })
      return parts.notices.addDamage(found.what)
    }
  }
  const { head } = log
  if (head) await remember(parts, head.sha256)
}

async function remember({ path, files, context, record, notices }: CaseParts, head: string): Promise<void> {
  try {
    await rememberSeal(context.userData, record.data.id, { path, files, head })
  } catch (error) {
    if (!isSystemError(error)) throw error
    notices.add(
      `${systemFailure(error)?.because ?? 'The system refused to write it'}, so which key this case has could not be remembered: an older state of it that is put in its place wouldn’t be noticed here.`
    )
  }
}
