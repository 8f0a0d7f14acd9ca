import { useCallback, useSyncExternalStore } from 'react'
import { shownKeys } from '../ui/keys.ts'
import type { MenuEntry, MenuGroup } from '../ui/menu.tsx'
import { isEnabled, runCommand, SUBJECT_PARTS, type Command, type Subject } from './command.ts'
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

/** The menu about a source, quote or statement: what all features can do with it, part by part. */
export function subjectGroups(subject: Subject, id: string): MenuGroup[] {
  const fitting = subjectCommands(subject).filter(({ fits }) => fits?.(id) ?? true)
  return SUBJECT_PARTS.map((part) => ({
    entries: fitting
      .filter((command) => (command.part ?? 'change') === part)
      .map((command) => ({
        id: command.id,
        label: command.title(id),
        disabled: !isEnabled(command),
        ...(command.keys === undefined ? {} : { keys: shownKeys(command.keys) }),
        ...(part === 'delete' ? { danger: true } : {}),
        onAction: () => void command.run(id)
      }))
  })).filter(({ entries }) => entries.length > 0)
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
