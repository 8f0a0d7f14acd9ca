import type { Finding } from '../../shared/brief/check.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToNote } from './case-access.ts'
import type { ExportRequest } from './export-flags.ts'
import { EXIT, type Answer } from './output.ts'
import { lines, say, type Printable } from './printable.ts'
import { describeNear, describeRedaction } from './withhold-commands.ts'

/**
 * `dossier export`: writes the files, all or none of them, findings marked in print; with `strict` it refuses them. A redacted export is
 * refused, too, while something is like withheld words and nobody has decided on it.
 */
export async function exportTo(
  workspace: Workspace,
  path: string,
  which: string,
  { files, strict, acceptNear, options }: ExportRequest,
  sign: { keyId: string; passphrase: string } | null
): Promise<Answer> {
  await openToNote(workspace, path)
  const brief = await briefOf(workspace, which)
  if (strict) {
    const { findings } = await workspace.handlers['export.check']({ briefId: brief.id, options })
    if (findings.length > 0) {
      const message = 'The brief has findings, so nothing was written.'
      return {
        json: { error: { code: 'findings', message }, findings },
        text: lines(describeFindings(findings), say`${message}`),
        exit: EXIT.findings
      }
    }
  }
  const near = options.redacted ? await workspace.handlers['export.nearForms']({ briefId: brief.id }) : []
  const redaction = options.redacted ? await workspace.handlers['export.redactionPreview']({ briefId: brief.id }) : null
  if (near.length > 0 && !acceptNear) {
    const message =
      'The redacted export would show what is like withheld words, so nothing was written. Decide with “dossier withhold” and --also or --leave, or give --accept-near.'
    return {
      json: { error: { code: 'near-forms', message }, near },
      text: lines(describeNear(near), say`${message}`),
      exit: EXIT.findings
    }
  }
  const request = { briefId: brief.id, files, options, acceptFindings: !strict, acceptNear, sign }
  const reports = await workspace.handlers['export.files'](request)
  const findings = reports[0]!.findings
  const wrote = reports.flatMap((report) => {
    const pages = 'pages' in report ? `${report.pages} ${report.pages === 1 ? 'page' : 'pages'}, ` : ''
    const how = report.redacted ? 'redacted, ' : ''
    const file = say`Wrote ${report.path} (${how}${pages}SHA-256 ${report.sha256})`
    return 'signature' in report && report.signature !== null ? [file, say`Signed: ${report.signature}`] : [file]
  })
  const hidden = redaction ? describeRedaction(redaction, near) : []
  const told = reports.map((report) => (redaction ? { ...report, redaction } : report))
  return {
    json: reports.length === 1 ? told[0] : told,
    text: lines(describeFindings(findings), ...wrote, ...hidden),
    exit: findings.length > 0 ? EXIT.findings : EXIT.fine
  }
}

function describeFindings(findings: readonly Finding[]): Printable {
  return lines(
    ...findings.map(
      ({ section, excerpt, message }) => say`${section === '' ? '' : `${section}: `}“${excerpt}” ${message}`
    )
  )
}
