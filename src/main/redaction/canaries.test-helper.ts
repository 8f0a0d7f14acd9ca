import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BriefBuilder, cite } from '../pdf/test/brief.test-helper.ts'
import { ANALYSIS_APPENDICES } from '../pdf/test/analysis.test-helper.ts'
import { PdfFile, tool } from '../pdf/test/tools.test-helper.ts'
import type { ExportAnalysis } from '../../shared/composition/analysis.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { PROOF_NAME } from '../../shared/composition/summary.ts'
import type { TableCell } from '../../shared/brief/brief.ts'
import type { Found, Source } from '../../shared/source/source.ts'
import type { Withheld } from '../../shared/brief/withheld.ts'

/** Words that stand nowhere else, by the field in which each was planted. */
export class Canaries {
  readonly all = new Map<string, string>()
  private readonly seed: string

  constructor(seed: string) {
    this.seed = seed
  }

  /** A word of letters alone for a field. */
  word(field: string): string {
    const known = this.all.get(field)
    if (known !== undefined) return known
    const digest = createHash('sha256').update(`${this.seed} ${field}`).digest()
    const word = `zq${Array.from(digest.subarray(0, 10), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`
    this.all.set(field, word)
    return word
  }
}

/** Fields of an export's input that no PDF prints or carries: without redaction their canaries aren't in it either. */
export const NEVER_CARRIED =
  /^source \d+ (note|tag|canonicalUrl|agency evidence|\w+ (evidence|alternative)|notice)$|^quote \d+ (note|tag|attribution|grade reason)$/

/** A brief with a canary in every field that can hold words; all of them are withheld. */
export function plantedBrief(canaries: Canaries, sources = 5): ExportInput {
  const b = new BriefBuilder()
  const word = (field: string): string => canaries.word(field)
  const quotes: string[] = []
  for (let i = 1; i <= sources; i++) {
    const id = b.source(
      [
        `Headline ${i} ${word(`source ${i} title`)}`,
        `It was ${word(`source ${i} text`)} then, a ${word(`quote ${i} words`)} said.`
      ],
      {
        publisher: `Paper ${word(`source ${i} publisher`)}`,
        authors: [`A. ${word(`source ${i} author`)}`],
        url: `https://a.example/${word(`source ${i} url`)}/x.html`
      }
    )
    const exported = b.sources.at(-1)!
    exported.source = planted(exported.source, canaries, i)
    const told = { name: `${word(`source ${i} custody`)}.txt` }
    exported.custody = [{ at: '2031-03-01T08:00:00.000Z', action: 'source-imported', detail: told, device: 'device-1' }]
    const quote = b.quote(id, `a ${word(`quote ${i} words`)} said`, `Clerk ${word(`quote ${i} speaker`)}`)
    const saved = b.quotes.at(-1)!
    saved.note = word(`quote ${i} note`)
    saved.tags = [word(`quote ${i} tag`)]
    saved.attribution = [word(`quote ${i} attribution`)]
    saved.grading = { reliability: 'C', credibility: null, reliabilityReason: word(`quote ${i} grade reason`) }
    quotes.push(quote)
    b.section(
      `Part ${word(`section ${i} title`)}`,
      b.subheading(`Under ${word(`section ${i} subheading`)}`),
      b.statement([`So it is that ${word(`section ${i} statement`)} left `, cite(quote), '.']),
      b.list(
        'bulletList',
        b.statement([`Item ${word(`section ${i} item`)} `, cite(id, 'context', `row ${word(`section ${i} locator`)}`)])
      ),
      b.block(quote),
      b.block(quote, `a ${word(`section ${i} altered`)} said`),
      b.lost(`Never ${word(`section ${i} lost`)} found`, `Post ${word(`section ${i} label`)}`),
      {
        ...b.statement([]),
        content: [
          { type: 'text', text: 'See ' },
          {
            type: 'text',
            text: 'there',
            marks: [{ type: 'link', attrs: { href: `https://b.example/${word(`section ${i} link`)}` } }]
          },
          { type: 'text', text: ` ${word(`section ${i} split`).slice(0, 5)}` },
          { type: 'text', text: word(`section ${i} split`).slice(5), marks: [{ type: 'bold' }] },
          { type: 'note', content: [{ type: 'text', text: `Noted by ${word(`section ${i} note`)}` }] }
        ]
      },
      {
        type: 'table',
        attrs: { id: `table-${i}`, align: ['start'] },
        content: [
          { type: 'tableRow', content: [cell('tableHeader', `Of ${word(`section ${i} table head`)}`)] },
          { type: 'tableRow', content: [cell('tableCell', `To ${word(`section ${i} table cell`)}`)] }
        ]
      },
      {
        type: 'figure',
        attrs: { id: `figure-${i}`, sourceId: null, label: `Plate ${word(`section ${i} figure label`)}`, alt: '' },
        content: [{ type: 'text', text: `Drawn by ${word(`section ${i} caption`)}` }]
      }
    )
  }
  const clean = b.source(['A note on the weather', 'It rained in the north.'])
  b.section('Weather', b.statement(['It rained.', cite(clean)]))
  const input = b.build({ title: `Brief ${word('brief title')}`, author: `Desk ${word('brief author')}` })
  const title = `Case ${word('case title')}`
  const analysis = plantedAnalysis(input, canaries)
  const withheld: Withheld[] = [{ kind: 'words', id: 'w', terms: [...canaries.all.values()], reason: 'P' }]
  const appendices = [...input.options.appendices, ...ANALYSIS_APPENDICES]
  return {
    ...input,
    case: { ...input.case, title },
    brief: { ...input.brief, withheld },
    analysis,
    options: { ...input.options, appendices, redacted: true, custody: true }
  }
}

