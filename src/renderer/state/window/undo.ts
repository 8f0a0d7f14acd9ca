import { showMessage } from './toasts.ts'

/** Says what was done, and offers to take just that back, whatever was done since. Ctrl+Z takes back the newest edit of the case instead. */
export function offerUndo(label: string, undo: () => Promise<void> | void): void {
  showMessage(label, { label: 'Undo', run: () => void undo() })
}
