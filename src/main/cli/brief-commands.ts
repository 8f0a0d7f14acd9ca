import { resolve } from 'node:path'
import { TEMPLATES } from '../../shared/brief/templates.ts'
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

const NEW: Verb = {
  args: '<case> <title>',
  summary: 'make a brief of a template',
  define: (command, run) =>
    command
      .option('--template <id>', 'which template; “dossier brief templates” shows them', 'briefing')
      .option('--author <name>', 'who writes it', '')
      .action((path: string, title: string, options: { template: string; author: string }) =>
        run(async (workspace) => {
          await openToWrite(workspace, path)
          const { id } = await workspace.handlers['brief.create']({ title, ...options })
          return { json: { id, title }, text: say`Made “${title}” (${id}).` }
        })
      )
}

const TEMPLATE_LIST: Verb = {
  args: '',
  summary: 'list the templates of briefs, one’s own too',
  define: (command, run) => command.action(() => run(listTemplates))
}

/** `dossier brief templates`. */
async function listTemplates(workspace: Workspace): Promise<Answer> {
  const { templates: own, unread } = await workspace.handlers['template.list']({})
  const all = [...TEMPLATES, ...own]
  return {
    json: { templates: all, unread },
    text: lines(
      columns(all.map(({ id, name, description }) => [id, name, description])),
      ...unread.map(({ file, reason }) => say`${file}: ${reason}`)
    )
  }
}

const SAVE_TEMPLATE: Verb = {
  args: '<case> <brief> <name>',
  summary: 'make a template of a brief’s sections, without its statements',
  define: (command, run) =>
    command
      .option('--description <words>', 'what it’s for', '')
      .action((path: string, which: string, name: string, options: { description: string }) =>
        run(async (workspace) => {
          await openToRead(workspace, path)
          const { id: briefId } = await briefOf(workspace, which)
          const { templates } = await workspace.handlers['template.save']({ briefId, name, ...options })
          const json = templates.find((template) => template.name === name)!
          return { json, text: say`Saved the template “${name}” (${json.id}).` }
        })
      )
}

/** `dossier brief`. */
export const BRIEF: VerbGroup = {
  summary: 'briefs, their templates, and briefs as Markdown',
  verbs: {
    list: LIST,
    new: NEW,
    templates: TEMPLATE_LIST,
    'save-template': SAVE_TEMPLATE,
    import: IMPORT,
    export: EXPORT
  }
}
