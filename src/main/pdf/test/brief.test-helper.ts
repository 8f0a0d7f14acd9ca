import { createHash } from 'node:crypto'
import type { BriefFields, Citation, List, Section, SectionBlock, Statement } from '../../../shared/brief/brief.ts'
import { checkBrief } from '../../../shared/brief/check-brief.ts'
import type { OriginalState } from '../../../shared/brief/check.ts'
import { doubtfulFields } from '../../../shared/source/doubt.ts'
import { prepareText } from '../../../shared/quote/prepared.ts'
import type { Quote } from '../../../shared/quote/quote.ts'
import { noMetadata, notFound, type Block, type Found, type Source } from '../../../shared/source/source.ts'
import { NO_ANALYSIS } from '../../../shared/composition/analysis.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import type { ExportInput, ExportSource } from '../../../shared/composition/input.ts'

/** Makes export inputs for tests and benchmarks from little. */
export class BriefBuilder {
  readonly sources: Omit<ExportSource, 'number'>[] = []
  readonly quotes: Quote[] = []
  readonly sections: Section[] = []
  private ids = 0

  source(
    paragraphs: string[],
    fields: {
      title?: string
      publisher?: string
      published?: string
      language?: string
      url?: string
      authors?: string[]
    } = {},
    original: OriginalState = 'intact'
  ): string {
    const text = paragraphs.join('\n')
    const blocks: Block[] = []
    let start = 0
    for (const paragraph of paragraphs) {
      blocks.push({ type: blocks.length === 0 ? 'heading' : 'paragraph', start, end: start + paragraph.length })
      start += paragraph.length + 1
    }
    const number = this.sources.length + 1
    const id = `source-id-${number}`
    const source: Source = {
      id,
      key: `S${number}`,
      formerKeys: [],
      importedAt: '2031-03-02T09:30:00Z',
      original: {
        file: 'original.txt',
        name: `report-${number}.txt`,
        mediaType: 'text/plain',
        bytes: Buffer.byteLength(text),
        sha256: sha256(`original ${text}`)
      },
      container: null,
      text: { sha256: sha256(text), extractor: 'text/1', characters: text.length, notice: null },
      metadata: {
        ...noMetadata(),
        title: found(fields.title ?? paragraphs[0] ?? null),
        authors: found(fields.authors ?? null),
        publisher: found(fields.publisher ?? null),
        published: found(fields.published ?? null),
        url: found(fields.url ?? null),
        language: found(fields.language ?? 'en')
      },
      tlp: null,
      grading: null,
      tags: [],
      note: '',
      deletedAt: null
    }
    const record = { schema: 8 as const, extractor: 'text/1', text, blocks, sha256: sha256(text) }
    this.sources.push({ source, text: record, original, withheld: 'no', custody: [] })
    return id
  }

  /** Saves a quote of words that stand in the source. */
  quote(sourceId: string, exact: string, speaker: string | null = null): string {
    const { text } = this.sources.find(({ source }) => source.id === sourceId)!
    const start = text.text.indexOf(exact)
    if (start < 0) throw new Error(`“${exact}” doesn’t stand in ${sourceId}`)
    const number = this.quotes.length + 1
    this.quotes.push({
      id: `quote-id-${number}`,
      key: `Q${number}`,
      formerKeys: [],
      sourceId,
      target: {
        exact,
        prefix: text.text.slice(Math.max(0, start - 32), start),
        suffix: text.text.slice(start + exact.length, start + exact.length + 32),
        start,
        end: start + exact.length,
        textSha256: text.sha256
      },
      createdAt: '2031-03-02T10:00:00Z',
      speaker,
      attribution: [],
      note: '',
      tags: [],
      deletedAt: null
    })
    return `quote-id-${number}`
  }

  section(title: string, ...blocks: SectionBlock[]): void {
    const content = title === '' ? [] : [{ type: 'text' as const, text: title }]
    this.sections.push({
      type: 'section',
      attrs: { id: this.id() },
      content: [{ type: 'sectionTitle', content }, ...blocks]
    })
  }

