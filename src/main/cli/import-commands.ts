import { resolve } from 'node:path'
import { z } from 'zod'
import { RELATION_NAMES, type Difference } from '../../shared/analysis/copies/related.ts'
import type { ImportItem, ImportReport } from '../../shared/import/report.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { MetadataPatch } from '../../shared/source/confirm.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { importableWords } from '../../shared/source/import-formats.ts'
import type { Workspace } from '../workspace.ts'
import { openToRead, openToWrite, sourceOf } from './case-access.ts'
import { EXIT, UsageError, type Answer, type Exit } from './output.ts'
import { columns, content, line, lines, paragraphs, say, type Printable } from './printable.ts'
import { tlp } from './option-values.ts'
import type { Verb } from './verb.ts'

export const IMPORT: Verb = {
  args: '<case> [path...]',
  summary: 'import files, the files in folders, and what archives, mailboxes and mails hold',
  define: (command, run) =>
    command
      .option('--continue', 'go on with the import that was cut short', false)
      .option('--report <file>', 'write the report to a file too: CSV, or JSON when its name ends in .json')
      .addHelpText('after', `\nFiles are told by their content: ${importableWords()}.`)
      .action((path: string, paths: string[], options: { continue: boolean; report?: string }) =>
        run((workspace) => importFiles(workspace, path, paths, options))
      )
}

/** `dossier import`: imports files, folders and what containers hold, or goes on with an import that was cut short. */
async function importFiles(
  workspace: Workspace,
  path: string,
  paths: string[],
  options: { continue: boolean; report?: string }
): Promise<Answer> {
  if (options.continue === paths.length > 0) {
    throw new UsageError('Name what to import, or use --continue alone. Nothing was imported.')
  }
  // An empty word would be the current folder, which nobody asked for.
  if (paths.includes('')) throw new UsageError('The name of what to import is empty. Nothing was imported.')
  await openToWrite(workspace, path)
  if (options.report !== undefined)
    await workspace.handlers['import.checkReportPlace']({ path: resolve(options.report) })
  const report = options.continue
    ? await workspace.handlers['import.continue']({})
    : await workspace.handlers['import.start']({ paths: paths.map((entry) => resolve(entry)) })
  if (options.report !== undefined) await reportTo(workspace, report, resolve(options.report))
  const { items, stopped } = report
  return {
    json: items.map((item) => ({ ...item, id: undefined })),
    text: lines(columns(items.map(rowOf)), ...(stopped ? [line(stopped.message)] : [])),
    exit: exitOf(report)
  }
}

/** Writes the report to a file. That this fails must not read as though the import had. */
async function reportTo(workspace: Workspace, report: ImportReport, file: string): Promise<void> {
  try {
    await workspace.handlers['import.saveReport']({ path: file })
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    const imported = report.items.filter(({ status }) => status === 'imported').length
    const message = `${error.message} The import itself is done: ${imported} imported, as “dossier sources” shows.`
    throw new DossierError(error.code, message, { cause: error })
  }
}

function exitOf({ items, cancelled }: ImportReport): Exit {
  const tried = items.filter(({ status }) => status !== 'passed-over')
  const failed = tried.filter((item) => item.status === 'failed').length
  if (failed === 0 && !cancelled) return EXIT.fine
  return failed === tried.length ? EXIT.failure : EXIT.findings
}

function rowOf(item: ImportItem): string[] {
  const { status, key, published, title, path, notice, error, related } = item
  const notes = [notice, ...related.map((other) => `${RELATION_NAMES[other.kind]}: ${other.key}`)].filter(
    (note) => note !== null
  )
  const what = error ? error.message : title === null ? path : `${title} (${path})`
  return [status, key ?? '', published?.slice(0, 10) ?? '', [what, ...notes].join(' · ')]
}

/** What `dossier edit` sets. */
export interface EditOptions {
  title?: string
  author?: string[]
  publisher?: string
  published?: string
  section?: string
  edition?: string
  page?: string
  language?: string
  url?: string
  tlp?: Tlp
  tag?: string[]
  untag?: string[]
  confirm: boolean
}

const IsoDate = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)

