import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'

export const handOver: Command = {
  id: 'hand-over',
  title: 'Hand over as a bundle…',
  menu: { place: 'file/copies', label: 'Hand Over as a Bundle…' },
  when: caseOpen,
  run: () => showDialog({ kind: 'hand-over' })
}

export const commands = [handOver]
