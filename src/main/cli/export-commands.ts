import { Option } from 'commander'
import type { ExportedFiles } from '../../shared/api/contract.ts'
import type { Finding } from '../../shared/brief/check.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToNote } from './case-access.ts'
import { exportRequest, withExportOptions, type ExportFlags, type ExportRequest } from './export-flags.ts'
import { EXIT, type Answer } from './output.ts'
import { lines, say, type Printable } from './printable.ts'
import { signRequest, type SignFlags } from './signature-commands.ts'
import { describeNear, describeRedaction } from './withhold-commands.ts'
import type { Verb } from './verb.ts'

export const EXPORT: Verb = {
  args: '<case> <brief>',
  summary: 'export a brief (its id, number or title): name at least one file to write',
  define: (command, run) =>
    withExportOptions(
      command
        .option('--strict', 'refuse when there are findings', false)
        .option('--with-page', 'write a web page beside the PDF with which anyone can check it in a browser', false)
        .option('--sign', 'sign the PDF; the signature is written beside it', false)
        .option('--key <key>', 'the key that signs: its name or id; needed when there are several')
        .addOption(
          new Option('--key-passphrase-file <file>', 'file whose first line opens the key; - for standard input')
        )
    ).action((path: string, which: string, flags: ExportFlags & SignFlags & { withPage: boolean }) => {
      const request = exportRequest(flags, (message) => command.error(`error: ${message}`))
      return run(async (workspace) =>
        exportTo(workspace, path, which, request, {
          sign: await signRequest(workspace, flags),
          withPage: flags.withPage
        })
      )
    })
}

/**
 * `dossier export`: writes the files, all or none of them, findings marked in print; with `strict` it refuses them. A redacted export is
 * refused, too, while something is like withheld words and nobody has decided on it.
 */
export async function exportTo(
  workspace: Workspace,
  path: string,
  which: string,
  { files, strict, acceptNear, options }: ExportRequest,
  beside: { sign: { keyId: string; passphrase: string } | null; withPage: boolean }
): Promise<Answer> {
  await openToNote(workspace, path)
  const brief = await briefOf(workspace, which)
  const request = { briefId: brief.id, files, options, acceptFindings: !strict, acceptNear, ...beside }
  const exported = await workspace.handlers['export.files'](request)
  if (exported.stopped) return stoppedAnswer(exported)
  const { reports, hidden } = exported
  const findings = reports[0]!.findings
  const wrote = reports.flatMap((report) => {
    const pages = 'pages' in report ? `${report.pages} ${report.pages === 1 ? 'page' : 'pages'}, ` : ''
    const how = report.redacted ? 'redacted, ' : ''
    const file = say`Wrote ${report.path} (${how}${pages}SHA-256 ${report.sha256})`
    if (!('signature' in report)) return [file]
    return [
      file,
      ...(report.signature === null ? [] : [say`Signed: ${report.signature}`]),
      ...(report.page === null ? [] : [say`Wrote ${report.page.path} (SHA-256 ${report.page.sha256})`])
    ]
  })
  const told = reports.map((report) => (hidden ? { ...report, redaction: hidden.report } : report))
  return {
    json: reports.length === 1 ? told[0] : told,
    text: lines(describeFindings(findings), ...wrote, ...(hidden ? describeRedaction(hidden.report, hidden.near) : [])),
    exit: findings.length > 0 ? EXIT.findings : EXIT.fine
  }
}

/** What is to be looked at, and that nothing was written. */
function stoppedAnswer(exported: Exclude<ExportedFiles, { stopped: false }>): Answer {
  const code = exported.stopped
  if (code === 'findings') {
    const { findings } = exported
    const message = 'The brief has findings, so nothing was written.'
    return {
      json: { error: { code, message }, findings },
      text: lines(describeFindings(findings), say`${message}`),
      exit: EXIT.findings
    }
  }
  const { near } = exported
  const message =
    'The redacted export would show what is like withheld words, so nothing was written. Decide with “dossier withhold” and --also or --leave, or give --accept-near.'
  return {
    json: { error: { code, message }, near },
    text: lines(describeNear(near), say`${message}`),
    exit: EXIT.findings
  }
}

function describeFindings(findings: readonly Finding[]): Printable {
  return lines(
    ...findings.map(
      ({ section, excerpt, message }) => say`${section === '' ? '' : `${section}: `}“${excerpt}” ${message}`
    )
  )
}
