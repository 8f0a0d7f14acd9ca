import type { Feature } from '../registry/feature.ts'
import { commands, sourceCommands } from './commands.ts'
import { WithheldDialog } from './withheld-dialog.tsx'
import { WithholdDialog } from './withhold-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** `fromExport`: it was opened from the export, and leads back there. */
    withheld: { fromExport: boolean }
  }
}

export const withholdFeature = {
  commands,
  subjectCommands: { source: sourceCommands },
  dialogs: { withhold: WithholdDialog, withheld: WithheldDialog }
} satisfies Feature
