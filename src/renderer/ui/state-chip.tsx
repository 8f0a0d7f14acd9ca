import { STATE_NAMES, type QuoteState } from '../../shared/quote/quote.ts'

/** The sign that goes with a quote's state, so that colour is never alone. */
export const STATE_SIGNS: Record<QuoteState, string> = { verbatim: '✓', normalised: '≈', altered: '≠', missing: '?' }

/** What verification found, in sign and word. */
export function StateChip({ state }: { state: QuoteState }) {
  return (
    <span className={`state ${state}`}>
      <span aria-hidden="true">{STATE_SIGNS[state]}</span> {STATE_NAMES[state]}
    </span>
  )
}
