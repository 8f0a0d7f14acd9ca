import { create } from 'zustand'
import type { Relation } from '../../shared/brief/brief.ts'
import type { PickerState } from './picker-plugin.ts'

/** What floats over the text of the open brief. */
export interface OverlaysState {
  picker: (PickerState & { left: number; top: number; bottom: number }) | null
  /** The selected citation, with where its bar goes in the scrolling sheet. */
  citation: { pos: number; relation: Relation; left: number; top: number } | null
  /** What is said of the statement at the caret, open at a place of the window in CSS pixels. */
  facts: { left: number; top: number } | null
}

export const useOverlays = create<OverlaysState>(() => ({ picker: null, citation: null, facts: null }))

/** Takes away what floats over the text. */
export function hideOverlays(): void {
  useOverlays.setState({ picker: null, citation: null, facts: null })
}
