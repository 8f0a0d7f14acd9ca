import type { Command } from '../registry/command.ts'
import { briefShown } from '../registry/conditions.ts'
import { flushBrief } from '../state/brief/brief.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows on what sources the open brief rests, in words that can be edited. */
const showSourcing: Command = {
  id: 'sourcing',
  title: 'Source summary and descriptors…',
  menu: { place: 'verify', label: 'Source Summary and Descriptors…' },
  keys: 'Mod Alt U',
  when: briefShown,
  run: async () => {
    if (await flushBrief()) showDialog({ kind: 'sourcing' })
  }
}

export const commands = [showSourcing]
