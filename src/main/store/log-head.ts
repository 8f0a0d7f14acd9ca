import { mkdir } from 'node:fs/promises'
import { DossierError } from '../../shared/errors/errors.ts'
import type { LogHead } from '../../shared/case/custody.ts'
import { ifThere, syncFolder } from '../base/durable.ts'
import type { CaseFiles } from './files.ts'
import { listNames } from '../base/folders.ts'
import { HEADS, LOGS } from '../../shared/case/records/places.ts'
import { sha256 } from '../base/hash.ts'
import { deviceOfHead, headIn, headName, type FoundHead, type HeadDocument } from '../../shared/case/stored/log-ends.ts'
import { encodeRecord } from './record.ts'

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
    const device = deviceOfHead(name)
    const head = device === null ? null : await readHead(files, device)
    if (head) found.set(device!, head)
  }
  return found
}

/** A device's document of its log's end; null when there is none. Rejects with the system's error. */
export async function readHead(files: CaseFiles, device: string): Promise<FoundHead | null> {
  try {
    const bytes = await ifThere(files.read(headName(device)))
    return bytes ? headIn(Buffer.from(bytes).toString('utf8'), device, sha256) : null
  } catch (error) {
    if (error instanceof DossierError && error.code === 'damaged') return headIn(null, device, sha256)
    throw error
  }
}
