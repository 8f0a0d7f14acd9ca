import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'

export const showBackups: Command = {
  id: 'backups',
  title: 'Backups…',
  menu: { place: 'protect/backups', label: 'Backups…' },
  when: caseOpen,
  run: () => showDialog({ kind: 'backups', of: null })
}

export const commands = [showBackups]
