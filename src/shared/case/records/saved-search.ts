import { z } from 'zod'
import { Narrowing } from '../../search/narrowing.ts'
import { SCOPES } from '../../search/query.ts'
import { mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/** A search that was given a name, to be run again. */
export const SavedSearch = z.object({
  id: z.string(),
  name: z.string().min(1).max(200),
  query: z.string().min(1).max(100_000),
  scope: z.enum(SCOPES).nullable(),
  narrowing: Narrowing,
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** `records/saved-search/<id>.json`: searches belong to the case. */
export const SAVED_SEARCH = recordKind<SavedSearch>({
  kind: 'saved-search',
  name: { one: 'saved search', many: 'saved searches' },
  record: SavedSearch,
  version: 1,
  steps: {},
  owner: () => ({ of: 'case' }),
  title: ({ name }) => name,
  // Only its name ever changes.
  merge: ({ base, a, b }, teller) => ({
    ...a,
    name: mergeValue({ base: base?.name, a: a.name, b: b.name }, teller, 'note', 'Name')
  }),
  repoint: (record) => record,
  // What is searched for may be what a reduced bundle withholds.
  reduce: () => null,
  texts: () => []
})
