import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodePlatform } from '../pdf/reader/node-platform.ts'
import { verifyPdf } from '../pdf/reader/verify.ts'
import { renderPdf } from '../pdf/render.ts'
import { sampleBrief } from '../pdf/test/sample.test-helper.ts'
import { structuralFaults } from '../pdf/test/structure-check.test-helper.ts'
import { Random, randomBrief } from '../pdf/test/random-brief.test-helper.ts'
import { openPkcs12, signPdf } from './pades.ts'

const FIELDS = {
  signedAt: '2031-03-12T09:00:00Z',
  name: 'Ünal’s desk',
  reason: 'To the editors (final)',
  place: 'Sollen',
  visible: false
}
const NOW = new Date('2031-03-13T09:00:00Z')

let folder: string
let original: Uint8Array
const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })

function makeCertificate(name: string, key: string[], more: string[] = []): void {
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    ...key,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-subj',
    '/CN=Sollen desk/O=Coastline Weekly',
    '-days',
    '3650'
  )
  openssl(
    'pkcs12',
    '-export',
    ...more,
    '-inkey',
    `${name}.key`,
    '-in',
    `${name}.pem`,
    '-out',
    `${name}.p12`,
    '-passout',
    'pass:quay'
  )
}

async function signedBy(name: string, pdf = original, said = FIELDS): Promise<Uint8Array> {
  const signing = await openPkcs12(readFileSync(join(folder, `${name}.p12`)), 'quay')
  return signPdf(pdf, signing, said, nodePlatform)
}

