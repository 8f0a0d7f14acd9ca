import { createPrivateKey, webcrypto, X509Certificate, type KeyObject } from 'node:crypto'
import { Constructed, Integer, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js'
import { sha256 } from '@noble/hashes/sha2.js'
import forge from 'node-forge'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo
} from 'pkijs'
import { nodeEngine } from '../base/public-keys.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { MalformedPdf } from '../../shared/pdf/value.ts'
import type { PdfPlatform } from '../../shared/pdf/platform.ts'
import { nameOf, OID } from '../../shared/signature/cms.ts'
import type { SignatureFields } from '../../shared/verifier/signature-fields.ts'
import { prepareUpdate, signedPart } from '../../shared/verifier/signature-update.ts'

const SHA256 = { name: 'SHA-256', oid: '2.16.840.1.101.3.4.2.1' } as const
/** ECDSA’s signatures differ in length: another one is made until it fits into its place. */
const MOST_TRIES = 200

/** A certificate with its key, out of a PKCS#12 file, and the certificates that come with it. */
export interface SigningCertificate {
  key: webcrypto.CryptoKey
  /** In DER, the signer’s first. */
  certificates: Uint8Array[]
}

/**
 * Opens a PKCS#12 file (RFC 7292), usually `.p12` or `.pfx`, with a key of RSA or of an elliptic curve (P-256, P-384, P-521).
 * @throws DossierError `wrong-passphrase`, `damaged`, `unsupported`
 */
export async function openPkcs12(bytes: Uint8Array, passphrase: string): Promise<SigningCertificate> {
  const bags = readBags(bytes, passphrase)
  const certificates = bags.certificates.map((der) => ({ der, read: new X509Certificate(der) }))
  const [keyDer, ...others] = bags.keys
  if (!keyDer || others.length > 0 || certificates.length === 0)
    throw new DossierError(
      'unsupported',
      'The certificate’s file must hold one key and its certificate. Nothing was signed. Export it again from where you got it.'
    )
  const key = await importKey(keyDer)
  const own = certificates.find(({ read }) => belongs(read, keyDer))
  if (!own)
    throw new DossierError(
      'unsupported',
      'The certificate’s file holds no certificate for its key. Nothing was signed.'
    )
  return { key, certificates: [own, ...certificates.filter((each) => each !== own)].map(({ der }) => der) }
}

/** Whom the certificate of a signer names. */
export function signerOf({ certificates }: SigningCertificate): string {
  return nameOf(new Certificate({ schema: fromBER(certificates[0]!).result }).subject)
}

/**
 * A PDF with a signature within it (PAdES B-B), as the one addition that its proof allows.
 * @throws DossierError `unsupported` for a PDF that can’t take one
 */
export async function signPdf(
  original: Uint8Array,
  signing: SigningCertificate,
  fields: SignatureFields,
  platform: PdfPlatform
): Promise<Uint8Array> {
  const { length } = await cmsOf(new Uint8Array(), signing)
  const prepared = prepare(original, fields, length, platform)
  const data = signedPart(prepared)
  for (let i = 0; i < MOST_TRIES; i++) {
    const cms = await cmsOf(data, signing)
    if (cms.length !== length) continue
    prepared.file.set(Buffer.from(Buffer.from(cms).toString('hex')), prepared.start)
    return prepared.file
  }
  throw new DossierError('internal', 'No signature of the right length could be made. Nothing was signed. Try again.')
}

function prepare(...given: Parameters<typeof prepareUpdate>): ReturnType<typeof prepareUpdate> {
  try {
    return prepareUpdate(...given)
  } catch (error) {
    if (!(error instanceof MalformedPdf || error instanceof RangeError)) throw error
    throw new DossierError(
      'unsupported',
      `This PDF can’t take a signature: ${error.message}. Nothing was signed; it is unchanged. Sign a PDF as Dossier exported it, once; a visible signature takes one that was exported with a frame for it.`,
      { cause: error }
    )
  }
}

