import { caseOpen } from '../registry/conditions.ts'
import type { Feature } from '../registry/feature.ts'
import { ConfirmSourcesDialog, EditSourcesDialog } from './bulk-dialogs.tsx'
import { commands } from './commands.ts'
import { quoteCommands } from './quote-commands.ts'
import { QuoteDialog } from './quote-dialog.tsx'
import { sourceCommands } from './source-commands.ts'
import { startKeepingView } from '../state/session/view-state.ts'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    quote: { id: string }
  }
}

export const libraryFeature = {
  area: 'library',
  commands,
  subjectCommands: { source: sourceCommands, quote: quoteCommands },
  finder: {
    pane: 'library',
    when: caseOpen,
    open: () => document.querySelector<HTMLElement>('[data-pane="library"] input[type="search"]')?.focus()
  },
  dialogs: { 'edit-sources': EditSourcesDialog, 'confirm-sources': ConfirmSourcesDialog, quote: QuoteDialog },
  start: startKeepingView,
  keys: [
    ['↑ ↓ Home End Enter', 'In lists'],
    ['Shift F10', 'What can be done with the source or quote, in lists and at a highlight'],
    ['Esc', 'Show all again, in the filter of a list'],
    ['Shift ↑ ↓', 'Select several sources'],
    ['Mod A', 'Select all sources'],
    ['Del', 'Delete the source or the quote, in its list'],
    ['← →', 'Fold and unfold a section, in the outline'],
    ['Alt ↑ ↓', 'Move a section, statement or quote, in the outline'],
    ['F2', 'Speaker and note of the quote, in the list of quotes']
  ]
} satisfies Feature
