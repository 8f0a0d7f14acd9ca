import type { ICryptoEngine } from 'pkijs'
import type { EmbeddedSignature, PdfReport } from '../brief/check.ts'
import { judgeCms, type ToldCertificate } from '../signature/cms.ts'
import type { SignatureFields } from './signature-fields.ts'
import { holdsSignature, readSigned, type SignedPdf } from './signature-update.ts'
import { verifyPdf, type VerifierPlatform } from './verify.ts'
import { say, sentences, type Said } from '../wording/say.ts'

/** What verifying a PDF with a signature in it needs besides. */
export interface SigningPlatform extends VerifierPlatform {
  /** Cryptography of public keys; null where there is none. */
  engine: ICryptoEngine | null
  /** The time by which a certificate is judged. */
  now: Date
}

/**
 * Verifies an exported PDF as `verifyPdf` does, and the signature within it where there is one: the PDF is then judged as it was before it was signed, since the
 * addition is to the byte what signing makes, and shows nothing. A signature that doesn’t hold is a problem. Any other addition is refused as ever.
 */
export async function verifySigned(bytes: Uint8Array, platform: SigningPlatform): Promise<PdfReport> {
  const found = readSigned(bytes, platform)
  if (!found) return withBroken(await verifyPdf(bytes, platform), bytes)
  const report = await verifyPdf(found.original.slice(), platform)
  const embedded = await judge(found, platform)
  if (embedded.state !== 'wrong') return { ...report, embedded }
  return { ...report, ok: false, problems: [...report.problems, embedded.message], embedded }
}

const NOTHING_KNOWN = {
  ...{ signer: '', issuer: '', selfSigned: false, notBefore: null, notAfter: null, certificate: null },
  ...{ validAtSigning: false, validNow: false }
} as const

/** A PDF that doesn't hold, and has a signature with something behind it, or around it: it's said that there is one. */
function withBroken(report: PdfReport, bytes: Uint8Array): PdfReport {
  if (report.ok || !holdsSignature(bytes)) return report
  const message = say(
    'There is a signature within the PDF, but more stands behind what was signed, or it was changed since. Ask for the PDF as it was signed.'
  )
  const embedded: EmbeddedSignature = {
    ...NOTHING_KNOWN,
    ...{ signedAt: '', name: '', reason: '', place: '', shownOn: null },
    state: 'wrong',
    message
  }
  return { ...report, problems: [...report.problems, message], embedded }
}

async function judge(
  { fields, shownOn, cms, signed }: SignedPdf,
  { engine, now }: SigningPlatform
): Promise<EmbeddedSignature> {
  const { signedAt, name, reason, place } = fields
  const about = { ...NOTHING_KNOWN, signedAt, name, reason, place, shownOn }
  if (!engine) {
    const message = say(
      'The PDF has a signature within it, which can’t be checked here: this browser has no cryptography for it. Check it in another one, or with “dossier verify”.'
    )
    return { ...about, state: 'unchecked', message }
  }
  const { holds, known, certificate } = await judgeCms(cms, signed, engine)
  if (!certificate) {
    const message = say(
      'The signature within the PDF can’t be read: it was damaged or changed. Ask for the PDF as it was signed.'
    )
    return { ...about, state: 'wrong', message }
  }
  const within = (time: Date): boolean => time >= certificate.notBefore && time <= certificate.notAfter
  const told = {
    ...about,
    signer: certificate.subject,
    issuer: certificate.issuer,
    selfSigned: certificate.selfSigned,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    validAtSigning: within(new Date(signedAt)),
    validNow: within(now),
    certificate: certificate.sha256
  }
  if (!holds) {
    const message = known
      ? say(
          'The signature within the PDF doesn’t hold: the PDF or the signature was changed after “{1*}” signed it. Ask for the PDF as it was signed.',
          certificate.subject
        )
      : say(
          'The signature within the PDF with the certificate of “{1*}” was made in a way that isn’t checked here, or was changed since. Those by RSA or the curves P-256, P-384 and P-521 with SHA-256, SHA-384 or SHA-512 are checked. Ask for one of these.',
          certificate.subject
        )
    return { ...told, state: 'wrong', message }
  }
  return { ...told, state: 'valid', message: sentences(...toldOf(fields, certificate, told)) }
}

/** Who signed, when, why and where by their own words, and what the certificate is worth. */
function toldOf(
  { signedAt, name, reason, place }: SignatureFields,
  { subject, issuer, selfSigned, notBefore, notAfter }: ToldCertificate,
  { shownOn, validAtSigning, validNow }: Pick<EmbeddedSignature, 'shownOn' | 'validAtSigning' | 'validNow'>
): Said[] {
  const day = (date: Date): string => date.toISOString().slice(0, 10)
  const [from, to] = [day(notBefore), day(notAfter)]
  return [
    say(
      'Signed within the PDF with the certificate of “{1*}” on {2*} at {3*} UTC by the signer’s clock; the PDF is unchanged since.',
      subject,
      signedAt.slice(0, 10),
      signedAt.slice(11, 16)
    ),
    ...(name === '' ? [] : [say('The signer’s name, in the signer’s words: “{1*}”.', name)]),
    ...(reason === '' ? [] : [say('The reason, in the signer’s words: “{1*}”.', reason)]),
    ...(place === '' ? [] : [say('The place, in the signer’s words: “{1*}”.', place)]),
    ...(shownOn === null ? [] : [say('The signature shows itself in its frame on page {1#}.', shownOn)]),
    selfSigned
      ? say(
          'The certificate is signed by itself: nobody else says whose it is. Compare its SHA-256 with what its owner tells you by another way.'
        )
      : say(
          'The certificate was issued by “{1*}”: whether that is to be trusted, and whether it was revoked, wasn’t asked of anybody.',
          issuer
        ),
    validAtSigning
      ? validNow
        ? say('It is valid from {1*} to {2*}.', from, to)
        : say('It is valid from {1*} to {2*}, and isn’t valid now.', from, to)
      : validNow
        ? say('It is valid from {1*} to {2*}, which the time of signing isn’t within.', from, to)
        : say('It is valid from {1*} to {2*}, which the time of signing isn’t within, and isn’t valid now.', from, to)
  ]
}