  statement(content: (string | Citation)[], attrs: Partial<Statement['attrs']> = {}): Statement {
    return {
      type: 'statement',
      attrs: { id: this.id(), kind: null, likelihood: null, confidence: null, ...attrs },
      content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each))
    }
  }

  list(type: List['type'], ...items: Statement[]): List {
    return { type, content: items.map((item) => ({ type: 'listItem', content: [item] })) }
  }

  subheading(text: string, level = 3): SectionBlock {
    return { type: 'subheading', attrs: { level }, content: [{ type: 'text', text }] }
  }

  /** A quote block; its words are those of the saved quote unless others are given. */
  block(quoteId: string, words?: string): SectionBlock {
    const quote = this.quotes.find(({ id }) => id === quoteId)!
    const attrs = { id: this.id(), quoteId, sourceId: quote.sourceId, label: null }
    return { type: 'quoteBlock', attrs, content: [{ type: 'text', text: words ?? quote.target.exact }] }
  }

  /** A quote block that was never located. */
  lost(words: string, label: string): SectionBlock {
    const attrs = { id: this.id(), quoteId: null, sourceId: null, label }
    return { type: 'quoteBlock', attrs, content: [{ type: 'text', text: words }] }
  }

  /** The export of the brief, checked as the program checks it. */
  build(fields: Partial<BriefFields> = {}, options: Partial<ExportInput['options']> = {}): ExportInput {
    if (this.sections.length === 0) this.section('')
    const doc = { type: 'doc' as const, content: this.sections }
    const byId = new Map(
      this.sources.map((each) => [
        each.source.id,
        {
          key: each.source.key,
          title: each.source.metadata.title.value ?? '',
          prepared: prepareText(each.text.text),
          blocks: each.text.blocks,
          original: each.original,
          doubtful: doubtfulFields(each.source.metadata),
          mediaType: each.source.original.mediaType
        }
      ])
    )
    const check = checkBrief(doc, {
      source: (id) => byId.get(id),
      quote: (id) => this.quotes.find((quote) => quote.id === id)
    })
    const sources = Object.entries(check.sourceNumbers).map(([id, number]) => {
      return { number, ...this.sources.find(({ source }) => source.id === id)! }
    })
    return {
      case: {
        schema: 8,
        id: 'case-id',
        title: 'The Sollen harbour contracts',
        tlp: 'TLP:AMBER',
        createdAt: '2031-03-01T08:00:00Z',
        briefs: ['brief-id']
      },
      brief: {
        title: 'Who paid for the Sollen breakwater',
        author: 'Desk of the Coastline Weekly',
        date: '2031-03-04',
        tlp: 'TLP:AMBER',
        language: 'en',
        id: 'brief-id',
        template: 'briefing',
        createdAt: '2031-03-01T08:00:00Z',
        deletedAt: null,
        doc,
        withheld: [],
        ...fields
      },
      sources,
      quotes: this.quotes,
      passages: [],
      analysis: NO_ANALYSIS,
      images: new Map(),
      check,
      options: { ...DEFAULT_EXPORT_OPTIONS, ...options },
      citations: null,
      generator: 'Dossier 0.0.0'
    }
  }

  private id(): string {
    return `node-${++this.ids}`
  }
}

/** A citation of a saved quote (`quote-id-1`) or a source (`source-id-1`). */
export function cite(
  id: string,
  relation: Citation['attrs']['relation'] = 'supports',
  locator: string | null = null
): Citation {
  const quote = id.startsWith('quote')
  return {
    type: 'citation',
    attrs: { quoteId: quote ? id : null, sourceId: quote ? null : id, label: null, relation, locator }
  }
}

/** A citation that leads nowhere. */
export function citeNothing(label: string): Citation {
  return { type: 'citation', attrs: { quoteId: null, sourceId: null, label, relation: 'supports', locator: null } }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function found<T>(value: T | null): Found<T> {
  return value === null
    ? notFound()
    : { value, evidence: { from: 'user', detail: '' }, confidence: 1, alternatives: [], confirmed: true }
}
