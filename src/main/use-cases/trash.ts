import type { TrashedSource } from '../../shared/api/contract.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { OpenCase } from './open-case.ts'

/** Puts a source into the trash, or takes it out again. One that is there already stays as it is. Answers its key. @throws DossierError */
export async function setDeleted(open: OpenCase, id: string, deletedAt: string | null): Promise<string> {
  const record = await open.edits.updateSource(
    id,
    (before) =>
      (before.source.deletedAt === null) === (deletedAt === null)
        ? before
        : { ...before, source: { ...before.source, deletedAt } },
    ({ source }) => ({
      action: deletedAt === null ? 'source-restored' : 'source-deleted',
      subject: source.key,
      detail: {}
    })
  )
  return record.source.key
}

/** What is in the trash, deleted last first. @throws DossierError */
export async function trashOf(open: OpenCase): Promise<TrashedSource[]> {
  const found = await Promise.all(
    open.store.catalogue.trash().map(async (id) => {
      const record = await open.source(id)
      const { deletedAt } = record.source
      return deletedAt === null ? [] : [{ row: sourceRow(record), deletedAt }]
    })
  )
  return found.flat().sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1))
}

/** Takes a source out of the trash for good, with its files. @throws DossierError `bad-request` for one that isn't there, or a storage failure */
export async function purge(open: OpenCase, id: string): Promise<void> {
  const { key, deletedAt, original } = (await open.source(id)).source
  if (deletedAt === null)
    throw new DossierError('bad-request', `${key} isn’t in the trash, so it was kept. Delete it first.`)
  await open.store.removeSource(
    id,
    { action: 'source-purged', subject: key, detail: { name: original.name, sha256: original.sha256 } },
    { keep: false }
  )
}
