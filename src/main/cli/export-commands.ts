import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import type { Finding } from '../../shared/brief/check.ts'
import {
  APPENDICES,
  CITATION_STYLES,
  DEFAULT_EXPORT_OPTIONS,
  PAPERS,
  THEMES,
  type ExportOptions
} from '../../shared/composition/options.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf } from './case-access.ts'
import { EXIT, type Answer } from './output.ts'
import { describeRedaction } from './withhold-commands.ts'

/** What `dossier export` was asked for. */
export interface ExportRequest {
  pdf: string
  strict: boolean
  options: ExportOptions
}

/** The options of `dossier export` as the command line gives them. */
export interface ExportFlags extends Omit<ExportOptions, 'includeTexts' | 'appendices'> {
  pdf: string
  strict: boolean
  withoutTexts?: boolean
  /** False for `--no-appendix`. */
  appendix: ExportOptions['appendices'] | false
}

/** Adds to a command what every export takes. */
export function withExportOptions(command: Command): Command {
  const { paper, theme, cover, citations, appendices, custody, redacted } = DEFAULT_EXPORT_OPTIONS
  return command
    .addOption(new Option('--paper <size>', 'size of the paper').choices(PAPERS).default(paper))
    .addOption(new Option('--theme <theme>', 'typeface of the text').choices(THEMES).default(theme))
    .option('--cover', 'begin with a cover page', cover)
    .addOption(new Option('--citations <style>', 'style of citations').choices(CITATION_STYLES).default(citations))
    .addOption(
      new Option('--appendix <name...>', 'what stands behind the brief').choices(APPENDICES).default(appendices)
    )
    .option('--no-appendix', 'nothing behind the brief but the list of sources')
    .option('--custody', 'print what the chain of custody says of each source', custody)
    .option('--redacted', 'leave out what the brief marks as withheld', redacted)
    .option('--without-texts', 'leave the texts of the sources out of the proof')
}

/** What the flags ask for. */
export function exportRequest(flags: ExportFlags): ExportRequest {
  const { paper, theme, cover, citations, custody, redacted, pdf, strict } = flags
  const appendices = flags.appendix === false ? [] : flags.appendix
  const includeTexts = flags.withoutTexts !== true
  return { pdf, strict, options: { paper, theme, cover, citations, appendices, custody, includeTexts, redacted } }
}

/** `dossier export`: writes the PDF, findings marked in print; with `strict` it refuses them. */
export async function exportPdfTo(
  workspace: Workspace,
  path: string,
  which: string,
  { pdf, strict, options }: ExportRequest
): Promise<Answer> {
  // For writing where that can be had: the chain of custody tells of it.
  await workspace.open(resolve(path))
  const brief = briefOf(workspace, which)
  if (strict) {
    const { findings } = await workspace.handlers['brief.check']({ id: brief.id })
    if (findings.length > 0) {
      const message = 'The brief has findings, so no PDF was written.'
      return {
        json: { error: { code: 'findings', message }, findings },
        text: [describeFindings(findings), message].join('\n'),
        exit: EXIT.findings
      }
    }
  }
  const redaction = options.redacted ? await workspace.handlers['export.redactionPreview']({ briefId: brief.id }) : null
  const report = await workspace.handlers['export.pdf']({
    briefId: brief.id,
    path: resolve(pdf),
    options,
    acceptFindings: !strict
  })
  const lines = [
    `Wrote ${report.path} (${report.pages} ${report.pages === 1 ? 'page' : 'pages'}, SHA-256 ${report.sha256})`
  ]
  if (redaction) lines.push(...describeRedaction(redaction))
  if (report.findings.length > 0) lines.unshift(describeFindings(report.findings))
  const json = redaction ? { ...report, redaction } : report
  return { json, text: lines.join('\n'), exit: report.findings.length > 0 ? EXIT.findings : EXIT.fine }
}

function describeFindings(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.section === '' ? '' : `${finding.section}: `}“${finding.excerpt}” ${finding.message}`)
    .join('\n')
}
