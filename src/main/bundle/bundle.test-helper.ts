import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Brief, Citation, Section, Statement } from '../../shared/brief/brief.ts'
import { CASE_SCHEMA, type BriefRecord, type CaseRecord, type SourceRecord } from '../../shared/case/case.ts'
import { createQuote } from '../../shared/quote/create.ts'
import type { Quote } from '../../shared/quote/quote.ts'
import type { SourceText, Tlp } from '../../shared/source/source.ts'
import { newSource } from '../store/made.test-helper.ts'
import { KINDS } from '../../shared/case/records/kinds.ts'
import type { BundleCase, BundleLog } from './bundle-case.ts'

/** A case in memory, as a store would answer it. */
export interface MadeCase extends BundleCase {
  record: CaseRecord
  records: Map<string, SourceRecord>
  briefs: BriefRecord[]
  texts: Map<string, SourceText>
  originals: Map<string, Uint8Array>
  log: BundleLog[]
}

export const OPTIONS = { maxTlp: null, generator: 'Dossier 0.0.0', now: new Date('2031-03-12T09:00:00Z') }

/** A case without sources. */
export function madeCase(title = 'The Harrow ferry'): MadeCase {
  const records = new Map<string, SourceRecord>()
  const texts = new Map<string, SourceText>()
  const originals = new Map<string, Uint8Array>()
  return {
    record: {
      schema: CASE_SCHEMA,
      id: 'case-1',
      title,
      tlp: 'TLP:GREEN',
      createdAt: '2031-03-12T09:00:00.000Z',
      briefs: []
    },
    heads: [],
    records,
    texts,
    originals,
    briefs: [],
    log: [{ name: 'device-1.jsonl', content: new TextEncoder().encode('{"n":1}\n') }],
    get sourceIds() {
      return [...records.keys()]
    },
    source: (id) => Promise.resolve(records.get(id)!),
    text: (id) => Promise.resolve(texts.get(id)!),
    original: (id) => Promise.resolve(originals.get(id)!),
    storedRecords: () => Promise.resolve([]),
    kinds: KINDS,
    logs() {
      return Promise.resolve(this.log)
    }
  }
}

/** Adds a source to a made case, with a quote over each of the given words. */
export function addSource(
  made: MadeCase,
  number: number,
  text: string,
  {
    tlp = null,
    quotes = [],
    name = `article-${number}.txt`
  }: { tlp?: Tlp | null; quotes?: string[]; name?: string } = {}
): SourceRecord {
  const id = `source-${number}`
  const { source, original, text: stored } = newSource(id, `S${number}`, text)
  const record: SourceRecord = {
    schema: CASE_SCHEMA,
    source: { ...source, tlp, original: { ...source.original, name } },
    quotes: quotes.map((words, i) => quoteOf(stored, id, number * 100 + i, words)),
    custody: { device: 'device-1', n: number, sha256: 'a'.repeat(64) }
  }
  made.records.set(id, record)
  made.texts.set(id, stored)
  made.originals.set(id, original)
  return record
}

function quoteOf(text: SourceText, sourceId: string, number: number, exact: string): Quote {
  const start = text.text.indexOf(exact)
  return createQuote({
    id: `quote-${number}`,
    key: `Q${number}`,
    sourceId,
    target: { exact, prefix: '', suffix: '', start, end: start + exact.length, textSha256: text.sha256 },
    createdAt: '2031-03-12T10:00:00.000Z'
  })
}

/** Adds a brief with one section to a made case. */
export function addBrief(
  made: MadeCase,
  title: string,
  content: SectionBlocks,
  fields: Partial<Brief> = {}
): BriefRecord {
  const id = `brief-${made.briefs.length + 1}`
  const record: BriefRecord = {
    schema: CASE_SCHEMA,
    brief: {
      id,
      title,
      author: 'A. Analyst',
      date: '2031-03-12',
      tlp: 'TLP:GREEN',
      language: 'en',
      template: 'blank',
      createdAt: '2031-03-12T11:00:00.000Z',
      deletedAt: null,
      withheld: [],
      doc: {
        type: 'doc',
        content: [{ type: 'section', attrs: { id: 's1' }, content: [{ type: 'sectionTitle' }, ...content] }]
      },
      ...fields
    },
    custody: { device: 'device-1', n: 90, sha256: 'b'.repeat(64) }
  }
  made.briefs.push(record)
  made.record = { ...made.record, briefs: [...made.record.briefs, id] }
  return record
}

type SectionBlocks = Section['content'] extends [unknown, ...infer Blocks] ? Blocks : never

/** A statement that cites something. */
export function statement(text: string, ...citations: Partial<Citation['attrs']>[]): Statement {
  return {
    type: 'statement',
    attrs: { id: 'n1', kind: null, likelihood: null, confidence: null },
    content: [
      { type: 'text', text },
      ...citations.map((attrs): Citation => ({
        type: 'citation',
        attrs: { quoteId: null, sourceId: null, label: null, relation: 'supports', locator: null, ...attrs }
      }))
    ]
  }
}

/** A quote block with words of a saved quote. */
export function quoteBlock(
  text: string,
  quoteId: string | null,
  sourceId: string | null,
  label: string | null = null
): SectionBlocks[number] {
  return { type: 'quoteBlock', attrs: { id: 'n2', quoteId, sourceId, label }, content: [{ type: 'text', text }] }
}

/** All files in a folder by path, with `/` between folders. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path))
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Writes payload files as a bag with true manifests, as somebody who edits a bundle would. */
export async function bagUp(folder: string, payload: Iterable<readonly [string, Uint8Array | string]>): Promise<void> {
  const bag = bagOf(payload)
  for (const [path, content] of bag) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** The files of a bag with the given payload. */
export function bagOf(payload: Iterable<readonly [string, Uint8Array | string]>): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>()
  let manifest = ''
  for (const [path, content] of payload) {
    if (!path.startsWith('data/')) continue
    files.set(path, content)
    manifest += `${digest(content)}  ${path}\n`
  }
  files.set('manifest-sha256.txt', manifest)
  files.set('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  return files
}

export function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
