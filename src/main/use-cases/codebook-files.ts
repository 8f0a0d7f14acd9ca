import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Emit, QdaImported, RequestName } from '../../shared/api/contract.ts'
import { CASE_SCHEMA } from '../../shared/case/case.ts'
import { passagesToCsv, passagesToMarkdown, type LocatedPassage } from '../../shared/case/codebook/passage-table.ts'
import type { Passage } from '../../shared/case/codebook/passages.ts'
import { markTitle } from '../../shared/case/records/mark.ts'
import { TAG, type Tag } from '../../shared/case/records/tag.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { codePointsOf, toCodePoints } from '../../shared/quote/position.ts'
import { locatorOf } from '../../shared/source/locator.ts'
import { noMetadata } from '../../shared/source/source.ts'
import { readingError, storageError, writeDurably } from '../base/durable.ts'
import { sha256 } from '../base/hash.ts'
import { layOut } from '../import/extracted/blocks.ts'
import { refuseTooLarge } from '../import/extracted/limits.ts'
import { guidOf } from '../qda/guid.ts'
import { colourCodes, colourGuid, colourOfCode } from '../qda/mark-codes.ts'
import type { QdaCode, QdaOriginal, QdaSelection, QdaSource } from '../qda/project.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import type { Handlers } from './handlers.ts'
import { markRanges } from './marks.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'
import { retag } from './tags.ts'

/** Bytes of the originals in a project, which is made in memory. */
const MOST_BYTES = 512 * 1024 ** 2

// Rarely asked for.
const reading = () => import('../qda/read-qda.ts')
const writing = () => import('../qda/write-qda.ts')

/** The requests that bring tags, marks and what they retrieve into files, and out of them. */
export function codebookFileHandlers(
  opened: () => OpenCase,
  emit: Emit,
  { generator, ...clockAndIds }: ClockAndIds & { generator: string }
): Pick<Handlers, Extract<RequestName, `codebook.${string}`>> {
  return {
    'codebook.savePassages': async ({ id, below, path }) => {
      const open = opened()
      const { name } = open.codebook.tag(id)
      const passages = await located(open, open.codebook.passages(id, below))
      const isTable = extname(path).toLowerCase() === '.csv'
      await save(open, path, isTable ? passagesToCsv(passages) : passagesToMarkdown(name, passages))
      return {}
    },
    'codebook.save': async ({ path }) => {
      const open = opened()
      const codes = codesOf(open)
      if (codes.length === 0) throw new DossierError('empty', 'The codebook has no tags yet, so nothing was written.')
      await save(open, path, (await writing()).writeCodebook(codes, generator))
      return {}
    },
    'codebook.saveProject': ({ path }) => saveProject(opened(), path, generator, clockAndIds.now()),
    'codebook.open': async ({ path }) => {
      const open = opened()
      const name = basename(path)
      const { codes, discarded } = (await reading()).readCodebook(await bytesOf(path), name)
      const done = nothingImported(discarded)
      await open.edits.as({ action: 'codebook-imported', subjects: [`“${name}”`] }, () =>
        takeCodes(open, codes, done, clockAndIds)
      )
      emit('marks.changed', { sourceIds: [], tags: true })
      return done
    },
    'codebook.openProject': ({ path }) => openProject(opened(), path, emit, clockAndIds),
    'codebook.passages': async ({ tag, below }) => {
      const open = opened()
      const found = open.codebook.codebook.byName(tag)
      if (!found) throw new DossierError('not-found', `There is no tag “${tag}” in this case.`)
      const row = open.codebook.rows().find(({ id }) => id === found.id)!
      const passages = await located(open, open.codebook.passages(found.id, below))
      return { tag: row, passages: await Promise.all(passages.map((passage) => inCodePoints(open, passage))) }
    }
  }
}

async function inCodePoints(open: OpenCase, passage: LocatedPassage): Promise<LocatedPassage> {
  if (passage.start === null || passage.end === null) return passage
  const { text } = (await open.text(passage.sourceId)).text
  return { ...passage, start: toCodePoints(text, passage.start), end: toCodePoints(text, passage.end) }
}

