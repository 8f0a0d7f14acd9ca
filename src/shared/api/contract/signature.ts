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
  /** Writes the page that checks PDFs in a browser. */
  'verify.page': {
    does: 'writes',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })
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
  'signature.forgetKey': { does: 'writes', input: Id, output: Nothing },

  /** Whether a path is to be verified as the folder of a case or as a PDF. */
  'verify.kind': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ path: z.string() }),
    output: z.object({ kind: z.enum(['case', 'pdf']) })
  },
  /** A key by its name, its id or its public key. */
  'signature.find': { does: 'reads', from: 'terminal', input: z.object({ which: z.string() }), output: SigningKey },
  /** The key that signs: the one named, else the only one that can. */
  'signature.signer': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ which: z.string().optional() }),
    output: SigningKey
  },
  /** Signs a PDF within the file with a certificate (PKCS#12), in its place unless `out` names another one. */
  'signature.certify': {
    does: 'writes',
    from: 'terminal',
    input: z.object({
      path: z.string(),
      out: z.string().nullable(),
      certificate: z.string(),
      passphrase: z.string(),
      name: z.string(),
      reason: z.string(),
      place: z.string(),
      /** Whether it shows itself in the frame that the PDF has for it. */
      visible: z.boolean()
    }),
    output: z.object({ path: z.string(), sha256: z.string() })
  },
  /** Writes a signature beside a file. Answers its path. */
  'signature.sign': {
    does: 'writes',
    from: 'terminal',
    input: z.object({ path: z.string(), keyId: z.string(), passphrase: z.string() }),
    output: z.object({ path: z.string() })
  }
} as const satisfies Record<string, RequestDeclaration>
