import { z } from 'zod'
import { Impact } from '../../analysis/impact/impact.ts'
import { LintAnswer } from '../../analysis/lint/answer.ts'
import { LINT_CODES } from '../../analysis/lint/codes.ts'
import { Matrix } from '../../analysis/matrix/matrix.ts'
import { OriginsAnswer, OriginsChange } from '../../analysis/origins/answer.ts'
import { Statement } from '../../brief/brief.ts'
import { Id, type RequestDeclaration } from './request.ts'

const Because = z.string().trim().min(1).max(2_000)

/** What the briefs rest on, and what the analyst says to it. */
export const originRequests = {
  /** Where what a brief's statements say comes from, as it is saved. */
  'origins.get': { does: 'reads', input: Id, output: OriginsAnswer },
  /** The same as far as it changed since it was told last, which `at` of that answer names; all of it where that isn't known, and for null. */
  'origins.since': { does: 'reads', input: Id.extend({ since: z.int().nullable() }), output: OriginsChange },
  /** Parts a source from the others of a statement, or joins two: exactly one of `split` and `join` is set, by the sources' ids. */
  'origins.overrule': {
    does: 'edits',
    input: z.object({
      briefId: z.string(),
      statementId: z.string(),
      split: z.string().nullable(),
      join: z.tuple([z.string(), z.string()]).nullable(),
      because: Because
    }),
    output: OriginsAnswer
  },
  /** What the statements of a brief get wrong, as it is saved; what was dismissed is left out. */
  'lint.get': { does: 'reads', input: Id, output: LintAnswer },
  /** The same of one statement as it's being written, by the codes of statements alone. */
  'lint.statement': {
    does: 'reads',
    input: z.object({ briefId: z.string(), statement: Statement }),
    output: LintAnswer
  },
  /** Puts a finding aside until its statement's words change. */
  'lint.dismiss': {
    does: 'edits',
    input: z.object({
      briefId: z.string(),
      statementId: z.string(),
      code: z.enum(LINT_CODES),
      exact: z.string(),
      because: Because
    }),
    output: LintAnswer
  },
  /** What falls when a source falls. */
  'impact.get': { does: 'reads', input: Id, output: Impact },
  /** Which source says what of a brief's statements. */
  'matrix.get': { does: 'reads', input: Id, output: Matrix }
} as const satisfies Record<string, RequestDeclaration>