/** A detached signature in DER: digest, kind and the certificate’s hash are signed; the time stands in the PDF (ETSI EN 319 142-1, 5.3). */
async function cmsOf(data: Uint8Array, { key, certificates }: SigningCertificate): Promise<Uint8Array> {
  const read = certificates.map((der) => new Certificate({ schema: fromBER(der).result }))
  const [own] = read as [Certificate, ...Certificate[]]
  const attribute = (type: string, value: ObjectIdentifier | OctetString | Sequence): Attribute =>
    new Attribute({ type, values: [value] })
  const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: bytes.slice().buffer })
  const issuerSerial = new Sequence({
    value: [
      new Sequence({ value: [directoryName(own)] }),
      new Integer({ valueHex: own.serialNumber.valueBlock.valueHexView.slice().buffer })
    ]
  })
  const named = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(sha256(certificates[0]!)), issuerSerial] })] })]
  })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256.oid }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(OID.contentType, new ObjectIdentifier({ value: OID.data })),
            attribute(OID.messageDigest, octets(sha256(data))),
            attribute(OID.signingCertificateV2, named)
          ]
        })
      })
    ],
    certificates: read
  })
  await signed.sign(key, 0, SHA256.name, data.slice().buffer, nodeEngine)
  const content = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
  return new Uint8Array(content.toSchema().toBER(false))
}

/** The issuer as a general name (RFC 5280, 4.2.1.6): a choice, so that its tag is explicit. */
function directoryName({ issuer }: Certificate): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [issuer.toSchema()] })
}

function readBags(bytes: Uint8Array, passphrase: string): { keys: Uint8Array[]; certificates: Uint8Array[] } {
  const found = { keys: [] as Uint8Array[], certificates: [] as Uint8Array[] }
  let opened: forge.pkcs12.Pkcs12Pfx
  try {
    const parsed = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'))
    opened = forge.pkcs12.pkcs12FromAsn1(parsed, false, passphrase)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/password|MAC could not be verified/i.test(message))
      throw new DossierError(
        'wrong-passphrase',
        'The passphrase doesn’t open the certificate’s file. Nothing was signed.',
        {
          cause: error
        }
      )
    throw new DossierError(
      'damaged',
      'The certificate’s file isn’t a PKCS#12 file (.p12, .pfx) that can be read. Nothing was signed. Export it again from where you got it.',
      { cause: error }
    )
  }
  const der = (asn1: forge.asn1.Asn1): Uint8Array => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
  for (const { safeBags } of opened.safeContents) {
    for (const { type, key, cert, asn1 } of safeBags) {
      const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids
      // The library reads keys of RSA, and hands over others as they stand in the file.
      if (type === keyBag || type === pkcs8ShroudedKeyBag)
        found.keys.push(der(key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1))
      else if (type === certBag) found.certificates.push(der(cert ? forge.pki.certificateToAsn1(cert) : asn1))
    }
  }
  return found
}

const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' }

async function importKey(der: Uint8Array): Promise<webcrypto.CryptoKey> {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = privateKey(der)
  const curve = CURVES[details?.namedCurve ?? '']
  const algorithm =
    kind === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: SHA256.name }
      : kind === 'ec' && curve !== undefined
        ? { name: 'ECDSA', namedCurve: curve }
        : null
  if (!algorithm)
    throw new DossierError(
      'unsupported',
      'The certificate’s key is of a kind that Dossier doesn’t sign with: it must be RSA, or of the curve P-256, P-384 or P-521. Nothing was signed.'
    )
  return webcrypto.subtle.importKey('pkcs8', Buffer.from(der), algorithm, false, ['sign'])
}

function privateKey(der: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
}

function belongs(certificate: X509Certificate, keyDer: Uint8Array): boolean {
  return certificate.checkPrivateKey(privateKey(keyDer))
}
