import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CASE_SCHEMA, type CaseRecord, type SourceRecord } from '../src/shared/case/case.ts'
import { noMetadata, notFound, type SourceText } from '../src/shared/source/source.ts'
import { encodeRecord } from '../src/main/store/record.ts'
import { sourceFile } from '../src/shared/case/records/places.ts'

const SENTENCE =
  'The ferry board of Sollen said on Thursday that the memo had been withheld from the inquiry for eleven days. '

/**
 * Writes a case with `count` sources, one quote each, and originals of `bytes` bytes, without flushing: a state on the disk to be measured, not
 * a test of writing.
 */
export function makeCase(path: string, count: number, bytes = 600): CaseRecord {
  const record: CaseRecord = {
    schema: CASE_SCHEMA,
    id: randomUUID(),
    title: 'Sollen ferry inquiry',
    tlp: 'TLP:AMBER',
    createdAt: '2031-03-12T09:00:00.000Z',
    briefs: []
  }
  mkdirSync(join(path, 'briefs'), { recursive: true })
  for (let n = 1; n <= count; n++) writeSource(path, n, bytes)
  writeFileSync(join(path, 'case.json'), encodeRecord(record, 1))
  return record
}

function writeSource(path: string, n: number, bytes: number): void {
  const text = `Report ${n}. ${SENTENCE.repeat(4)}`
  const start = text.indexOf('the memo')
  makeSource(path, n, {
    ...{ text, blocks: [{ type: 'paragraph', start: 0, end: text.length }], bytes },
    title: `Memo withheld from the ferry inquiry, report ${n}`,
    ...{ publisher: 'Sollen Radio', published: `2031-0${1 + (n % 9)}-1${n % 10}`, agencies: [] },
    quote: { start, end: start + 44 }
  })
}

/** What a made source is of: its text with one quote, and what is known of it. */
export interface MadeSource {
  text: string
  blocks: SourceText['blocks']
  /** Of its original. */
  bytes: number
  title: string
  publisher: string
  published: string
  agencies: string[]
  quote: { start: number; end: number }
}

/** Writes the files of a case's `n`th source. */
export function makeSource(path: string, n: number, made: MadeSource): Pick<SourceRecord, 'source' | 'quotes'> {
  const id = randomUUID()
  const { bytes, quote: place } = made
  const text: SourceText = {
    schema: 8,
    extractor: 'txt/1',
    text: made.text,
    blocks: made.blocks,
    sha256: sha256(made.text)
  }
  const original = Buffer.alloc(bytes, `${n} ${SENTENCE}`)
  const source: SourceRecord['source'] = {
    id,
    key: `S${n}`,
    formerKeys: [],
    importedAt: '2031-03-12T09:00:00.000Z',
    original: {
      file: 'original.txt',
      name: `report-${n}.txt`,
      mediaType: 'text/plain',
      bytes,
      sha256: sha256(original)
    },
    container: null,
    text: { sha256: text.sha256, extractor: text.extractor, characters: made.text.length, notice: null },
    metadata: {
      ...noMetadata(),
      title: found(made.title),
      authors: { ...notFound<string[]>(), value: ['Ilse Varnholt'], confidence: 0.9 },
      publisher: found(made.publisher),
      published: found(made.published),
      agencies: { ...notFound<string[]>(), value: made.agencies },
      url: found(`https://radio.sollen.example/news/${n}`),
      language: found('en')
    },
    tlp: null,
    grading: null,
    tags: [],
    note: '',
    deletedAt: null
  }
  const quote: SourceRecord['quotes'][number] = {
    id: randomUUID(),
    key: `Q${n}`,
    formerKeys: [],
    sourceId: id,
    target: {
      exact: made.text.slice(place.start, place.end),
      prefix: made.text.slice(Math.max(0, place.start - 32), place.start),
      suffix: made.text.slice(place.end, place.end + 32),
      ...place,
      textSha256: text.sha256
    },
    createdAt: '2031-03-12T09:00:00.000Z',
    speaker: null,
    attribution: [],
    note: '',
    tags: [],
    deletedAt: null
  }
  const folder = dirname(join(path, sourceFile(id, 'meta.json')))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'original.txt'), original)
  writeFileSync(join(folder, 'text.json'), encodeRecord(text, 0))
  writeFileSync(join(folder, 'meta.json'), encodeRecord({ schema: CASE_SCHEMA, source, quotes: [quote] }, 1))
  return { source, quotes: [quote] }
}

function found(value: string): SourceRecord['source']['metadata']['title'] {
  return { value, evidence: { from: 'json-ld', detail: value }, confidence: 0.95, alternatives: [] }
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
