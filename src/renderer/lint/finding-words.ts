import type { LintAnswer } from '../../shared/analysis/lint/answer.ts'
import { LINT_CODES, type LintCode } from '../../shared/analysis/lint/codes.ts'

type Code = LintAnswer['findings'][number]['code']

const NAMES: Record<LintCode, string> = {
  'unsupported-statement': 'Not supported',
  'number-unsupported': 'Number in no cited source',
  'name-unsupported': 'Name in no cited source',
  'date-unsupported': 'Date in no cited source',
  'likelihood-with-confidence': 'Likelihood and confidence in one sentence',
  'likelihood-mismatch': 'Likelihood words don’t fit',
  'single-origin-fact': 'One origin, told as fact',
  'stale-figure': 'Figure was revised',
  'out-of-attribution': 'Source keeps a distance',
  'weasel-words': 'Nobody named',
  'contradiction-uncited': 'Another source tells otherwise'
}

/** Whether a finding is one of lint's own, which can be dismissed; others are of the brief's check. */
export function isLintCode(code: Code): code is LintCode {
  return LINT_CODES.some((own) => own === code)
}

/** What a finding is called. */
export function findingName(code: Code): string {
  return isLintCode(code) ? NAMES[code] : code.replaceAll('-', ' ')
}
