import type { NameKind } from '../names/weigh.ts'
import type { NameGroup, Occurrence } from './group-entities.ts'

/**
 * What an analyst says belongs to an entry: all that the program found under one name, or of it only what is written so (`form`), or stands in one source, or both.
 * Of several that fit the one that says most counts.
 */
export interface NameClaim {
  /** Id of the group. */
  group: string
  form: string | null
  sourceId: string | null
}

/** What an analyst says of an entry; null where nothing is said. */
export interface NameRuling {
  id: string
  claims: readonly NameClaim[]
  name: string | null
  kind: NameKind | null
  dismissed: boolean
  /** ISO 8601, in UTC. */
  createdAt: string
}

/** A person, organisation or place of the case. */
export interface Entity {
  /** Of its ruling, else of its group. */
  id: string
  name: string
  kind: NameKind
  dismissed: boolean
  /** True for a surname or an acronym alone: it may be several. */
  isBare: boolean
  /** The rulings about it, the one that counts first; none where the analyst said nothing. */
  rulings: readonly NameRuling[]
  occurrences: readonly Occurrence[]
  /** The groups from which its occurrences come. */
  groups: readonly NameGroup[]
  /** How many passages it has, and in how many sources. */
  count: number
  sources: number
}

/** The entries of a case: what was found, as the analyst says it is. */
export function entitiesOfCase(groups: ReadonlyMap<string, NameGroup>, given: readonly NameRuling[]): Entity[] {
  const rulings = togetherOf(given)
  const claims = new Map<string, { claim: NameClaim; of: readonly NameRuling[] }[]>()
  for (const of of rulings)
    for (const { claims: own } of of)
      for (const claim of own) claims.set(claim.group, [...(claims.get(claim.group) ?? []), { claim, of }])
  const entities: Entity[] = []
  const ruled = new Map<readonly NameRuling[], { groups: NameGroup[]; occurrences: Occurrence[] }>()
  for (const group of groups.values()) {
    const own = claims.get(group.id)
    if (!own) {
      entities.push(asFound(group, group.occurrences))
      continue
    }
    const rest: Occurrence[] = []
    for (const occurrence of group.occurrences) {
      const best = own.reduce<{ weight: number; of: readonly NameRuling[] | null }>(
        (most, { claim, of }) => {
          const weight = weightOf(claim, occurrence)
          return weight > most.weight ? { weight, of } : most
        },
        { weight: 0, of: null }
      )
      if (best.of === null) {
        rest.push(occurrence)
        continue
      }
      const entity = ruled.get(best.of) ?? { groups: [], occurrences: [] }
      if (entity.groups.at(-1) !== group) entity.groups.push(group)
      entity.occurrences.push(occurrence)
      ruled.set(best.of, entity)
    }
    if (rest.length > 0) entities.push(asFound(group, rest))
  }
  for (const [of, { groups: own, occurrences }] of ruled) entities.push(asRuled(of, own, occurrences))
  return entities
}

/** How much a claim says of an occurrence; 0 where it isn't about it. */
function weightOf({ form, sourceId }: NameClaim, occurrence: Occurrence): number {
  if (form !== null && form !== occurrence.form) return 0
  if (sourceId !== null && sourceId !== occurrence.source.id) return 0
  return 1 + (form === null ? 0 : 1) + (sourceId === null ? 0 : 2)
}

/** Entries of which nothing is said, by their groups: they're the same as long as these are. */
const whole = new WeakMap<NameGroup, Entity>()

function asFound(group: NameGroup, occurrences: readonly Occurrence[]): Entity {
  const isWhole = occurrences.length === group.occurrences.length
  const known = isWhole ? whole.get(group) : undefined
  if (known) return known
  const { id, kind, isBare } = group
  const entity: Entity = {
    ...{ id, kind, isBare, dismissed: false, rulings: [], groups: [group], occurrences, ...countsOf(occurrences) },
    // What is left of a group that was divided may lack its longest form.
    name: isWhole ? group.name : nameIn(occurrences)
  }
  if (isWhole) whole.set(group, entity)
  return entity
}

function asRuled(
  rulings: readonly NameRuling[],
  groups: readonly NameGroup[],
  occurrences: readonly Occurrence[]
): Entity {
  const [first] = rulings
  const own = new Set(occurrences)
  const complete = groups.filter((group) => group.occurrences.every((each) => own.has(each)))
  const largest = (of: readonly NameGroup[]): NameGroup =>
    of.reduce((most, each) => (each.occurrences.length > most.occurrences.length ? each : most))
  const found = rulings.find(({ name }) => name !== null)?.name
  return {
    id: first!.id,
    name: found ?? (complete.length > 0 ? largest(complete).name : nameIn(occurrences)),
    kind: rulings.find(({ kind }) => kind !== null)?.kind ?? largest(groups).kind,
    dismissed: rulings.some(({ dismissed }) => dismissed),
    isBare: found == null && groups.every(({ isBare }) => isBare),
    rulings,
    groups,
    occurrences,
    ...countsOf(occurrences)
  }
}

