import { create } from 'zustand'

/** The choice in the citation picker, which the editor's keys move and the list shows. */
export const usePickerChoice = create<{ index: number; size: number; take: (() => void) | null }>(() => ({
  index: 0,
  size: 0,
  take: null
}))

/** Moves the choice or takes it; false when the list is empty, so that the key does what it does otherwise. */
export function movePicker(key: 'up' | 'down' | 'take'): boolean {
  const { index, size, take } = usePickerChoice.getState()
  if (size === 0) return false
  if (key === 'take') {
    take?.()
    return true
  }
  usePickerChoice.setState({ index: (index + (key === 'down' ? 1 : size - 1)) % size })
  return true
}
