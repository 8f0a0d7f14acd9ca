import type { Command } from '../registry/command.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
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

/** Asks for an event of the analyst's own. */
const addEvent: Command = {
  id: 'add-event',
  title: 'Add an event to the chronology…',
  menu: { place: 'view/show', label: 'Add an Event to the Chronology…', order: 1 },
  keys: 'Mod Alt Shift Y',
  when: caseWritable,
  run: () => showDialog({ kind: 'own-event', event: null })
}

export const commands = [showChronology, addEvent]
