import type { ComponentType } from 'react'
import type { DialogKinds } from '../state/window/dialogs.ts'
import type { Pane } from '../state/window/layout.ts'
import { AREAS, type Area, type Command, type Subject, type SubjectCommand } from './command.ts'
import type { Condition } from './condition.ts'

/** Keys that something in the window handles by itself, and what they do there. */
export type OwnKeys = readonly [keys: string, words: string]

/** How words are found in a pane. */
export interface Finder {
  pane: Pane
  /** There is something to look through. */
  when: Condition
  /** Shows the field for what is looked for, and gives it the focus. */
  open: () => void
  /** Whether the field for what is looked for is on the screen. */
  isOpen?: () => boolean
  /** Goes to the next match or to the one before. Without a field on the screen it opens that. */
  step?: (by: 1 | -1) => void
  /** Shows the field for what takes the place of what is found, too. */
  replace?: () => void
}

/** What a feature of the window brings along: one object in its folder's `feature.ts`, one line in the list of features. */
export interface Feature {
  commands?: readonly Command[]
  /** What it adds to menus about a source, quote or statement. */
  subjectCommands?: { [S in Subject]?: readonly SubjectCommand[] }
  /** Its dialogs by their kinds, which it declares beside them. */
  dialogs?: { [K in keyof DialogKinds]?: ComponentType<DialogKinds[K]> }
  /** Where the keys of its commands and its own keys hold, unless a command says otherwise; everywhere when it isn't given. */
  area?: Area
  finder?: Finder
  /** For the sheet of shortcuts: keys that are no command's. */
  keys?: readonly OwnKeys[]
  /** Begins what runs as long as the window does, until the returned function is called. */
  start?: () => () => void
}

let features: readonly Feature[] = []
let commands: readonly Command[] = []

/** Says which features there are, in the order in which their commands show. Called once, before the window is drawn. */
export function registerFeatures(all: readonly Feature[]): void {
  features = all
  commands = all.flatMap((feature) => feature.commands ?? [])
}

/** All commands. */
export function allCommands(): readonly Command[] {
  return commands
}

/** All commands of the menus about a subject. */
export function subjectCommands(subject: Subject): readonly SubjectCommand[] {
  return features.flatMap((feature) => feature.subjectCommands?.[subject] ?? [])
}

/** All keys by where they hold: those of commands, then those that something handles by itself. */
export function keysByArea(): { area: Area; lines: OwnKeys[] }[] {
  return (Object.keys(AREAS) as Area[]).map((area) => ({
    area,
    lines: features.flatMap((feature) => {
      const own = feature.area ?? 'window'
      const commands = (feature.commands ?? []).filter((command) => (command.area ?? own) === area)
      return [
        ...commands.flatMap(({ keys, title }): OwnKeys[] => (keys ? [[keys, title]] : [])),
        ...(own === area ? (feature.keys ?? []) : [])
      ]
    })
  }))
}

/** The commands that belong to a pane. */
export function commandsOf(pane: Pane): readonly Command[] {
  return features.flatMap(({ area = 'window', commands: own = [] }) =>
    own.filter((command) => area === pane || command.area === pane)
  )
}

/** How words are found in each pane that has a way. */
export function allFinders(): readonly Finder[] {
  return features.flatMap(({ finder }) => finder ?? [])
}

/** What draws a kind of dialog. */
export function dialogView<K extends keyof DialogKinds>(kind: K): ComponentType<DialogKinds[K]> {
  const view = features.find(({ dialogs }) => dialogs?.[kind] !== undefined)?.dialogs?.[kind]
  if (view === undefined) throw new Error(`No feature draws the dialog “${kind}”.`)
  return view
}

/** Starts all features, until the returned function is called. */
export function startFeatures(): () => void {
  const stop = features.flatMap(({ start }) => start?.() ?? [])
  return () => {
    for (const end of stop) end()
  }
}
