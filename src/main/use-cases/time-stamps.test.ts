import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PdfReport } from '../../shared/brief/check.ts'
import { renderPdf } from '../pdf/render.ts'
import { randomBrief } from '../pdf/test/random-brief.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace } from '../workspace.test-helper.ts'

let folder: string
let workspace: Workspace
let pdf: string

const at = (name: string): string => join(folder, name)
const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
const verify = (path = pdf): Promise<PdfReport> => workspace.handlers['verify.pdf']({ path })

const AUTHORITY = `[req]
distinguished_name = name
[name]
[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ess_cert_id_alg = sha256
`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'times-'))
  workspace = testWorkspace(folder)
  pdf = at('brief.pdf')
  writeFileSync(pdf, (await renderPdf(randomBrief(3))).bytes)
  writeFileSync(at('tsa.cnf'), AUTHORITY)
  writeFileSync(at('serial'), '01\n')
  const own = ['-keyout', 'tsa.key', '-out', 'tsa.pem', '-subj', '/CN=Harbour clock', '-days', '9']
  openssl('req', '-x509', '-nodes', '-newkey', 'rsa:2048', ...own, '-config', 'tsa.cnf', '-extensions', 'ext')
  openssl('ts', '-query', '-data', 'brief.pdf', '-sha256', '-cert', '-out', 'with.tsq')
  openssl('ts', '-query', '-data', 'brief.pdf', '-sha256', '-out', 'without.tsq')
  for (const kind of ['with', 'without'])
    openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', `${kind}.tsq`, '-out', `${kind}.tsr`)
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true })
})

describe('the answer of a time-stamping authority beside a PDF', () => {
  it('is checked against the file and by its signature', async () => {
    writeFileSync(`${pdf}.tsr`, readFileSync(at('with.tsr')))
    const { ok, times } = await verify()
    expect(ok).toBe(true)
    expect(times).toMatchObject([{ kind: 'rfc3161', state: 'valid' }])
    expect(times[0]!.message).toContain('“Harbour clock” stamped this file')
  })

  it('without the authority’s certificate is told as one that can’t be checked', async () => {
    writeFileSync(`${pdf}.tsr`, readFileSync(at('without.tsr')))
    expect(await verify()).toMatchObject({ ok: true, times: [{ state: 'unchecked' }] })
  })

  it('of another file, changed or cut off is a problem', async () => {
    const whole = readFileSync(at('with.tsr'))
    const changed = Buffer.from(whole)
    changed[changed.length - 20]! ^= 1
    for (const [bytes, state] of [
      [changed, 'wrong'],
      [whole.subarray(0, 300), 'unreadable']
    ] as const) {
      writeFileSync(`${pdf}.tsr`, bytes)
      const { ok, times, problems } = await verify()
      expect({ ok, times }).toMatchObject({ ok: false, times: [{ state }] })
      expect(problems).toContain(times[0]!.message)
    }
    writeFileSync(at('other.pdf'), (await renderPdf(randomBrief(4))).bytes)
    writeFileSync(at('other.pdf.tsr'), whole)
    expect(await verify(at('other.pdf'))).toMatchObject({ ok: false, times: [{ state: 'wrong' }] })
    rmSync(`${pdf}.tsr`)
  })
})

describe('a proof of OpenTimestamps beside a PDF', () => {
  const head = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex')
  const sha = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
  const attested = (tag: string, payload: Buffer): Buffer =>
    Buffer.concat([Buffer.of(0), Buffer.from(tag, 'hex'), Buffer.of(payload.length), payload])
  const bitcoin = attested('0588960d73d71901', Buffer.of(0xc0, 0xc4, 0x07))
  const pending = attested('83dfe30d2ef90c8e', Buffer.concat([Buffer.of(19), Buffer.from('https://cal.example')]))

  it('is checked against the file; what it takes to check the block is said', async () => {
    const digest = sha(readFileSync(pdf))
    // A server's promise, and a way of two steps to a block: something behind it, hashed.
    const way = Buffer.concat([Buffer.from('f003aabbcc08', 'hex'), bitcoin])
    const proof = Buffer.concat([head, Buffer.of(1, 8), digest, Buffer.of(0xff), pending, way])
    writeFileSync(`${pdf}.ots`, proof)
    const root = sha(Buffer.concat([digest, Buffer.from('aabbcc', 'hex')]))
      .reverse()
      .toString('hex')
    const { ok, times } = await verify()
    expect({ ok, times }).toMatchObject({
      ok: true,
      times: [{ kind: 'opentimestamps', state: 'unchecked', time: null }]
    })
    expect(times[0]!.message).toContain('https://cal.example has promised')
    expect(times[0]!.message).toContain('before block 123456 of Bitcoin. That can’t be checked without a network')
    expect(times[0]!.message).toContain(root)
  })

  it('of other bytes, cut off or endless is a problem', async () => {
    const digest = sha(readFileSync(pdf))
    const start = Buffer.concat([head, Buffer.of(1, 8)])
    for (const [proof, state] of [
      [Buffer.concat([start, sha(Buffer.from('other')), bitcoin]), 'wrong'],
      [Buffer.concat([start, digest, bitcoin.subarray(0, 9)]), 'unreadable'],
      [Buffer.concat([start, digest, bitcoin, Buffer.of(0)]), 'unreadable'],
      [Buffer.concat([start, digest, Buffer.alloc(5000, 8)]), 'unreadable'],
      [Buffer.from('nothing'), 'unreadable']
    ] as const) {
      writeFileSync(`${pdf}.ots`, proof)
      expect(await verify()).toMatchObject({ ok: false, times: [{ state }] })
    }
    rmSync(`${pdf}.ots`)
  })
})
