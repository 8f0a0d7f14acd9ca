import { create } from 'zustand'
import { sourceRow, useCase } from './case.ts'
import { showDialog } from '../window/dialogs.ts'
import { forgetWithCase } from '../window/forget.ts'

interface SelectionState {
  /** Sources that were selected in the library to be changed together. */
  ids: ReadonlySet<string>
  /** From where Shift selects; null for the active row. */
  anchor: string | null
}

const NONE: SelectionState = { ids: new Set(), anchor: null }

export const useSelection = create<SelectionState>(() => NONE)

forgetWithCase(clearSelection)

export function clearSelection(): void {
  useSelection.setState(NONE)
}

/** The selected sources that the case still has, in the order of the case. */
export function selectedIds(): string[] {
  const { ids } = useSelection.getState()
  return useCase.getState().sources.flatMap(({ id }) => (ids.has(id) ? [id] : []))
}

/** Offers to change the selected sources together. */
export function editSelected(): void {
  showDialog({ kind: 'edit-sources', ids: selectedIds() })
}

/** Offers to confirm the metadata of the selected sources. */
export function confirmSelected(): void {
  showDialog({ kind: 'confirm-sources', ids: selectedIds() })
}

/** Goes through those of the sources whose metadata want a look; through all of the case when none are given. */
export function checkDoubtful(ids: readonly string[] = useCase.getState().sources.map(({ id }) => id)): void {
  const { sources } = useCase.getState()
  const doubtful = ids.filter((id) => sourceRow(sources, id)?.attention)
  if (doubtful.length > 0) showDialog({ kind: 'metadata', ids: doubtful })
}
