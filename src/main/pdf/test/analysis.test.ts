import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { compose } from '../../../shared/composition/compose.ts'
import type { Block, Run } from '../../../shared/composition/block.ts'
import { NO_ANALYSIS, type ExportAnalysis } from '../../../shared/composition/analysis.ts'
import { DOCUMENT_FORMATS } from '../../../shared/composition/export-formats.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { APPENDICES } from '../../../shared/composition/options.ts'
import { redact } from '../../../shared/redaction/redact.ts'
import { walkComposed } from '../../../shared/composition/walk.ts'
import { madeAs } from '../../exports/made.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'
import { renderPdf } from '../render.ts'
import { ANALYSIS_APPENDICES, analysedBrief } from './analysis.test-helper.ts'
import { structuralFaults } from './structure-check.test-helper.ts'
import { PdfFile } from './tools.test-helper.ts'

const all = (): ExportInput => analysedBrief({ appendices: [...APPENDICES] })

/** The rows of all tables below a heading, cells apart by bars. */
function rowsOf(input: ExportInput, title: string): string[] {
  const { blocks } = compose(input)
  const found: string[] = []
  let heading = ''
  const cell = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
  walkComposed(blocks, (block) => {
    if (block.type === 'text' && block.level !== undefined) heading = cell(block.runs)
    if (block.type === 'table' && heading === title)
      found.push(...[block.head, ...block.rows].map((row) => row.map(cell).join(' | ')))
  })
  return found
}

function texts(blocks: readonly Block[], kind: string): string[] {
  const found: string[] = []
  walkComposed(blocks, (block) => {
    if (block.type === 'text' && block.kind === kind) found.push(block.runs.map(({ text }) => text).join(''))
  })
  return found
}

