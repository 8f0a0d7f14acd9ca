import type { Feature } from '../registry/feature.ts'
import { startClosing } from './closing.ts'
import { commands } from './commands.ts'
import { startIdleLock } from './idle-lock.ts'
import { Palette } from './palette.tsx'
import { ShortcutsDialog } from './shortcuts.tsx'
import { UnsavedDialog } from './unsaved-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    palette: object
    shortcuts: object
  }
}

export const frameFeature = {
  commands,
  dialogs: { palette: Palette, shortcuts: ShortcutsDialog, unsaved: UnsavedDialog },
  start: () => {
    const leave = [startClosing(), startIdleLock()]
    return () => {
      for (const stop of leave) stop()
    }
  }
} satisfies Feature
