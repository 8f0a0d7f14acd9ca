import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { VersionsDialog } from './versions-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    versions: object
  }
}

export const versionsFeature = {
  area: 'brief',
  commands,
  dialogs: { versions: VersionsDialog }
} satisfies Feature