/** Passages with their locators. One whose text can't be read has none. */
async function located(open: OpenCase, passages: readonly Passage[]): Promise<LocatedPassage[]> {
  const results: LocatedPassage[] = []
  for (const passage of passages) {
    const { sourceId, start, end } = passage
    const text = start === null ? null : await textOf(open, sourceId)
    results.push({ ...passage, locator: text && locatorOf(text.blocks, { start: start!, end: end! }) })
  }
  return results
}

async function textOf(open: OpenCase, sourceId: string) {
  try {
    return (await open.text(sourceId)).text
  } catch (error) {
    if (error instanceof DossierError && (error.code === 'damaged' || error.code === 'not-found')) return null
    throw error
  }
}

/** Writes a file, whole or not at all. @throws DossierError `bad-request` within a case, or a storage failure */
async function save(open: OpenCase, path: string, content: string | Uint8Array): Promise<void> {
  await refuseInCase(path, open.store.path)
  try {
    await writeDurably(path, content)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
}

/** @throws DossierError `too-large`, `not-found`, `denied`, `io` */
async function bytesOf(path: string, most?: number): Promise<Uint8Array> {
  const name = basename(path)
  try {
    refuseTooLarge((await stat(path)).size, name, most)
    return await readFile(path)
  } catch (error) {
    throw readingError(error, `“${name}”`, 'Nothing was imported.')
  }
}

/** The tags as codes of an exchange. */
function codesOf({ codebook: { codebook } }: OpenCase): QdaCode[] {
  return codebook.tags.map(({ id, name, parent, record }) => ({
    guid: guidOf(id),
    name,
    colour: record?.colour ?? null,
    description: record?.description ?? '',
    parent: parent === null ? null : guidOf(parent)
  }))
}

async function saveProject(open: OpenCase, path: string, generator: string, now: Date) {
  const { writeProject, LARGEST_FILE } = await writing()
  const { codebook } = open.codebook
  const { rows, marks, quotes } = open.codebook.tagged
  const idsOf = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => codebook.byName(name)?.id ?? []).map(guidOf))
  ]
  const sources: QdaSource[] = []
  const left: string[] = []
  const originals = new Originals(open)
  const counts = { sources: 0, marks: 0, quotes: 0 }
  for (const row of rows.values()) {
    const text = await textOf(open, row.id)
    if (!text || Buffer.byteLength(text.text) > LARGEST_FILE) {
      left.push(`${row.key} was left out: its text can’t be read or is too long for a project.`)
      continue
    }
    const at = codePointsOf(text.text).fromUnits
    const selection = (
      id: string,
      { start, end, exact }: { start: number; end: number; exact: string },
      more: Pick<QdaSelection, 'description' | 'codes' | 'createdAt'> & { key?: string }
    ): QdaSelection => {
      const { key, ...rest } = more
      const name = markTitle({ target: { exact, prefix: '', suffix: '', start, end, textSha256: '' } })
      return {
        guid: guidOf(id),
        name: key === undefined ? name : `${key}: ${name}`,
        start: at(start),
        end: at(end),
        ...rest
      }
    }
    const own = marks.filter(({ sourceId }) => sourceId === row.id)
    const said = quotes.filter(({ sourceId }) => sourceId === row.id)
    const selections = [
      ...own.map(({ id, target, note, tags, colour, createdAt }) => {
        const named = new Set(tags.flatMap((tag) => codebook.byId(tag)?.id ?? []).map(guidOf))
        const codes = [...named, colourGuid(colour)]
        return selection(id, target, { description: note, codes, createdAt })
      }),
      ...said.map(({ id, key, target, note, tags, createdAt }) =>
        selection(id, target, { key, description: note, codes: idsOf(tags), createdAt })
      )
    ]
    counts.sources++
    counts.marks += own.length
    counts.quotes += said.length
    sources.push({
      ...{ guid: guidOf(row.id), name: row.title === '' ? row.key : row.title, text: text.text },
      ...{ selections, codes: idsOf(row.tags) },
      ...(await originals.of(row.id))
    })
  }
  const codes = [...codesOf(open), ...colourCodes(new Set(marks.map(({ colour }) => colour)))]
  const project = { name: open.store.record.title, codes, sources }
  await save(open, path, writeProject(project, generator, now.toISOString()))
  left.push(...originals.left)
  left.push(
    'A project of REFI-QDA holds the texts, with PDFs and pictures (PNG, JPEG), and no other originals, metadata, speakers, or briefs. These stay in the case.'
  )
  return { ...counts, left }
}

