import { DossierError, type Failure } from '../../shared/errors/errors.ts'
import { toFailure } from '../../shared/errors/system-error.ts'
import { json, line, type Printable } from './printable.ts'

/** Exit codes of the command line. */
export const EXIT = { fine: 0, findings: 1, usage: 2, failure: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** A command that was called wrongly: nothing was tried. */
export class UsageError extends DossierError {
  constructor(message: string) {
    super('bad-request', message)
  }
}

/** Where a command's words go: results to standard output, all else to standard error. Nothing else in the command line writes there. */
export interface Terminal {
  out: (text: Printable) => void
  err: (text: Printable) => void
  /** A line that takes the place of the last one where people look on; elsewhere each stands on its own. Null ends it. */
  progress: (text: Printable | null) => void
  /** A question, on standard error; the answer is typed behind it. */
  ask: (text: Printable) => void
}

/** The terminal of this process. */
export const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => {
    // Back to the start of the line, and clear it (ECMA-48, CR and EL).
    if (process.stderr.isTTY) void process.stderr.write(`\r${text ?? ''}\u001B[K`)
    else if (text !== null) void process.stderr.write(`${text}\n`)
  },
  ask: (text) => void process.stderr.write(text)
}

/** What a command answers: one JSON value, the same for people, and how it went. */
export interface Answer {
  json: unknown
  text: Printable
  exit?: Exit
}

/** Prints an answer: one JSON value, or text, on standard output. */
export function print(answer: Answer, asJson: boolean, to: Terminal): Exit {
  const text = asJson ? json(answer.json) : answer.text
  if (text !== '') to.out(text)
  return answer.exit ?? EXIT.fine
}

/** Prints a failure: with `--json` as `{error}` on standard output, else as its sentence on standard error. */
export function printFailure(error: unknown, asJson: boolean, to: Terminal): Exit {
  const failure: Failure = toFailure(error)
  if (asJson) to.out(json({ error: failure }))
  else to.err(line(failure.message))
  if (error instanceof UsageError) return EXIT.usage
  return failure.code === 'findings' || failure.code === 'near-forms' ? EXIT.findings : EXIT.failure
}

/** Text on one line, cut at a length. */
export function oneLine(text: string, length = 90): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > length ? `${flat.slice(0, length - 1).trimEnd()}…` : flat
}
