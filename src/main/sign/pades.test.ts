import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodePlatform } from '../pdf/reader/node-platform.ts'
import { verifyPdf } from '../pdf/reader/verify.ts'
import { renderPdf } from '../pdf/render.ts'
import { Random, randomBrief } from '../pdf/test/random-brief.test-helper.ts'
import { openPkcs12, signPdf } from './pades.ts'

const FIELDS = {
  signedAt: '2031-03-12T09:00:00Z',
  name: 'Ünal’s desk',
  reason: 'To the editors (final)',
  place: 'Sollen'
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

async function signedBy(name: string, pdf = original): Promise<Uint8Array> {
  const signing = await openPkcs12(readFileSync(join(folder, `${name}.p12`)), 'quay')
  return signPdf(pdf, signing, FIELDS, nodePlatform)
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
