const MAC = /Mac/.test(navigator.platform)

/** True when a key stroke is the one that is written as `Mod Shift Q`: `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export function matchesKeys(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  keys: string,
  mac = MAC
): boolean {
  const parts = keys.split(' ')
  const key = parts.pop()!
  const mod = parts.includes('Mod')
  const character = !/^[a-z0-9]$/i.test(key) && key.length === 1
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (mac ? event.metaKey : event.ctrlKey) === mod &&
    (mac ? event.ctrlKey : event.metaKey) === false &&
    event.altKey === parts.includes('Alt') &&
    (character || event.shiftKey === parts.includes('Shift'))
  )
}

/** Keys as this machine's users know them: `Ctrl Shift Q`, or `⌘ ⇧ Q` on a Mac. */
export function shownKeys(keys: string, mac = MAC): string {
  const names: Record<string, string> = mac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }
  return keys
    .split(' ')
    .map((key) => names[key] ?? key)
    .join(' ')
}
