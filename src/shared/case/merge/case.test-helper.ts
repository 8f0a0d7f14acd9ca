import type { Brief, Inline, QuoteBlock, Section, SectionBlock, Statement } from '../../brief/brief.ts'
import type { Quote } from '../../quote/quote.ts'
import { noMetadata, notFound, type Found, type Source } from '../../source/source.ts'
import { CASE_SCHEMA, type CaseContents, type SourceRecord } from '../case.ts'

/** A moment of the invented year, by its number. */
export function moment(n: number): string {
  return new Date(Date.UTC(2031, 2, 12, 9) + n * 1000).toISOString()
}

/** A hash made of a name. */
export function hashOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64)
}

export function foundText(value: string | null): Found<string> {
  const nothing = notFound<string>()
  return value === null ? nothing : { ...nothing, value, evidence: { from: 'meta', detail: value }, confidence: 0.8 }
}

/** A source of a file; the same file is the same bytes and, without `text`, the same text. */
export function makeSource(
  id: string,
  key: string,
  file: string,
  changes: Partial<Source> & { textOf?: string } = {}
): Source {
  const { textOf = file, ...rest } = changes
  return {
    id,
    key,
    formerKeys: [],
    importedAt: moment(0),
    original: {
      file: 'original.txt',
      name: `${file}.txt`,
      mediaType: 'text/plain',
      bytes: 900,
      sha256: hashOf(file)
    },
    container: null,
    text: { sha256: hashOf(`text ${textOf}`), extractor: 'txt/1', characters: 900, notice: null },
    metadata: {
      ...noMetadata(),
      title: foundText(`The ${file}`),
      publisher: foundText('Port Vell Courier'),
      language: foundText('en')
    },
    tlp: null,
    grading: null,
    tags: [],
    note: '',
    deletedAt: null,
    ...rest
  }
}

export function makeQuote(id: string, key: string, source: Source, start: number, changes: Partial<Quote> = {}): Quote {
  return {
    id,
    key,
    formerKeys: [],
    sourceId: source.id,
    target: {
      exact: `words at ${start}`,
      prefix: '',
      suffix: '',
      start,
      end: start + 10,
      textSha256: source.text.sha256
    },
    createdAt: moment(0),
    speaker: null,
    attribution: [],
    note: '',
    tags: [],
    deletedAt: null,
    ...changes
  }
}

export function record(source: Source, ...quotes: Quote[]): SourceRecord {
  return { schema: CASE_SCHEMA, source, quotes }
}

/** A statement whose words are followed by citations of quotes. */
export function statement(id: string, words: string, ...quoteIds: string[]): Statement {
  const content: Inline[] = words === '' ? [] : [{ type: 'text', text: words }]
  for (const quoteId of quoteIds) content.push(cite({ quoteId }))
  const node: Statement = { type: 'statement', attrs: { id, kind: null, likelihood: null, confidence: null } }
  return content.length === 0 ? node : { ...node, content }
}

export function cite(target: { quoteId?: string; sourceId?: string }): Extract<Inline, { type: 'citation' }> {
  const { quoteId = null, sourceId = null } = target
  return { type: 'citation', attrs: { quoteId, sourceId, label: null, relation: 'supports', locator: null } }
}

export function quoteBlock(id: string, words: string, quote: Pick<Quote, 'id' | 'sourceId'>): QuoteBlock {
  return {
    type: 'quoteBlock',
    attrs: { id, quoteId: quote.id, sourceId: quote.sourceId, label: null },
    content: [{ type: 'text', text: words }]
  }
}

export function section(id: string, title: string, ...blocks: SectionBlock[]): Section {
  return {
    type: 'section',
    attrs: { id },
    content: [
      title === '' ? { type: 'sectionTitle' } : { type: 'sectionTitle', content: [{ type: 'text', text: title }] },
      ...blocks
    ]
  }
}

export function makeBrief(id: string, sections: Section[], changes: Partial<Brief> = {}): Brief {
  return {
    id,
    title: `Brief ${id}`,
    author: 'Desk of Port Vell',
    date: '2031-03-12',
    tlp: 'TLP:AMBER',
    language: 'en',
    template: 'blank',
    createdAt: moment(0),
    doc: { type: 'doc', content: sections },
    withheld: [],
    deletedAt: null,
    ...changes
  }
}

export function makeCase(sources: SourceRecord[], briefs: Brief[], id = 'case-1'): CaseContents {
  return {
    record: {
      schema: CASE_SCHEMA,
      id,
      title: 'The Vell ferry',
      tlp: 'TLP:AMBER',
      createdAt: moment(0),
      briefs: briefs.map((brief) => brief.id)
    },
    sources,
    briefs: briefs.map((brief) => ({ schema: CASE_SCHEMA, brief })),
    records: []
  }
}
