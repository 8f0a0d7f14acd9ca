import { STANDING_NAMES, type Standing } from '../../shared/brief/standing.ts'

/** The sign that goes with a quote's state, so that colour is never alone. */
export const STATE_SIGNS: Record<Standing, string> = {
  verbatim: '✓',
  recognised: '✓',
  'recognised-normalised': '≈',
  normalised: '≈',
  altered: '≠',
  missing: '?',
  'text-altered': '≠',
  'original-altered': '≠',
  'original-missing': '?'
}

/** What verification found, in sign and word. */
export function StateChip({ state }: { state: Standing }) {
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{STATE_SIGNS[state]}</span> {STANDING_NAMES[state]}
    </span>
  )
}
