import { z } from 'zod'
import { Sha256 } from '../source/source.ts'
import { Drawn } from './drawn.ts'
import { Evidence, PrintedParts, ProofStatement, proofText, type Proof } from './proof.ts'

/** The second version of the proof: it knew neither paragraphs nor likelihood and confidence, and digests of less. */
export const ProofOfVersion2 = Evidence.omit({ paragraphs: true, quoteRules: true }).extend({
  proofVersion: z.literal(2),
  statements: z.array(ProofStatement.omit({ likelihood: true, confidence: true })),
  printed: PrintedParts,
  pages: Drawn.shape.pages,
  fonts: Drawn.shape.fonts,
  document: z.object({ outline: Sha256, destinations: Sha256, structure: Sha256, metadata: Sha256 })
})
export type ProofOfVersion2 = z.infer<typeof ProofOfVersion2>

/** The second version's proof with the members of today's that it has. */
export function proofOfVersion2(proof: ProofOfVersion2): Proof {
  return {
    ...proof,
    proofVersion: 3,
    statements: proof.statements.map((each) => ({ ...each, likelihood: null, confidence: null })),
    paragraphs: []
  }
}

/** The members that tell of the pages and aren't part of what the second version's fingerprint stands for. */
const OF_PAGES: ReadonlySet<string> = new Set(['printed', 'pages', 'fonts', 'document'])

/** The text whose SHA-256 in UTF-8 is the fingerprint of a proof of the second version: its evidence as JSON by RFC 8785. */
export function evidenceText(proof: object): string {
  return proofText(Object.fromEntries(Object.entries(proof).filter(([key]) => !OF_PAGES.has(key))))
}
