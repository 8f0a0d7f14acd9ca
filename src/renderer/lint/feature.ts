import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { FindingsDialog } from './findings-dialog.tsx'

export const lintFeature = {
  area: 'brief',
  commands,
  dialogs: { 'statement-findings': FindingsDialog }
} satisfies Feature
