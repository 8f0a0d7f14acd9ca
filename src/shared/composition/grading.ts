import type { Source } from '../source/source.ts'

type Reliability = NonNullable<NonNullable<Source['grading']>['reliability']>
type Credibility = NonNullable<NonNullable<Source['grading']>['credibility']>

/** What the grades of the Admiralty system mean (NATO AJP-2.1). */
const RELIABILITY: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability can’t be judged'
}
const CREDIBILITY: Record<Credibility, string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth can’t be judged'
}

/** A grading in words: `B2: source usually reliable, information probably true`. Empty when a source isn't graded. */
export function gradingWords(grading: Source['grading']): string {
  const { reliability = null, credibility = null } = grading ?? {}
  const parts: string[] = []
  if (reliability !== null) parts.push(`source ${RELIABILITY[reliability]}`)
  if (credibility !== null) parts.push(`information ${CREDIBILITY[credibility]}`)
  return parts.length === 0 ? '' : `${reliability ?? ''}${credibility ?? ''}: ${parts.join(', ')}`
}
