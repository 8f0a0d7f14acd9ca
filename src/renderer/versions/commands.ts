import type { Command } from '../registry/command.ts'
import { briefShown } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows what the brief was once, how it differs, and brings it back. */
const briefVersions: Command = {
  id: 'brief-versions',
  title: 'Versions of the brief…',
  menu: { place: 'brief/briefs', label: 'Versions…', order: 1 },
  keys: 'Mod Alt V',
  when: briefShown,
  run: () => showDialog({ kind: 'versions' })
}

export const commands = [briefVersions]
