import type { LIKELIHOODS } from './brief.ts'

type Likelihood = (typeof LIKELIHOODS)[number]

/** What the likelihood words of ICD 203 (Analytic Standards, 2015) mean, in per cent, both ends included. */
export const LIKELIHOOD_RANGES: Readonly<Record<Likelihood, readonly [from: number, to: number]>> = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99]
}

/** The words of the standard's second row, which mean the same. */
export const SECOND_ROW: Readonly<Record<Likelihood, string>> = {
  'almost no chance': 'remote',
  'very unlikely': 'highly improbable',
  unlikely: 'improbable',
  'roughly even chance': 'roughly even odds',
  likely: 'probable',
  'very likely': 'highly probable',
  'almost certain': 'nearly certain'
}

/** The range of a likelihood word: `80–95%`. */
export function rangeOf(likelihood: Likelihood): string {
  return LIKELIHOOD_RANGES[likelihood].join('–') + '%'
}
