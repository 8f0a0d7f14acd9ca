import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { proofSchema } from '../../../shared/proof/schema.ts'
import { PROOF_NAME } from '../../../shared/composition/summary.ts'
import { verdictOf } from '../../../shared/verifier/verdict.ts'
import { BriefBuilder, cite } from '../test/brief.test-helper.ts'
import { names } from '../test/named.test-helper.ts'
import { randomBrief, Random } from '../test/random-brief.test-helper.ts'
import { renderPdf } from '../render.ts'
import { sampleBrief } from '../test/sample.test-helper.ts'
import { TAMPERERS } from '../test/tamper.test-helper.ts'
import { PdfFile } from '../test/tools.test-helper.ts'
import { verifyPdf } from './verify.ts'

const SEEDS = [3, 11, 27]

describe('verifyPdf against forgers', () => {
  const made: Uint8Array[] = []
  beforeAll(async () => {
    for (const seed of SEEDS) made.push((await renderPdf(randomBrief(seed))).bytes)
  })

  it('accuses no untouched PDF', async () => {
    for (const bytes of made)
      expect(await verifyPdf(bytes)).toMatchObject({ ok: true, problems: [], pages: [], statements: [] })
  })

  it.each(Object.entries(TAMPERERS))('finds and names %s', async (_kind, tamper) => {
    let done = 0
    for (const [i, bytes] of made.entries()) {
      const tampered = await tamper(bytes, new Random(SEEDS[i]!))
      if (!tampered) continue
      done++
      const report = await verifyPdf(tampered.bytes).catch((error: unknown) => String(error))
      expect(names(report, tampered), JSON.stringify(report)).toBe(true)
      break
    }
    expect(done).toBeGreaterThan(0)
  })
})

describe('verifyPdf on PDFs that another program wrote anew', () => {
  /** What verification finds after a program has written the PDF anew. */
  async function rewritten(program: string, ...args: string[]) {
    const { bytes } = await renderPdf(randomBrief(SEEDS[1]!))
    using file = new PdfFile(bytes)
    const out = join(file.path, '..', 'out.pdf')
    execFileSync(program, [...args, file.path, out], { stdio: ['ignore', 'pipe', 'pipe'] })
    return verifyPdf(new Uint8Array(readFileSync(out)))
  }

  it.each([
    ['qpdf', []],
    ['qpdf', ['--linearize']],
    ['qpdf', ['--linearize', '--object-streams=generate']],
    ['qpdf', ['--object-streams=generate']],
    ['qpdf', ['--object-streams=disable', '--newline-before-endstream']],
    ['qpdf', ['--recompress-flate', '--compression-level=9']],
    ['qpdf', ['--stream-data=uncompress']],
    ['qpdf', ['--stream-data=preserve', '--preserve-unreferenced']],
    ['qpdf', ['--coalesce-contents', '--remove-unreferenced-resources=yes']],
    ['qpdf', ['--normalize-content=y', '--deterministic-id']],
    ['qpdf', ['--min-version=2.0', '--static-id']],
    ['qpdf', ['--qdf', '--normalize-content=n']],
    ['qpdf', ['--qdf']],
    ['qpdf', ['--qdf', '--object-streams=generate']],
    ['mutool', ['clean']],
    ['mutool', ['clean', '-d', '-a']],
    ['mutool', ['clean', '-g', '-i', '-f']],
    ['mutool', ['clean', '-gggg', '-z']]
  ])('holds where its content is the same: %s %j', async (program, args) => {
    expect(await rewritten(program, ...args)).toMatchObject({ ok: true, problems: [] })
  })

  it('says so where its content was written in another way, and that the words are the same', async () => {
    const report = await rewritten('mutool', 'clean', '-s')
    expect(report.ok).toBe(false)
    expect(report.problems.join(' ')).toContain('written anew by another program')
    expect(report.pages.every(({ words }) => words === 'same')).toBe(true)
  })
})

