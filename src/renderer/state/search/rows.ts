import type { SearchHit } from '../../../shared/search/answer.ts'

/** A hit as the list shows it: the first of its source or brief stands under that one’s title. */
export interface HitRow {
  hit: SearchHit
  key: string
  /** True for the first of its group. */
  leads: boolean
  /** How often the query stands in the text of the group’s source, as far as that was found. */
  inText: number
}

function keyOfHit({ kind, id, briefId }: SearchHit): string {
  return `${kind}-${briefId ?? ''}-${id}`
}

const groupOf = (hit: SearchHit): string => hit.sourceId ?? hit.briefId ?? 'case'

/** Brings hits of the same source, or the same brief, together where the first of them stands. Of a source its text comes first. */
export function groupHits(hits: readonly SearchHit[]): HitRow[] {
  const groups = new Map<string, SearchHit[]>()
  for (const hit of hits) {
    const group = groups.get(groupOf(hit))
    if (!group) groups.set(groupOf(hit), [hit])
    else if (hit.kind === 'source') group.unshift(hit)
    else group.push(hit)
  }
  const seen = new Map<string, number>()
  return [...groups.values()].flatMap((group) => {
    const inText = group[0]!.kind === 'source' ? group[0]!.count : 0
    return group.map((hit, at) => {
      // A source may have several notes of the same thing, as one that its records hold.
      const same = keyOfHit(hit)
      const times = seen.get(same) ?? 0
      seen.set(same, times + 1)
      return { hit, key: times === 0 ? same : `${same}-${times}`, leads: at === 0, inText }
    })
  })
}

/** True for a row at which going from hit to hit stops. A quote or mark is none where its words are gone to anyway, in the text of its source. */
export function isStop({ hit, inText }: HitRow): boolean {
  return !((hit.kind === 'quote' || hit.kind === 'mark') && inText > 0)
}
