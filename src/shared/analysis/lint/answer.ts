import { z } from 'zod'
import { FINDING_CODES } from '../../brief/check.ts'
import { Place } from '../place.ts'
import { LINT_CODES, SEVERITIES } from './codes.ts'

/** What was found in a brief: `start`, `end` and `exact` are the words concerned in the statement's plain text, in UTF-16 units. */
export const LintAnswer = z.object({
  findings: z.array(
    z.object({
      code: z.enum([...LINT_CODES, ...FINDING_CODES]),
      severity: z.enum(SEVERITIES),
      /** Id of the statement's node, or of another block's. */
      statement: z.string(),
      /** The statement's number; null for a quote block, a figure or a table. */
      number: z.int().positive().nullable(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      exact: z.string(),
      message: z.string(),
      evidence: z.array(Place)
    })
  )
})
export type LintAnswer = z.infer<typeof LintAnswer>
