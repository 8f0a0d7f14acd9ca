import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import { isSystemError } from '../store/durable.ts'
import { acceptFindings, verifyCase } from '../use-cases/verify-case.ts'
import type { NotedElsewhere } from '../use-cases/noted-elsewhere.ts'
import type { Workspace } from '../workspace.ts'
import { openToWrite } from './case-access.ts'
import { columns, EXIT, oneLine, type Answer } from './output.ts'

/** `dossier verify`: verifies a case, or an exported PDF from the PDF alone. */
export async function verify(
  workspace: Workspace,
  path: string,
  { requireSignature = null, ...noted }: { requireSignature?: string | null } & NotedElsewhere
): Promise<Answer> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      if (isSystemError(error) && error.code === 'ENOENT')
        throw new DossierError('not-found', `There is nothing at “${path}”.`, { cause: error })
      throw error
    }
  )
  return isFolder ? verifyCaseAt(workspace, path, noted) : verifyPdfAt(workspace, path, requireSignature)
}

async function verifyCaseAt(workspace: Workspace, path: string, noted: NotedElsewhere): Promise<Answer> {
  // For writing where that can be had: the chain of custody tells of it.
  await workspace.open(resolve(path))
  const report = await verifyCase(workspace.opened(), noted)
  const quoteRows = report.quotes.map((row) => [
    row.key ?? '-',
    row.source ?? '-',
    STATE_NAMES[row.state],
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const sourceRows = report.sources.map((row) => [row.key, `original ${row.original}`, `text ${row.text}`, row.title])
  const { ok, quotes, sources, log: chain, problems, notices } = report
  const json = { ok, quotes, sources, log: chain, problems, notices }
  const breaks = report.log.breaks.map(({ device, message }) => `Log ${device}: ${message}`)
  const verdict = report.ok
    ? 'Every quote, every original and the log are as they should be.'
    : 'Not everything is as it should be.'
  return {
    json,
    text: [columns(quoteRows), columns(sourceRows), [...breaks, ...problems].join('\n'), verdict, notices.join('\n')]
      .filter(Boolean)
      .join('\n\n'),
    exit: report.ok ? EXIT.fine : EXIT.findings
  }
}

async function verifyPdfAt(workspace: Workspace, path: string, requireSignature: string | null): Promise<Answer> {
  const report = await workspace.handlers['verify.pdf']({ path, requireSignature })
  const rows = report.quotes.map((row) => [
    row.page === null ? '-' : `p. ${row.page}`,
    STATE_NAMES[row.state],
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const verdict = report.ok
    ? `“${report.title}” verifies: every quote stands so in the text that the PDF carries, and the PDF is as it was exported.`
    : `“${report.title}” does not verify.`
  const signature = report.signature?.message ?? 'There is no signature beside the PDF.'
  const parts = [columns(rows), ...report.problems, verdict, signature, ...report.notes]
  return { json: report, text: parts.filter(Boolean).join('\n\n'), exit: report.ok ? EXIT.fine : EXIT.findings }
}

/** `dossier accept`: accepts what verification finds in the documents of a case, as it is. */
export async function accept(workspace: Workspace, path: string): Promise<Answer> {
  await openToWrite(workspace, path)
  const accepted = await acceptFindings(workspace.opened())
  return {
    json: { accepted },
    text: accepted.length === 0 ? 'There is nothing to accept.' : [...accepted, 'Accepted, and logged.'].join('\n')
  }
}

/** Entries as people read them: without those that only note which version a document has by then. */
function forPeople<T extends { action: string }>(entries: readonly T[]): T[] {
  return entries.filter(({ action }) => action !== 'versions-noted')
}

/** `dossier log`: shows the chain of custody, and where it's broken. */
export async function log(workspace: Workspace, path: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const chains = await workspace.opened().store.custody()
  const entries = chains.flatMap(({ device, entries: own }) => own.map((entry) => ({ device, ...entry })))
  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.n - b.n))
  const breaks = chains.flatMap((chain) => chain.breaks)
  const rows = forPeople(entries).map(({ at, action, subject, detail }) => [
    at,
    action,
    subject ?? '-',
    JSON.stringify(detail)
  ])
  const heads = chains.flatMap(({ device, entries: own, hashes }) =>
    own.length === 0 ? [] : [{ log: device, n: own.at(-1)!.n, sha256: hashes.at(-1)! }]
  )
  const clock = chains.flatMap((chain) => chain.clock)
  const verdict = breaks.length === 0 ? 'The chain is whole.' : breaks.map(({ message }) => message).join('\n')
  return {
    json: { ok: breaks.length === 0, entries, breaks, heads, clock },
    text: [
      columns(rows),
      verdict,
      clock.map(({ message }) => message).join('\n'),
      columns(heads.map(({ log: name, n, sha256 }) => ['Head', sha256, `entry ${n} of log ${name}`]))
    ]
      .filter(Boolean)
      .join('\n\n'),
    exit: breaks.length === 0 ? EXIT.fine : EXIT.findings
  }
}
