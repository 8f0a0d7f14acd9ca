import type { MenuPlace } from '../../shared/api/menu.ts'
import type { Keys } from '../ui/keys.ts'
import type { Condition } from './condition.ts'

/** Where keys hold: in all of the window, or while one of its panes has the focus. In a pane its own keys come first. */
export const AREAS = {
  window: 'Everywhere',
  library: 'In the library',
  reader: 'In the reader',
  brief: 'In the brief',
  evidence: 'In the evidence'
} as const
export type Area = keyof typeof AREAS

/** Something that can be done by the application menu, by keys and from the palette, all of which derive from it. */
export interface Command {
  /** Its name for the application menu, in small letters: `export-pdf`. */
  id: string
  /** What it does, as palette, menus of the window and sheet of shortcuts say it. It ends in `…` when a dialog comes first. */
  title: string
  /** Where it stands in the application menu and how it's called there; commands of a lower `order` (0 when not given) stand above. */
  menu?: { place: MenuPlace; label: string; order?: number }
  keys?: Keys
  /** Under what the sheet of shortcuts has its keys; under its feature's area when it isn't given. */
  area?: Area
  /** Further keys, which nothing shows. */
  otherKeys?: readonly Keys[]
  /** True when its keys mean something else to a text that is being written. */
  leavesKeysToText?: true
  /** When it makes sense; always when it isn't given. */
  when?: Condition
  run: () => unknown
}

/** What a menu can be about; each is named by its id. */
export type Subject = 'source' | 'quote' | 'mark' | 'statement'

/** The parts of a menu about something, from above. */
export const SUBJECT_PARTS = ['go', 'use', 'narrow', 'change', 'delete'] as const

/** Something that can be done with one source, quote or statement, by a menu about it. */
export interface SubjectCommand extends Pick<Command, 'id' | 'when'> {
  title: (id: string) => string
  run: (id: string) => unknown
  /** Where it stands in the menu; among the changes when it isn't given. */
  part?: (typeof SUBJECT_PARTS)[number]
  /** What does the same in a list of such, to be shown. */
  keys?: string
  /** Whether it says anything of this one: else it isn't in its menu. */
  fits?: (id: string) => boolean
}

/** True when a command makes sense now. */
export function isEnabled({ when }: Pick<Command, 'when'>): boolean {
  return when?.holds() ?? true
}

/** Runs a command, if it makes sense now. */
export function runCommand(command: Command): void {
  if (isEnabled(command)) void command.run()
}
