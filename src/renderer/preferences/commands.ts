import type { Command } from '../registry/command.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { MAC } from '../ui/keys.ts'

export const preferences: Command = {
  id: 'preferences',
  title: 'Preferences…',
  menu: { place: 'application', label: MAC ? 'Settings…' : 'Preferences…' },
  keys: 'Mod ,',
  run: () => showDialog({ kind: 'preferences' })
}

export const commands: Command[] = [
  preferences,
  { id: 'signing-keys', title: 'Signing keys…', run: () => showDialog({ kind: 'keys' }) }
]