describe('proofs', () => {
  const fixture = (version: number): Uint8Array =>
    new Uint8Array(readFileSync(new URL(`fixtures/proof-version-${version}.pdf`, import.meta.url)))

  it.each([
    [1, 'binds the quotes alone', 'Nothing else on its pages is proven'],
    [2, 'doesn’t stand for headings', 'binds less than today’s']
  ])('of version %d still verify, and are said to prove less', async (version, note, verdict) => {
    const report = await verifyPdf(fixture(version))
    expect(report).toMatchObject({ ok: true, proofVersion: version, problems: [] })
    expect(report.notes.join(' ')).toContain(note)
    expect(verdictOf(report)).toContain(verdict)
  })

  it.each(Object.entries(TAMPERERS))('of version 2 still find %s', async (kind, tamper) => {
    const tampered = await tamper(fixture(2), new Random(SEEDS[0]!))
    // What is no change in a proof of that version.
    if (!tampered || /^(the proof called version 2)/.test(kind)) return
    const report = await verifyPdf(tampered.bytes).catch(() => ({ ok: false }))
    expect(report.ok).toBe(false)
  })

  it('are judged by no less than the file asks for, whatever version they call themselves', async () => {
    const { bytes } = await renderPdf(randomBrief(SEEDS[0]!))
    const later = ['statements', 'figures', 'printed', 'pages', 'fonts', 'document', 'author', 'paragraphs']
    const lesser: [number, string[]][] = [
      [1, []],
      [1, later],
      [2, []],
      [2, ['paragraphs']]
    ]
    for (const made of [bytes, fixture(2)]) {
      using file = new PdfFile(made)
      const proof = JSON.parse(file.attachment(PROOF_NAME)) as Record<string, unknown>
      for (const [proofVersion, left] of lesser) {
        if (proofVersion >= (proof['proofVersion'] as number)) continue
        const less = { ...proof, proofVersion }
        for (const member of left) delete (less as Record<string, unknown>)[member]
        const report = await verifyPdf(file.withAttachment(PROOF_NAME, JSON.stringify(less))).catch(String)
        const said = typeof report === 'string' ? report : report.problems.join(' ')
        expect(said).toMatch(/so that less of the PDF is checked|isn’t as it should be/)
      }
    }
  })

  it('have a schema that is kept beside their description', () => {
    const kept = readFileSync(new URL('../../../../docs/proof-3.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(proofSchema())))
  })

  it('of redacted exports hold nothing that is withheld, and verify', async () => {
    const b = new BriefBuilder()
    const open = b.source(['Open headline', 'The board signed early, the minutes say.'], {
      publisher: 'Northern Courier'
    })
    const closed = b.source(['Closed headline', 'The payment came in December.'], { publisher: 'Sollen Radio' })
    const quotes = [b.quote(open, 'The board signed early'), b.quote(closed, 'The payment came in December')]
    b.section('One', b.statement(['It was early ', cite(quotes[0]!), '.']), ...quotes.map((quote) => b.block(quote)))
    const input = b.build({}, { redacted: true })
    input.sources[1]!.withheld = 'text'
    const { bytes } = await renderPdf(input)
    using file = new PdfFile(bytes)
    const proof = file.attachment(PROOF_NAME)
    expect(proof).not.toContain(input.sources[1]!.text.sha256)
    expect(proof).not.toContain('came in December.')
    // The list of sources prints the hash until it leaves it out too.
    const report = await verifyPdf(bytes)
    expect(report).toMatchObject({ ok: true, problems: [] })
    expect(report.quotes[1]).toMatchObject({ state: 'verbatim', reason: expect.stringContaining('withheld') as string })
    expect(report.notes.join(' ')).toContain('source 2 is withheld')
  })

  it('bind the page: whoever changes the evidence must change the page that gives its fingerprint', async () => {
    const { bytes } = await renderPdf(sampleBrief())
    using file = new PdfFile(bytes)
    const proof = file.attachment(PROOF_NAME).replace('"generator":"Dossier', '"generator":"Other')
    const report = await verifyPdf(file.withAttachment(PROOF_NAME, proof))
    expect(report.problems.join(' ')).toMatch(/fingerprint that page \d gives/)
  })
})
