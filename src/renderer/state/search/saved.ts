import { create } from 'zustand'
import type { SavedSearch } from '../../../shared/case/records/saved-search.ts'
import { ask, request } from '../window/bridge.ts'
import { forgetWithCase } from '../window/forget.ts'
import { announce } from '../window/toasts.ts'
import { offerUndo } from '../window/undo.ts'
import type { Result } from '../../../shared/errors/errors.ts'

/** The searches that the case keeps; null until they were asked for. */
export const useSaved = create<{ searches: SavedSearch[] | null }>(() => ({ searches: null }))

forgetWithCase(() => useSaved.setState({ searches: null }))

/** Asks for the saved searches. */
export async function loadSaved(): Promise<void> {
  const searches = await ask('saved.list', {})
  if (searches) useSaved.setState({ searches })
}

/** Keeps a search under a name. */
export async function saveSearch(search: Omit<SavedSearch, 'id' | 'createdAt'>): Promise<Result<SavedSearch>> {
  return taken(await request('saved.add', search))
}

/** Gives a saved search another name. */
export async function renameSearch(id: string, name: string): Promise<Result<SavedSearch>> {
  return taken(await request('saved.rename', { id, name }))
}

async function taken(result: Result<SavedSearch>): Promise<Result<SavedSearch>> {
  if (!result.ok) return result
  announce(`Search ${result.value.name} is saved.`)
  await loadSaved()
  return result
}

/** Takes a saved search out of the case and offers to take that back. */
export async function removeSearch(search: SavedSearch): Promise<void> {
  if (!(await ask('saved.remove', { id: search.id }))) return
  await loadSaved()
  const { name, query, scope, narrowing } = search
  offerUndo(`Search “${name}” was deleted.`, async () => {
    await saveSearch({ name, query, scope, narrowing })
  })
}
