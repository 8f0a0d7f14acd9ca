import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showPanel } from '../state/window/layout.ts'
import { ChronologyPanel } from './chronology-panel.tsx'

/** Shows what happened when, by all sources, in the library's place. */
const showChronology: Command = {
  id: 'chronology',
  title: 'Show the chronology',
  menu: { place: 'view/show', label: 'Chronology' },
  keys: 'Mod Alt Y',
  when: caseOpen,
  run: () => showPanel(ChronologyPanel)
}

export const commands = [showChronology]
