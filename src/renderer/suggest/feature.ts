import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { SuggestionsDialog } from './suggestions-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** All that is suggested of a source, to be looked through. */
    suggestions: { sourceId: string }
  }
}

export const suggestFeature = {
  area: 'reader',
  commands,
  dialogs: { suggestions: SuggestionsDialog },
  keys: [['Enter Del', 'Quote the suggested quote that one is at, with its speaker; decline it for good']]
} satisfies Feature
