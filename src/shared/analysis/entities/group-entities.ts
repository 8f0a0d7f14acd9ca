import type { NameKind } from '../names/weigh.ts'
import type { ShownKind } from './kind-evidence.ts'
import { formKey, initialsOf } from './name-key.ts'
import type { FormRule, TextName } from './read-entities.ts'

/** A source with the names of its text. */
export interface NamedSource {
  id: string
  /** Its key, such as `S12`. */
  key: string
  names: readonly TextName[]
}

/** A form of a name in a source, with its places there: start and end, in UTF-16 units, one behind the other. */
export interface Occurrence {
  source: NamedSource
  written: string
  /** What forms are compared by. */
  form: string
  rule: FormRule
  at: readonly number[]
}

/** What the texts of the case surely call by one name: before the analyst says anything to it. */
export interface NameGroup {
  /** `person orla venn`: its kind and what it's compared by. */
  id: string
  kind: NameKind
  key: string
  /** The longest form; of several the one that most sources have. */
  name: string
  isBare: boolean
  /** By source, in the order of the sources, but for those of a surname or an acronym alone: these come last. */
  occurrences: Occurrence[]
}

/**
 * Groups the names of all sources. The same name in full is one; a surname alone is taken for the only person of the case who bears it where the source also names
 * somebody who stands beside that person elsewhere, an acronym for the only body that has it in brackets somewhere. Everything else stays apart.
 */
export function groupNames(sources: readonly NamedSource[]): Map<string, NameGroup> {
  const kinds = kindsOfCase(sources)
  const groups = new Map<string, NameGroup>()
  const forms = new Map<string, string>()
  const formOf = (written: string): string => {
    const known = forms.get(written)
    if (known !== undefined) return known
    const form = formKey(written)
    forms.set(written, form)
    return form
  }
  const titles = new Map<NameGroup, Map<string, number>>()
  // A person and a town of one word may be two; a town and a body are the town, and what acts for it.
  const kindOf = ({ kind, key, shown }: TextName): ShownKind =>
    key.includes(' ') || kind !== 'person' ? (kinds.get(key) ?? kind) : shown === 'other' ? shown : kind
  // By kind and key, so that no name has to be made for each of hundreds of thousands.
  const byKey: Record<NameKind, Map<string, NameGroup>> = {
    person: new Map(),
    organisation: new Map(),
    place: new Map()
  }
  const add = (source: NamedSource, name: TextName, to: { kind: NameKind; key: string; rule?: FormRule }): void => {
    let group = byKey[to.kind].get(to.key)
    if (!group) {
      const id = `${to.kind} ${to.key}`
      group = { id, kind: to.kind, key: to.key, name: name.name, isBare: name.isBare, occurrences: [] }
      byKey[to.kind].set(to.key, group)
      groups.set(id, group)
    } else if (to.rule === undefined && (group.name !== name.name || titles.has(group))) {
      // Most are called the same wherever they stand: only of others it's counted by how many.
      const known = titles.get(group) ?? new Map([[group.name, sourcesIn(group.occurrences)]])
      known.set(name.name, (known.get(name.name) ?? 0) + 1)
      titles.set(group, known)
    }
    for (const { written, rule, at } of name.forms)
      group.occurrences.push({ source, written, form: formOf(written), rule: to.rule ?? rule, at })
  }
  const bare: { source: NamedSource; name: TextName }[] = []
  for (const source of sources)
    for (const name of source.names) {
      const kind = kindOf(name)
      if (kind === 'other') continue
      if (name.isBare) bare.push({ source, name })
      else add(source, name, { kind, key: name.key })
    }
  const fit = fitting(groups, sources)
  // Of a town in capitals, as before a report, the town.
  const named = ({ kind, key }: TextName): { kind: NameKind; key: string } =>
    kind === 'organisation' && !byKey.organisation.has(key) && byKey.place.has(key)
      ? { kind: 'place', key }
      : { kind, key }
  const joined = bare.map(({ source, name }) => ({ source, name, to: fit(source, name) }))
  for (const { source, name, to } of joined) if (to || !name.isDoubtful) add(source, name, to ?? named(name))
  for (const { source, name, to } of joined)
    if (!to && name.isDoubtful && byKey[name.kind].has(name.key)) add(source, name, { kind: name.kind, key: name.key })
  for (const [group, names] of titles) group.name = bestName([...names])
  return groups
}

/** In how many sources occurrences stand that are in the order of the sources. */
function sourcesIn(occurrences: readonly Occurrence[]): number {
  let count = 0
  let last: NamedSource | null = null
  for (const { source } of occurrences) {
    if (source !== last) count++
    last = source
  }
  return count
}

