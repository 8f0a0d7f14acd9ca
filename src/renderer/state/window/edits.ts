import { create } from 'zustand'

/** How often something was edited, undone or redone of what only main keeps: whoever shows such things asks again when it rises. */
export const useEdits = create<{ count: number }>(() => ({ count: 0 }))

/** Says that such a thing was edited. */
export function noteEdit(): void {
  useEdits.setState(({ count }) => ({ count: count + 1 }))
}
