import { useCallback, useSyncExternalStore } from 'react'
import { shownKeys } from '../ui/keys.ts'
import type { MenuEntry, MenuGroup } from '../ui/menu.tsx'
import { isEnabled, runCommand, type Command, type Subject } from './command.ts'
import { follow } from './condition.ts'
import { subjectCommands } from './feature.ts'

/** A command as an entry of a menu in the window, under its title unless `label` says otherwise. */
export function menuEntry(command: Command, label: string = command.title): MenuEntry {
  return {
    id: command.id,
    label,
    disabled: !isEnabled(command),
    ...(command.keys === undefined ? {} : { keys: shownKeys(command.keys) }),
    onAction: () => runCommand(command)
  }
}

/** What features add to the menu about a source, quote or statement. */
export function subjectEntries(subject: Subject, id: string): MenuEntry[] {
  return subjectCommands(subject).map((command) => ({
    id: command.id,
    label: command.title(id),
    disabled: !isEnabled(command),
    onAction: () => void command.run(id)
  }))
}

/** Groups of commands as a menu, which follows what can be chosen. The groups have to be the same ones each time. */
export function useMenuGroups(groups: readonly (readonly Command[])[]): MenuGroup[] {
  const subscribe = useCallback(
    (changed: () => void) =>
      follow(
        groups.flat().flatMap((command) => command.when ?? []),
        changed
      ),
    [groups]
  )
  useSyncExternalStore(subscribe, () => groups.flat().map(isEnabled).join())
  return groups.map((commands) => ({ entries: commands.map((command) => menuEntry(command)) }))
}

/** Whether a command makes sense, followed. */
export function useEnabled(command: Command): boolean {
  const subscribe = useCallback((changed: () => void) => follow(command.when ? [command.when] : [], changed), [command])
  return useSyncExternalStore(subscribe, () => isEnabled(command))
}
