import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showPanel } from '../state/window/layout.ts'
import { PeoplePanel } from './people-panel.tsx'

/** Shows whom and what the sources name, in the library's place. */
const showPeople: Command = {
  id: 'people',
  title: 'Show people, organisations and places',
  menu: { place: 'view/show', label: 'People, Organisations, Places' },
  keys: 'Mod Alt P',
  when: caseOpen,
  run: () => showPanel(PeoplePanel)
}

export const commands = [showPeople]
