import { isEnabled, runCommand, type Command } from '../registry/command.ts'
import { follow } from '../registry/condition.ts'
import { allCommands } from '../registry/feature.ts'
import type { MenuCommand } from '../../shared/api/menu.ts'
import { ask, listen } from '../state/window/bridge.ts'
import { closeDialog, useDialog } from '../state/window/dialogs.ts'
import { matchesKeys, type Keys } from '../ui/keys.ts'
import { isTyping } from '../ui/typing.ts'
import { palette } from './commands.ts'

/** The commands of the application menu, as main shows them. */
export function menuCommands(): MenuCommand[] {
  return allCommands()
    .flatMap((command) => (command.menu ? [{ ...command.menu, command }] : []))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ place, label, command }) => ({
      id: command.id,
      label,
      place,
      // A key without Ctrl or Cmd is for the page alone.
      keys: command.keys?.startsWith('Mod ') ? command.keys : null,
      enabled: isEnabled(command)
    }))
}

/** The command of a key stroke; undefined when there is none, or when the stroke is the text's that is being written. */
export function commandOf(event: Parameters<typeof matchesKeys>[0], typing: boolean): Command | undefined {
  const matches = (keys: Keys | undefined): boolean => keys !== undefined && matchesKeys(event, keys)
  const found = allCommands().find(({ keys, otherKeys }) => matches(keys) || otherKeys?.some(matches))
  return typing && found?.leavesKeysToText ? undefined : found
}

/** A menu item and a key of the page may report the same stroke: within this time it counts once. */
const SAME_STROKE_MS = 120

/** Runs commands by keys and from the application menu, and keeps that menu up to date, until the returned function is called. */
export function startCommands(): () => void {
  let last = { id: '', from: '', at: -Infinity }
  const once = (command: Command, from: 'keys' | 'menu'): void => {
    const { id } = command
    const now = performance.now()
    if (last.id === id && last.from !== from && now - last.at < SAME_STROKE_MS) return
    last = { id, from, at: now }
    runCommand(command)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const { dialog } = useDialog.getState()
    if (dialog) {
      if (dialog.kind === 'palette' && matchesKeys(event, palette.keys)) closeDialog()
      return
    }
    const command = commandOf(event, isTyping(event.target))
    if (!command) return
    event.preventDefault()
    once(command, 'keys')
  }
  window.addEventListener('keydown', onKeyDown)
  const leave = [
    () => window.removeEventListener('keydown', onKeyDown),
    listen('menu.command', ({ command: id }) => {
      const command = allCommands().find((candidate) => candidate.id === id)
      if (command) once(command, 'menu')
    }),
    startMenu()
  ]
  return () => {
    for (const stop of leave) stop()
  }
}

/** Tells main what stands in the application menu, at once and whenever something else can be chosen. */
function startMenu(): () => void {
  let told = ''
  const tell = (): void => {
    const commands = menuCommands()
    const enabled = commands.map((command) => command.enabled).join()
    if (enabled === told) return
    told = enabled
    void ask('app.menu', { commands })
  }
  tell()
  return follow(
    allCommands().flatMap(({ menu, when }) => (menu && when ? [when] : [])),
    tell
  )
}
