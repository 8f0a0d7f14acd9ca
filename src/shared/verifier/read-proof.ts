import { DossierError } from '../errors/errors.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import type { Drawn } from '../proof/drawn.ts'
import { Proof, PROOF_VERSION, proofText, type Evidence, type PrintedParts } from '../proof/proof.ts'
import { QUOTE_RULES } from '../quote/rules.ts'
import { evidenceOfVersion1, ProofOfVersion1 } from '../proof/version-1.ts'
import { evidenceText, ProofOfVersion2, proofOfVersion2 } from '../proof/version-2.ts'
import { say, type Said } from '../wording/say.ts'

/** A proof of any version, as it is checked. */
export interface ReadProof {
  version: number
  evidence: Evidence
  /** What later versions than the first hold besides. */
  drawing: { drawn: Drawn; printed: PrintedParts; fingerprint: string } | null
  /** Members that only later versions have. */
  later: string[]
}

/** Members that came with a version of the proof. */
const MEMBERS_SINCE: Readonly<Record<number, readonly string[]>> = {
  2: ['author', 'statements', 'figures', 'printed', 'pages', 'fonts', 'document'],
  3: ['paragraphs', 'quoteRules']
}

/** Reads a proof. Throws `not-a-proof` when it is damaged, no proof, or of a later version. */
export function readProof(bytes: Uint8Array, { sha256, utf8 }: PdfPlatform): ReadProof {
  const value = parseJson(bytes, utf8)
  const version = typeof value === 'object' && value !== null && 'proofVersion' in value ? value.proofVersion : null
  const isNewer = typeof version === 'number' && version > PROOF_VERSION
  if (isNewer || (version === PROOF_VERSION && rulesOf(value) > QUOTE_RULES)) {
    throw new DossierError('not-a-proof', say('This PDF was made by a newer Dossier. Update Dossier to verify it.'))
  }
  if (version === 1) {
    const parsed = ProofOfVersion1.safeParse(value)
    if (!parsed.success) throw unlike(parsed.error.issues[0]?.path ?? [])
    return {
      version,
      evidence: evidenceOfVersion1(parsed.data),
      drawing: null,
      later: laterThan(version, value as object)
    }
  }
  const parsed = version === 2 ? ProofOfVersion2.transform(proofOfVersion2).safeParse(value) : Proof.safeParse(value)
  if (!parsed.success) throw unlike(parsed.error.issues[0]?.path ?? [])
  const fingerprint = sha256(version === 2 ? evidenceText(value as object) : proofText(value as object))
  return {
    ...proofAsMade(parsed.data, fingerprint),
    version: version as number,
    later: laterThan(version as number, value as object)
  }
}

/** A proof of the latest version as its maker has it: what `readProof` finds in its bytes. */
export function proofAsMade(proof: Proof, fingerprint: string): ReadProof {
  const { pages, fonts, document, printed, ...evidence } = proof
  const drawing = { drawn: { pages, fonts, document }, printed, fingerprint }
  return { version: PROOF_VERSION, evidence, drawing, later: [] }
}

function rulesOf(proof: unknown): number {
  return typeof proof === 'object' && proof !== null && 'quoteRules' in proof && typeof proof.quoteRules === 'number'
    ? proof.quoteRules
    : 1
}

function laterThan(version: number, proof: object): string[] {
  const members = Object.entries(MEMBERS_SINCE).flatMap(([since, names]) => (Number(since) > version ? names : []))
  return members.filter((name) => name in proof)
}

function parseJson(bytes: Uint8Array, utf8: PdfPlatform['utf8']): unknown {
  const [text, value] = read()
  // Members that are there twice, of which other programs take the first, aren't there when it is written anew.
  if (JSON.stringify(value) !== text.trimEnd()) throw damaged(say('it isn’t written as an export writes it'))
  return value

  function read(): [text: string, value: unknown] {
    try {
      const text = utf8(bytes)
      return [text, JSON.parse(text)]
    } catch (error) {
      throw damaged(say('it is cut off or overwritten'), error)
    }
  }
}

function unlike(path: readonly PropertyKey[]): DossierError {
  return damaged(
    path.length === 0 ? say('it isn’t a proof of Dossier') : say('“{1*}” isn’t as it should be', path.join('.'))
  )
}

function damaged(what: Said, cause?: unknown): DossierError {
  const message = say('The proof in this PDF is damaged: {1>}. Ask for the PDF again from whoever exported it.', what)
  return new DossierError('not-a-proof', message, { cause })
}
