import { DossierError } from '../../shared/api/errors.ts'
import type { Drawn } from '../../shared/proof/drawn.ts'
import { Proof, PROOF_VERSION, type Evidence, type PrintedParts } from '../../shared/proof/proof.ts'
import { evidenceText } from '../../shared/proof/proof.ts'
import { evidenceOfVersion1, ProofOfVersion1 } from '../../shared/proof/version-1.ts'
import { sha256 } from './objects/canonical.ts'

/** A proof of any version, as it is checked. */
export interface ReadProof {
  version: number
  evidence: Evidence
  /** What later versions than the first hold besides. */
  drawing: { drawn: Drawn; printed: PrintedParts; fingerprint: string } | null
}

/** Reads a proof. Throws `not-a-proof` when it is damaged, no proof, or of a later version. */
export function readProof(bytes: Uint8Array): ReadProof {
  const value = parseJson(bytes)
  const version = typeof value === 'object' && value !== null && 'proofVersion' in value ? value.proofVersion : null
  if (typeof version === 'number' && version > PROOF_VERSION) {
    throw new DossierError('not-a-proof', 'This PDF was made by a newer Dossier. Update Dossier to verify it.')
  }
  if (version === 1) {
    const parsed = ProofOfVersion1.safeParse(value)
    if (!parsed.success) throw unlike(parsed.error.issues[0]?.path ?? [])
    return { version: 1, evidence: evidenceOfVersion1(parsed.data), drawing: null }
  }
  const parsed = Proof.safeParse(value)
  if (!parsed.success) throw unlike(parsed.error.issues[0]?.path ?? [])
  const { pages, fonts, document, printed, ...evidence } = parsed.data
  const fingerprint = sha256(evidenceText(value as object))
  return { version: PROOF_VERSION, evidence, drawing: { drawn: { pages, fonts, document }, printed, fingerprint } }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw damaged('it is cut off or overwritten', error)
  }
}

function unlike(path: readonly PropertyKey[]): DossierError {
  return damaged(path.length === 0 ? 'it isn’t a proof of Dossier' : `“${path.join('.')}” isn’t as it should be`)
}

function damaged(what: string, cause?: unknown): DossierError {
  const message = `The proof in this PDF is damaged: ${what}. Ask for the PDF again from whoever exported it.`
  return new DossierError('not-a-proof', message, { cause })
}
