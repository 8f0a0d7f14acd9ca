import { basename, resolve } from 'node:path'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import { exportBrief, importBrief, readMarkdownFile, writeMarkdown } from '../use-cases/brief-markdown.ts'
import type { ClockAndIds } from '../use-cases/quotes.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToWrite } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, content, lines, say } from './printable.ts'

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
  clockAndIds: ClockAndIds
): Promise<Answer> {
  const markdown = await readMarkdownFile(file)
  await openToWrite(workspace, path)
  const { brief, unresolved } = await importBrief(
    workspace.opened(),
    markdown,
    basename(file).replace(/\.\w+$/, ''),
    clockAndIds
  )
  const blocks = [...walkBlocks(brief.doc)].map(({ node }) => node)
  const json = {
    id: brief.id,
    sections: brief.doc.content.length,
    statements: blocks.filter((node) => node.type === 'statement' && blockText(node).trim() !== '').length,
    quotes: blocks.filter((node) => node.type === 'quoteBlock').length,
    unresolved
  }
  const kept = unresolved.map(
    ({ exact, source, reason }) => say`  ${source ?? 'no source'}: ${reason} “${oneLine(exact)}”`
  )
  const count = `${json.sections} sections, ${json.statements} statements, ${json.quotes} quotes`
  const told = [say`Imported “${brief.title}” (${brief.id}): ${count}`]
  if (kept.length > 0) told.push(say`Kept, but not resolved:`, ...kept)
  return { json, text: lines(...told), exit: kept.length > 0 ? EXIT.findings : EXIT.fine }
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
  if (out === undefined) {
    const markdown = await exportBrief(workspace.opened(), brief.id)
    return { json: { id: brief.id, markdown }, text: content(markdown) }
  }
  await writeMarkdown(workspace.opened(), brief.id, resolve(out))
  return { json: { id: brief.id, path: resolve(out) }, text: say`Wrote ${resolve(out)}` }
}
