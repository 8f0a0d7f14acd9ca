import { resolve } from 'node:path'
import { doubtfulFields, LOW_CONFIDENCE, type CitedField } from '../../shared/source/doubt.ts'
import { sourceTitle, type Source, type Tlp } from '../../shared/source/source.ts'
import type { Workspace } from '../workspace.ts'
import { inCodePoints, openToRead, sourceOf } from './case-access.ts'
import { UsageError, type Answer } from './output.ts'
import { columns, content as printable, paragraphs, say } from './printable.ts'
import { tlp } from './option-values.ts'
import type { Verb } from './verb.ts'

export const INIT: Verb = {
  args: '<case>',
  summary: 'make a case in an empty or new folder',
  define: (command, run) =>
    command
      .option('--title <title>', 'title of the case; there has to be one')
      .option('--tlp <label>', 'handling of the case (TLP 2.0)', tlp, 'TLP:AMBER' as Tlp)
      .action((path: string, options: { title?: string; tlp: Tlp }) =>
        run((workspace) => init(workspace, path, options))
      )
}

/** `dossier init`: makes a case. */
async function init(workspace: Workspace, path: string, { title, tlp }: { title?: string; tlp: Tlp }): Promise<Answer> {
  await workspace.handlers['case.checkPlace']({ path: resolve(path) })
  if (title === undefined) throw new UsageError('Say what the case is called with --title. Nothing was made.')
  const view = await workspace.handlers['case.create']({ path: resolve(path), title, tlp })
  const { id } = view.case
  return { json: { path: view.path, id, title, tlp }, text: say`Made the case “${title}” (${tlp}) in ${view.path}` }
}

export const SOURCES: Verb = {
  args: '<case>',
  summary: 'list the sources',
  define: (command, run) => command.action((path: string) => run((workspace) => listSources(workspace, path)))
}

/** `dossier sources`: lists the sources. */
async function listSources(workspace: Workspace, path: string): Promise<Answer> {
  await openToRead(workspace, path)
  const listed = await workspace.handlers['source.list']({})
  const json = listed.map(({ source, quotes }) => ({ ...describe(source), quotes }))
  const rows = json.map((row) => {
    const day = row.published?.slice(0, 10) ?? 'no date'
    return [row.key, row.doubtful.includes('published') ? `${day} (unsure)` : day, row.publisher ?? '', row.title]
  })
  return { json, text: columns(rows) }
}

export const TEXT: Verb = {
  args: '<case> <source>',
  summary: 'print the text of a source such as S1',
  define: (command, run) =>
    command.action((path: string, key: string) => run((workspace) => text(workspace, path, key)))
}

/** `dossier text`: prints a source's text. */
async function text(workspace: Workspace, path: string, key: string): Promise<Answer> {
  await openToRead(workspace, path)
  const { id } = await sourceOf(workspace, key)
  const { text: words, blocks, sha256 } = (await workspace.handlers['source.get']({ id })).text
  return { json: { key, text: words, blocks: inCodePoints(words, blocks), sha256 }, text: printable(words) }
}

export const EXTRACT: Verb = {
  args: '<file>',
  summary: 'show what an import would make of a file',
  define: (command, run) => command.action((file: string) => run((workspace) => extract(workspace, file)))
}

/** `dossier extract`: shows what an import would make of a file, without a case. */
async function extract(workspace: Workspace, file: string): Promise<Answer> {
  const document = await workspace.handlers['import.extract']({ path: file })
  const { metadata, text: content, blocks, extractor } = document
  const json = {
    title: metadata.title.value,
    authors: metadata.authors.value ?? [],
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    modified: metadata.modified.value,
    retrieved: metadata.retrieved.value,
    url: metadata.url.value,
    canonicalUrl: metadata.canonicalUrl.value,
    language: metadata.language.value,
    section: metadata.section.value,
    edition: metadata.edition.value,
    page: metadata.page.value,
    wordCount: metadata.wordCount.value,
    documentId: metadata.documentId.value,
    agencies: metadata.agencies.value ?? [],
    encoding: document.encoding ?? null,
    notice: document.notice,
    extractor,
    text: content,
    blocks: inCodePoints(content, blocks),
    metadata
  }
  const found = (value: string | null, { confidence }: { confidence: number }): string =>
    value === null || value === '' ? 'not found' : confidence < LOW_CONFIDENCE ? `${value} (unsure)` : value
  const head = [
    ['Title', found(json.title, metadata.title)],
    ['Authors', found(json.authors.join(', '), metadata.authors)],
    ['Publisher', found(json.publisher, metadata.publisher)],
    ['Published', found(json.published, metadata.published)],
    ['URL', found(json.url, metadata.url)],
    ['Language', found(json.language, metadata.language)]
  ]
  return { json, text: paragraphs(columns(head), printable(content)) }
}

function describe(source: Source): {
  key: string
  title: string
  authors: string[]
  publisher: string | null
  published: string | null
  /** What of the above isn't sure and nobody has confirmed. */
  doubtful: CitedField[]
  url: string | null
  language: string | null
  importedAt: string
  file: string
  sha256: string
} {
  const { metadata, original } = source
  return {
    key: source.key,
    title: sourceTitle(source),
    authors: metadata.authors.value ?? [],
    publisher: metadata.publisher.value,
    published: metadata.published.value,
    doubtful: doubtfulFields(metadata),
    url: metadata.url.value,
    language: metadata.language.value,
    importedAt: source.importedAt,
    file: original.name,
    sha256: original.sha256
  }
}
