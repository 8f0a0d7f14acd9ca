import type { OwnEventRow } from '../../shared/api/contract.ts'
import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { OwnEventDialog } from './own-event-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** An event of the analyst's own to change, or a new one when it's null. */
    'own-event': { event: OwnEventRow | null }
  }
}

export const chronologyFeature = { commands, dialogs: { 'own-event': OwnEventDialog } } satisfies Feature
