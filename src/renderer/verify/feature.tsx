import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { VerifyPdfDialog } from './verify-pdf-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Asks for a PDF when `file` is null. */
    'verify-pdf': { file: Located | null }
  }
}

export const verifyFeature = {
  commands,
  dialogs: { 'verify-pdf': ({ file }) => <VerifyPdfDialog key={file?.place} file={file} /> }
} satisfies Feature
