import { z } from 'zod'
import { recordKind } from './kind.ts'

/** A finding of lint that an analyst has looked at and put aside. It stays aside until the statement's words change. */
export const LintDismissal = z.object({
  id: z.string(),
  briefId: z.string(),
  /** Id of the statement's node. */
  statementId: z.string(),
  /** The finding's code. */
  code: z.string().min(1).max(60),
  /** The words concerned. */
  exact: z.string(),
  /** The statement's text when it was put aside. */
  text: z.string(),
  because: z.string().min(1).max(2_000),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type LintDismissal = z.infer<typeof LintDismissal>

/** `briefs/<id>/records/lint-dismissal/<id>.json`. Made once, and never changed. */
export const LINT_DISMISSAL = recordKind<LintDismissal>({
  kind: 'lint-dismissal',
  name: { one: 'dismissed finding', many: 'dismissed findings' },
  record: LintDismissal,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ code, because }) => `${code}: ${because}`.slice(0, 120),
  merge: ({ a }) => a,
  repoint: (record) => record,
  // Its statement's words may be what a reduced bundle withholds.
  reduce: () => null,
  texts: ({ because }) => [because]
})
