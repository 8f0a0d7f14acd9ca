import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseReport, OriginalState } from '../../shared/brief/check.ts'
import { damageTold } from '../../shared/case/damage.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import type { Present } from '../../shared/case/log-findings.ts'
import { quoteBlocks, savedQuotes } from '../../shared/case/stored/quote-rows.ts'
import { toldBefore, WHAT_STAYS_UNSEEN } from '../../shared/case/stored/verify-stored.ts'
import { sourceTitle, type SourceText } from '../../shared/source/source.ts'
import type { CaseStore } from '../store/case-store.ts'
import { keyNumber } from '../../shared/case/merge/keys.ts'
import { ifThere } from '../base/durable.ts'
import { inParallel } from '../base/folders.ts'
import { KEY_FILES, readKeys } from '../store/keys.ts'
import { sourceFile } from '../../shared/case/records/places.ts'
import { inBoth, presentOf, type Ends, type LogComparison } from '../store/log-comparison.ts'
import { compareWithKnownHeads, NO_KNOWN_HEADS, type KnownHeads } from './known-heads.ts'
import { recognisedIn, type OpenCase } from './open-case.ts'
import { checkStatements } from './statements.ts'

type SourceReport = CaseReport['sources'][number]
type QuoteReport = CaseReport['quotes'][number]

/**
 * Verifies a whole case as it is on disk: every original and text by hash, every saved quote, and every quote block of
 * every brief, located or not; and the chain of custody, with what it tells of every document, and with what was noted of it elsewhere. The check itself is logged, unless the case is open for reading only.
 */
export async function verifyCase(open: OpenCase, noted: KnownHeads = NO_KNOWN_HEADS): Promise<CaseReport> {
  const { store } = open
  await store.settled()
  open.forget()
  // The logs first: a document that comes later is in the logs as they are read afterwards.
  const before = await store.readEnds()
  const found = await readSources(open)
  const sources = found.flatMap(({ report }) => report ?? [])
  const quotes = found.flatMap(({ quotes: own }) => own)
  const byKey = (a: { key?: string | undefined }, b: { key?: string | undefined }): number =>
    keyNumber(a.key ?? '') - keyNumber(b.key ?? '')
  sources.sort(byKey)
  quotes.sort(byKey)
  quotes.push(...(await blocksOf(open)))
  const { chains, told, headProblems } = await compareSettled(store, {
    sources: found.map(({ present }) => present),
    before
  })
  const log = {
    entries: chains.reduce((sum, chain) => sum + chain.entries.length, 0),
    breaks: chains.flatMap((chain) => chain.breaks)
  }
  // What opening logged of it is told from the log.
  const logged = new Set(damageTold(chains).map(({ entry }) => entry.detail['what']))
  const problems = store.damages.filter((sentence) => !logged.has(sentence))
  for (const { id, problem } of found)
    if (problem !== undefined && !problems.some((sentence) => sentence.includes(id))) problems.push(problem)
  problems.push(
    ...told.findings.map(({ message }) => message),
    ...headProblems,
    ...toldBefore(chains).map(({ message }) => message),
    ...(await keyProblems(store.path))
  )
  const elsewhere = await compareWithKnownHeads(store, chains, noted)
  problems.push(...elsewhere.problems)
  // Breaks of the log that opening found are told of there.
  const others = [...new Set(problems)].filter((problem) => !log.breaks.some(({ message }) => message === problem))
  const notices = [
    ...told.notices,
    // What somebody is just writing is carried out yet.
    ...(isWrittenElsewhere(store) ? [] : told.cutShort.map(({ message }) => message)),
    ...chains.flatMap(({ clock }) => clock.map(({ message }) => message)),
    ...elsewhere.confirmed
  ]
  if (elsewhere.confirmed.length === 0 && elsewhere.problems.length === 0) notices.push(WHAT_STAYS_UNSEEN)
  const ok =
    quotes.every(({ state }) => state === 'verbatim' || state === 'normalised') &&
    sources.every(({ original, text }) => original === 'intact' && text === 'intact') &&
    log.breaks.length === 0 &&
    others.length === 0
  await store.log({
    action: 'integrity-checked',
    subject: null,
    detail: { ok, sources: sources.length, quotes: quotes.length }
  })
  return { ok, quotes, sources, statements: await checkStatements(open), log, problems: others, notices }
}

/**
 * Accepts that documents aren't as the log tells of them, which is logged: they count as they are from then on, and what is missed isn't missed any more.
 * Answers what was accepted, a sentence each. A log that was changed or cut off can't be made whole by that, and stays told.
 * @throws DossierError `case-held` or a storage failure
 */
