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
  keys: [
    ['F2', 'In the list of names: another name or kind'],
    ['M', 'In the list of names: merge what is selected, or choose with what'],
    ['D', 'In the list of names: part a form, or sources, from the name'],
    ['Delete', 'In the list of names: out of the list, or back into it']
  ]
} satisfies Feature
