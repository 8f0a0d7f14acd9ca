import { fromBER, type AsnType } from 'asn1js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { Certificate, ContentInfo, SignedData, TimeStampResp, TSTInfo, type ICryptoEngine } from 'pkijs'
import type { TimeReport } from '../brief/check.ts'
import { sameBytes, toHex } from '../pdf/bytes.ts'
import { nameOf } from './cms.ts'
import { readOpenTimestamps, type Attestation } from './open-timestamps.ts'
import { say, sentences, type Said } from '../wording/say.ts'

/** What stands beside a file to show when it was there; null where there is none. */
export interface TimeStamps {
  /** The answer of a time-stamping authority (RFC 3161), `<file>.tsr`. */
  tsr: Uint8Array | null
  /** A proof of OpenTimestamps, `<file>.ots`. */
  ots: Uint8Array | null
}

/** Judges the time stamps beside a file against its bytes. Nothing is fetched: what would take that is said. `engine` is null where there is no cryptography. */
export async function judgeTimes(
  { tsr, ots }: TimeStamps,
  data: Uint8Array,
  engine: ICryptoEngine | null
): Promise<TimeReport[]> {
  return [...(tsr ? [await judgeTsr(tsr, data, engine)] : []), ...(ots ? [judgeOts(ots, data)] : [])]
}

function judgeOts(proof: Uint8Array, data: Uint8Array): TimeReport {
  const kind = 'opentimestamps'
  const read = readOpenTimestamps(proof, data)
  if (!read) return unreadable(kind, proof)
  if (!read.fits)
    return {
      kind,
      state: 'wrong',
      time: null,
      message: say(
        'The proof of OpenTimestamps belongs to other bytes: the file was changed since, or the stamp is another file’s.'
      )
    }
  const message = sentences(say('The proof of OpenTimestamps is of this file.'), ...read.attestations.map(sentenceOf))
  return { kind, state: 'unchecked', time: null, message }
}

/** A stamp that can’t be read, which says nothing about the file beside it. */
function unreadable(kind: TimeReport['kind'], bytes: Uint8Array): TimeReport {
  const ending = kind === 'rfc3161' ? '.tsr' : '.ots'
  const message =
    bytes.length === 0
      ? say(
          'The time stamp ({1*}) is an empty file: it wasn’t stored or sent as a whole. Get it again, or check the PDF without it.',
          ending
        )
      : say(
          'The time stamp ({1*}) can’t be read: it was damaged, isn’t whole, or is a file of another kind. Get it again, or check the PDF without it.',
          ending
        )
  return { kind, state: 'unreadable', time: null, message }
}

function sentenceOf(attestation: Attestation): Said {
  switch (attestation.kind) {
    case 'bitcoin':
      return say(
        'It says that the file was there before block {1#} of Bitcoin. That can’t be checked without a network: look the block up, and compare its Merkle root with {2*}.',
        attestation.height,
        attestation.root
      )
    case 'pending':
      return say(
        'It is waiting for a block of Bitcoin, which {1*} has promised, and shows no time yet.',
        attestation.address
      )
    case 'unknown':
      return say('It names a witness of a kind that isn’t known here.')
  }
}

const DIGESTS: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  '1.3.14.3.2.26': sha1,
  '2.16.840.1.101.3.4.2.1': sha256,
  '2.16.840.1.101.3.4.2.2': sha384,
  '2.16.840.1.101.3.4.2.3': sha512
}

interface Token {
  info: TSTInfo
  signed: SignedData
}

async function judgeTsr(bytes: Uint8Array, data: Uint8Array, engine: ICryptoEngine | null): Promise<TimeReport> {
  const kind = 'rfc3161'
  const token = readToken(bytes)
  if (!token) return unreadable(kind, bytes)
  if (token === 'refused') {
    const message = say(
      'The authority gave no time stamp, and this is only its refusal (.tsr). Ask for another one, or check the PDF without it.'
    )
    return { kind, state: 'unreadable', time: null, message }
  }
  const { info, signed } = token
  const digest = DIGESTS[info.messageImprint.hashAlgorithm.algorithmId]
  if (!digest || !sameBytes(info.messageImprint.hashedMessage.valueBlock.valueHexView, digest(data)))
    return {
      kind,
      state: 'wrong',
      time: null,
      message: say('The time stamp belongs to other bytes: the file was changed since, or the stamp is another file’s.')
    }
  const time = info.genTime.toISOString()
  const [day, clock] = [time.slice(0, 10), time.slice(11, 19)]
  const [certificate] = (signed.certificates ?? []).filter((each) => each instanceof Certificate)
  if (!certificate || !engine) {
    const message = certificate
      ? say(
          'The time stamp is of this file, and says that it was there on {1*} at {2*} UTC. Its signature can’t be checked: there is no cryptography for it here.',
          day,
          clock
        )
      : say(
          'The time stamp is of this file, and says that it was there on {1*} at {2*} UTC. Its signature can’t be checked: it doesn’t carry the authority’s certificate.',
          day,
          clock
        )
    return { kind, state: 'unchecked', time, message }
  }
  const holds = await signed
    .verify({ signer: 0, data: data.slice().buffer, checkChain: false }, engine)
    .catch(() => false)
  if (!holds)
    return {
      kind,
      state: 'wrong',
      time: null,
      message: say('The time stamp’s signature doesn’t hold: it was changed.')
    }
  const message = say(
    '“{1*}” stamped this file on {2*} at {3*} UTC: it was there by then, and is unchanged since. Whether that authority is to be trusted wasn’t asked of anybody; the SHA-256 of its certificate is {4*}.',
    nameOf(certificate.subject),
    day,
    clock,
    toHex(sha256(new Uint8Array(certificate.toSchema(false).toBER(false))))
  )
  return { kind, state: 'valid', time, message }
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/** An authority’s answer, or the stamp alone; null where it can’t be read. */
function readToken(bytes: Uint8Array): Token | 'refused' | null {
  try {
    const { result, offset } = fromBER(bytes)
    if (offset !== bytes.length) return null
    const content = contentOf(result)
    if (content === null) return 'refused'
    if (content.contentType !== SIGNED_DATA) return null
    const signed = new SignedData({ schema: content.content as AsnType })
    const { eContent, eContentType } = signed.encapContentInfo
    if (!eContent || eContentType !== TST_INFO || signed.signerInfos.length !== 1) return null
    return { info: new TSTInfo({ schema: fromBER(eContent.getValue()).result }), signed }
  } catch {
    // What the library can’t read is no stamp.
    return null
  }
}

/** Statuses by which an authority gives a stamp (RFC 3161, 2.4.2). */
const GRANTED = [0, 1]

/** The stamp in an answer, or the stamp alone; null where the answer is a refusal. */
function contentOf(result: AsnType): ContentInfo | null {
  const answer = answerOf(result)
  if (!answer) return new ContentInfo({ schema: result })
  return GRANTED.includes(answer.status.status) ? (answer.timeStampToken ?? null) : null
}

function answerOf(result: AsnType): TimeStampResp | null {
  try {
    return new TimeStampResp({ schema: result })
  } catch {
    // The stamp alone, or something else.
    return null
  }
}
