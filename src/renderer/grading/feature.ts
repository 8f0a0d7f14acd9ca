import type { Feature } from '../registry/feature.ts'
import { commands, quoteCommands, sourceCommands } from './commands.ts'
import { GradeDialog } from './grade-dialog.tsx'

export const gradingFeature = {
  area: 'reader',
  commands,
  subjectCommands: { source: sourceCommands, quote: quoteCommands },
  dialogs: { grade: GradeDialog }
} satisfies Feature
