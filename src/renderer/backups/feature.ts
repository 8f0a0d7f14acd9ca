import type { Feature } from '../registry/feature.ts'
import { BackupsDialog } from './backups-dialog.tsx'
import { commands } from './commands.ts'
import { DamagedDialog } from './damaged-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Of the case in a folder that can't be opened; of the open one when `of` is null. */
    backups: { of: Located | null }
  }
}

export const backupsFeature = {
  commands,
  dialogs: { backups: BackupsDialog, damaged: DamagedDialog }
} satisfies Feature
