import type { Feature } from '../registry/feature.ts'
import { followRecognition } from '../state/sources/recognition.ts'
import { commands, sourceCommands } from './commands.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { RecogniseDialog } from './recognise-dialog.tsx'

export const recognitionFeature = {
  commands,
  subjectCommands: { source: sourceCommands },
  dialogs: { recognise: RecogniseDialog, 'correct-text': CorrectDialog },
  start: followRecognition
} satisfies Feature
