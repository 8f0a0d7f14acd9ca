import type { Feature } from '../registry/feature.ts'
import { ConfirmSourcesDialog, EditSourcesDialog } from './bulk-dialogs.tsx'
import { commands } from './commands.ts'
import { QuoteDialog } from './quote-dialog.tsx'
import { startKeepingView } from '../state/session/view-state.ts'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    quote: { id: string }
  }
}

export const libraryFeature = {
  commands,
  dialogs: { 'edit-sources': EditSourcesDialog, 'confirm-sources': ConfirmSourcesDialog, quote: QuoteDialog },
  start: startKeepingView,
  keys: [
    ['↑ ↓ Home End Enter', 'In lists'],
    ['Shift ↑ ↓', 'Select several sources, in the library'],
    ['Mod A', 'Select all sources, in the library'],
    ['Del', 'Delete the quote, in the list of quotes'],
    ['F2', 'Speaker and note of the quote, in the list of quotes']
  ]
} satisfies Feature
