import { extname, resolve } from 'node:path'
import type { QdaImported } from '../../shared/api/contract.ts'
import { passagesToCsv, passagesToMarkdown } from '../../shared/case/codebook/passage-table.ts'
import type { Workspace } from '../workspace.ts'
import { openToRead, openToWrite } from './case-access.ts'
import { oneLine, UsageError, type Answer } from './output.ts'
import { columns, content, line, lines, say } from './printable.ts'
import type { Verb, VerbGroup } from './verb.ts'

export const TAGS: Verb = {
  args: '<case>',
  summary: 'list the tags of the codebook, and how often they are used',
  define: (command, run) => command.action((path: string) => run((workspace) => tags(workspace, path)))
}

/** `dossier tags`: lists the codebook. */
async function tags(workspace: Workspace, path: string): Promise<Answer> {
  await openToRead(workspace, path)
  const json = await workspace.handlers['tag.list']({})
  const rows = json.map(({ name, depth, marks, quotes, sources, description }) => [
    `${'  '.repeat(depth)}${name}`,
    `${marks} marks`,
    `${quotes} quotes`,
    `${sources} sources`,
    oneLine(description, 60)
  ])
  return { json, text: columns(rows) }
}

interface PassageOptions {
  csv?: true
  markdown?: true
  only?: true
}

export const PASSAGES: Verb = {
  args: '<case> <tag>',
  summary: 'show all that is tagged with a tag, or with one below it',
  define: (command, run) =>
    command
      .option('--csv', 'as a table (CSV)')
      .option('--markdown', 'as Markdown')
      .option('--only', 'without what is tagged with those below it')
      .action((path: string, tag: string, options: PassageOptions) =>
        run((workspace) => passages(workspace, path, tag, options))
      )
}

/** `dossier passages`: what a tag retrieves. */
async function passages(workspace: Workspace, path: string, name: string, options: PassageOptions): Promise<Answer> {
  if (options.csv && options.markdown) throw new UsageError('Choose one of --csv and --markdown.')
  await openToRead(workspace, path)
  const json = await workspace.handlers['codebook.passages']({ tag: name, below: !options.only })
  const { tag, passages: found } = json
  // The mark of byte order is for spreadsheets that open a file.
  if (options.csv)
    return {
      json,
      text: content(
        passagesToCsv(found)
          .replace(/^\uFEFF/, '')
          .trimEnd()
      )
    }
  if (options.markdown) return { json, text: content(passagesToMarkdown(tag.name, found).trimEnd()) }
  const rows = found.map(({ kind, key, sourceKey, locator, words, title }) => [
    kind === 'mark' ? 'mark' : key,
    sourceKey,
    locator ?? '',
    oneLine(kind === 'source' ? title : words)
  ])
  return {
    json,
    text: lines(columns(rows), say`${found.length} ${found.length === 1 ? 'passage' : 'passages'} with ${tag.name}`)
  }
}

const EXPORT_CODEBOOK: Verb = {
  args: '<case> <out>',
  summary: 'write the codebook (.qdc), or the project with its texts and marks (.qdpx), as REFI-QDA has them',
  define: (command, run) =>
    command.action((path: string, out: string) => run((workspace) => exportTo(workspace, path, out)))
}

/** `dossier codebook export`: a `.qdc` or a `.qdpx` file, by its ending. */
async function exportTo(workspace: Workspace, path: string, out: string): Promise<Answer> {
  const isProject = isProjectFile(out)
  await openToRead(workspace, path)
  const to = { path: resolve(out) }
  if (!isProject) {
    await workspace.handlers['codebook.save'](to)
    return { json: to, text: say`Wrote ${to.path}` }
  }
  const report = await workspace.handlers['codebook.saveProject'](to)
  const { sources, marks, quotes, left } = report
  return {
    json: { ...to, ...report },
    text: lines(say`Wrote ${to.path}: ${sources} sources, ${marks} marks, ${quotes} quotes`, ...left.map(line))
  }
}

const IMPORT_CODEBOOK: Verb = {
  args: '<case> <file>',
  summary: 'take over a codebook (.qdc) or a project (.qdpx) of REFI-QDA',
  define: (command, run) =>
    command.action((path: string, file: string) => run((workspace) => importFrom(workspace, path, file)))
}

/** `dossier codebook import`: the tags of a codebook; of a project its texts and marks as well. */
async function importFrom(workspace: Workspace, path: string, file: string): Promise<Answer> {
  const isProject = isProjectFile(file)
  await openToWrite(workspace, path)
  const from = { path: resolve(file) }
  const json = isProject
    ? await workspace.handlers['codebook.openProject'](from)
    : await workspace.handlers['codebook.open'](from)
  return { json, text: lines(summary(json, isProject), ...json.left.map(line)) }
}

function summary({ tags: made, tagsThere, sources, sourcesThere, marks, marksThere }: QdaImported, isProject: boolean) {
  const ofTags = say`Took over ${made} tags; ${tagsThere} were there`
  if (!isProject) return ofTags
  return lines(
    ofTags,
    say`Took over ${sources} texts; ${sourcesThere} were there`,
    say`Took over ${marks} marks; ${marksThere} were there`
  )
}

function isProjectFile(file: string): boolean {
  const ending = extname(file).toLowerCase()
  if (ending === '.qdpx') return true
  if (ending === '.qdc') return false
  throw new UsageError('Name a file that ends in .qdc (codebook) or .qdpx (project).')
}

export const CODEBOOK: VerbGroup = {
  summary: 'exchange the codebook with other programs (REFI-QDA)',
  verbs: { export: EXPORT_CODEBOOK, import: IMPORT_CODEBOOK }
}
