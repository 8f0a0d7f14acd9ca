import type { DossierBridge } from '../src/shared/api/bridge.ts'
import type { Input, Output, RequestName } from '../src/shared/api/contract.ts'
import type { Place } from '../src/shared/api/place.ts'

export interface BridgeSize {
  sources: number
  quotes: number
  statements: number
  paragraphs: number
  /** The case is there only once `window.letGo` was called. */
  held?: boolean
  /** A source of its own kind, called “Long”: so many characters, in paragraphs or in one, with so many quotes. */
  long?: { characters: number; inOneBlock: boolean; quotes: number }
}

/**
 * Puts a bridge without a main process behind it into a page: a case of a given size, made up in memory, of which nothing is
 * kept. It is handed to the browser as source text, so it may use nothing from outside itself.
 */
export function installBridge(size: BridgeSize): void {
  const listeners = new Map<string, Set<(data: unknown) => void>>()
  const emit = (name: string, data: unknown): void => listeners.get(name)?.forEach((listener) => listener(data))
  const hash = '9f3c41aa'.repeat(8)
  const papers = ['Northern Courier', 'Daily Lantern', 'Harbour Post', 'Coastline Weekly', 'Sollen Radio']
  const titles = [
    'Harbour board kept inspection memo from ferry inquiry',
    'Minister “not told” of hull survey before sailing',
    'Ferry memo withheld, agency reports',
    'What we know about the Sollen sinking',
    'Survivors’ group asks for open hearing'
  ]
  const lines = [
    'The board that runs Sollen harbour held back a memo on the ferry’s hull from the official inquiry for nine days, according to two officials.',
    'The memo, dated 11 February, warned that the inspection “had not been completed to the standard the board requires”.',
    'A spokesperson for the board said: “We gave the inquiry everything it asked for, at the time it asked for it.”',
    'Vestad News Agency, citing an official at the ministry, reported on Monday that a second memo exists. The ministry would not comment.',
    'The sinking on 19 February killed 22 people and injured 64, the coastguard says. Earlier reports had spoken of 19 dead.',
    '“Trust is not a courtesy here, it is the instrument we work with,” the inquiry’s chair told reporters on Tuesday.',
    'The ministry’s own survey was planned for Thursday. It has since been postponed without a new date.'
  ]
  const day = (n: number): string => `2031-03-${String(1 + (n % 28)).padStart(2, '0')}`
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
  const rows = Array.from({ length: size.sources }, (_, n) => ({
    id: `source-${n}`,
    key: `S${n + 1}`,
    title: `${pick(titles, n)}${n >= titles.length ? ` (${n})` : ''}`,
    publisher: pick(papers, n) as string | null,
    published: n % 9 === 7 ? null : day(n),
    importedAt: new Date(Date.UTC(2031, 2, 12, 9, 0, n)).toISOString(),
    quotes: 0,
    tlp: null,
    grade: null,
    tags: n % 7 === 0 ? ['harbour', 'inquiry'] : [],
    language: n % 11 === 0 ? 'fr' : 'en',
    image: false,
    textless: false,
    recognised: false,
    doubtful: [],
    attention: n % 9 === 7 ? 'No date found: check when it was published.' : null
  }))
  const LONG = 0
  if (size.long) rows[LONG]!.title = 'Long'
  const longParts = ({ characters, inOneBlock }: NonNullable<BridgeSize['long']>): string[] => {
    const parts: string[] = []
    for (let length = 0, line = 0; length < characters; line++) {
      parts.push(pick(lines, line))
      length += pick(lines, line).length + 1
    }
    return inOneBlock ? [parts.join(' ')] : parts
  }
  const texts = new Map<number, Output<'source.get'>['text']>()
  const textOf = (n: number): Output<'source.get'>['text'] => {
    const made = texts.get(n) ?? makeText(n)
    texts.set(n, made)
    return made
  }
  const makeText = (n: number): Output<'source.get'>['text'] => {
    const paragraphs =
      size.long && n === LONG
        ? longParts(size.long)
        : Array.from({ length: size.paragraphs }, (_, line) => pick(lines, line))
    const parts = [rows[n]!.title, ...paragraphs]
    const blocks: Output<'source.get'>['text']['blocks'] = []
    let at = 0
    parts.forEach((part, index) => {
      blocks.push({
        type: index === 0 ? 'heading' : 'paragraph',
        start: at,
        end: at + part.length,
        ...(index === 0 ? { level: 1 } : {})
      })
      at += part.length + 1
    })
    return { schema: 8, extractor: 'txt/1', text: parts.join('\n'), blocks, sha256: hash }
  }
  let lastQuote = 0
  const makeQuote = (n: number, start: number, end: number, text = textOf(n).text) => {
    lastQuote += 1
    return {
      id: `quote-${lastQuote}`,
      key: `Q${lastQuote}`,
      formerKeys: [],
      sourceId: `source-${n}`,
      target: {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(end, end + 32),
        start,
        end,
        textSha256: hash
      },
      createdAt: '2031-03-12T09:00:00Z',
      speaker: lastQuote % 2 ? 'Board spokesperson' : null,
      attribution: [],
      note: '',
      tags: [],
      deletedAt: null as string | null
    }
  }
  const quotes = new Map(
    Array.from({ length: size.quotes }, (_, n) => {
      const source = n % Math.max(1, Math.min(size.sources, 50))
      const { text } = textOf(source)
      const words =
        n % 2
          ? '“We gave the inquiry everything it asked for'
          : '“Trust is not a courtesy here, it is the instrument we work with,”'
      const start = Math.max(0, text.indexOf(words))
      const quote = makeQuote(source, start, start + words.length)
      return [quote.id, quote] as const
    })
  )
  if (size.long) {
    const { text } = textOf(LONG)
    const step = Math.floor(text.length / (size.long.quotes + 1))
    for (let n = 1; n <= size.long.quotes; n++) {
      const quote = makeQuote(LONG, n * step, n * step + 60, text)
      quotes.set(quote.id, quote)
    }
  }
  const cite = (n: number) => ({
    type: 'citation' as const,
    attrs: {
      quoteId: size.quotes ? `quote-${1 + (n % size.quotes)}` : null,
      sourceId: size.quotes ? null : `source-${n % size.sources}`,
      label: null,
      relation: 'supports' as const,
      locator: null
    }
  })
  const perSection = Math.max(1, Math.ceil(size.statements / 5))
  const sections: Output<'brief.get'>['doc']['content'] = [
    'Bottom line',
    'Key judgements',
    'Facts',
    'Chronology',
    'Gaps'
  ].map((title, index) => ({
    type: 'section',
    attrs: { id: `section-${index}` },
    content: [
      { type: 'sectionTitle', content: [{ type: 'text', text: title }] },
      ...Array.from({ length: perSection }, (_, n) => ({
        type: 'statement' as const,
        attrs: {
          id: `statement-${index}-${n}`,
          kind: null,
          likelihood: n % 40 === 0 ? ('very likely' as const) : null,
          confidence: null
        },
        content: [{ type: 'text' as const, text: `${pick(lines, n)} ` }, ...(n % 3 === 2 ? [] : [cite(n)])]
      }))
    ]
  }))
  const told = sections.flatMap(({ content }) =>
    content.flatMap((node) => {
      if (node.type !== 'statement') return []
      const text = (node.content ?? []).map((child) => (child.type === 'text' ? child.text : '')).join('')
      return [{ id: node.attrs.id, text }]
    })
  )
  const finding = (statement: string, text: string, number: number): Output<'lint.get'>['findings'][number] => {
    const end = 4 + (text.length % 7)
    return {
      ...{ code: 'weasel-words', severity: 'warning', statement, number, start: 0, end, exact: text.slice(0, end) },
      ...{ message: 'Nobody is named.', evidence: [] }
    }
  }
  const fields = {
    title: 'Withheld memo in the Sollen inquiry',
    author: 'Desk 4',
    date: '2031-03-12',
    tlp: 'TLP:AMBER' as const,
    language: 'en'
  }
  const brief: Output<'brief.get'> = {
    withheld: [],
    ...fields,
    id: 'brief-1',
    template: 'briefing',
    createdAt: '2031-03-12T09:00:00Z',
    doc: { type: 'doc', content: sections },
    deletedAt: null
  }
  const view: Output<'case.current'> = {
    path: '/cases/Sollen',
    place: 'A'.repeat(32) as Place,
    case: {
      schema: 8,
      id: 'case',
      title: 'Sollen ferry inquiry',
      tlp: 'TLP:AMBER',
      createdAt: '2031-03-12T09:00:00Z',
      briefs: ['brief-1']
    },
    sources: rows,
    quotes: quotes.size,
    briefs: [{ ...fields, id: 'brief-1' }],
    readOnly: false,
    holder: null,
    others: [],
    sealed: false,
    conflictCopies: 0,
    following: false,
    notices: []
  }
  const missing = { value: null, evidence: null, confidence: 0, alternatives: [] }
  const found = <T>(value: T | null, from: string, detail: string, confidence = 0.95) =>
    value === null ? missing : { value, evidence: { from, detail }, confidence, alternatives: [] }
  const answers: { [N in RequestName]?: (input: Input<N>) => Output<N> } = {
    'app.info': () => ({ version: '0', runtime: 'stand-in', platform: 'linux' }),
    'app.recent': () => [],
    'app.preferences': () => ({
      theme: 'system',
      author: '',
      readerSize: 17,
      sourceRows: null,
      layout: {},
      reading: {},
      lockAfter: 0,
      backups: { count: 0, days: 0, hours: 0 },
      exportOptions: {
        paper: 'A4',
        theme: 'serif',
        cover: false,
        citations: 'numbered',
        basis: true,
        appendices: ['sources', 'verification'],
        custody: false,
        includeTexts: true,
        redacted: false,
        signatureFrame: false
      }
    }),
    'case.current': () => view,
    'source.get': ({ id }) => {
      const n = Number(id.slice(7))
      const row = rows[n]!
      return {
        source: {
          id,
          key: row.key,
          formerKeys: [],
          importedAt: row.importedAt,
          original: {
            file: 'original.txt',
            name: `article-${n}.txt`,
            mediaType: 'text/plain',
            bytes: 4000,
            sha256: hash
          },
          container: null,
          text: { sha256: hash, extractor: 'txt/1', characters: 4000, notice: null },
          metadata: {
            modified: missing,
            edition: missing,
            page: missing,
            wordCount: missing,
            documentId: missing,
            retrieved: missing,
            url: missing,
            canonicalUrl: missing,
            section: missing,
            agencies: missing,
            title: found(row.title, 'heading', row.title),
            authors: found(['Desk of the paper'], 'byline', 'By the desk'),
            publisher: found(row.publisher, 'header', String(row.publisher), 0.7),
            published: found(row.published, 'header', String(row.published)),
            language: found('en', 'text', 'function words')
          },
          tlp: null,
          grading: null,
          tags: [],
          note: '',
          deletedAt: null
        },
        text: textOf(n),
        quotes: [...quotes.values()].filter((quote) => quote.sourceId === id)
      }
    },
    'quote.list': ({ offset, limit }) => [...quotes.values()].slice(offset, offset + limit),
    'mark.list': () => [],
    'tag.list': () => [],
    'brief.places': ({ quotes: asked }) =>
      asked.slice(0, 1000).map((id, n) => ({
        briefId: 'brief-2',
        brief: 'Another brief',
        nodeId: `node-${n}`,
        section: 'Facts',
        excerpt: 'A statement that uses it',
        sources: [],
        quotes: [id]
      })),
    'import.unfinished': () => null,
    'view.get': () => null,
    'brief.cited': () => [{ id: 'brief-1', sources: rows.slice(0, 40).map(({ id }) => id) }],
    'search.query': ({ query, limit, offset = 0 }) => {
      const values = <T>(all: readonly T[]): { value: T; count: number }[] =>
        all.map((value, n) => ({ value, count: 9 + n }))
      const total = Math.min(rows.length, 3000 + 100 * query.length)
      const hits = rows
        .slice(offset, Math.min(offset + limit, total))
        .map(({ id, key, title, publisher, published }, n) => ({
          ...{
            kind: 'source' as const,
            id,
            key,
            sourceId: id,
            sourceKey: key,
            briefId: null,
            title,
            publisher,
            published
          },
          ...{
            count: 3,
            score: 1,
            start: 10,
            end: 20,
            snippet: { text: pick(lines, n), marks: [[4, 9] as [number, number]] }
          }
        }))
      const facets = {
        publisher: values(papers),
        month: values(
          Array.from({ length: 60 }, (_, n) => `${2027 + Math.floor(n / 12)}-${String(1 + (n % 12)).padStart(2, '0')}`)
        ),
        language: values(['en', 'fr']),
        tag: values(Array.from({ length: 200 }, (_, n) => `tag ${n}`)),
        tlp: values([null]),
        quoted: values([true, false]),
        brief: []
      }
      return { query, read: query, total, sources: total, ms: 2, complete: true, hits, facets }
    },
    'search.hits': () => ({ places: [{ start: 10, end: 20 }] }),
    'saved.list': () => [],
    'source.related': () => [],
    'source.stored': () => ({ original: 'intact', text: 'intact' }),
    'quote.create': ({ sourceId, start, end }) => {
      const quote = makeQuote(Number(sourceId.slice(7)), start, end)
      quotes.set(quote.id, quote)
      return quote
    },
    'brief.get': () => brief,
    'brief.save': () => ({ savedAt: new Date().toISOString() }),
    'brief.check': () => ({ quotes: [], findings: [], sourceNumbers: {}, words: 0 }),
    'origins.since': () => ({
      ...{ at: 1, isWhole: true, gone: [] },
      statements: told.map(({ id, text }, n) => ({
        ...{ statement: id, number: n + 1, text, reports: ['S1', 'S2'], count: 1 },
        ...{ origins: [], links: [], chains: [], overruled: [] }
      }))
    }),
    'lint.get': () => ({
      findings: told.filter((_, n) => n % 10 === 0).map(({ id, text }, n) => finding(id, text, n * 10 + 1))
    }),
    // Another one each time, so that what is drawn changes as one types.
    'lint.statement': ({ statement }) => {
      const text = (statement.content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join('')
      return { findings: text === '' ? [] : [finding(statement.attrs.id, text, 1)] }
    },
    'comment.list': () =>
      told
        .filter((_, n) => n % 25 === 0)
        .map(({ id, text }, n) => ({
          ...{ id: `comment-${n}`, briefId: 'brief-1', statementId: id, words: text.slice(0, 80), number: n * 25 + 1 },
          entries: [{ id: `entry-${n}`, author: 'Desk 4', text: 'Which board?', at: '2031-03-12T09:00:00Z' }],
          ...{ resolvedAt: null, createdAt: '2031-03-12T09:00:00Z' }
        }))
  }
  const bridge = {
    request: async <N extends RequestName>(name: N, input: Input<N>) => {
      const make = answers[name]
      const answer = make ? make(input) : {}
      if (name === 'case.current' && size.held) {
        const value = structuredClone(answer)
        await new Promise<void>((resolve) => Object.assign(window, { letGo: () => setTimeout(resolve) }))
        return { ok: true as const, value }
      }
      // In a task of its own, which takes it in, as an answer from another process comes.
      await new Promise<void>((resolve) => setTimeout(resolve))
      return { ok: true as const, value: structuredClone(answer) }
    },
    on(name: string, listener: (data: unknown) => void) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => known.delete(listener)
    },
    dropped: async () => ({ ok: true as const, value: null })
  }
  Object.assign(window, { dossier: bridge as unknown as DossierBridge, emitDossier: emit })
}
