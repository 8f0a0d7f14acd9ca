import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { SourcingDialog } from './sourcing-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Of the open brief. */
    sourcing: object
  }
}

export const sourcingFeature = { area: 'brief', commands, dialogs: { sourcing: SourcingDialog } } satisfies Feature
