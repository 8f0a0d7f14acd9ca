import { resolve } from 'node:path'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import type { Workspace } from '../workspace.ts'
import { briefOf, openToRead, openToWrite } from './case-access.ts'
import { EXIT, oneLine, type Answer } from './output.ts'
import { columns, content, lines, say } from './printable.ts'
import type { Verb, VerbGroup } from './verb.ts'

const LIST: Verb = {
  args: '<case>',
  summary: 'list the briefs',
  define: (command, run) => command.action((path: string) => run((workspace) => listBriefs(workspace, path)))
}

/** `dossier brief list`. */
async function listBriefs(workspace: Workspace, path: string): Promise<Answer> {
  const { briefs } = await openToRead(workspace, path)
  return { json: briefs, text: columns(briefs.map((brief, i) => [String(i + 1), brief.date, brief.title, brief.id])) }
}

const IMPORT: Verb = {
  args: '<case> <file>',
  summary: 'make a brief of a Markdown file',
  define: (command, run) =>
    command.action((path: string, file: string) => run((workspace) => importMarkdown(workspace, path, file)))
}

/** `dossier brief import`: makes a brief of a Markdown file. */
async function importMarkdown(workspace: Workspace, path: string, file: string): Promise<Answer> {
  const read = await workspace.handlers['brief.readMarkdown']({ path: file })
  await openToWrite(workspace, path)
  const { brief, unresolved } = await workspace.handlers['brief.fromMarkdown'](read)
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

const EXPORT: Verb = {
  args: '<case> <brief>',
  summary: 'print a brief (its id, number or title) as Markdown',
  define: (command, run) =>
    command
      .option('--out <file>', 'write it to a file instead')
      .action((path: string, which: string, options: { out?: string }) =>
        run((workspace) => exportMarkdown(workspace, path, which, options.out))
      )
}

/** `dossier brief export`: a brief as Markdown, printed or written to a file. */
async function exportMarkdown(
  workspace: Workspace,
  path: string,
  which: string,
  out: string | undefined
): Promise<Answer> {
  await openToRead(workspace, path)
  const brief = await briefOf(workspace, which)
  if (out === undefined) {
    const { markdown } = await workspace.handlers['brief.markdown']({ id: brief.id })
    return { json: { id: brief.id, markdown }, text: content(markdown) }
  }
  await workspace.handlers['brief.exportMarkdown']({ id: brief.id, path: resolve(out) })
  return { json: { id: brief.id, path: resolve(out) }, text: say`Wrote ${resolve(out)}` }
}

/** `dossier brief`. */
export const BRIEF: VerbGroup = {
  summary: 'briefs as Markdown',
  verbs: { list: LIST, import: IMPORT, export: EXPORT }
}
