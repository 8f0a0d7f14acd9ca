import { STATE_NAMES, stateName, type QuoteState } from '../quote/quote.ts'
import type { OriginalState, Stored } from './check.ts'

/**
 * How a quote stands, the best first: the state of its words, or, where these are right but their source isn't what was imported any more, that. Such words are as the
 * case has them stored; that the source ever said so isn't proven.
 */
export const STANDINGS = [
  'verbatim',
  'recognised',
  'normalised',
  'recognised-normalised',
  'text-altered',
  'original-altered',
  'original-missing',
  'altered',
  'missing'
] as const
export type Standing = (typeof STANDINGS)[number]

export const STANDING_NAMES: Record<Standing, string> = {
  ...STATE_NAMES,
  recognised: stateName('verbatim', true),
  'recognised-normalised': stateName('normalised', true),
  'text-altered': 'Words as stored, text altered',
  'original-altered': 'Words as stored, original altered',
  'original-missing': 'Words as stored, original missing'
}

/** How a quote stands whose words were found so in the stored text of a source of which this is stored. */
export function standingOf(state: QuoteState, { original, text, recognised }: Stored): Standing {
  if (state === 'altered' || state === 'missing') return state
  if (original !== 'intact') return `original-${original}`
  if (text !== 'intact') return 'text-altered'
  if (!recognised) return state
  return state === 'verbatim' ? 'recognised' : 'recognised-normalised'
}

/** True when what is stored of a source is what was imported. */
export function isIntact({ original, text }: Stored): boolean {
  return original === 'intact' && text === 'intact'
}

/** The worse of two states of what a source has stored. */
export function worse(a: OriginalState, b: OriginalState): OriginalState {
  const order = ['intact', 'altered', 'missing'] as const
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!
}
