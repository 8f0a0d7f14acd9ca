import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '../pdf/render.ts'
import { randomBrief } from '../pdf/test/random-brief.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace } from '../workspace.test-helper.ts'

let folder: string
let workspace: Workspace
let pdf: string

const said = { name: '', reason: 'To the editors', place: '', visible: false }
const certify = (more: object = {}) =>
  workspace.handlers['signature.certify']({
    path: pdf,
    out: null,
    certificate: join(folder, 'own.p12'),
    passphrase: 'quay',
    ...said,
    ...more
  })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certify-'))
  workspace = testWorkspace(folder)
  pdf = join(folder, 'brief.pdf')
  await writeFile(pdf, (await renderPdf(randomBrief(3))).bytes)
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  openssl(
    'req',
    '-x509',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'k',
    '-out',
    'c',
    '-subj',
    '/CN=Desk',
    '-days',
    '9'
  )
  openssl('pkcs12', '-export', '-inkey', 'k', '-in', 'c', '-out', 'own.p12', '-passout', 'pass:quay')
})
afterAll(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

describe('signing a PDF with a certificate', () => {
  it('writes another file, or takes the place of the PDF, once', async () => {
    const before = await readFile(pdf)
    const out = join(folder, 'signed.pdf')
    expect(await certify({ out })).toMatchObject({ path: out })
    expect(await readFile(pdf)).toEqual(before)
    const verified = await workspace.handlers['verify.pdf']({ path: out })
    // The certificate is of days, and the test’s clock years ahead.
    expect(verified).toMatchObject({ ok: true, embedded: { state: 'valid', signer: 'Desk', validAtSigning: false } })
    await expect(certify({ passphrase: 'pier' })).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(await readFile(pdf)).toEqual(before)
    await certify()
    expect(await readFile(pdf)).toEqual(await readFile(out))
    await expect(certify()).rejects.toMatchObject({ code: 'unsupported' })
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([])
  })

  it('is refused where a signature stands beside the PDF, which would fit no more', async () => {
    const other = join(folder, 'other.pdf')
    await writeFile(other, (await renderPdf(randomBrief(4))).bytes)
    await writeFile(`${other}.minisig`, 'untrusted comment: x')
    await expect(certify({ path: other })).rejects.toMatchObject({ code: 'bad-request' })
    await certify({ path: other, out: join(folder, 'other-signed.pdf') })
  })
})
