import { z } from 'zod'

/** Codes of the failures that cross a boundary. People see the sentence, programs the code. */
export const ERROR_CODES = [
  'bad-request',
  'not-found',
  'no-case',
  'case-exists',
  'case-held',
  'case-newer',
  /** The case is sealed: a passphrase is needed. */
  'locked',
  'wrong-passphrase',
  'damaged',
  'read-only',
  /** The system doesn't let the user read a file. */
  'denied',
  'disk-full',
  'io',
  'too-large',
  'unsupported',
  'empty',
  'unreadable',
  'timeout',
  'out-of-memory',
  'cancelled',
  'findings',
  'not-a-proof',
  /** A redacted export held something that is withheld, or couldn't be searched for it. */
  'leak',
  /** A redacted export would show what is like withheld words, of which nobody has decided. */
  'near-forms',
  'internal'
] as const
export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** An error as data: a code, and a sentence that says what happened, what was kept and what to do. */
export const Failure = z.object({ code: ErrorCode, message: z.string() })
export type Failure = z.infer<typeof Failure>

/** A failure on its way to a boundary. Anything else that is thrown is a defect and becomes `internal` there. */
export class DossierError extends Error {
  override readonly name = 'DossierError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message }
  }
}

/** What every request answers. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }
