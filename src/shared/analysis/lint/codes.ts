import type { PlaceIn } from '../origins/first-hand.ts'

/** What lint finds in a statement, in the order in which findings at one place are told. */
export const LINT_CODES = [
  'unsupported-statement',
  'number-unsupported',
  'name-unsupported',
  'date-unsupported',
  'likelihood-with-confidence',
  'likelihood-mismatch',
  'single-origin-fact',
  'stale-figure',
  'out-of-attribution',
  'weasel-words',
  'contradiction-uncited'
] as const
export type LintCode = (typeof LINT_CODES)[number]

/** How grave a finding is: what isn't supported, or what a reader should know of. */
export const SEVERITIES = ['error', 'warning'] as const
export type Severity = (typeof SEVERITIES)[number]

export const SEVERITY_OF: Readonly<Record<LintCode, Severity>> = {
  'unsupported-statement': 'error',
  'number-unsupported': 'error',
  'name-unsupported': 'error',
  'date-unsupported': 'error',
  'likelihood-with-confidence': 'warning',
  'likelihood-mismatch': 'warning',
  'single-origin-fact': 'warning',
  'stale-figure': 'warning',
  'out-of-attribution': 'error',
  'weasel-words': 'warning',
  'contradiction-uncited': 'warning'
}

/** A finding in a statement; `start` and `end` are the words concerned, in UTF-16 units of its plain text. */
export interface LintFinding {
  code: LintCode
  start: number
  end: number
  /** One sentence: what was found, and what it may be held against. */
  message: string
  /** What it's found by. */
  evidence: readonly PlaceIn[]
}
