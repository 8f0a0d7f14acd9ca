import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { stepHit } from '../state/search/going.ts'
import { showMessage } from '../state/window/toasts.ts'
import { openSearch } from './opening.ts'

export const search = {
  id: 'search',
  title: 'Search everything in the case',
  menu: { place: 'edit/find', label: 'Search Everything…' },
  keys: 'Mod Shift F',
  when: caseOpen,
  run: openSearch
} satisfies Command

async function step(by: 1 | -1): Promise<void> {
  if (!(await stepHit(by))) showMessage('Nothing was searched for. Write what you look for at the top of the window.')
}

export const commands: Command[] = [
  search,
  {
    id: 'next-hit',
    title: 'Next hit of the search',
    menu: { place: 'edit/find', label: 'Next Hit' },
    keys: 'F3',
    when: caseOpen,
    run: () => step(1)
  },
  {
    id: 'previous-hit',
    title: 'Previous hit of the search',
    menu: { place: 'edit/find', label: 'Previous Hit' },
    keys: 'Shift F3',
    when: caseOpen,
    run: () => step(-1)
  }
]
