import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { MatrixDialog } from './matrix-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Of the open brief. */
    matrix: object
  }
}

export const matrixFeature = { area: 'brief', commands, dialogs: { matrix: MatrixDialog } } satisfies Feature
