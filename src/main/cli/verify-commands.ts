import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import { shownBy, verdictOf } from '../../shared/verifier/verdict.ts'
import { readingError } from '../base/durable.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote, openToRead, openToWrite } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, line, lines, paragraphs, say } from './printable.ts'

/** What was noted of a case's log elsewhere: heads, and paths of what holds one. */
interface Noted {
  head: string[]
  against: string[]
}

/** `dossier verify`: verifies a case, or an exported PDF from the PDF alone. */
export async function verify(
  workspace: Workspace,
  path: string,
  { requireSignature = null, ...noted }: { requireSignature?: string | null } & Noted
): Promise<Answer> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw readingError(error, `“${basename(path)}”`)
    }
  )
  return isFolder ? verifyCaseAt(workspace, path, noted) : verifyPdfAt(workspace, path, requireSignature)
}

async function verifyCaseAt(workspace: Workspace, path: string, noted: Noted): Promise<Answer> {
  await openToNote(workspace, path)
  const report = await workspace.handlers['case.verifyAgainst'](noted)
  const quoteRows = report.quotes.map((row) => [
    row.key ?? '-',
    row.source ?? '-',
    STATE_NAMES[row.state],
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const sourceRows = report.sources.map((row) => [row.key, `original ${row.original}`, `text ${row.text}`, row.title])
  const { ok, quotes, sources, statements, log: chain, problems, notices } = report
  const json = { ok, quotes, sources, statements, log: chain, problems, notices }
  const breaks = report.log.breaks.map(({ device, message }) => say`Log ${device}: ${message}`)
  const verdict = report.ok
    ? say`Every quote, every original and the log are as they should be.`
    : say`Not everything is as it should be.`
  return {
    json,
    text: paragraphs(
      columns(quoteRows),
      columns(sourceRows),
      lines(...breaks, ...problems.map(line)),
      verdict,
      lines(...notices.map(line))
    ),
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
  const verdict = say`“${report.title}”. ${verdictOf(report)}`
  const signature = line(report.signature?.message ?? 'There is no signature beside the PDF.')
  const sentences = [...shownBy(report).map(line), signature, ...report.notes.map(line)]
  const text = paragraphs(columns(rows), ...report.problems.map(line), verdict, ...sentences)
  return { json: report, text, exit: report.ok ? EXIT.fine : EXIT.findings }
}

/** `dossier accept`: accepts what verification finds in the documents of a case, as it is. */
export async function accept(workspace: Workspace, path: string): Promise<Answer> {
  await openToWrite(workspace, path)
  const { accepted } = await workspace.handlers['case.accept']({})
  return {
    json: { accepted },
    text:
      accepted.length === 0
        ? say`There is nothing to accept.`
        : lines(...accepted.map(line), say`Accepted, and logged.`)
  }
}

/** Entries as people read them: without those that only note which version a document has by then. */
function forPeople<T extends { action: string }>(entries: readonly T[]): T[] {
  return entries.filter(({ action }) => action !== 'versions-noted')
}

/** `dossier log`: shows the chain of custody, and where it's broken. */
export async function log(workspace: Workspace, path: string): Promise<Answer> {
  await openToRead(workspace, path)
  const chains = await workspace.handlers['case.log']({})
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
  const verdict = breaks.length === 0 ? say`The chain is whole.` : lines(...breaks.map(({ message }) => line(message)))
  return {
    json: { ok: breaks.length === 0, entries, breaks, heads, clock },
    text: paragraphs(
      columns(rows),
      verdict,
      lines(...clock.map(({ message }) => line(message))),
      columns(heads.map(({ log: name, n, sha256 }) => ['Head', sha256, `entry ${n} of log ${name}`]))
    ),
    exit: breaks.length === 0 ? EXIT.fine : EXIT.findings
  }
}
