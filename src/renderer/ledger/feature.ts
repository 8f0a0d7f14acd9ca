import type { FigureRow } from '../../shared/analysis/figures/answer.ts'
import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { OverruleDialog } from './overrule-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    /** `figures` are all of the ledger. */
    'overrule-figure': { figure: FigureRow; figures: readonly FigureRow[] }
  }
}

export const ledgerFeature = {
  commands,
  dialogs: { 'overrule-figure': OverruleDialog },
  keys: [['O', 'Overrule the figure, in the ledger']]
} satisfies Feature
