import type { Mention } from './mentions.ts'

export const NAME_KINDS = ['person', 'organisation', 'place'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** What each sign counts for a person, an organisation, a place, and none of them. */
type SignWeights = Readonly<Record<string, readonly number[]>>

export interface NameWeights {
  /** For a mention by itself. */
  readonly alone: SignWeights
  /** For a mention among the others of its article. */
  readonly together: SignWeights
}

const NONE = NAME_KINDS.length

/** What the signs make of a mention: an index of `NAME_KINDS`, or null for no name of these kinds. */
export function take(signs: readonly string[], weights: SignWeights): NameKind | null {
  let person = 0
  let organisation = 0
  let place = 0
  let none = 0
  for (const sign of signs) {
    const row = weights[sign]
    if (row === undefined) continue
    person += row[0]!
    organisation += row[1]!
    place += row[2]!
    none += row[NONE]!
  }
  const best = Math.max(person, organisation, place)
  if (none >= best) return null
  return best === person ? 'person' : best === organisation ? 'organisation' : 'place'
}

/** What each mention is taken for by itself. */
export function takeAlone(
  mentions: readonly Mention[],
  signs: readonly (readonly string[])[],
  weights: SignWeights
): Map<Mention, NameKind | 'none'> {
  return new Map(mentions.map((mention, index) => [mention, take(signs[index]!, weights) ?? 'none']))
}

/** The sign that speaks most for `kind` against the others, among those that pass `tells`. */
export function strongest(
  signs: readonly string[],
  kind: NameKind,
  weights: SignWeights,
  tells: (sign: string) => boolean
): string | null {
  const index = NAME_KINDS.indexOf(kind)
  let best: string | null = null
  let most = 0
  for (const sign of signs) {
    const row = weights[sign]
    if (row === undefined || !tells(sign)) continue
    const others = (row.reduce((total, one) => total + one, 0) - row[index]!) / (row.length - 1)
    if (row[index]! - others <= most) continue
    most = row[index]! - others
    best = sign
  }
  return best
}