/** What analyses say of two sources: of one whose text holds what is withheld, and of one whose text doesn't. */
function plantedAnalysis(input: ExportInput, canaries: Canaries): ExportAnalysis {
  const statement = input.brief.doc.content[0]!.content.find((node) => node.type === 'statement')!.attrs.id
  const told = [input.sources[0]!.source.id, input.sources.at(-1)!.source.id].map((sourceId, i) => {
    const word = (field: string): string => canaries.word(`analysis ${i} ${field}`)
    const passage = { sourceId, start: 0, end: 5, words: word('words'), locator: null }
    const figure: ExportAnalysis['figures'][number] = {
      ...{ id: `F${i}`, value: 3, high: null, bound: 'exact', unit: null, asOf: null, asOfRule: 'report', series: i },
      counts: word('counts'),
      attribution: [word('giver')],
      passage
    }
    const event: ExportAnalysis['events'][number] = {
      ...{ id: `E${i}`, from: '2031-02-01', to: '2031-02-01', approximate: false, time: null, offset: null },
      ...{ rule: 'written', reference: null },
      passage,
      event: word('event')
    }
    return {
      origin: { name: word('origin'), kind: 'person' as const, reports: [sourceId] },
      link: { report: sourceId, on: null, why: 'cites' as const, passage },
      chain: { report: sourceId, chain: [word('chain')] },
      ruling: { report: sourceId, with: null, because: word('because') },
      item: { kind: 'name' as const, start: 0, end: 0, words: word('item') },
      descriptor: { sourceId, text: `A report of ${word('descriptor')}.` },
      cell: { sourceId, cited: 'supports' as const, holds: [0, 1] },
      figure,
      event
    }
  })
  return {
    origins: [
      {
        statement,
        number: 1,
        reports: told.map(({ chain }) => chain.report),
        origins: told.map(({ origin }) => origin),
        links: told.map(({ link }) => link),
        chains: told.map(({ chain }) => chain),
        overruled: told.map(({ ruling }) => ruling)
      }
    ],
    figures: told.map(({ figure }) => figure),
    figureRelations: [],
    events: told.map(({ event }) => event),
    eventRelations: [],
    ownEvents: [
      {
        ...{ id: 'own', from: '2031-02-18', to: '2031-02-18', approximate: false },
        ...{ words: `Told by ${canaries.word('own event')}.`, statements: [statement], passages: [] }
      }
    ],
    matrix: {
      groups: told.map(({ chain }) => [chain.report]),
      rows: [{ statement, number: 1, items: told.map(({ item }) => item), cells: told.map(({ cell }) => cell) }]
    },
    sourcing: {
      summary: `Basis. It rests on ${canaries.word('analysis summary')}.`,
      descriptors: told.map(({ descriptor }) => descriptor)
    }
  }
}

