import type { Effect, Impact } from '../../../shared/analysis/impact/impact.ts'

const WORDS: Record<Effect, string> = {
  falls: 'Nothing supports it any more',
  'single-origin': 'Left with one origin',
  weaker: 'Weaker',
  'loses-contradiction': 'Loses what contradicts it',
  unchanged: 'Unchanged'
}

/** What becomes of a statement, in words. */
export function effectWords({ effect, reports, origins }: Impact['statements'][number]['alone']): string {
  return effect === 'falls' || effect === 'unchanged' ? WORDS[effect] : `${WORDS[effect]} (${reports} / ${origins})`
}