const KINDS: Readonly<Record<string, Pick<QdaOriginal, 'kind' | 'ending'>>> = {
  'application/pdf': { kind: 'pdf', ending: 'pdf' },
  'image/png': { kind: 'picture', ending: 'png' },
  'image/jpeg': { kind: 'picture', ending: 'jpg' }
}

/** The PDFs and pictures that a project takes along, as far as it can be held in memory. */
class Originals {
  readonly #open: OpenCase
  #bytes = 0
  /** What was left out, a sentence each. */
  readonly left: string[] = []

  constructor(open: OpenCase) {
    this.#open = open
  }

  /** The original of a source; nothing for one of another kind, and for one that can't be taken along, of which `left` tells then. */
  async of(id: string): Promise<{ original?: QdaOriginal }> {
    const { source } = await this.#open.source(id)
    const kind = KINDS[source.original.mediaType]
    if (!kind) return {}
    if (this.#bytes + source.original.bytes > MOST_BYTES) {
      this.left.push(`The original of ${source.key} was left out: a project takes 512 MB of them.`)
      return {}
    }
    if ((await this.#open.store.originalState(id)) !== 'intact') {
      this.left.push(`The original of ${source.key} was left out: it is no longer what was imported, or missing.`)
      return {}
    }
    this.#bytes += source.original.bytes
    return { original: { ...kind, bytes: await this.#open.store.original(id) } }
  }
}

function nothingImported(discarded: ReadonlyMap<string, number>): QdaImported {
  return {
    ...{ tags: 0, tagsThere: 0, sources: 0, sourcesThere: 0, marks: 0, marksThere: 0 },
    left: [...discarded].map(([what, times]) => `Not taken over: ${times} × ${what}.`)
  }
}

/** Adds the tags of these codes, within an edit; answers the ids of the tags by the codes' GUIDs. */
async function takeCodes(
  open: OpenCase,
  codes: readonly QdaCode[],
  done: QdaImported,
  { now, newId }: ClockAndIds
): Promise<Map<string, string>> {
  const { codebook } = open.codebook
  const byGuid = new Map(codebook.tags.map(({ id }) => [guidOf(id), id]))
  const ids = new Map<string, string>()
  const made: Tag[] = []
  const named = new Map<string, string>()
  for (const { guid, name, colour, description, parent } of codes) {
    if (colourOfCode(guid) !== undefined) continue
    const wanted = name.normalize('NFC').trim().replace(/\s+/gu, ' ').slice(0, 200) || 'Without a name'
    const there = byGuid.get(guid) ?? codebook.byName(wanted)?.id ?? named.get(wanted.toLowerCase())
    const known = there === undefined ? undefined : codebook.byId(there)
    if (there !== undefined && (known?.record || !known)) {
      ids.set(guid, there)
      done.tagsThere++
      continue
    }
    // Its own GUID is its id, so that the same code is the same tag whichever copy of the case took it over.
    const id = codebook.byId(guid) ? newId() : guid
    ids.set(guid, id)
    named.set(wanted.toLowerCase(), id)
    made.push({
      ...{ id, name: wanted, colour, description: description.slice(0, 100_000), formerIds: [], formerNames: [] },
      parent: parent === null ? null : (ids.get(parent) ?? null),
      createdAt: now().toISOString()
    })
  }
  await open.edits.addRecords(TAG, made)
  done.tags += made.length
  return ids
}

async function openProject(open: OpenCase, path: string, emit: Emit, clockAndIds: ClockAndIds): Promise<QdaImported> {
  const name = basename(path)
  const project = await (await reading()).readProject(await bytesOf(path, 2 * MOST_BYTES), name)
  const done = nothingImported(project.discarded)
  const texts = new Map([...open.store.catalogue.texts()].map(([id, hash]) => [hash, id]))
  const changed = new Set<string>()
  await open.edits.as({ action: 'project-imported', subjects: [`“${name}”`] }, async () => {
    const tags = await takeCodes(open, project.codes, done, clockAndIds)
    const named = (codes: readonly string[]): string[] => [...new Set(codes.flatMap((code) => tags.get(code) ?? []))]
    for (const source of project.sources) {
      const id = texts.get(sha256(source.text)) ?? (await addText(open, source, done, clockAndIds))
      if (id === null) continue
      if (texts.has(sha256(source.text))) done.sourcesThere++
      changed.add(id)
      const { text } = (await open.text(id)).text
      const at = placesIn(source.text, text)
      const ranges = source.selections.map(({ start, end, codes, description }) => ({
        ...{ start: at(start), end: at(end), tags: named(codes), note: description.slice(0, 100_000) },
        colour: codes.flatMap((code) => colourOfCode(code) ?? [])[0] ?? ('green' as const)
      }))
      const { made, there } = await markRanges(open, id, ranges, clockAndIds)
      done.marks += made
      done.marksThere += there
      const add = named(source.codes).flatMap((tag) => open.codebook.codebook.byId(tag)?.name ?? [])
      if (add.length > 0) await retag(open, id, { add, remove: [] }, { of: 'source' })
    }
  })
  const records = await Promise.all([...changed].map((id) => open.source(id)))
  if (records.length > 0) emit('source.rows', { rows: records.map(sourceRow), removed: [] })
  emit('marks.changed', { sourceIds: [...changed], tags: true })
  return done
}

/** A text of a project as a source of the case, a paragraph a line; null for one without words. */
async function addText(
  open: OpenCase,
  { name, text: given }: QdaSource,
  done: QdaImported,
  { now, newId }: ClockAndIds
): Promise<string | null> {
  const { text, blocks } = layOut(given.split(/\r\n|\r|\n/).map((line) => ({ type: 'paragraph', text: line })))
  if (text === '') {
    done.left.push(`“${name}” was left out: it has no words.`)
    return null
  }
  const original = Buffer.from(given)
  const hash = sha256(original)
  const extractor = 'refi-qda 1'
  const title = { value: name === '' ? null : name, evidence: null, confidence: name === '' ? 0 : 1, alternatives: [] }
  const { record, isNew } = await open.store.importSource(hash, (key) => ({
    original,
    text: { schema: CASE_SCHEMA, extractor, text, blocks, sha256: sha256(text) },
    source: {
      ...{ id: newId(), key, formerKeys: [], importedAt: now().toISOString(), container: null },
      original: {
        ...{ file: 'original.txt', name: `${name === '' ? 'Text' : name}.txt`, mediaType: 'text/plain' },
        ...{ bytes: original.length, sha256: hash }
      },
      text: { sha256: sha256(text), extractor, characters: text.length, notice: null },
      metadata: { ...noMetadata(), title },
      ...{ tlp: null, grading: null, tags: [], note: '', deletedAt: null }
    }
  }))
  if (isNew) done.sources++
  else done.sourcesThere++
  return record.source.id
}

/** Where a place in a text, counted in code points, stands in what was made of it: line breaks are one character there, and lines without words are left out. */
function placesIn(given: string, text: string): (points: number) => number {
  const { toUnits } = codePointsOf(given)
  if (given === text) return toUnits
  const lines: { given: number; end: number; made: number }[] = []
  let made = 0
  let at = 0
  for (const line of given.split(/(\r\n|\r|\n)/)) {
    if (!/^[\r\n]/.test(line) && /[^\s\u200B\u00AD]/u.test(line)) {
      lines.push({ given: at, end: at + line.length, made })
      made += line.length + 1
    }
    at += line.length
  }
  return (points) => {
    const offset = toUnits(points)
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (lines[middle]!.given <= offset) low = middle + 1
      else high = middle
    }
    const line = lines[low - 1]
    return line ? line.made + Math.min(offset, line.end) - line.given : 0
  }
}