function bestName(names: readonly (readonly [string, number])[]): string {
  const isShouted = (name: string): boolean => name.length > 4 && name === name.toUpperCase()
  return names.reduce((best, each) =>
    isShouted(best[0]) === isShouted(each[0]) ? (each[1] > best[1] ? each : best) : isShouted(best[0]) ? each : best
  )[0]
}

/** The kind of each name: of those that sources show the one that most do, else the one that most see; of one word only whether it's a place or a body. */
function kindsOfCase(sources: readonly NamedSource[]): Map<string, ShownKind> {
  const [shown, seen] = [new Map<string, KindCounts>(), new Map<string, KindCounts>()]
  const count = (counts: Map<string, KindCounts>, key: string, kind: ShownKind): void => {
    const own = counts.get(key) ?? {}
    own[kind] = (own[kind] ?? 0) + 1
    counts.set(key, own)
  }
  for (const { names } of sources)
    for (const name of names) {
      if (!name.key.includes(' ') && name.kind === 'person') continue
      count(seen, name.key, name.kind)
      if (name.shown !== null) count(shown, name.key, name.shown)
    }
  return new Map([...seen].map(([key, own]) => [key, mostOf(shown.get(key) ?? own)]))
}

type KindCounts = Partial<Record<ShownKind, number>>

function mostOf(counts: KindCounts): ShownKind {
  const all = Object.entries(counts) as [ShownKind, number][]
  return all.reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && best[0] === 'other') ? each : best
  )[0]
}

/** In a case of more sources than this a name of a fifth of them says nothing of what a source is about. */
const FEW = 10
const MOST_SHARE = 5

/** Finds the group that a surname or an acronym alone belongs to; null where that isn't sure. */
function fitting(
  groups: ReadonlyMap<string, NameGroup>,
  sources: readonly NamedSource[]
): (source: NamedSource, name: TextName) => { kind: NameKind; key: string; rule: FormRule } | null {
  const people = new Map<string, NameGroup[]>()
  const bodies = new Map<string, Set<NameGroup>>()
  const initials = new Map<string, Set<NameGroup>>()
  for (const group of groups.values()) {
    const words = group.key.split(' ')
    if (words.length < 2) continue
    if (group.kind === 'person') {
      const last = words.at(-1)!
      const known = people.get(last)
      if (known) known.push(group)
      else people.set(last, [group])
    }
    if (group.kind === 'organisation') {
      const short = initialsOf(group.key)
      initials.set(short, (initials.get(short) ?? new Set()).add(group))
    }
  }
  for (const { names } of sources)
    for (const { key, acronyms } of names)
      for (const acronym of acronyms) {
        const group = groups.get(`organisation ${key}`)
        const short = formKey(acronym)
        if (group) bodies.set(short, (bodies.get(short) ?? new Set()).add(group))
      }
  const spread = new Map<string, number>()
  for (const group of groups.values()) spread.set(group.id, sourcesIn(group.occurrences))
  const tells = (id: string): boolean => sources.length <= FEW || (spread.get(id) ?? 0) * MOST_SHARE <= sources.length
  const beside = new Map<NameGroup, Map<string, number>>()
  const companyOf = (group: NameGroup): Map<string, number> => {
    const known = beside.get(group)
    if (known) return known
    const company = new Map<string, number>()
    for (const { source } of group.occurrences) for (const [id, weight] of tellingNames(source)) company.set(id, weight)
    company.delete(group.id)
    beside.set(group, company)
    return company
  }
  const tellingNames = ({ names }: NamedSource): [string, number][] =>
    names.flatMap(({ kind, key, isBare }): [string, number][] => {
      const id = `${kind} ${key}`
      if (isBare || kind === 'place' || !tells(id)) return []
      return [[id, kind === 'person' ? 2 : 1]]
    })
  return (source, { kind, key }) => {
    if (kind === 'organisation') {
      const [only, another] = bodies.get(key) ?? []
      const others = [...(initials.get(key) ?? [])].filter((group) => group !== only)
      return only === undefined || another !== undefined || others.length > 0
        ? null
        : { kind, key: only.key, rule: 'only-acronym' }
    }
    const [only, another] = people.get(key) ?? []
    if (kind !== 'person' || only === undefined || another !== undefined) return null
    const company = companyOf(only)
    const shared = tellingNames(source).reduce((total, [id, weight]) => total + (company.has(id) ? weight : 0), 0)
    return shared >= 2 ? { kind, key: only.key, rule: 'only-surname' } : null
  }
}
