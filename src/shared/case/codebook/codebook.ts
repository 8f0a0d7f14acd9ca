import { compareText } from '../merge/canonical.ts'
import type { Tag } from '../records/tag.ts'

/**
 * One tag as the case has it. Sources and quotes keep the names of their tags, marks their ids: a name that the codebook lacks is a tag all the same, without
 * colour or place in the hierarchy (`record` null), until something is said of it.
 */
export interface CodebookTag {
  /** Of its record; of a tag without one, `=` and the name by which it's known. */
  id: string
  name: string
  parent: string | null
  record: Tag | null
}

/** The tags of a case in the order in which they're shown: children below their parent, by name among each other. */
export interface Codebook {
  tags: readonly CodebookTag[]
  /** The tag to which an id leads, its own or a former one; undefined for none. */
  byId(id: string): CodebookTag | undefined
  /** The tag that is called so, or was. */
  byName(name: string): CodebookTag | undefined
  childrenOf(id: string | null): readonly CodebookTag[]
  /** A tag's id with those of all below it. */
  withDescendants(id: string): Set<string>
  /** How many tags stand above it. */
  depthOf(id: string): number
  /** Other records that say the same name as this tag's: they count as one with it. */
  twinsOf(id: string): readonly Tag[]
}

/** By which names of tags are compared: letter case, composition and white space make no difference. */
export function tagKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

/** The id of a tag that has a name alone. */
export function plainId(name: string): string {
  return `=${tagKey(name)}`
}

/**
 * The codebook of these records and names. Two records of one name, as two copies of a case may bring along, are one tag, the older's. A circle of parents,
 * which a merge can make, is cut at the tag that comes first in it.
 */
export function codebookOf(records: readonly Tag[], names: Iterable<string>): Codebook {
  const inOrder = [...records].sort((a, b) => compareText(a.createdAt, b.createdAt) || compareText(a.id, b.id))
  const byKey = new Map<string, CodebookTag>()
  const byId = new Map<string, CodebookTag>()
  const twins = new Map<string, Tag[]>()
  const keys = new Map<CodebookTag, string>()
  for (const record of inOrder) {
    const key = tagKey(record.name)
    const twin = byKey.get(key)
    const tag = twin ?? { id: record.id, name: record.name, parent: null, record }
    if (twin) twins.set(twin.id, [...(twins.get(twin.id) ?? []), record])
    byKey.set(key, tag)
    byId.set(record.id, tag)
    if (!twin) keys.set(tag, key)
  }
  for (const record of inOrder) {
    const tag = byId.get(record.id)!
    for (const id of record.formerIds) if (!byId.has(id)) byId.set(id, tag)
    for (const name of record.formerNames) if (!byKey.has(tagKey(name))) byKey.set(tagKey(name), tag)
  }
  for (const name of names) {
    const key = tagKey(name)
    if (key === '' || byKey.has(key)) continue
    const tag = { id: plainId(name), name, parent: null, record: null }
    byKey.set(key, tag)
    byId.set(tag.id, tag)
    keys.set(tag, key)
  }
  const unique = [...new Set(byId.values())]
  for (const [tag, parent] of parentsOf(unique, byId)) tag.parent = parent
  const keyed = unique.map((tag) => ({ tag, key: keys.get(tag) ?? tagKey(tag.name) }))
  const children = new Map<string | null, CodebookTag[]>()
  for (const { tag } of keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.tag.id, b.tag.id))) {
    const siblings = children.get(tag.parent)
    if (siblings) siblings.push(tag)
    else children.set(tag.parent, [tag])
  }
  const depths = new Map<string, number>()
  const ordered: CodebookTag[] = []
  const open = [...(children.get(null) ?? [])].reverse()
  for (let tag = open.pop(); tag; tag = open.pop()) {
    depths.set(tag.id, tag.parent === null ? 0 : depths.get(tag.parent)! + 1)
    ordered.push(tag)
    open.push(...[...(children.get(tag.id) ?? [])].reverse())
  }
  const withDescendants = (id: string): Set<string> => {
    const found = new Set([id])
    for (const each of found) for (const child of children.get(each) ?? []) found.add(child.id)
    return found
  }
  return {
    tags: ordered,
    byId: (id) => byId.get(id),
    byName: (name) => byKey.get(tagKey(name)),
    childrenOf: (id) => children.get(id) ?? [],
    withDescendants,
    depthOf: (id) => depths.get(id) ?? 0,
    twinsOf: (id) => twins.get(id) ?? []
  }
}

/**
 * The tag below which each stands; null at the top, and at the first tag of a circle, where that is cut. Each is looked at once, however deep or long their chains are.
 */
function parentsOf(
  tags: readonly CodebookTag[],
  byId: ReadonlyMap<string, CodebookTag>
): Map<CodebookTag, string | null> {
  const above = ({ record }: CodebookTag): CodebookTag | undefined =>
    record === null || record.parent === null ? undefined : byId.get(record.parent)
  const parents = new Map<CodebookTag, string | null>()
  for (const tag of tags) {
    const path = new Set<CodebookTag>()
    let at: CodebookTag | undefined = tag
    while (at && !parents.has(at) && !path.has(at)) {
      path.add(at)
      at = above(at)
    }
    for (const each of path) parents.set(each, above(each)?.id ?? null)
    if (!at || !path.has(at)) continue
    const steps = [...path]
    const circle = steps.slice(steps.indexOf(at))
    parents.set(
      circle.reduce((first, each) => (compareText(each.id, first.id) < 0 ? each : first)),
      null
    )
  }
  return parents
}
