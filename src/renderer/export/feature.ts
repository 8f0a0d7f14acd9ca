import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { ExportDialog } from './export-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    export: object
  }
}

export const exportFeature = { commands, dialogs: { export: ExportDialog } } satisfies Feature
