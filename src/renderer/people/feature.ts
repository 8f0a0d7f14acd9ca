import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { NameDivideDialog, NameEditDialog, NameMergeDialog } from './name-dialogs.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    'name-edit': { id: string }
    'name-merge': { id: string; name: string }
    'name-divide': { id: string }
  }
}

export const peopleFeature = {
  commands,
  dialogs: { 'name-edit': NameEditDialog, 'name-merge': NameMergeDialog, 'name-divide': NameDivideDialog },
  keys: [['F2, M, D, Delete', 'In the list of names: rename, merge, divide, take out of the list or back into it']]
} satisfies Feature
