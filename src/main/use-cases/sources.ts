import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import { sourceRow, type SourceRow } from '../../shared/case/row.ts'
import { confirmAsIs, confirmMetadata, type MetadataPatch } from '../../shared/source/confirm.ts'
import type { Source, Tlp } from '../../shared/source/source.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** What is changed of a source. */
interface Change {
  metadata: MetadataPatch
  tlp?: Tlp | null | undefined
  note?: string | undefined
  addTags?: string[]
  removeTags?: string[]
}

/** The requests that look at sources and change what is known of them. */
export function sourceHandlers(
  opened: () => OpenCase,
  emit: Emit
): Pick<Handlers, Extract<PageRequest, `source.${string}`>> {
  const edit = async (id: string, change: Change): Promise<Source> => {
    const source = await changeSource(opened(), id, change)
    await tellRow(id)
    return source
  }
  const tellRow = async (id: string): Promise<SourceRow> => {
    const row = sourceRow(await opened().source(id))
    emit('source.row', row)
    return row
  }
  return {
    'source.get': async ({ id }) => {
      const { source, quotes } = await opened().source(id)
      const { text } = await opened().text(id)
      return { source, text, quotes: quotes.filter((quote) => quote.deletedAt === null) }
    },
    'source.update': ({ id, ...change }) => edit(id, change),
    'source.updateMany': async ({ ids, ...change }) => {
      const rows: SourceRow[] = []
      for (const id of ids)
        rows.push(sourceRow({ ...(await opened().source(id)), source: await changeSource(opened(), id, change) }))
      emit('source.rows', { rows, removed: [] })
      return rows
    },
    'source.confirm': async ({ ids }) => {
      const rows: SourceRow[] = []
      for (const id of ids) {
        const { key } = (await opened().source(id)).source
        const record = await opened().store.updateSource(
          id,
          (before) => ({
            ...before,
            source: { ...before.source, metadata: confirmAsIs(before.source.metadata) }
          }),
          { action: 'metadata-confirmed', subject: key, detail: {} }
        )
        rows.push(sourceRow(record))
      }
      emit('source.rows', { rows, removed: [] })
      return rows
    },
    'source.related': ({ id }) => opened().copies.related(id),
    'source.difference': ({ a, b }) => opened().copies.difference(a, b),
    'source.stored': ({ id }) => opened().storedOf(id)
  }
}

/** Changes what is known of a source. A set value counts as confirmed. @throws DossierError */
async function changeSource(open: OpenCase, id: string, change: Change): Promise<Source> {
  const { metadata, tlp, note, addTags = [], removeTags = [] } = change
  const { key } = (await open.source(id)).source
  const { source } = await open.store.updateSource(
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
