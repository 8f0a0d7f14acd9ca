import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { checkChain, type CheckedChain } from '../../shared/case/custody.ts'
import { HEAD_FORM, isHead } from '../../shared/case/noted-head.ts'
import { readBundle } from '../bundle/read-bundle.ts'
import type { CaseStore } from '../store/case-store.ts'
import { loggedDevices, readLog } from '../store/read-logs.ts'
import { unsealLog } from '../store/log-lines.ts'
import { ifThere } from '../base/durable.ts'
import { CaseFiles } from '../store/files.ts'
import { sha256, sha256OfFile } from '../base/hash.ts'
import { readKeys } from '../store/keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'

/** What tells from outside of a case how far its log was once. */
export interface KnownHeads {
  /** Heads of the log that somebody noted: hashes of entries, or the first 16 digits or more of one. */
  head: readonly string[]
  /** Bundles, backups and other copies of the case, and exported files. */
  against: readonly string[]
}

export const NO_KNOWN_HEADS: KnownHeads = { head: [], against: [] }

/** A sentence for each thing that fits, and for each that doesn't. */
export interface Comparison {
  confirmed: string[]
  problems: string[]
}

/**
 * Compares a case's log with what was noted of it elsewhere: that finds a whole case that was put back to an earlier state.
 * @throws DossierError `not-found`, `damaged`, `bad-request`, `io` when that can't be read
 */
export async function compareWithKnownHeads(
  store: CaseStore,
  chains: readonly CheckedChain[],
  { head, against }: KnownHeads
): Promise<Comparison> {
  const comparison: Comparison = { confirmed: [], problems: [] }
  for (const noted of head) tell(comparison, byHead(chains, noted))
  for (const path of against) tell(comparison, await byCopy(store, chains, resolve(path)))
  return comparison
}

interface Verdict {
  fits: boolean
  sentence: string
}

function tell(comparison: Comparison, { fits, sentence }: Verdict): void {
  ;(fits ? comparison.confirmed : comparison.problems).push(sentence)
}

function byHead(chains: readonly CheckedChain[], noted: string): Verdict {
  const wanted = noted.trim().toLowerCase()
  if (!isHead(noted)) throw new DossierError('bad-request', `“${noted}” isn’t the head of a log. ${HEAD_FORM}`)
  for (const { device, hashes, entries } of chains) {
    const i = hashes.findIndex((hash) => hash.startsWith(wanted))
    if (i < 0) continue
    const since = hashes.length - 1 - i
    const sentence = `The log goes on from the noted head ${wanted.slice(0, 16)}… (entry ${entries[i]!.n} of log ${device}, ${entries[i]!.at}): ${since === 0 ? 'it is its last entry' : `${since} later ${since === 1 ? 'entry' : 'entries'}`}.`
    return { fits: true, sentence }
  }
  return {
    fits: false,
    sentence: `The log doesn’t have the noted head ${wanted.slice(0, 16)}…: the case was put back to an earlier state, or is another one.`
  }
}

/** Compares with a bundle, a copy of the case, or a file that was exported. */
async function byCopy(store: CaseStore, chains: readonly CheckedChain[], path: string): Promise<Verdict> {
  const name = basename(path)
  const found = await ifThere(stat(path))
  if (!found) throw new DossierError('not-found', `There is nothing at “${path}”.`)
  if (found.isDirectory() && (await ifThere(stat(join(path, CASE_FILE))))) {
    const heads = await headsOfCopy(store, path)
    return byHeads(chains, heads, `the copy “${name}”`)
  }
  if (!found.isDirectory() && !/\.zip$/i.test(name)) return byExport(chains, path)
  const bundle = await readBundle(path)
  try {
    if (bundle.record.id !== store.record.id)
      return { fits: false, sentence: `The bundle “${name}” is one of another case.` }
    const logs = bundle.logs.flatMap(({ content }) => lastHash(Buffer.from(content).toString('utf8')))
    return byHeads(chains, [...logs, ...bundle.heads], `the bundle “${name}”`)
  } finally {
    await bundle.close()
  }
}

function byHeads(chains: readonly CheckedChain[], heads: readonly string[], what: string): Verdict {
  if (heads.length === 0)
    return { fits: false, sentence: `There is no log in ${what}, so nothing can be compared with it.` }
  const known = new Set(chains.flatMap(({ hashes }) => hashes))
  const missing = [...new Set(heads)].filter((head) => !known.has(head))
  return missing.length === 0
    ? { fits: true, sentence: `The log goes on from that of ${what}.` }
    : {
        fits: false,
        sentence: `The log doesn’t go on from that of ${what}: the case was put back to an earlier state, or both went on from a common one.`
      }
}

async function byExport(chains: readonly CheckedChain[], path: string): Promise<Verdict> {
  const hash = await sha256OfFile(path)
  const entry = chains
    .flatMap(({ entries }) => entries)
    .find(({ action, detail }) => /-exported$/.test(action) && detail['sha256'] === hash)
  return entry
    ? {
        fits: true,
        sentence: `The log tells of “${basename(path)}”: it was exported on ${entry.at}, and is as it was then.`
      }
    : {
        fits: false,
        sentence: `The log tells of no export of “${basename(path)}”: the case was put back to a time before it, or the file was changed or comes from elsewhere.`
      }
}

/** Where the logs of another copy of the case end. @throws DossierError `bad-request` for a copy that another key seals */
async function headsOfCopy(store: CaseStore, path: string): Promise<string[]> {
  const isSealed = (await readKeys(path)) !== null
  if (isSealed && !store.sealed)
    throw new DossierError(
      'bad-request',
      `“${basename(path)}” is encrypted, and this case isn’t: they can’t be compared.`
    )
  const files = new CaseFiles(path, isSealed ? store.files.seal : null)
  const heads: string[] = []
  for (const log of await loggedDevices(files)) {
    const content = unsealLog(files, log, await readLog(files, log))
    const { hashes } = checkChain({ caseId: store.record.id, device: log, content }, [], sha256)
    if (hashes.length === 0 && content !== '')
      throw new DossierError(
        'damaged',
        `The log in “${basename(path)}” can’t be read: it was sealed with another key, or is damaged.`
      )
    heads.push(...hashes.slice(-1))
  }
  return heads
}

function lastHash(content: string): string[] {
  const line = content.split('\n').at(-2)
  return line === undefined ? [] : [sha256(line)]
}
