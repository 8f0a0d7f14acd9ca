import { z } from 'zod'

/** Before the terms of the proof that Web Annotations lack, and before its ids. */
export const VOCABULARY = 'urn:dossier:proof:'

const ANNOTATIONS = 'http://www.w3.org/ns/anno.jsonld'

/** The JSON-LD context: terms beyond those of Web Annotations, as JSON-LD 1.1 needs them declared. */
export const PROOF_CONTEXT = z.tuple([z.literal(ANNOTATIONS), z.object({ '@vocab': z.literal(VOCABULARY) })])

export function proofContext(): z.infer<typeof PROOF_CONTEXT> {
  return [ANNOTATIONS, { '@vocab': VOCABULARY }]
}
