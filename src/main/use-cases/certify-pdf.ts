import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SignatureFields } from '../../shared/verifier/signature-fields.ts'
import { ifThere, readingError, storageError, writeDurably } from '../base/durable.ts'
import { sha256 } from '../base/hash.ts'
import { nodePlatform } from '../pdf/reader/node-platform.ts'
import { refuseInCase } from '../store/enclosing-case.ts'
import { signaturePath } from './sign-pdf.ts'

/** What is signed with a certificate, and with which. */
export interface Certifying extends Omit<SignatureFields, 'signedAt'> {
  path: string
  /** Where the signed PDF goes; in the place of the PDF where it is null. */
  out: string | null
  /** A PKCS#12 file, and its passphrase. */
  certificate: string
  passphrase: string
}

/**
 * Signs an exported PDF within the file (PAdES B-B), so that programs that show PDFs tell who signed it. It is written whole or not at all.
 * @throws DossierError `wrong-passphrase`, `damaged`, `unsupported`, `bad-request`, `not-found`, `io`, or a storage failure
 */
export async function certifyPdf(
  { path, out, certificate, passphrase, ...said }: Certifying,
  now: Date
): Promise<{ path: string; sha256: string }> {
  const target = out ?? path
  await refuseInCase(target)
  // Rarely asked for, and long to load.
  const { openPkcs12, signerOf, signPdf } = await import('../sign/pades.ts')
  const original = await read(path)
  if (target === path && (await ifThere(readFile(signaturePath(path)))))
    throw new DossierError(
      'bad-request',
      `There is a signature beside “${basename(path)}”, which wouldn’t fit it any more. Nothing was signed. Sign with the certificate first and with the key then, or name another file with --out.`
    )
  const signing = await openPkcs12(await read(certificate), passphrase)
  // What is shown says who signed.
  const name = said.visible && said.name === '' ? signerOf(signing) : said.name
  const fields = { ...said, name, signedAt: `${now.toISOString().slice(0, 19)}Z` }
  const signed = await signPdf(original, signing, fields, nodePlatform)
  try {
    await writeDurably(target, signed)
  } catch (error) {
    throw storageError(error, `“${basename(target)}”`, `“${basename(path)}” is unchanged.`)
  }
  return { path: target, sha256: sha256(signed) }
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    throw readingError(error, `“${basename(path)}”`, 'Nothing was signed.')
  }
}
