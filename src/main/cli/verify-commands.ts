import { InvalidArgumentError } from 'commander'
import { HEAD_FORM, isHead } from '../../shared/case/noted-head.ts'
import { stateName } from '../../shared/quote/quote.ts'
import { shownBy, verdictOf } from '../../shared/verifier/verdict.ts'
import type { Workspace } from '../workspace.ts'
import { openToNote, openToRead, openToWrite } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, line, lines, paragraphs, say } from './printable.ts'
import type { Verb } from './verb.ts'

/** What was noted of a case's log elsewhere: heads, and paths of what holds one. */
interface Noted {
  head: string[]
  against: string[]
}

/** A noted head of a log; the option may be given several times. */
function collectHead(value: string, before: string[]): string[] {
  if (!isHead(value)) throw new InvalidArgumentError(HEAD_FORM)
  return [...before, value]
}

/** For an option that may be given several times. */
function collect(value: string, before: string[]): string[] {
  return [...before, value]
}

export const VERIFY: Verb = {
  args: '<target>',
  summary: 'verify a case, or an exported PDF from the PDF alone',
  define: (command, run) =>
    command
      .option('--require-signature <key>', 'fail unless the PDF is signed by this key: its name, id or public key')
      .option(
        '--head <hash>',
        'fail unless the case’s log goes on from this noted head; may be given several times',
        collectHead,
        []
      )
      .option(
        '--against <path>',
        'fail unless the case’s log goes on from that of this bundle or backup, or tells of this exported file; may be given several times',
        collect,
        []
      )
      .action((path: string, { requireSignature, ...noted }: { requireSignature?: string } & Noted) =>
        run((workspace) => verify(workspace, path, { ...noted, requireSignature: requireSignature ?? null }))
      )
}

/** `dossier verify`: verifies a case, or an exported PDF from the PDF alone. */
async function verify(
  workspace: Workspace,
  path: string,
  { requireSignature = null, ...noted }: { requireSignature?: string | null } & Noted
): Promise<Answer> {
  const { kind } = await workspace.handlers['verify.kind']({ path })
  return kind === 'case' ? verifyCaseAt(workspace, path, noted) : verifyPdfAt(workspace, path, requireSignature)
}

async function verifyCaseAt(workspace: Workspace, path: string, noted: Noted): Promise<Answer> {
  await openToNote(workspace, path)
  const report = await workspace.handlers['case.verifyAgainst'](noted)
  const recognised = new Set<string | null>(report.sources.flatMap((row) => (row.recognised ? [row.key] : [])))
  const quoteRows = report.quotes.map((row) => [
    row.key ?? '-',
    row.source ?? '-',
    stateName(row.state, recognised.has(row.source)),
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
    stateName(row.state, row.recognised),
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const verdict = say`“${report.title}”. ${verdictOf(report)}`
  const { signature: beside, embedded, times } = report
  const signatures = [
    ...(embedded ? [line(embedded.message)] : []),
    ...(beside || !embedded ? [line(beside?.message ?? 'There is no signature beside the PDF.')] : []),
    ...times.map(({ message }) => line(message))
  ]
  const sentences = [...shownBy(report).map(line), ...signatures, ...report.notes.map(line)]
  const text = paragraphs(columns(rows), ...report.problems.map(line), verdict, ...sentences)
  return { json: report, text, exit: report.ok ? EXIT.fine : EXIT.findings }
}

export const ACCEPT: Verb = {
  args: '<case>',
  summary:
    'accept that documents are missing or aren’t as the log tells of them; it is logged, and verify passes over it from then on',
  define: (command, run) => command.action((path: string) => run((workspace) => accept(workspace, path)))
}

/** `dossier accept`: accepts what verification finds in the documents of a case, as it is. */
async function accept(workspace: Workspace, path: string): Promise<Answer> {
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

export const LOG: Verb = {
  args: '<case>',
  summary: 'show the chain of custody, check it and print its head',
  define: (command, run) => command.action((path: string) => run((workspace) => log(workspace, path)))
}

/** `dossier log`: shows the chain of custody, and where it's broken. */
async function log(workspace: Workspace, path: string): Promise<Answer> {
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