/** The form that comes most often. */
function nameIn(occurrences: readonly Occurrence[]): string {
  const counts = new Map<string, number>()
  for (const { written, at } of occurrences) counts.set(written, (counts.get(written) ?? 0) + at.length)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0]
}

function countsOf(occurrences: readonly Occurrence[]): { count: number; sources: number } {
  let places = 0
  const sources = new Set<string>()
  for (const { at, source } of occurrences) {
    places += at.length / 2
    sources.add(source.id)
  }
  return { count: places, sources: sources.size }
}

/** Rulings that say something of the same are about one entry, as two copies of a case may leave them: the oldest counts first. */
function togetherOf(rulings: readonly NameRuling[]): NameRuling[][] {
  const byClaim = new Map<string, Set<NameRuling>>()
  const sets = new Map<NameRuling, Set<NameRuling>>()
  const inOrder = [...rulings].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
  for (const ruling of inOrder) {
    let own = new Set([ruling])
    sets.set(ruling, own)
    for (const claim of ruling.claims) {
      const key = claimKey(claim)
      const other = byClaim.get(key)
      if (other && other !== own) {
        for (const each of own) {
          other.add(each)
          sets.set(each, other)
        }
        for (const [known, set] of byClaim) if (set === own) byClaim.set(known, other)
        own = other
      }
      byClaim.set(key, own)
    }
  }
  const together = [...new Set(sets.values())]
  return together.map((set) => inOrder.filter((ruling) => set.has(ruling)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function claimKey({ group, form, sourceId }: NameClaim): string {
  return JSON.stringify([group, form, sourceId])
}

/** What is claimed of an entry, by its rulings or as it was found. */
export function claimsOf({ id, rulings }: Entity): NameClaim[] {
  if (rulings.length === 0) return [{ group: id, form: null, sourceId: null }]
  return withoutParts(rulings.flatMap(({ claims }) => claims))
}

/** What is claimed when entries are one. */
export function mergedClaims(entities: readonly Entity[]): NameClaim[] {
  return withoutParts(entities.flatMap(claimsOf))
}

/** Claims without those that another of them has in it. */
function withoutParts(claims: readonly NameClaim[]): NameClaim[] {
  const unique = [...new Map(claims.map((claim) => [claimKey(claim), claim])).values()]
  const whole = new Set(
    unique.filter(({ form, sourceId }) => form === null && sourceId === null).map(({ group }) => group)
  )
  return unique.filter(({ group, form, sourceId }) => !whole.has(group) || (form === null && sourceId === null))
}

/** What is to be parted from an entry: forms by what they're compared by, sources by their ids; with both, what is written so in those. */
export interface Parting {
  forms: readonly string[]
  sourceIds: readonly string[]
}

/** What stays and what goes when an entry is divided; null when nothing would stay, or go. */
export function partedClaims(
  entity: Entity,
  { forms, sourceIds }: Parting
): { stay: NameClaim[]; go: NameClaim[] } | null {
  const goes = ({ form, source }: Occurrence): boolean =>
    (forms.length === 0 || forms.includes(form)) && (sourceIds.length === 0 || sourceIds.includes(source.id))
  const going = entity.occurrences.filter(goes)
  if (going.length === 0 || going.length === entity.occurrences.length) return null
  const all = new Set(entity.occurrences)
  let stay = claimsOf(entity)
  const go: NameClaim[] = []
  for (const group of entity.groups) {
    const own = group.occurrences.filter((each) => all.has(each))
    const parted = own.filter(goes)
    if (parted.length === 0) continue
    if (parted.length === own.length) {
      go.push(...stay.filter((claim) => claim.group === group.id))
      stay = stay.filter((claim) => claim.group !== group.id)
      continue
    }
    for (const form of forms.length === 0 ? [null] : forms)
      for (const sourceId of sourceIds.length === 0 ? [null] : sourceIds) {
        if (
          parted.some(
            (each) => (form === null || each.form === form) && (sourceId === null || each.source.id === sourceId)
          )
        )
          go.push({ group: group.id, form, sourceId })
      }
    // What was claimed of the very part goes with it.
    stay = stay.filter((claim) => !go.some((each) => claimKey(each) === claimKey(claim)))
  }
  return { stay, go }
}

/** True for claims that say no more than what is found anyway. */
export function saysNothing(claims: readonly NameClaim[]): boolean {
  const [only, another] = claims
  return another === undefined && (only === undefined || (only.form === null && only.sourceId === null))
}