export async function acceptFindings(open: OpenCase): Promise<string[]> {
  const { store } = open
  await store.settled()
  open.forget()
  const { told, chains } = await store.compareWithLogs()
  const damages = toldBefore(chains)
  const sentences = [...new Set([...told.findings, ...damages].map(({ message }) => message))]
  if (sentences.length === 0) return []
  const accepts = told.findings.flatMap((finding) => finding.accepts)
  const detail: Record<string, string | number> = { findings: sentences.length }
  sentences.forEach((sentence, i) => (detail[String(i + 1)] = sentence))
  const covers = damages.map(({ sha256 }) => sha256)
  await store.log({ action: 'findings-accepted', subject: null, detail, records: accepts, covers })
  return sentences
}

/** What verification found of a source. */
interface SourceFound {
  id: string
  present: Present
  report?: SourceReport
  quotes: QuoteReport[]
  /** Why its record can't be read. */
  problem?: string
}

/** Reads and checks all sources; once more those that aren't as they should be, since somebody may just have changed or removed them. */
async function readSources(open: OpenCase): Promise<SourceFound[]> {
  const { store } = open
  const found = new Map<string, SourceFound>()
  const read = async (id: string): Promise<void> => void found.set(id, await readSource(open, id))
  await inParallel(await store.sourceIds(), read)
  const doubtful = [...found.values()].filter(
    ({ report }) => !report || report.original !== 'intact' || report.text !== 'intact'
  )
  if (doubtful.length > 0) {
    open.forget()
    const there = new Set(await store.sourceIds())
    await inParallel(doubtful, async ({ id }) => (there.has(id) ? read(id) : void found.delete(id)))
  }
  return [...found.values()]
}

async function readSource(open: OpenCase, id: string): Promise<SourceFound> {
  const { store } = open
  const name = sourceFile(id, 'meta.json')
  try {
    const record = await store.source(id)
    const original = await store.originalState(id)
    const stored = await textOf(open, id)
    const text: OriginalState = stored === null ? 'missing' : stored.intact ? 'intact' : 'altered'
    const { source } = record
    const report = { key: source.key, title: sourceTitle(source), original, text, ...recognisedIn(source) }
    return { id, present: presentOf(SOURCE, name, record), report, quotes: savedQuotes(record, stored?.text ?? null) }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    const row = store.catalogue.row(id)
    const problem = `${row ? `${row.key} “${row.title}”` : `The source in “${id}”`} could not be read: ${error.message}`
    return { id, present: { name, version: null, custody: undefined }, quotes: [], problem }
  }
}

/** True while another program writes the case, as far as that can be known. */
function isWrittenElsewhere({ holder, others }: CaseStore): boolean {
  return holder !== null || others.length > 0
}

/** Compares the case with its logs; what is found has to be found a second time, with everything read anew. */
async function compareSettled(
  store: CaseStore,
  given: { sources: readonly Present[]; before: Ends }
): Promise<LogComparison> {
  const first = await store.compareWithLogs(given)
  const isClear =
    first.all.findings.length === 0 &&
    first.headProblems.length === 0 &&
    first.chains.every(({ breaks }) => breaks.length === 0)
  if (isClear) return first
  store.forget()
  const again = await store.compareWithLogs()
  return { ...again, told: inBoth(again.told, first.all) }
}

/** An encrypted case has its keys twice: one that is missing, or an older one, would only show when the other is gone. */
async function keyProblems(path: string): Promise<string[]> {
  if (!(await readKeys(path))) return []
  const [a, b] = await Promise.all(KEY_FILES.map((file) => ifThere(readFile(join(path, file), 'utf8'))))
  const missing = [a, b].flatMap((text, i) => (text === undefined ? [KEY_FILES[i]!] : []))
  if (missing.length > 0) return [`${missing.join(' and ')} is missing: it keeps the keys of the case a second time.`]
  return a === b
    ? []
    : [`${KEY_FILES.join(' and ')} aren’t the same: one of them was changed, or an older one was put back.`]
}

async function textOf(open: OpenCase, id: string): Promise<{ text: SourceText; intact: boolean } | null> {
  try {
    return await open.store.storedText(id)
  } catch (error) {
    if (error instanceof DossierError && (error.code === 'not-found' || error.code === 'damaged')) return null
    throw error
  }
}

async function blocksOf(open: OpenCase): Promise<QuoteReport[]> {
  const found: QuoteReport[] = []
  for (const brief of open.store.briefs()) {
    if (brief.deletedAt === null) found.push(...quoteBlocks(brief, await open.lookupFor(brief)))
  }
  return found
}
