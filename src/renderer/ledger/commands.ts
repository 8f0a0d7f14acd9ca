import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showPanel } from '../state/window/layout.ts'
import { LedgerPanel } from './ledger-panel.tsx'

/** Shows the figures of all sources in series, in the library's place. */
const showLedger: Command = {
  id: 'ledger',
  title: 'Show the ledger of figures',
  menu: { place: 'view/show', label: 'Ledger of Figures' },
  keys: 'Mod Alt L',
  when: caseOpen,
  run: () => showPanel(LedgerPanel)
}

export const commands = [showLedger]
