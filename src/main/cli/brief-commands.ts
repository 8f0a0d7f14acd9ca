import { basename, resolve } from 'node:path'
import type { Finding } from '../../shared/brief/check.ts'
import { plainText, walkBlocks } from '../../shared/brief/walk.ts'
import { storageError, writeDurably } from '../store/durable.ts'
import { exportBrief, importBrief } from '../use-cases/briefs.ts'
import type { Making } from '../use-cases/quotes.ts'
import { readMarkdownFile, type Workspace } from '../workspace.ts'
import { briefOf, openToWrite } from './case-access.ts'
import { columns, EXIT, oneLine, type Answer } from './output.ts'

/** `dossier brief list`. */
export async function listBriefs(workspace: Workspace, path: string): Promise<Answer> {
  const { briefs } = await workspace.open(resolve(path), { write: false })
  return { json: briefs, text: columns(briefs.map((brief, i) => [String(i + 1), brief.date, brief.title, brief.id])) }
}

/** `dossier brief import`: makes a brief of a Markdown file. */
export async function importMarkdown(
  workspace: Workspace,
  path: string,
  file: string,
  making: Making
): Promise<Answer> {
  const markdown = await readMarkdownFile(file)
  await openToWrite(workspace, path)
  const { brief, unresolved } = await importBrief(
    workspace.opened(),
    markdown,
    basename(file).replace(/\.\w+$/, ''),
    making
  )
  const blocks = [...walkBlocks(brief.doc)].map(({ node }) => node)
  const json = {
    id: brief.id,
    sections: brief.doc.content.length,
    statements: blocks.filter((node) => node.type === 'statement' && plainText(node.content).trim() !== '').length,
    quotes: blocks.filter((node) => node.type === 'quoteBlock').length,
    unresolved
  }
  const kept = unresolved.map(
    ({ exact, source, reason }) => `  ${source ?? 'no source'}: ${reason} “${oneLine(exact)}”`
  )
  const count = `${json.sections} sections, ${json.statements} statements, ${json.quotes} quotes`
  const lines = [`Imported “${brief.title}” (${brief.id}): ${count}`]
  if (kept.length > 0) lines.push('Kept, but not resolved:', ...kept)
  return { json, text: lines.join('\n'), exit: kept.length > 0 ? EXIT.findings : EXIT.fine }
}

/** `dossier brief export`: a brief as Markdown, printed or written to a file. */
export async function exportMarkdown(
  workspace: Workspace,
  path: string,
  which: string,
  out: string | undefined
): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const brief = briefOf(workspace, which)
  const markdown = await exportBrief(workspace.opened(), brief.id)
  if (out === undefined) return { json: { id: brief.id, markdown }, text: markdown }
  try {
    await writeDurably(resolve(out), markdown)
  } catch (error) {
    throw storageError(error, `“${out}”`, 'A file of that name, if there was one, is unchanged.')
  }
  return { json: { id: brief.id, path: resolve(out) }, text: `Wrote ${resolve(out)}` }
}

/** `dossier export`: writes the PDF, findings marked in print; with `strict` it refuses them. */
export async function exportPdfTo(
  workspace: Workspace,
  path: string,
  which: string,
  options: { pdf: string; strict: boolean; paper: 'A4' | 'Letter'; includeTexts: boolean }
): Promise<Answer> {
  // For writing where that can be had: the chain of custody tells of it.
  await workspace.open(resolve(path))
  const brief = briefOf(workspace, which)
  if (options.strict) {
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
  const report = await workspace.handlers['export.pdf']({
    briefId: brief.id,
    path: resolve(options.pdf),
    options: { paper: options.paper, includeTexts: options.includeTexts },
    acceptFindings: !options.strict
  })
  const lines = [
    `Wrote ${report.path} (${report.pages} ${report.pages === 1 ? 'page' : 'pages'}, SHA-256 ${report.sha256})`
  ]
  if (report.findings.length > 0) lines.unshift(describeFindings(report.findings))
  return { json: report, text: lines.join('\n'), exit: report.findings.length > 0 ? EXIT.findings : EXIT.fine }
}

function describeFindings(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.section === '' ? '' : `${finding.section}: `}“${finding.excerpt}” ${finding.message}`)
    .join('\n')
}
