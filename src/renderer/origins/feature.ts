import type { Feature } from '../registry/feature.ts'
import { followChecks } from '../state/brief/analysis.ts'
import { commands } from './commands.ts'
import { OriginsDialog } from './origins-dialog.tsx'

export const originsFeature = {
  area: 'brief',
  commands,
  dialogs: { 'statement-origins': OriginsDialog },
  start: followChecks
} satisfies Feature
