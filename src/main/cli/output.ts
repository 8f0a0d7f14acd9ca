import { DossierError, type Failure } from '../../shared/api/errors.ts'

/** Exit codes of the command line. */
export const EXIT = { fine: 0, findings: 1, usage: 2, failure: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Where a command's words go. Results go to standard output, all else to standard error. */
export interface Terminal {
  out: (text: string) => void
  err: (text: string) => void
}

/** What a command answers: one JSON value, the same for people, and how it went. */
export interface Answer {
  json: unknown
  text: string
  exit?: Exit
}

/** Prints an answer: one JSON value, or text, on standard output. */
export function print(answer: Answer, asJson: boolean, terminal: Terminal): Exit {
  const text = asJson ? JSON.stringify(answer.json, null, 2) : answer.text
  if (text !== '') terminal.out(text.endsWith('\n') ? text : `${text}\n`)
  return answer.exit ?? EXIT.fine
}

/** Prints a failure: with `--json` as `{error}` on standard output, else as its sentence on standard error. */
export function printFailure(error: unknown, asJson: boolean, terminal: Terminal): Exit {
  const failure: Failure =
    error instanceof DossierError
      ? error.toFailure()
      : {
          code: 'internal',
          message: `Something went wrong inside Dossier: ${error instanceof Error ? error.message : String(error)}`
        }
  if (asJson) terminal.out(`${JSON.stringify({ error: failure }, null, 2)}\n`)
  else terminal.err(`${failure.message}\n`)
  return failure.code === 'findings' || failure.code === 'near-forms' ? EXIT.findings : EXIT.failure
}

/** Rows of cells as aligned columns; the last column isn't padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), [])
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

/** Text on one line, cut at a length. */
export function oneLine(text: string, length = 90): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > length ? `${flat.slice(0, length - 1).trimEnd()}…` : flat
}
