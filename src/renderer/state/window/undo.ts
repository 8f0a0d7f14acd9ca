import { forgetWithCase } from './forget.ts'
import { showMessage } from './toasts.ts'

interface Undoable {
  label: string
  undo: () => Promise<void> | void
}

/** What was deleted outside the brief's text, newest last. The text has its own history. */
const done: Undoable[] = []

/** Remembers a deletion and offers to take it back. */
export function offerUndo(label: string, undo: Undoable['undo']): void {
  const entry = { label, undo }
  done.push(entry)
  showMessage(label, { label: 'Undo', run: () => take(entry) })
}

/** Takes back the newest deletion; false when there is none. */
export function undoNewest(): boolean {
  const entry = done.at(-1)
  if (entry) take(entry)
  return entry !== undefined
}

forgetWithCase(() => {
  done.length = 0
})

function take(entry: Undoable): void {
  const at = done.indexOf(entry)
  if (at < 0) return
  done.splice(at, 1)
  void entry.undo()
}
