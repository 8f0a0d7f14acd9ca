import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Brief } from '../../shared/brief/brief.ts'
import { plainText, walkBlocks } from '../../shared/brief/walk.ts'
import type { Finding } from '../../shared/brief/check.ts'
import { DossierError } from '../../shared/api/errors.ts'
import { STATE_NAMES } from '../../shared/quote/quote.ts'
import { toCodePoints } from '../../shared/quote/position.ts'
import type { VerifyHint } from '../../shared/quote/verify.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import { sourceTitle, type Source, type Tlp } from '../../shared/source/source.ts'
import { createImportWorker } from '../import/import-worker.ts'
import { refuseTooLarge } from '../import/limits.ts'
import { isSystemError, storageError, writeDurably } from '../store/durable.ts'
import { exportBrief, importBrief } from '../use-cases/briefs.ts'
import { quoteWords, type Making } from '../use-cases/quotes.ts'
import { verifyCase } from '../use-cases/verify-case.ts'
import { readMarkdownFile, type Workspace } from '../workspace.ts'
import { columns, EXIT, oneLine, type Answer } from './output.ts'

/** `dossier init`: makes a case. */
export async function init(workspace: Workspace, path: string, title: string, tlp: Tlp): Promise<Answer> {
  const view = await workspace.handlers['case.create']({ path: resolve(path), title, tlp })
  const { id } = view.case
  return { json: { path: view.path, id, title, tlp }, text: `Made the case “${title}” (${tlp}) in ${view.path}` }
}

/** `dossier import`: imports files and folders. */
export async function importFiles(workspace: Workspace, path: string, paths: string[]): Promise<Answer> {
  await openToWrite(workspace, path)
  const { items, cancelled } = await workspace.handlers['import.start']({ paths: paths.map((entry) => resolve(entry)) })
  const failed = items.filter((item) => item.status === 'failed').length
  const exit = failed === 0 && !cancelled ? EXIT.fine : failed === items.length ? EXIT.failure : EXIT.findings
  const rows = items.map((item) => [
    item.status,
    item.key ?? '',
    item.published?.slice(0, 10) ?? '',
    item.error ? item.error.message : `${item.title ?? ''} (${item.path})`
  ])
  const json = items.map((item) => ({ ...item, id: undefined }))
  return { json, text: columns(rows), exit }
}

/** `dossier sources`: lists the sources. */
export async function sources(workspace: Workspace, path: string): Promise<Answer> {
  const view = await workspace.open(resolve(path), { write: false })
  const open = workspace.opened()
  const all = view.sources.map((row) => open.source(row.id).source)
  const json = all.map((source) => ({
    ...describe(source),
    quotes: view.quotes.filter((quote) => quote.sourceId === source.id).length
  }))
  const rows = json.map((row) => [row.key, row.published?.slice(0, 10) ?? 'no date', row.publisher ?? '', row.title])
  return { json, text: columns(rows) }
}

/** `dossier text`: prints a source's text. */
export async function text(workspace: Workspace, path: string, key: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const open = workspace.opened()
  const source = sourceOf(workspace, key)
  const loaded = await open.text(source.id)
  const { blocks, sha256 } = loaded.text
  return {
    json: { key, text: loaded.text.text, blocks: inCodePoints(loaded.text.text, blocks), sha256 },
    text: loaded.text.text
  }
}

