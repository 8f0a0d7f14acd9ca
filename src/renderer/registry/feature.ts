import type { ComponentType } from 'react'
import type { DialogKinds } from '../state/window/dialogs.ts'
import type { Command, Subject, SubjectCommand } from './command.ts'

/** Keys that something in the window handles by itself, and what they do there. */
export type OwnKeys = readonly [keys: string, words: string]

/** What a feature of the window brings along: one object in its folder's `feature.ts`, one line in the list of features. */
export interface Feature {
  commands?: readonly Command[]
  /** What it adds to menus about a source, quote or statement. */
  subjectCommands?: { [S in Subject]?: readonly SubjectCommand[] }
  /** Its dialogs by their kinds, which it declares beside them. */
  dialogs?: { [K in keyof DialogKinds]?: ComponentType<DialogKinds[K]> }
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

/** All keys that are no command's. */
export function allOwnKeys(): readonly OwnKeys[] {
  return features.flatMap((feature) => feature.keys ?? [])
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
