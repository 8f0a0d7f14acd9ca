import type { Feature } from '../registry/feature.ts'
import { commands, quoteCommands, statementCommands } from './commands.ts'
import { HypothesesDialog } from './hypotheses-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** Of the open brief. */
    hypotheses: object
  }
}

export const hypothesesFeature = {
  area: 'brief',
  commands,
  subjectCommands: { quote: quoteCommands, statement: statementCommands },
  dialogs: { hypotheses: HypothesesDialog },
  keys: [
    ['↑ ↓ ← →', 'From rating to rating, in the table of hypotheses'],
    ['I C N Del', 'Inconsistent, consistent, not applicable, no rating, in the table of hypotheses']
  ]
} satisfies Feature
