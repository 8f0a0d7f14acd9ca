import { z } from 'zod'
import { SavedSearch } from '../../case/records/saved-search.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

/** Searches that are kept in the case under a name. */
export const savedSearchRequests = {
  /** All of them, by name. */
  'saved.list': { does: 'reads', input: Nothing, output: z.array(SavedSearch) },
  'saved.add': {
    does: 'edits',
    input: SavedSearch.pick({ name: true, query: true, scope: true, narrowing: true }),
    output: SavedSearch
  },
  'saved.rename': { does: 'edits', input: SavedSearch.pick({ id: true, name: true }), output: SavedSearch },
  'saved.remove': { does: 'edits', input: Id, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
