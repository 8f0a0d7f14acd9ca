import type { Feature } from '../registry/feature.ts'
import { CodebookDialog } from './codebook-dialog.tsx'
import { commands } from './commands.ts'
import { MarkHitsDialog } from './mark-hits-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    codebook: object
    'mark-hits': object
  }
}

export const codebookFeature = {
  commands,
  dialogs: { codebook: CodebookDialog, 'mark-hits': MarkHitsDialog },
  keys: [['Alt ← →', 'In the codebook: the tag one level up, or below the one above it']]
} satisfies Feature