describe('what is printed of analyses', () => {
  it('says below a judgement on how many reports and origins it rests, with likelihood and confidence in sentences apart', () => {
    expect(texts(compose(all()).blocks, 'state')[0]).toBe(
      '3 reports, 2 origins, as the analyst rules. Likelihood: likely. Confidence: high.'
    )
    const bare = compose(analysedBrief({ basis: false, appendices: [] })).blocks
    expect(texts(bare, 'state')).toEqual(['Likelihood: likely (55–80%). Confidence: high.'])
  })

  it('lists origins with their reports, chains, reasons and rulings', () => {
    expect(rowsOf(all(), 'Origins')).toEqual([
      'Origin | Report | By way of | Why it isn’t first hand',
      '1 the coastguard of Sollen (institution) | [1] | Northline › the coastguard of Sollen | ',
      '1 | [2] | Sollen Gazette › Northline › the coastguard of Sollen | its passage stands in [1]: At least 19 people died on Wednesday',
      '2 a clerk of the harbour (person) | [3] | Sollen Radio › a clerk of the harbour | says that another outlet or agency reported it: a clerk of the harbour said'
    ])
    expect(texts(compose(all()).blocks, 'state')).toContain(
      'The analyst rules otherwise: [3] is an origin of its own. Heard at the quay by the reporter'
    )
  })

  it('lists figures by series and day, with what replaces and what conflicts', () => {
    expect(rowsOf(all(), 'Ledger of figures')).toEqual([
      'For | Figure | Given by | Beside the others | Where',
      '20 February 2031 | ≥ 19 people died | the coastguard of Sollen | replaced by 22 of [3] | [1] ¶ 2',
      '23 February 2031 | 22 people died | a clerk of the harbour | replaces ≥ 19 of [1]; ≠\u00a0conflicts with 120 of [2] | [3] ¶ 2',
      '23 February 2031 | 120 people killed | the report itself | ≠\u00a0conflicts with 22 of [3] | [2] ¶ 2',
      'For | Figure | Given by | Beside the others | Where',
      'no date | 3 lifeboats | the report itself |  | [2] ¶ 2'
    ])
  })

  it('lists dates with their rules, and other days for the same', () => {
    expect(rowsOf(all(), 'Chronology of events')).toEqual([
      'No. | When | What is said to have happened | How the day is known | Where',
      '1 | 18 February 2031 | The ferry sank on Tuesday. ≠\u00a0Another day in 3. | “Tuesday”: the nearest such weekday to 23 February 2031, the report’s date, in the past unless the clause looks ahead. | [3] ¶ 2',
      '2 | about 18 February 2031 – 20 February 2031 | The harbour searched the quay. | Entered by the analyst; statement 2. | [3] ¶ 2',
      '3 | 19 February 2031 | At least 19 people died on Wednesday ≠\u00a0Another day in 1. | “Wednesday”: the nearest such weekday to 20 February 2031, the report’s date, in the past unless the clause looks ahead. | [1] ¶ 2'
    ])
  })

  it('sets statements beside sources, and divides what is too wide', () => {
    expect(rowsOf(all(), 'Statements and sources')).toEqual([
      'Statement | [1] | [2] | [3]',
      '1 The ferry Lodd sank, and 22 people died. p.\u00a0\na\u00a0Lodd · b\u00a022 | + | + | + b',
      '2 The harbour has a clerk. p.\u00a0 |  |  | −'
    ])
    const input = all()
    const [id] = input.analysis.matrix.groups[0]!
    const wide = { ...input.analysis.matrix, groups: [Array<string>(23).fill(id!)] }
    const heads = rowsOf({ ...input, analysis: { ...input.analysis, matrix: wide } }, 'Statements and sources')
      .filter((row) => row.startsWith('Statement'))
      .map((row) => row.split(' | ').length - 1)
    expect(heads).toEqual([8, 8, 7])
  })

  it('tells on what the brief rests, and what each source is, with sources by their numbers', () => {
    const body = texts(compose(all()).blocks, 'body')
    expect(body).toContain('Leaning. The judgements lean most on [3] (B2); S9 was never read.')
    expect(rowsOf(all(), 'Source descriptors')).toEqual([
      'Source | Descriptor',
      '[1] | Report of Northline. Its own report for statement 1.',
      '[2] | Report of Sollen Gazette. Has the words of [1] for statement 1.'
    ])
    const linked: (string | undefined)[] = []
    walkComposed(compose(all()).blocks, (block) => {
      if (block.type === 'table')
        linked.push(...block.rows.flat(2).flatMap(({ about, target }) => (target ? [about] : [])))
    })
    expect(linked.filter((about) => about === 'Statement 1')).toHaveLength(2)
  })

  it('says nothing of a source that is withheld, in a redacted summary and its descriptors', () => {
    const input = all()
    const [agency, paper, radio] = input.sources.map(({ source }) => source.id)
    const withheld = [{ kind: 'source' as const, id: 'w', sourceId: radio!, reason: 'S' as const }]
    const sourcing = {
      ...input.analysis.sourcing,
      descriptors: [
        { sourceId: agency!, text: 'Report of Northline.' },
        { sourceId: paper!, text: 'Report of Sollen Gazette. Heard the same source as S3.' },
        { sourceId: radio!, text: 'Report of Sollen Radio.' }
      ]
    }
    const { analysis } = redact({
      ...input,
      analysis: { ...input.analysis, sourcing },
      brief: { ...input.brief, withheld },
      options: { ...input.options, redacted: true }
    }).input
    expect(analysis.sourcing.summary).toBe('Basis. 2 statements are supported.\n\nLeaning. [withheld: S]')
    expect(analysis.sourcing.descriptors.map(({ text }) => text)).toEqual([
      'Report of Northline.',
      'Report of Sollen Gazette. [withheld: S]'
    ])
  })

  it('leaves out an appendix that has nothing to tell', () => {
    const input = { ...all(), analysis: NO_ANALYSIS }
    const headings = texts(compose(input).blocks, 'heading')
    for (const title of [
      'Source summary statement',
      'Source descriptors',
      'Origins',
      'Ledger of figures',
      'Chronology of events',
      'Statements and sources'
    ])
      expect(headings).not.toContain(title)
  })

  it('is sound as a PDF, whose proof names the appendices', async () => {
    const input = all()
    const { bytes } = await renderPdf(input)
    expect(await structuralFaults(bytes)).toEqual([])
    const { problems } = await verifyPdf(bytes)
    expect(problems).toEqual([])
    using file = new PdfFile(bytes)
    expect(file.text()).toContain('Chronology of events')
    const proof = JSON.parse(file.attachment('dossier-proof.jsonld')) as { printed: { appendices: string[] } }
    expect(proof.printed.appendices).toEqual(APPENDICES)
  })

  const changes: [string, (analysis: ExportAnalysis) => ExportAnalysis][] = [
    [
      'the number of origins below a judgement',
      (analysis) => ({
        ...analysis,
        origins: analysis.origins.map((each) => ({ ...each, origins: [...each.origins, each.origins[0]!] }))
      })
    ],
    [
      'a link of a chain',
      (analysis) => ({
        ...analysis,
        origins: analysis.origins.map((each) => ({
          ...each,
          chains: each.chains.map((chain) => ({ ...chain, chain: [...chain.chain].reverse() }))
        }))
      })
    ],
    [
      'why the analyst rules otherwise',
      (analysis) => ({
        ...analysis,
        origins: analysis.origins.map((each) => ({
          ...each,
          overruled: each.overruled.map((ruling) => ({ ...ruling, because: 'Heard at the quay by a reporter' }))
        }))
      })
    ],
    [
      'a figure',
      (analysis) => ({ ...analysis, figures: analysis.figures.map((figure) => ({ ...figure, value: 22 })) })
    ],
    [
      'a day',
      (analysis) => ({
        ...analysis,
        events: analysis.events.map((event) => ({ ...event, from: '2031-02-19', to: '2031-02-19' }))
      })
    ],
    [
      'what stands in a source',
      (analysis) => ({
        ...analysis,
        matrix: {
          ...analysis.matrix,
          rows: analysis.matrix.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, holds: cell.holds.map(() => 0) }))
          }))
        }
      })
    ]
  ]
  it.each(changes)('can’t be changed unseen: %s', async (_what, change) => {
    const input = all()
    const { bytes } = await renderPdf(input)
    const other = await PDFDocument.load((await renderPdf({ ...input, analysis: change(input.analysis) })).bytes)
    const forged = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const [i, page] of forged.getPages().entries()) {
      const content = other.context.lookup(other.getPages()[i]!.node.get(PDFName.of('Contents')))
      const reference = page.node.get(PDFName.of('Contents'))
      if (!(content instanceof PDFRawStream) || !(reference instanceof PDFRef)) throw new Error('no content')
      forged.context.assign(reference, forged.context.flateStream(decodePDFRawStream(content).decode()))
    }
    const report = await verifyPdf(await forged.save({ useObjectStreams: false, addDefaultPage: false }))
    expect(report.ok).toBe(false)
    expect(report.pages.length).toBeGreaterThan(0)
  })

  it.each(DOCUMENT_FORMATS.filter((format) => format === 'html' || format === 'markdown'))(
    'stands in the other formats: %s',
    async (format) => {
      const text = Buffer.from(await madeAs(format, all())).toString('utf8')
      for (const words of ['3 reports, 2 origins', 'Northline › the coastguard of Sollen', 'Heard at the quay', '≥ 19'])
        expect(text).toContain(words)
      expect(text).toContain('the nearest such weekday to 20 February 2031')
    }
  )

  it('needs each appendix of analyses to be asked for', () => {
    for (const name of ANALYSIS_APPENDICES) {
      const { blocks } = compose(analysedBrief({ appendices: [name] }))
      const printed = texts(blocks, 'heading').filter((title) => title !== 'Key judgements' && title !== 'Sources')
      expect(printed).toHaveLength(1)
    }
  })
})