function cell(type: 'tableHeader' | 'tableCell', text: string): TableCell {
  return { type, content: [{ type: 'text', text }] }
}

function planted(source: Source, canaries: Canaries, i: number): Source {
  const word = (field: string): string => canaries.word(`source ${i} ${field}`)
  const found = <T>(name: string, { value, confidence }: Found<T>, alternative: T): Found<T> => ({
    value,
    confidence,
    evidence: { from: 'meta', detail: word(`${name} evidence`) },
    alternatives: [{ value: alternative, evidence: { from: 'meta', detail: word(`${name} alternative`) } }]
  })
  const { metadata } = source
  return {
    ...source,
    original: { ...source.original, name: `${word('file')}.txt` },
    container: { name: `${word('container')}.zip`, sha256: null, path: `in/${word('path')}` },
    text: { ...source.text, notice: word('notice') },
    metadata: {
      ...metadata,
      title: found('title', metadata.title, 'x'),
      publisher: found('publisher', metadata.publisher, 'x'),
      authors: found('authors', metadata.authors, ['x']),
      url: found('url', metadata.url, 'x'),
      section: { ...metadata.section, value: word('section') },
      edition: { ...metadata.edition, value: word('edition') },
      page: { ...metadata.page, value: word('page') },
      documentId: { ...metadata.documentId, value: word('documentId') },
      canonicalUrl: { ...metadata.canonicalUrl, value: `https://a.example/${word('canonicalUrl')}` },
      agencies: { ...metadata.agencies, value: [`Agency ${word('agency')}`] }
    },
    grading: {
      reliability: 'B',
      credibility: '2',
      reliabilityReason: `Known to ${word('reliability reason')}`,
      credibilityReason: `As ${word('credibility reason')} says`
    },
    note: word('note'),
    tags: [word('tag')]
  }
}

/**
 * Which of some words a PDF holds, by tools that know nothing of redaction, in the encodings that files use. With
 * `structure` the text of the structure is read too, for which poppler takes a quarter of a minute.
 */
export function wordsIn(bytes: Uint8Array, words: readonly string[], structure: boolean): Set<string> {
  using file = new PdfFile(bytes)
  const folder = mkdtempSync(join(tmpdir(), 'canaries-'))
  const plain = join(folder, 'plain.pdf')
  try {
    tool('qpdf', ['--qdf', '--object-streams=disable', file.path, plain])
    const qdf = readFileSync(plain)
    const haystack = [
      Buffer.from(bytes).toString('latin1'),
      qdf.toString('latin1'),
      tool('pdftotext', [file.path, '-']),
      structure ? file.run('pdfinfo', '-struct-text') : '',
      file.run('pdfinfo', '-meta'),
      file.run('pdfinfo', '-url'),
      file.run('pdfinfo'),
      file.attachment(PROOF_NAME)
    ].join('\n')
    const found = new Set(canariesIn(haystack))
    return new Set(words.filter((word) => found.has(word)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Canaries of a text, also broken over lines, in UTF-16 or in hexadecimal. */
function* canariesIn(text: string): Generator<string> {
  const lower = text.toLowerCase()
  for (const form of [lower, lower.replace(/[\s-]+/g, ''), lower.replaceAll('\0', '')]) {
    for (const [, word] of form.matchAll(/(?=(zq[a-z]{10}))/g)) yield word!
  }
  const digits = lower.replace(/\s+/g, '')
  for (const [hex] of digits.matchAll(/7a(?:00)?71(?:(?:00)?(?:6[1-9a-f]|7[0-9a])){10}/g)) {
    yield Buffer.from(hex.replaceAll(/00(?=[67])/g, ''), 'hex').toString('latin1')
  }
}
