import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    'hand-over': object
  }
}

export const handoverFeature = { commands, dialogs: { 'hand-over': HandOverDialog } } satisfies Feature
