import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { tagKey, type CodebookTag } from '../../shared/case/codebook/codebook.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { MARK } from '../../shared/case/records/mark.ts'
import { TAG, type Tag } from '../../shared/case/records/tag.ts'
import type { CustodyNote } from '../../shared/case/custody.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'

/** The requests of the codebook. */
export function tagHandlers(
  opened: () => OpenCase,
  emit: Emit,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `tag.${string}`>> {
  /** Tells of sources whose rows and quotes may be others now, and of marks. */
  const tell = async (sourceIds: readonly string[], marked: readonly string[] = []): Promise<void> => {
    const records = await Promise.all(sourceIds.map((id) => opened().source(id)))
    if (records.length > 0) emit('source.rows', { rows: records.map(sourceRow), removed: [] })
    for (const { quotes } of records) for (const quote of quotes) emit('quote.changed', quote)
    emit('marks.changed', { sourceIds: [...marked], tags: true })
  }
  return {
    'tag.list': async () => opened().codebook.rows(),
    'tag.create': async (given) => {
      const open = opened()
      const tag = await open.edits.as({ action: 'tag-made', subjects: ({ name }: Tag) => [`“${name}”`] }, () =>
        makeTag(open, given, clockAndIds)
      )
      await tell([])
      return tag
    },
    'tag.update': async ({ id, ...change }) => {
      const open = opened()
      const changed: string[] = []
      const before = open.codebook.tag(id).name
      const tag = await open.edits.as({ action: 'tag-changed', subjects: [`“${before}”`] }, () =>
        changeTag(open, id, change, { clockAndIds, changed })
      )
      await tell(changed)
      return tag
    },
    'tag.merge': async ({ ids, into }) => {
      const open = opened()
      const changed: string[] = []
      const names = ids.map((id) => `“${open.codebook.tag(id).name}”`)
      const tag = await open.edits.as({ action: 'tag-merged', subjects: names }, () =>
        mergeTags(open, ids, into, { clockAndIds, changed })
      )
      await tell(changed)
      return tag
    },
    'tag.delete': async ({ id }) => {
      const open = opened()
      const changed: string[] = []
      const { name } = open.codebook.tag(id)
      await open.edits.as({ action: 'tag-deleted', subjects: [`“${name}”`] }, () => deleteTag(open, id, changed))
      await tell(changed)
      return {}
    },
    'tag.give': async ({ marks, quotes, sources, add, remove, gesture }) => {
      const open = opened()
      const touched = new Set<string>(sources)
      const marked = new Set<string>()
      const subjects: string[] = []
      await open.edits.as({ action: 'tags-given', gesture, subjects }, async () => {
        const names = [...add, ...remove].map((id) => [id, open.codebook.tag(id).name] as const)
        const nameOf = new Map(names)
        const given = { add: add.map((id) => nameOf.get(id)!), remove: remove.map((id) => nameOf.get(id)!) }
        if (marks.length > 0) {
          const adding = await recordsOfTags(open, add, clockAndIds)
          const removing = new Set(remove.flatMap((id) => open.codebook.codebook.byId(id)?.id ?? []))
          for (const id of marks) {
            const { codebook } = open.codebook
            const mark = await open.edits.updateRecord(MARK, id, (before) => ({
              ...before,
              tags: [
                ...new Set([
                  ...before.tags.filter((tag) => !removing.has(codebook.byId(tag)?.id ?? tag)),
                  ...adding.filter((tag) => !before.tags.some((had) => codebook.byId(had)?.id === tag))
                ])
              ]
            }))
            marked.add(mark.sourceId)
            subjects.push(id)
          }
        }
        for (const id of quotes) {
          const sourceId = open.store.catalogue.sourceOfQuote(id)
          if (sourceId === undefined) throw new DossierError('not-found', 'This quote is no longer in the case.')
          touched.add(sourceId)
          subjects.push(await retag(open, sourceId, given, { of: 'quote', id }))
        }
        for (const id of sources) subjects.push(await retag(open, id, given, { of: 'source' }))
      })
      await tell([...touched], [...marked])
      return {}
    },
    'tag.passages': async ({ id, below }) => opened().codebook.passages(id, below)
  }
}

/** Adds tags by name to a source or one of its quotes, and takes others away. Answers its key. @throws DossierError */
export async function retag(
  open: OpenCase,
  sourceId: string,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  what: { of: 'source' } | { of: 'quote'; id: string }
): Promise<string> {
  const gone = new Set(remove.map(tagKey))
  const change = (tags: readonly string[]): string[] => {
    const kept = tags.filter((name) => !gone.has(tagKey(name)))
    const had = new Set(kept.map(tagKey))
    return [...kept, ...add.filter((name) => !had.has(tagKey(name)))]
  }
  const keyIn = ({ source, quotes }: SourceRecord): string =>
    what.of === 'source' ? source.key : (quotes.find(({ id }) => id === what.id)?.key ?? source.key)
  const detail = {
    ...(add.length > 0 ? { 'tags added': add.join('; ') } : {}),
    ...(remove.length > 0 ? { 'tags removed': remove.join('; ') } : {})
  }
  const record = await open.edits.updateSource(
    sourceId,
    (before) =>
      what.of === 'source'
        ? { ...before, source: { ...before.source, tags: change(before.source.tags) } }
        : {
            ...before,
            quotes: before.quotes.map((quote) =>
              quote.id === what.id ? { ...quote, tags: change(quote.tags) } : quote
            )
          },
    (after) => ({
      action: what.of === 'source' ? 'metadata-changed' : 'quote-changed',
      subject: keyIn(after),
      detail
    })
  )
  return keyIn(record)
}

/** What a change of the codebook goes by, and where it notes the sources that it changed. */
interface Changing {
  clockAndIds: ClockAndIds
  changed: string[]
}

/** The ids of the records of tags, within an edit: one that has only a name gets a record. @throws DossierError `not-found` or a storage failure */
export async function recordsOfTags(
  open: OpenCase,
  ids: readonly string[],
  clockAndIds: ClockAndIds
): Promise<string[]> {
  const records: string[] = []
  for (const id of new Set(ids)) records.push((await recordOf(open, open.codebook.tag(id), clockAndIds)).id)
  return [...new Set(records)]
}

/** Makes a tag, within an edit. @throws DossierError `bad-request` when there is one of its name, or a storage failure */
export async function makeTag(
  open: OpenCase,
  { name, parent, ...rest }: Pick<Tag, 'name' | 'colour' | 'description' | 'parent'>,
  clockAndIds: ClockAndIds
): Promise<Tag> {
  const twin = open.codebook.codebook.byName(name)
  if (twin?.record) refuseName(twin.name)
  const above = parent === null ? null : await recordOf(open, open.codebook.tag(parent), clockAndIds)
  return addTag(open, { ...rest, name, parent: above?.id ?? null }, clockAndIds)
}

async function addTag(
  open: OpenCase,
  given: Pick<Tag, 'name' | 'colour' | 'description' | 'parent'>,
  clockAndIds: ClockAndIds
): Promise<Tag> {
  const tag = newTag(given, clockAndIds)
  await open.edits.addRecords(TAG, [tag])
  return tag
}

function newTag(given: Pick<Tag, 'name' | 'colour' | 'description' | 'parent'>, { now, newId }: ClockAndIds): Tag {
  return { ...given, id: newId(), formerIds: [], formerNames: [], createdAt: now().toISOString() }
}

/** Changes what is said of a tag. One that has only a name gets its record with that, at once: nothing comes between that says less. */
async function sayOfTag(
  open: OpenCase,
  { name, record }: CodebookTag,
  change: (before: Tag) => Tag,
  detail: CustodyNote['detail'],
  clockAndIds: ClockAndIds
): Promise<Tag> {
  if (record)
    return open.edits.updateRecord(TAG, record.id, change, { action: 'tag-changed', subject: record.id, detail })
  const tag = change(newTag({ name, colour: null, description: '', parent: null }, clockAndIds))
  await open.edits.addRecords(TAG, [tag], { action: 'tag-added', subject: tag.id, detail })
  return tag
}

function refuseName(name: string): never {
  throw new DossierError(
    'bad-request',
    `There is a tag “${name}” already. Nothing was changed. Choose another name, or merge the two.`
  )
}

/** The record of a tag, made of its name where it had none. */
async function recordOf(open: OpenCase, tag: CodebookTag, clockAndIds: ClockAndIds): Promise<Tag> {
  return tag.record ?? addTag(open, { name: tag.name, colour: null, description: '', parent: null }, clockAndIds)
}

async function changeTag(
  open: OpenCase,
  id: string,
  { name, parent, colour, description }: { [K in 'name' | 'parent' | 'colour' | 'description']?: Tag[K] | undefined },
  { clockAndIds, changed }: Changing
): Promise<Tag> {
  const { codebook } = open.codebook
  const tag = open.codebook.tag(id)
  const twin = name === undefined ? undefined : codebook.byName(name)
  if (twin && twin !== tag) refuseName(twin.name)
  if (parent !== undefined && parent !== null && codebook.withDescendants(tag.id).has(open.codebook.tag(parent).id))
    throw new DossierError('bad-request', 'A tag can’t stand below itself. Nothing was changed.')
  const above =
    parent === undefined || parent === null ? null : await recordOf(open, open.codebook.tag(parent), clockAndIds)
  const former = codebook.twinsOf(tag.id)
  const isRenamed = name !== undefined && name !== tag.name
  if (isRenamed) await renameInSources(open, tagKey(tag.name), name, changed)
  const after = await sayOfTag(
    open,
    tag,
    (before) => ({
      ...before,
      name: name ?? before.name,
      colour: colour === undefined ? before.colour : colour,
      description: description ?? before.description,
      parent: parent === undefined ? before.parent : (above?.id ?? null),
      formerIds: [...new Set([...before.formerIds, ...former.flatMap((each) => [each.id, ...each.formerIds])])],
      formerNames: isRenamed ? formerly([...before.formerNames, before.name], name) : before.formerNames
    }),
    { title: name ?? tag.name, ...(isRenamed ? { formerly: tag.name } : {}) },
    clockAndIds
  )
  for (const each of former) await open.edits.removeRecord(TAG, each.id)
  return after
}

/** Names by which a tag was known, without the one that it has. */
function formerly(names: readonly string[], name: string): string[] {
  const byKey = new Map(names.map((each) => [tagKey(each), each]))
  byKey.delete(tagKey(name))
  return [...byKey.values()]
}

async function mergeTags(
  open: OpenCase,
  ids: readonly string[],
  into: string,
  { clockAndIds, changed }: Changing
): Promise<Tag> {
  const { codebook } = open.codebook
  const kept = open.codebook.tag(into)
  const gone = [...new Set(ids.map((id) => open.codebook.tag(id)))].filter((tag) => tag !== kept)
  if (gone.length === 0)
    throw new DossierError('bad-request', 'A tag can’t be merged into itself. Nothing was changed.')
  const records = [kept, ...gone].flatMap((tag) => [
    ...(tag === kept || !tag.record ? [] : [tag.record]),
    ...codebook.twinsOf(tag.id)
  ])
  for (const { name } of gone) await renameInSources(open, tagKey(name), kept.name, changed)
  // What stands above a tag that goes, and is one of those, is the tag itself from now on: it takes the place of the first that isn't.
  const merged = new Set([kept, ...gone].map(({ id }) => id))
  let parent = kept.parent
  while (parent !== null && merged.has(parent)) parent = codebook.byId(parent)?.parent ?? null
  const after = await sayOfTag(
    open,
    kept,
    (before) => ({
      ...before,
      parent,
      description:
        before.description === ''
          ? (records.find(({ description }) => description !== '')?.description ?? '')
          : before.description,
      colour: before.colour ?? records.find(({ colour }) => colour !== null)?.colour ?? null,
      formerIds: [...new Set([...before.formerIds, ...records.flatMap((each) => [each.id, ...each.formerIds])])],
      formerNames: formerly(
        [...before.formerNames, ...gone.map(({ name }) => name), ...records.flatMap((each) => each.formerNames)],
        before.name
      )
    }),
    { title: kept.name, merged: gone.map(({ name }) => name).join('; ') },
    clockAndIds
  )
  for (const each of records) await open.edits.removeRecord(TAG, each.id)
  return after
}

async function deleteTag(open: OpenCase, id: string, changed: string[]): Promise<void> {
  const { codebook } = open.codebook
  const tag = open.codebook.tag(id)
  await renameInSources(open, tagKey(tag.name), null, changed)
  for (const former of tag.record?.formerNames ?? []) await renameInSources(open, tagKey(former), null, changed)
  for (const child of codebook.childrenOf(tag.id))
    await open.edits.updateRecord(TAG, child.record!.id, (before) => ({ ...before, parent: tag.parent }))
  for (const each of [...(tag.record ? [tag.record] : []), ...codebook.twinsOf(tag.id)])
    await open.edits.removeRecord(TAG, each.id)
}

/** Gives a tag another name wherever sources and quotes, deleted ones too, say it; null takes it away. `changed` gets the ids of the sources. */
async function renameInSources(open: OpenCase, key: string, name: string | null, changed: string[]): Promise<void> {
  const { rows, quotes } = open.codebook.tagged
  const has = (tags: readonly string[]): boolean => tags.some((tag) => tagKey(tag) === key)
  const renamed = (tags: string[]): string[] =>
    has(tags) ? [...new Set(tags.flatMap((tag) => (tagKey(tag) === key ? (name ?? []) : tag)))] : tags
  const ids = new Set([
    ...[...rows.values()].filter(({ tags }) => has(tags)).map(({ id }) => id),
    ...quotes.filter(({ tags }) => has(tags)).map(({ sourceId }) => sourceId)
  ])
  for (const id of ids) {
    await open.edits.updateSource(
      id,
      (before) => ({
        ...before,
        source: { ...before.source, tags: renamed(before.source.tags) },
        quotes: before.quotes.map((quote) => ({ ...quote, tags: renamed(quote.tags) }))
      }),
      ({ source }) => ({
        action: 'metadata-changed',
        subject: source.key,
        detail: { 'tags removed': key, ...(name === null ? {} : { 'tags added': name }) }
      })
    )
    if (!changed.includes(id)) changed.push(id)
  }
}
