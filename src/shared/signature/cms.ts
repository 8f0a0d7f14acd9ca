import { fromBER, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { Certificate, ContentInfo, SignedData, type ICryptoEngine, type RelativeDistinguishedNames } from 'pkijs'
import { sameBytes, toHex } from '../pdf/bytes.ts'

/** Object identifiers that a signature of CMS names (RFC 5652, RFC 5035). */
export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47'
} as const

const DIGESTS: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  '2.16.840.1.101.3.4.2.1': sha256,
  '2.16.840.1.101.3.4.2.2': sha384,
  '2.16.840.1.101.3.4.2.3': sha512
}

/** A certificate as it is told to people. */
export interface ToldCertificate {
  subject: string
  issuer: string
  selfSigned: boolean
  notBefore: Date
  notAfter: Date
  /** SHA-256 of its bytes. */
  sha256: string
}

/** Whether a signature holds for data, and by whose certificate; `certificate` is null where none can be read. */
export interface CmsJudgement {
  holds: boolean
  /** False where it is made in a way that isn’t known here, so that it can’t hold. */
  known: boolean
  certificate: ToldCertificate | null
}

/**
 * Judges a detached signature of CMS as PAdES B-B wants it (ETSI EN 319 142-1, 5.3; EN 319 122-1): one signer, whose certificate is in it and named by its hash, who
 * signed the digest of the data and their kind. SHA-1 and MD5 are refused. Whether the certificate is to be trusted isn’t asked.
 */
export async function judgeCms(cms: Uint8Array, data: Uint8Array, engine: ICryptoEngine): Promise<CmsJudgement> {
  const read = readSigned(cms)
  if (!read) return { holds: false, known: false, certificate: null }
  const { signed, certificate, der } = read
  const told = await toldOf(certificate, der, engine)
  const holds = namesCertificate(signed, der) && digestFits(signed, data) && (await isSigned(signed, data, engine))
  return { holds, known: isKnown(signed, certificate), certificate: told }
}

const RSA = '1.2.840.113549.1.1.1'
const ELLIPTIC = '1.2.840.10045.2.1'
/** P-256, P-384 and P-521. */
const CURVES = ['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35']

/** Whether digest and key are of kinds that are checked here. */
function isKnown(signed: SignedData, { subjectPublicKeyInfo }: Certificate): boolean {
  const { algorithmId, algorithmParams } = subjectPublicKeyInfo.algorithm
  const curve: unknown = algorithmParams
  const isOnCurve = curve instanceof ObjectIdentifier && CURVES.includes(curve.valueBlock.toString())
  return (
    signed.signerInfos[0]!.digestAlgorithm.algorithmId in DIGESTS &&
    (algorithmId === RSA || (algorithmId === ELLIPTIC && isOnCurve))
  )
}

function readSigned(cms: Uint8Array): { signed: SignedData; certificate: Certificate; der: Uint8Array } | null {
  try {
    const parsed = fromBER(cms)
    // What stands behind a signature, or is written in another way than its signer’s, is none of it.
    if (parsed.offset !== cms.length) return null
    const content = new ContentInfo({ schema: parsed.result })
    if (content.contentType !== OID.signedData) return null
    const signed = new SignedData({ schema: content.content as AsnType })
    const [signer, ...others] = signed.signerInfos
    if (!signer || others.length > 0 || signed.encapContentInfo.eContent || !signer.signedAttrs) return null
    const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate)
    const certificate = certificates.find((each) => isNamedBy(each, signer.sid))
    if (!certificate) return null
    return { signed, certificate, der: new Uint8Array(certificate.toSchema(false).toBER(false)) }
  } catch {
    // What the library can’t read is no signature.
    return null
  }
}

function isNamedBy(certificate: Certificate, sid: SignedData['signerInfos'][number]['sid']): boolean {
  return (
    'serialNumber' in sid &&
    certificate.serialNumber.isEqual(sid.serialNumber) &&
    certificate.issuer.isEqual(sid.issuer as RelativeDistinguishedNames)
  )
}

function attribute(signed: SignedData, type: string): AsnType | null {
  const found = signed.signerInfos[0]!.signedAttrs!.attributes.filter((each) => each.type === type)
  return found.length === 1 && found[0]!.values.length === 1 ? (found[0]!.values[0] as AsnType) : null
}

function digestFits(signed: SignedData, data: Uint8Array): boolean {
  const digest = DIGESTS[signed.signerInfos[0]!.digestAlgorithm.algorithmId]
  const given = attribute(signed, OID.messageDigest)
  const kind = attribute(signed, OID.contentType)
  return (
    digest !== undefined &&
    given instanceof OctetString &&
    sameBytes(given.valueBlock.valueHexView, digest(data)) &&
    kind instanceof ObjectIdentifier &&
    kind.valueBlock.toString() === OID.data
  )
}

/** The attribute that names the signer’s certificate by its hash (RFC 5035, 3): otherwise another with the same key could take its place. */
function namesCertificate(signed: SignedData, der: Uint8Array): boolean {
  const given = attribute(signed, OID.signingCertificateV2)
  const [ids] = given instanceof Sequence ? given.valueBlock.value : []
  const [id] = ids instanceof Sequence ? ids.valueBlock.value : []
  const parts = id instanceof Sequence ? id.valueBlock.value : []
  const [first] = parts
  // Where no algorithm is named it is SHA-256.
  const named = first instanceof Sequence ? first.valueBlock.value[0] : null
  const digest =
    first instanceof OctetString
      ? sha256
      : named instanceof ObjectIdentifier
        ? DIGESTS[named.valueBlock.toString()]
        : undefined
  const hash = first instanceof OctetString ? first : parts[1]
  return digest !== undefined && hash instanceof OctetString && sameBytes(hash.valueBlock.valueHexView, digest(der))
}

async function isSigned(signed: SignedData, data: Uint8Array, engine: ICryptoEngine): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: data.slice().buffer, checkChain: false }, engine)
  } catch {
    // The library throws where a signature doesn’t hold.
    return false
  }
}

async function toldOf(certificate: Certificate, der: Uint8Array, engine: ICryptoEngine): Promise<ToldCertificate> {
  const { subject, issuer, notBefore, notAfter } = certificate
  const isOwnIssuer = subject.isEqual(issuer)
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    selfSigned: isOwnIssuer && (await certificate.verify(certificate, engine).catch(() => false)),
    notBefore: notBefore.value,
    notAfter: notAfter.value,
    sha256: toHex(sha256(der))
  }
}

const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'

/** The name and the organisation of a distinguished name; all of it where it has neither. */
export function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const valueOf = (type: string): string | undefined => {
    const found = typesAndValues.find((each) => each.type === type)
    return found && String(found.value.valueBlock.value)
  }
  const known = [valueOf(COMMON_NAME), valueOf(ORGANISATION)].filter((each) => each !== undefined && each !== '')
  if (known.length > 0) return [...new Set(known)].join(', ')
  return typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ')
}