export const EDIT: Verb = {
  args: '<case> <source...>',
  summary: 'set metadata of sources; an empty value clears a field',
  define: (command, run) =>
    command
      .option('--title <title>')
      .option('--author <name...>')
      .option('--publisher <name>')
      .option('--published <date>', 'a day, month or year: 2017-05-25')
      .option('--section <name>')
      .option('--edition <name>')
      .option('--page <page>', 'as printed: A1')
      .option('--language <tag>')
      .option('--url <address>')
      .option('--tlp <label>', 'handling (TLP 2.0)', tlp)
      .option('--tag <tag...>', 'add tags')
      .option('--untag <tag...>', 'take tags away')
      .option('--confirm', 'confirm what is there', false)
      .action((path: string, keys: string[], options: EditOptions) =>
        run((workspace) => edit(workspace, path, keys, options))
      )
}

/** `dossier edit`: sets the same metadata of sources, or confirms what is there. */
async function edit(workspace: Workspace, path: string, keys: string[], options: EditOptions): Promise<Answer> {
  const {
    title,
    author,
    publisher,
    published,
    section,
    edition,
    page,
    language,
    url,
    tlp,
    tag = [],
    untag = []
  } = options
  if (published && !IsoDate.safeParse(published).success) {
    throw new UsageError(
      `“${published}” is no date. Write a day, month or year as 2017-05-25, 2017-05 or 2017. Nothing was changed.`
    )
  }
  await openToWrite(workspace, path)
  const ids: string[] = []
  for (const key of keys) ids.push((await sourceOf(workspace, key)).id)
  const orNull = (value: string | undefined): string | null | undefined => (value === '' ? null : value)
  const metadata: MetadataPatch = {
    title: orNull(title),
    publisher: orNull(publisher),
    published: orNull(published),
    section: orNull(section),
    edition: orNull(edition),
    page: orNull(page),
    language: orNull(language),
    url: orNull(url)
  }
  if (author) metadata.authors = author.every((name) => name === '') ? null : author
  const set = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
  if (
    Object.keys(set).length === 0 &&
    tlp === undefined &&
    tag.length === 0 &&
    untag.length === 0 &&
    !options.confirm
  ) {
    throw new UsageError('Name what to set, such as --publisher. Nothing was changed.')
  }
  let rows = await workspace.handlers['source.updateMany']({
    ids,
    metadata: set,
    addTags: tag,
    removeTags: untag,
    ...(tlp === undefined ? {} : { tlp })
  })
  if (options.confirm) rows = await workspace.handlers['source.confirm']({ ids })
  return {
    json: rows,
    text: columns(rows.map((row) => [row.key, row.published?.slice(0, 10) ?? '', row.publisher ?? '', row.title]))
  }
}

export const RELATED: Verb = {
  args: '<case> <source>',
  summary: 'list the sources that have their text in common with one',
  define: (command, run) =>
    command.action((path: string, key: string) => run((workspace) => related(workspace, path, key)))
}

/** `dossier related`: the sources that have their text in common with one. */
async function related(workspace: Workspace, path: string, key: string): Promise<Answer> {
  await openToRead(workspace, path)
  const source = await sourceOf(workspace, key)
  const json = await workspace.handlers['source.related']({ id: source.id })
  const rows = json.map((other) => [
    other.key,
    RELATION_NAMES[other.kind],
    `${Math.round(other.otherShare * 100)} % of ${source.key}, ${Math.round(other.share * 100)} % of ${other.key}`,
    [other.agency, other.publisher, other.published?.slice(0, 10)].filter(Boolean).join(', '),
    other.title
  ])
  return { json, text: json.length === 0 ? say`Nothing in the case is related to ${source.key}.` : columns(rows) }
}

export const DIFFERENCE: Verb = {
  args: '<case> <source> <other>',
  summary: 'show how the text of one source differs from another',
  define: (command, run) =>
    command.action((path: string, key: string, other: string) =>
      run((workspace) => difference(workspace, path, key, other))
    )
}

/** `dossier difference`: how one text differs from another. */
async function difference(workspace: Workspace, path: string, key: string, other: string): Promise<Answer> {
  await openToRead(workspace, path)
  const [a, b] = [await sourceOf(workspace, key), await sourceOf(workspace, other)]
  const json = await workspace.handlers['source.difference']({ a: a.id, b: b.id })
  return {
    json,
    text: paragraphs(...json.paragraphs.filter((paragraph) => !isSame(paragraph)).map(differing))
  }
}

function isSame({ parts }: Difference['paragraphs'][number]): boolean {
  return parts.every(({ kind }) => kind === 'same')
}

/** A paragraph with `[-what was removed-]` and `{+what was added+}`. */
function differing({ a, b, parts }: Difference['paragraphs'][number]): Printable {
  const words = parts.map(({ kind, text }) =>
    kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text
  )
  return lines(say`¶ ${a ?? '–'} / ${b ?? '–'}`, content(words.join('')))
}
