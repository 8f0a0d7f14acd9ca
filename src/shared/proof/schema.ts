import { z } from 'zod'
import { Proof } from './proof.ts'

/** The proof's JSON Schema (2020-12), kept in `docs/proof-3.schema.json` for other programs. */
export function proofSchema(): object {
  return {
    $id: 'urn:dossier:proof:3',
    title: 'Proof in a PDF that Dossier exported, version 3',
    ...z.toJSONSchema(Proof, { target: 'draft-2020-12', io: 'input' })
  }
}
