import type { RequestName } from '../../shared/api/contract.ts'
import { SAVED_SEARCH } from '../../shared/case/records/saved-search.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'
import type { ClockAndIds } from './quotes.ts'

/** The requests that keep searches in the case. */
export function savedSearchHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, `saved.${string}`>> {
  const records = () => opened().store.records(SAVED_SEARCH)
  return {
    'saved.list': async () =>
      records()
        .list()
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1)),
    'saved.add': (search) => records().add({ ...search, id: newId(), createdAt: now().toISOString() }),
    'saved.rename': ({ id, name }) => records().update(id, (search) => ({ ...search, name })),
    'saved.remove': async ({ id }) => {
      await records().remove(id)
      return {}
    }
  }
}
