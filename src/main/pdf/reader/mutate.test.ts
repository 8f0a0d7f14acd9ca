import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BriefBuilder, cite } from '../test/brief.test-helper.ts'
import { MUTATIONS, withShadow, withTrueTable } from '../test/mutate.test-helper.ts'
import { Random } from '../test/random-brief.test-helper.ts'
import { readShown } from '../../../shared/verifier/pdfjs.ts'
import { renderPdf } from '../render.ts'
import { tool } from '../test/tools.test-helper.ts'
import { verifyPdf } from './verify.ts'

/** More on demand: `DOSSIER_PDF_MUTATIONS=5000 npx vitest run src/main/pdf/mutate.test.ts`. */
const COUNT = Number(process.env['DOSSIER_PDF_MUTATIONS'] ?? 200)
const FIRST_SEED = Number(process.env['DOSSIER_PDF_SEED'] ?? 1)

const WAYS: Readonly<Record<string, readonly string[] | null>> = {
  'as exported': null,
  'in object streams': ['--object-streams=generate'],
  linearized: ['--linearize'],
  'in the open': ['--qdf', '--object-streams=disable'],
  'in the open, in object streams': ['--stream-data=uncompress', '--object-streams=generate'],
  'without compression': ['--stream-data=uncompress', '--object-streams=disable']
}

/** What three readers make of a file: poppler's text and its picture of the pages, and pdf.js's text. */
interface Reading {
  poppler: string
  picture: string
  pdfJs: string
}

describe('a PDF that verifies, whatever was done to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-mutate-'))
  const files: { name: string; bytes: Uint8Array; reading: Reading }[] = []
  afterAll(() => rmSync(folder, { recursive: true }))

  async function readBy(bytes: Uint8Array): Promise<Reading> {
    const path = join(folder, 'read.pdf')
    writeFileSync(path, bytes)
    const options = { stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 }
    const shown = await readShown(bytes, []).then(
      ({ pages, artifacts, quotes }) => JSON.stringify({ pages, artifacts, quotes }),
      (error: unknown) => `refused: ${String(error)}`
    )
    return {
      poppler: execFileSync('pdftotext', [path, '-'], options).toString(),
      picture: execFileSync('pdftoppm', ['-r', '24', path], options).toString('latin1'),
      pdfJs: shown
    }
  }

  beforeAll(async () => {
    const b = new BriefBuilder()
    const source = b.source(['Ferry late', 'The ferry to Sollen was (never) late on nine days, the log says.'])
    const quote = b.quote(source, 'was (never) late on nine days')
    b.section('Bottom line', b.statement(['The ferry is not late. ', cite(quote)]), b.block(quote))
    b.section('Second', ...Array.from({ length: 24 }, (_, i) => b.statement([`Entry ${i} of the log.`, cite(source)])))
    const { bytes } = await renderPdf(b.build({ title: 'The ferry', author: 'Desk' }))
    for (const [name, options] of Object.entries(WAYS)) {
      let made = bytes
      if (options) {
        const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
        writeFileSync(from, bytes)
        tool('qpdf', [...options, from, to])
        made = new Uint8Array(readFileSync(to))
      }
      files.push({ name, bytes: made, reading: await readBy(made) })
      expect(await verifyPdf(made), name).toMatchObject({ ok: true })
    }
  })

  it(`is read alike by our reader, pdf.js and poppler, after any of ${COUNT} mutations`, async () => {
    const kinds = Object.entries(MUTATIONS)
    const tally = { mutated: 0, accepted: 0 }
    for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
      const random = new Random(seed)
      const [kind, mutate] = kinds[seed % kinds.length]!
      const { name, bytes, reading } = random.pick(files)
      const text = Buffer.from(bytes).toString('latin1')
      let mutated = mutate(text, random)
      if (mutated === null || mutated === text) continue
      if (random.below(3) === 0) mutated = withShadow(mutated, random)
      if (random.below(4) > 0) mutated = withTrueTable(mutated)
      tally.mutated++
      const changed = new Uint8Array(Buffer.from(mutated, 'latin1'))
      const report = await verifyPdf(changed).catch(() => null)
      if (report?.ok !== true) continue
      tally.accepted++
      const what = `seed ${seed}: ${kind}, in the file ${name}`
      expect(await readBy(changed).catch((error: unknown) => String(error)), what).toEqual(reading)
    }
    // Were nothing accepted, or little mutated, this would hold nothing.
    expect(tally.mutated).toBeGreaterThan(COUNT / 2)
    expect(tally.accepted).toBeGreaterThan(0)
  }, 3_600_000)
})
