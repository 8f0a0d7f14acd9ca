import type { Feature } from '../registry/feature.ts'
import { commands, sourceImpact } from './commands.ts'
import { ImpactDialog } from './impact-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** What falls when this source falls. */
    impact: { sourceId: string }
  }
}

export const impactFeature = {
  area: 'reader',
  commands,
  subjectCommands: { source: [sourceImpact] },
  dialogs: { impact: ImpactDialog }
} satisfies Feature