/** What poppler says of the signatures in a PDF. */
function pdfsig(pdf: Uint8Array): string {
  writeFileSync(join(folder, 'told.pdf'), pdf)
  try {
    return execFileSync('pdfsig', ['-nocert', 'told.pdf'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    })
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pades-'))
  original = (await renderPdf(randomBrief(7))).bytes
  makeCertificate('rsa', ['rsa:2048'])
  makeCertificate('ec', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'])
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a signature within a PDF', () => {
  it.each(['rsa', 'ec'])(
    'of a key of %s holds, for us and for poppler, and leaves the verdict as it was',
    async (name) => {
      const before = await verifyPdf(original)
      const signed = await signedBy(name)
      expect(Buffer.from(signed.subarray(0, original.length)).equals(original)).toBe(true)
      const { embedded, ...report } = await verifyPdf(signed, NOW)
      expect(report).toEqual({ ...before, embedded: undefined })
      expect(embedded).toMatchObject({
        state: 'valid',
        signer: 'Sollen desk, Coastline Weekly',
        selfSigned: true,
        validAtSigning: true,
        validNow: true,
        signedAt: FIELDS.signedAt,
        name: FIELDS.name,
        reason: FIELDS.reason,
        place: FIELDS.place
      })
      expect(embedded!.message).toContain('signed by itself')
      expect((await verifyPdf(signed, new Date('2041-01-01T00:00:00Z'))).embedded).toMatchObject({
        state: 'valid',
        validNow: false
      })
      const told = pdfsig(signed)
      expect(told).toContain('Signature Validation: Signature is Valid.')
      expect(told).toContain('Total document signed')
      expect(told).toContain('ETSI.CAdES.detached')
      execFileSync('qpdf', ['--check', 'told.pdf'], { cwd: folder, stdio: 'ignore' })
    }
  )

  it('doesn’t hold when a byte is changed, anywhere, for us or for poppler', async () => {
    const signed = await signedBy('rsa')
    const random = new Random(11)
    const contents = Buffer.from(signed).indexOf('/Contents <', original.length)
    const places = [
      ...Array.from({ length: 12 }, () => random.below(original.length)),
      ...Array.from({ length: 12 }, () => original.length + random.below(signed.length - original.length)),
      contents + 11,
      signed.length - 1
    ]
    for (const at of places) {
      const changed = signed.slice()
      changed[at] = changed[at] === 0x31 ? 0x32 : 0x31
      const report = await verifyPdf(changed, NOW).catch((error: Error) => error)
      expect(report instanceof Error || !report.ok, `byte ${at}`).toBe(true)
      const isInSignature = at > contents + 10 && changed.length - at > 200
      if (!isInSignature) expect(pdfsig(changed), `byte ${at}`).not.toContain('Signature is Valid')
    }
  })

  it('is the only addition: one after it, or another in its place, is refused', async () => {
    const signed = await signedBy('rsa')
    await expect(signedBy('rsa', signed)).rejects.toMatchObject({ code: 'unsupported' })
    const more = Buffer.concat([signed, Buffer.from('\n% more\n')])
    const twice = Buffer.concat([signed, signed.subarray(original.length)])
    const visible = Buffer.from(
      Buffer.from(signed).toString('latin1').replace('/Rect [0 0 0 0]', '/Rect [0 0 9 9]'),
      'latin1'
    )
    for (const changed of [more, twice, visible]) {
      const report = await verifyPdf(new Uint8Array(changed), NOW).catch((error: Error) => error)
      expect(report instanceof Error || !report.ok).toBe(true)
      expect(report).not.toMatchObject({ embedded: { state: 'valid' } })
    }
    const told = await verifyPdf(new Uint8Array(more), NOW)
    expect(told.embedded).toMatchObject({ state: 'wrong', signer: '' })
    expect(told.problems.at(-1)).toContain('more stands behind what was signed')
  })

  it('is told of only where there is one', async () => {
    const report = await verifyPdf(new Uint8Array(Buffer.concat([original, Buffer.from('\n% more\n')])), NOW)
    expect(report.ok).toBe(false)
    expect(report.embedded ?? null).toBeNull()
  })
})

describe('a signature that shows itself', () => {
  const visible = { ...FIELDS, visible: true }
  let framed: Uint8Array
  let pages: number
  beforeAll(async () => {
    ;({ bytes: framed, pages } = await renderPdf(sampleBrief({ signatureFrame: true })))
  })
  /** What the last page says, by poppler. */
  const lastPage = (pdf: Uint8Array): string => {
    writeFileSync(join(folder, 'shown.pdf'), pdf)
    const text = execFileSync('pdftotext', ['-layout', 'shown.pdf', '-'], { cwd: folder, encoding: 'utf8' })
    return text.trimEnd().split('\f').at(-1)!
  }

  it('fills the frame of an export and leaves its verdict; poppler, the structure and the report agree', async () => {
    const before = await verifyPdf(framed)
    expect(lastPage(framed)).toContain('as long as it is empty, nobody has signed')
    expect(lastPage(framed)).not.toContain('Signed by')
    const signed = await signedBy('ec', framed, { ...visible, place: 'Sollen 日', reason: 'words '.repeat(99) })
    const { embedded, ...report } = await verifyPdf(signed, NOW)
    expect(report).toEqual({ ...before, embedded: undefined })
    expect(embedded).toMatchObject({ state: 'valid', shownOn: pages, place: 'Sollen 日' })
    expect(embedded!.message).toContain(`The signature shows itself in its frame on page ${pages}.`)
    expect(pdfsig(signed)).toContain('Signature Validation: Signature is Valid.')
    const page = lastPage(signed)
    for (const line of ['Signed by Ünal’s desk', '2031-03-12 at 09:00 UTC', 'Place: Sollen [U+65E5]'])
      expect(page).toContain(line)
    expect(page).toMatch(/Reason: (?:words ?)+\n\s+(?:words ?)+…\n/)
    expect(await structuralFaults(signed)).toEqual([])
    execFileSync('qpdf', ['--check', 'shown.pdf'], { cwd: folder, stdio: 'ignore' })
  })

  it('stands in the frame of a page that runs from right to left, without the table of quotes', async () => {
    const input = sampleBrief({ signatureFrame: true, appendices: [], paper: 'Letter' })
    input.brief.language = 'ar'
    const made = await renderPdf(input)
    const signed = await signedBy('rsa', made.bytes, visible)
    expect((await verifyPdf(signed, NOW)).embedded).toMatchObject({ state: 'valid', shownOn: made.pages })
    expect(lastPage(signed)).toContain('Signed by Ünal’s desk')
  })

  it('takes an export with a frame, and no other widget or words are let through', async () => {
    await expect(signedBy('rsa', original, visible)).rejects.toMatchObject({ code: 'unsupported' })
    const signed = await signedBy('rsa', framed, visible)
    const asText = Buffer.from(signed).toString('latin1')
    const changes: [string | RegExp, string][] = [
      [/\/Rect \[(\d)/, '/Rect [9'],
      [/ Tj\n(?=[^]*Sig)/, ' TJ\n'],
      ['/F 132', '/F 134'],
      [/(\/BBox \[0 0 \d)/, '/BBox [0 0 9'],
      ['/S /Form', '/S /Note'],
      [/(0\.13 g)/, '1.00 g']
    ]
    for (const [from, to] of changes) {
      const at = asText.slice(framed.length)
      const added = at.replace(from, to)
      expect(added, String(from)).not.toBe(at)
      const changed = new Uint8Array(Buffer.from(asText.slice(0, framed.length) + added, 'latin1'))
      const report = await verifyPdf(changed, NOW).catch((error: Error) => error)
      expect(report instanceof Error || !report.ok, String(from)).toBe(true)
      expect(report, String(from)).not.toMatchObject({ embedded: { state: 'valid' } })
    }
    const twice = new Uint8Array(Buffer.concat([signed, signed.subarray(framed.length)]))
    expect(await verifyPdf(twice, NOW)).toMatchObject({ ok: false, embedded: { state: 'wrong' } })
  })
})

describe('a certificate’s file', () => {
  it('opens in the old form too, by its passphrase alone', async () => {
    openssl(
      'pkcs12',
      '-export',
      '-legacy',
      '-inkey',
      'rsa.key',
      '-in',
      'rsa.pem',
      '-out',
      'old.p12',
      '-passout',
      'pass:quay'
    )
    expect((await openPkcs12(readFileSync(join(folder, 'old.p12')), 'quay')).certificates).toHaveLength(1)
    for (const name of ['rsa', 'ec', 'old'])
      await expect(openPkcs12(readFileSync(join(folder, `${name}.p12`)), 'pier')).rejects.toMatchObject({
        code: 'wrong-passphrase'
      })
    await expect(openPkcs12(Buffer.from('nothing'), 'quay')).rejects.toMatchObject({ code: 'damaged' })
    await expect(openPkcs12(readFileSync(join(folder, 'rsa.pem')), 'quay')).rejects.toMatchObject({ code: 'damaged' })
  })
})
