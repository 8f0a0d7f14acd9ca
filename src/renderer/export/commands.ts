import type { Command } from '../registry/command.ts'
import { briefShown } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'

export const exportBrief: Command = {
  id: 'export-pdf',
  title: 'Export the brief…',
  menu: { place: 'file/export', label: 'Export…', order: -1 },
  keys: 'Mod E',
  // Whoever means to print gets the PDF, which prints.
  otherKeys: ['Mod P'],
  when: briefShown,
  run: () => showDialog({ kind: 'export' })
}

export const commands = [exportBrief]
