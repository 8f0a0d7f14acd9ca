import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import type { EditAction } from '../../shared/case/history/history.ts'
import { sourceRow, type SourceRow } from '../../shared/case/row.ts'
import { confirmAsIs, confirmMetadata, type MetadataPatch } from '../../shared/source/confirm.ts'
import type { Source, Tlp } from '../../shared/source/source.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import { purge, setDeleted, trashOf } from './trash.ts'

/** What is changed of a source. */
interface Change {
  metadata: MetadataPatch
  tlp?: Tlp | null | undefined
  note?: string | undefined
  addTags?: string[]
  removeTags?: string[]
}

/** The requests that look at sources and change what is known of them. `now` is when something is put into the trash. */
export function sourceHandlers(
  opened: () => OpenCase,
  emit: Emit,
  now: () => Date
): Pick<Handlers, Extract<PageRequest, `source.${string}`>> {
  const rowOf = async (id: string): Promise<SourceRow> => sourceRow(await opened().source(id))
  /** One edit of many sources, as far as it comes. */
  const editMany = <T>(
    action: EditAction,
    { ids, gesture }: { ids: string[]; gesture?: string | undefined },
    edit: (id: string) => Promise<T>
  ): Promise<T[]> => {
    const keys: string[] = []
    return opened().edits.as({ action, gesture, subjects: keys }, async () => {
      const results: T[] = []
      for (const id of ids) {
        keys.push((await opened().source(id)).source.key)
        results.push(await edit(id))
      }
      return results
    })
  }
  const tell = async (ids: string[]): Promise<SourceRow[]> => {
    const rows = await Promise.all(ids.map(rowOf))
    emit('source.rows', { rows, removed: [] })
    return rows
  }
  return {
    'source.get': async ({ id }) => {
      const { source, quotes } = await opened().source(id)
      const { text } = await opened().text(id)
      return { source, text, quotes: quotes.filter((quote) => quote.deletedAt === null) }
    },
    'source.update': async ({ id, ...change }) => {
      const [source] = await editMany('metadata-changed', { ids: [id] }, () => changeSource(opened(), id, change))
      emit('source.row', await rowOf(id))
      return source!
    },
    'source.updateMany': async ({ ids, gesture, ...given }) => {
      const change = { ...given, addTags: opened().codebook.namesOf(given.addTags) }
      await editMany('metadata-changed', { ids, gesture }, (id) => changeSource(opened(), id, change))
      return tell(ids)
    },
    'source.confirm': async (many) => {
      await editMany('metadata-confirmed', many, (id) => confirmSource(opened(), id))
      return tell(many.ids)
    },
    'source.delete': async (many) => {
      const deletedAt = now().toISOString()
      const keys = await editMany('source-deleted', many, (id) => setDeleted(opened(), id, deletedAt))
      emit('source.rows', { rows: [], removed: many.ids })
      return { keys }
    },
    'source.restore': async (many) => {
      await editMany('source-restored', many, (id) => setDeleted(opened(), id, null))
      const records = await Promise.all(many.ids.map((id) => opened().source(id)))
      return { rows: await tell(many.ids), quotes: records.flatMap(({ quotes }) => quotes) }
    },
    'source.trash': () => trashOf(opened()),
    'source.purge': async ({ ids }) => {
      for (const id of ids) await purge(opened(), id)
      return {}
    },
    'source.related': ({ id }) => opened().copies.related(id),
    'source.difference': ({ a, b }) => opened().copies.difference(a, b),
    'source.stored': ({ id }) => opened().storedOf(id)
  }
}

/** Confirms a source's metadata as they are. @throws DossierError */
async function confirmSource(open: OpenCase, id: string): Promise<void> {
  await open.edits.updateSource(
    id,
    (before) => ({ ...before, source: { ...before.source, metadata: confirmAsIs(before.source.metadata) } }),
    ({ source }) => ({ action: 'metadata-confirmed', subject: source.key, detail: {} })
  )
}

/** Changes what is known of a source. A set value counts as confirmed. @throws DossierError */
async function changeSource(open: OpenCase, id: string, change: Change): Promise<Source> {
  const { metadata, tlp, note, addTags = [], removeTags = [] } = change
  const { key } = (await open.source(id)).source
  const { source } = await open.edits.updateSource(
    id,
    (record) => ({
      ...record,
      source: {
        ...record.source,
        metadata: confirmMetadata(record.source.metadata, metadata),
        ...(tlp === undefined ? {} : { tlp }),
        ...(note === undefined ? {} : { note }),
        tags: [...new Set([...record.source.tags, ...addTags])].filter((tag) => !removeTags.includes(tag))
      }
    }),
    { action: 'metadata-changed', subject: key, detail: changed(change) }
  )
  return source
}

/** The fields that were set, as the log tells of them. */
function changed({ metadata, addTags = [], removeTags = [] }: Change): Record<string, string | null> {
  return Object.fromEntries([
    ...Object.entries(metadata).map(([field, value]) => [field, Array.isArray(value) ? value.join('; ') : value]),
    ...(addTags.length > 0 ? [['tags added', addTags.join('; ')]] : []),
    ...(removeTags.length > 0 ? [['tags removed', removeTags.join('; ')]] : [])
  ]) as Record<string, string | null>
}
