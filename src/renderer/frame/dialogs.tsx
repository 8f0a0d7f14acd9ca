import { createElement, type ComponentType } from 'react'
import { dialogView } from '../registry/feature.ts'
import { useDialog } from '../state/window/dialogs.ts'

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useDialog((state) => state.dialog)
  if (dialog === null) return null
  // Kind and props belong together, as the state holds them.
  return createElement(dialogView(dialog.kind) as ComponentType<object>, dialog)
}
