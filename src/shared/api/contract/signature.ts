import { z } from 'zod'
import { PdfReport } from '../../brief/check.ts'
import { SigningKey } from '../../proof/signing-key.ts'
import { chosen } from '../place.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** Exported PDFs and their signatures, which need no case. */
export const signatureRequests = {
  /** Verifies a PDF and the signature beside it, if there is one; `requireSignature` names the key that must have signed it. */
  'verify.pdf': {
    does: 'reads',
    input: z.object({
      path: chosen('verify-pdf', 'dropped', 'written'),
      requireSignature: z.string().nullable().optional()
    }),
    output: PdfReport
  },
  /** The keys that sign and check signatures, in the order of their names. */
  'signature.keys': { does: 'reads', input: Nothing, output: z.array(SigningKey) },
  'signature.newKey': {
    does: 'writes',
    input: z.object({ name: z.string(), passphrase: z.string() }),
    output: SigningKey
  },
  /** Takes in somebody's public key, the text of its file or its one line. */
  'signature.addKey': {
    does: 'writes',
    input: z.object({ publicKey: z.string(), name: z.string().nullable() }),
    output: SigningKey
  },
  'signature.forgetKey': { does: 'writes', input: Id, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
