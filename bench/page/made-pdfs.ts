import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nodePlatform } from '../../src/main/pdf/reader/node-platform.ts'
import { renderPdf } from '../../src/main/pdf/render.ts'
import { briefSet } from '../../src/main/pdf/test/brief-set.test-helper.ts'
import { Random, randomBrief } from '../../src/main/pdf/test/random-brief.test-helper.ts'
import { sampleBrief } from '../../src/main/pdf/test/sample.test-helper.ts'
import { openPkcs12, signPdf, type SigningCertificate } from '../../src/main/sign/pades.ts'
import { savedBy, SAVINGS, turnsOf } from '../tampered.ts'

/** Writes PDFs to a folder and gives their paths. */
type Making = (write: (name: string, bytes: Uint8Array) => void) => Promise<void>

/** So many tampered PDFs of random briefs, with each brief untouched and saved anew by another program. */
export function tamperedPdfs(count: number): Making {
  return async (write) => {
    let made = 0
    for (let seed = 1; made < count; seed++) {
      const { bytes } = await renderPdf(randomBrief(seed))
      write(`random-${seed}.pdf`, bytes)
      write(`random-${seed}-saved.pdf`, savedBy(SAVINGS[seed % SAVINGS.length]!, bytes))
      for (const { kind, tampered } of await turnsOf(bytes, seed)) {
        if (made++ < count) write(`random-${seed}-${kind.replaceAll(/\W+/g, '-')}.pdf`, tampered.bytes)
      }
    }
  }
}

/** The briefs from one page to 500 and what is hard to print, untouched, and with one byte changed. */
export function briefSetPdfs(most = briefSet.length): Making {
  return async (write) => {
    for (const { name, make } of briefSet.slice(0, most)) {
      const file = name.replaceAll(/\W+/g, '-')
      const { bytes } = await renderPdf(make())
      write(`set-${file}.pdf`, bytes)
      const changed = bytes.slice()
      changed[bytes.length >> 1]! ^= 1
      write(`set-${file}-changed.pdf`, changed)
    }
  }
}

/** PDFs that are signed within, seen and unseen, by keys of both kinds; each with bytes changed in the signature, before it and behind it. */
export const signedPdfs: Making = async (write) => {
  const signing = await certificate()
  const random = new Random(5)
  for (const visible of [false, true]) {
    const original = (await renderPdf(sampleBrief({ signatureFrame: visible }))).bytes
    const fields = {
      signedAt: '2031-03-12T09:00:00Z',
      name: 'Sollen desk',
      reason: 'For the editors',
      place: '',
      visible
    }
    const signed = await signPdf(original, signing, fields, nodePlatform)
    const name = visible ? 'signed-seen' : 'signed'
    write(`${name}.pdf`, signed)
    const added = signed.length - original.length
    const places = [
      random.below(original.length),
      ...[0.1, 0.3, 0.6, 0.98].map((part) => original.length + Math.floor(added * part))
    ]
    for (const at of places) {
      const changed = signed.slice()
      changed[at] = changed[at] === 0x31 ? 0x32 : 0x31
      write(`${name}-changed-${at}.pdf`, changed)
    }
    write(`${name}-twice.pdf`, Buffer.concat([signed, signed.subarray(original.length)]))
  }
}

/** All PDFs of a folder, as they are. */
export function pdfsOf(place: string): Making {
  return (write) => {
    const found = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'))
    for (const name of found) write(`folder-${name.replaceAll(/[^\w.-]+/g, '-')}`, readFileSync(resolve(place, name)))
    return Promise.resolve()
  }
}

async function certificate(): Promise<SigningCertificate> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-certificate-'))
  try {
    const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
    const subject = '/CN=Sollen desk/O=Coastline Weekly'
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
      subject,
      '-days',
      '9'
    )
    openssl('pkcs12', '-export', '-inkey', 'k', '-in', 'c', '-out', 'own.p12', '-passout', 'pass:quay')
    return await openPkcs12(new Uint8Array(readFileSync(join(folder, 'own.p12'))), 'quay')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Makes PDFs in a folder. Answers their paths, in the order in which they were made. */
export async function makePdfs(folder: string, making: readonly Making[]): Promise<string[]> {
  const paths: string[] = []
  for (const make of making) {
    await make((name, bytes) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      paths.push(path)
    })
  }
  return paths
}
