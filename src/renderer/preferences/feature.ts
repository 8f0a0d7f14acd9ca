import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    preferences: object
    keys: object
  }
}

export const preferencesFeature = {
  commands,
  dialogs: { preferences: PreferencesDialog, keys: KeysDialog }
} satisfies Feature