/** `dossier extract`: shows what an import would make of a file, without a case. */
export async function extract(file: string, importWorker: URL): Promise<Answer> {
  const name = basename(file)
  let bytes: Uint8Array
  try {
    refuseTooLarge((await stat(file)).size, name)
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof DossierError) throw error
    const missing = isSystemError(error) && error.code === 'ENOENT'
    throw new DossierError(
      missing ? 'not-found' : 'io',
      missing ? `There is no file “${file}”.` : `“${file}” could not be read.`,
      { cause: error }
    )
  }
  const worker = createImportWorker(importWorker)
  try {
    const { metadata, text: content, blocks, extractor } = await worker.extract(bytes, { name, url: null })
    const json = {
      title: metadata.title.value,
      authors: metadata.authors.value ?? [],
      publisher: metadata.publisher.value,
      published: metadata.published.value,
      modified: metadata.modified.value,
      url: metadata.url.value,
      language: metadata.language.value,
      extractor,
      text: content,
      blocks: inCodePoints(content, blocks),
      metadata
    }
    const head = [
      ['Title', json.title ?? 'not found'],
      ['Authors', json.authors.join(', ') || 'not found'],
      ['Publisher', json.publisher ?? 'not found'],
      ['Published', json.published ?? 'not found'],
      ['URL', json.url ?? 'not found'],
      ['Language', json.language ?? 'not found']
    ]
    return { json, text: `${columns(head)}\n\n${content}` }
  } finally {
    await worker.close()
  }
}

/** `dossier quote`: locates words in a source and saves them as a quote when they stand there. */
export async function quote(
  workspace: Workspace,
  path: string,
  key: string,
  words: { exact: string; prefix?: string; suffix?: string },
  making: Making
): Promise<Answer> {
  await openToWrite(workspace, path)
  const source = sourceOf(workspace, key)
  const hint: VerifyHint = {
    ...(words.prefix === undefined ? {} : { prefix: words.prefix }),
    ...(words.suffix === undefined ? {} : { suffix: words.suffix })
  }
  const open = workspace.opened()
  const { quote: saved, verification } = await quoteWords(open, source.id, words.exact, hint, making)
  const content = (await open.text(source.id)).text.text
  const start = saved?.target.start ?? verification.start
  const end = saved?.target.end ?? verification.end
  const json = {
    key: saved?.key ?? null,
    state: verification.state,
    start: start === null ? null : toCodePoints(content, start),
    end: end === null ? null : toCodePoints(content, end),
    exact: start === null || end === null ? null : content.slice(start, end),
    reason: verification.reason
  }
  const name = STATE_NAMES[verification.state]
  return saved
    ? { json, text: `${saved.key}  ${name}  ${oneLine(saved.target.exact)}` }
    : { json, text: `${name}: ${verification.reason} No quote was saved.`, exit: EXIT.findings }
}

/** `dossier quotes`: lists the saved quotes with their states. */
export async function quotes(workspace: Workspace, path: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const open = workspace.opened()
  const json = []
  for (const { key, sourceId, target, speaker, note } of open.quotes()) {
    const { text: content, prepared } = await open.text(sourceId)
    const { state } = verifyQuote(target.exact, prepared, target)
    const { start, end } = inCodePoints(content.text, [target])[0]!
    json.push({ key, source: open.source(sourceId).source.key, state, exact: target.exact, start, end, speaker, note })
  }
  return { json, text: columns(json.map((row) => [row.key, row.source, STATE_NAMES[row.state], oneLine(row.exact)])) }
}

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

/** `dossier verify`: verifies a case, or an exported PDF from the PDF alone. */
export async function verify(workspace: Workspace, path: string): Promise<Answer> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      if (isSystemError(error) && error.code === 'ENOENT')
        throw new DossierError('not-found', `There is nothing at “${path}”.`, { cause: error })
      throw error
    }
  )
  return isFolder ? verifyCaseAt(workspace, path) : verifyPdfAt(workspace, path)
}

