import type { Feature } from '../registry/feature.ts'
import { CaseDialog, NewCaseDialog } from './case-dialogs.tsx'
import { commands } from './commands.ts'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    'new-case': object
    case: object
  }
}

export const startFeature = {
  commands,
  dialogs: { 'new-case': NewCaseDialog, case: CaseDialog }
} satisfies Feature
