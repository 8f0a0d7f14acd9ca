import type { Feature } from '../registry/feature.ts'
import { commands, deleteSource } from './commands.ts'
import { DeleteSourcesDialog } from './delete-dialog.tsx'
import { TrashDialog } from './trash-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    trash: object
  }
}

export const trashFeature = {
  area: 'library',
  commands,
  subjectCommands: { source: [deleteSource] },
  dialogs: { 'delete-sources': DeleteSourcesDialog, trash: TrashDialog },
  keys: [['Del', 'Delete the source, in the library']]
} satisfies Feature