async function verifyCaseAt(workspace: Workspace, path: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const report = await verifyCase(workspace.opened())
  const quoteRows = report.quotes.map((row) => [
    row.key ?? '-',
    row.source ?? '-',
    STATE_NAMES[row.state],
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const sourceRows = report.sources.map((row) => [row.key, `original ${row.original}`, `text ${row.text}`, row.title])
  const json = { ok: report.ok, quotes: report.quotes, sources: report.sources, log: report.log }
  const breaks = report.log.breaks.map(({ device, message }) => `Log ${device}: ${message}`)
  const verdict = report.ok
    ? 'Every quote, every original and the log are as they should be.'
    : 'Not everything is as it should be.'
  return {
    json,
    text: [columns(quoteRows), columns(sourceRows), breaks.join('\n'), verdict].filter(Boolean).join('\n\n'),
    exit: report.ok ? EXIT.fine : EXIT.findings
  }
}

async function verifyPdfAt(workspace: Workspace, path: string): Promise<Answer> {
  const report = await workspace.handlers['verify.pdf']({ path })
  const rows = report.quotes.map((row) => [
    row.page === null ? '-' : `p. ${row.page}`,
    STATE_NAMES[row.state],
    `“${oneLine(row.exact)}”${row.reason === '' ? '' : ` ${row.reason}`}`
  ])
  const verdict = report.ok
    ? `“${report.title}”: every quote stands so in the text that the PDF carries.`
    : `“${report.title}” does not verify.`
  return {
    json: report,
    text: [columns(rows), ...report.problems, verdict].filter(Boolean).join('\n'),
    exit: report.ok ? EXIT.fine : EXIT.findings
  }
}

/** `dossier log`: shows the chain of custody, and where it's broken. */
export async function log(workspace: Workspace, path: string): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
  const chains = await workspace.opened().store.custody()
  const entries = chains.flatMap(({ device, entries: own }) => own.map((entry) => ({ device, ...entry })))
  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.n - b.n))
  const breaks = chains.flatMap((chain) => chain.breaks)
  const rows = entries.map(({ at, action, subject, detail }) => [at, action, subject ?? '-', JSON.stringify(detail)])
  const verdict = breaks.length === 0 ? 'The chain is whole.' : breaks.map(({ message }) => message).join('\n')
  return {
    json: { ok: breaks.length === 0, entries, breaks },
    text: `${columns(rows)}\n\n${verdict}`,
    exit: breaks.length === 0 ? EXIT.fine : EXIT.findings
  }
}

/** `dossier export`: writes the PDF, findings marked in print; with `strict` it refuses them. */
export async function exportPdfTo(
  workspace: Workspace,
  path: string,
  which: string,
  options: { pdf: string; strict: boolean; paper: 'A4' | 'Letter'; includeTexts: boolean }
): Promise<Answer> {
  await workspace.open(resolve(path), { write: false })
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

async function openToWrite(workspace: Workspace, path: string): Promise<void> {
  const view = await workspace.open(resolve(path))
  if (view.readOnly) {
    throw new DossierError(
      'case-held',
      'Another window or program is writing this case. Nothing was changed. Close it there and try again.'
    )
  }
}

function sourceOf(workspace: Workspace, key: string): Source {
  const source = workspace.opened().sourceByKey(key.toUpperCase())
  if (!source) throw new DossierError('not-found', `There is no source ${key} in this case.`)
  return source
}

/** A brief by its id, its number in the list, or its title. */
function briefOf(workspace: Workspace, which: string): Brief {
  const open = workspace.opened()
  const rows = open.briefRows()
  const row =
    rows.find(({ id }) => id === which) ??
    rows.find(({ title }) => title === which) ??
    (/^\d+$/.test(which) ? rows[Number(which) - 1] : undefined)
  if (!row)
    throw new DossierError('not-found', `There is no brief “${which}” in this case. “dossier brief list” shows them.`)
  return open.brief(row.id)
}

function describe(source: Source): {
  key: string
  title: string
  authors: string[]
  publisher: string | null
  published: string | null
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
    url: metadata.url.value,
    language: metadata.language.value,
    importedAt: source.importedAt,
    file: original.name,
    sha256: original.sha256
  }
}

/** Ranges with their offsets as Unicode code points, as W3C selectors count. */
function inCodePoints<T extends { start: number; end: number }>(content: string, ranges: readonly T[]): T[] {
  const astral = /[\ud800-\udfff]/.test(content)
  if (!astral) return ranges.map((range) => ({ ...range }))
  return ranges.map((range) => ({
    ...range,
    start: toCodePoints(content, range.start),
    end: toCodePoints(content, range.end)
  }))
}
