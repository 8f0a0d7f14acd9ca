import type { NameFormRow, NameRow } from '../../../shared/analysis/entities/answer.ts'
import { formKey, initialsOf, isAcronym } from '../../../shared/analysis/entities/name-key.ts'
import type { Entity } from '../../../shared/analysis/entities/rulings.ts'
import type { NameKind } from '../../../shared/analysis/names/weigh.ts'

/** How many other forms a row of the list tells. */
const MOST_ALSO = 4

/** What of the list is wanted. */
export interface Wanted {
  kind: NameKind | null
  find: string
  sort: 'name' | 'count'
}

const NAME_ORDER = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
const orders = new WeakMap<readonly Entity[], Record<'name' | 'count', readonly Entity[]>>()

/** Entries in the order of their names, or those of most passages first. */
function sorted(entities: readonly Entity[], sort: 'name' | 'count'): readonly Entity[] {
  let known = orders.get(entities)
  if (!known) {
    const name = [...entities].sort((a, b) => NAME_ORDER.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
    // Of as many passages in the order of the names: sorting leaves equal ones as they stand.
    known = { name, count: [...name].sort((a, b) => b.count - a.count) }
    orders.set(entities, known)
  }
  return known[sort]
}

/** The entries of a kind whose name or forms have all of the words in them. */
export function wantedOf(entities: readonly Entity[], { kind, find, sort }: Wanted): Entity[] {
  const words = formKey(find)
    .split(' ')
    .filter((word) => word !== '')
  return sorted(entities, sort).filter(
    (entity) =>
      (kind === null || entity.kind === kind) &&
      (words.length === 0 || words.every((word) => formsIn(entity).some((form) => form.includes(word))))
  )
}

const searched = new WeakMap<Entity, string[]>()

function formsIn(entity: Entity): string[] {
  let forms = searched.get(entity)
  if (!forms) {
    forms = [...new Set([formKey(entity.name), ...entity.occurrences.map(({ form }) => form)])]
    searched.set(entity, forms)
  }
  return forms
}

const rows = new WeakMap<Entity, NameRow>()

/** An entry as the list shows it. */
export function rowOf(entity: Entity): NameRow {
  let row = rows.get(entity)
  if (!row) {
    const { id, name, kind, count, sources, isBare, rulings } = entity
    row = { ...{ id, name, kind, count, sources, isBare, also: otherForms(entity) }, isRuled: rulings.length > 0 }
    rows.set(entity, row)
  }
  return row
}

/** The most frequent forms of an entry but its name. */
function otherForms({ name, occurrences }: Entity): string[] {
  const counts = new Map<string, { written: string; count: number }>()
  for (const { form, written, at } of occurrences) {
    const known = counts.get(form)
    if (known) known.count += at.length
    else counts.set(form, { written, count: at.length })
  }
  if (counts.size === 1 && occurrences[0]!.written === name) return []
  counts.delete(formKey(name))
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_ALSO)
    .map(({ written }) => written)
}

/** The forms of an entry, the most frequent first, each as it's written most often. */
export function formRows({ occurrences }: Entity): NameFormRow[] {
  const forms = new Map<
    string,
    { written: Map<string, number>; rules: Set<NameFormRow['rules'][number]>; sources: Set<string>; count: number }
  >()
  for (const { form, written, rule, at, source } of occurrences) {
    let known = forms.get(form)
    if (!known) forms.set(form, (known = { written: new Map(), rules: new Set(), sources: new Set(), count: 0 }))
    known.written.set(written, (known.written.get(written) ?? 0) + at.length)
    known.rules.add(rule)
    known.sources.add(source.id)
    known.count += at.length / 2
  }
  return [...forms]
    .map(([form, { written, rules, sources, count }]) => ({
      form,
      written: [...written].reduce((best, each) => (each[1] > best[1] ? each : best))[0],
      rules: [...rules],
      count,
      sources: sources.size
    }))
    .sort((a, b) => b.count - a.count)
}

/** How many entries may be told that perhaps mean the same. */
const MOST_PERHAPS = 8

/**
 * Other entries that may mean the same: of one name but another kind, a surname alone and those who bear it, an initial and the given name, an acronym and the bodies with
 * these initials, a name and longer ones that begin so.
 */
export function perhapsSame(entity: Entity, entities: readonly Entity[]): Entity[] {
  const own = formKey(entity.name)
  const found = entities.filter(
    (other) => other !== entity && !other.dismissed && mayBeSame(own, formKey(other.name), entity, other)
  )
  return found.sort((a, b) => b.count - a.count).slice(0, MOST_PERHAPS)
}

function mayBeSame(a: string, b: string, one: Entity, other: Entity): boolean {
  if (a === b) return true
  if (one.kind !== other.kind) return false
  const [first, second] = [a.split(' '), b.split(' ')]
  if (one.kind === 'person') {
    if (first.at(-1) !== second.at(-1)) return false
    if (first.length === 1 || second.length === 1) return true
    const [x, y] = [first[0]!, second[0]!]
    return x === y || ((x.length <= 2 || y.length <= 2) && x[0] === y[0])
  }
  if (one.kind === 'organisation') {
    if (isAcronym(one.name) && first.length === 1 && initialsOf(b) === a) return true
    if (isAcronym(other.name) && second.length === 1 && initialsOf(a) === b) return true
  }
  return a.startsWith(`${b} `) || b.startsWith(`${a} `)
}
