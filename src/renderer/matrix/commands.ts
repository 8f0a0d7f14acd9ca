import type { Command } from '../registry/command.ts'
import { briefShown } from '../registry/conditions.ts'
import { flushBrief } from '../state/brief/brief.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows which source says what of the statements of the open brief. */
const showMatrix: Command = {
  id: 'matrix',
  title: 'Matrix of statements and sources…',
  menu: { place: 'verify', label: 'Matrix of Statements and Sources…' },
  keys: 'Mod Alt 8',
  when: briefShown,
  run: async () => {
    if (await flushBrief()) showDialog({ kind: 'matrix' })
  }
}

export const commands = [showMatrix]
