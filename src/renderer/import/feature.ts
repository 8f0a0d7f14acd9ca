import type { Feature } from '../registry/feature.ts'
import { followImport } from '../state/import/import.ts'
import { commands } from './commands.ts'
import { ImportReportDialog } from './import-report.tsx'
import { MetadataDialog } from './metadata-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { takePastes } from './paste.ts'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    paste: { text: string; html: string | null; url: string | null }
  }
}

export const importFeature = {
  commands,
  dialogs: { 'import-report': ImportReportDialog, metadata: MetadataDialog, paste: PasteDialog },
  start: () => {
    const leave = [followImport(), takePastes()]
    return () => {
      for (const stop of leave) stop()
    }
  }
} satisfies Feature
