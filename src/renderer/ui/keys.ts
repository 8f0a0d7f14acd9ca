type Letter =
  | ('A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M')
  | ('N' | 'O' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'U' | 'V' | 'W' | 'X' | 'Y' | 'Z')
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type FunctionKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10' | 'F11' | 'F12'

/** Keys as code writes them: `Mod Alt Shift Q`, in this order. `Mod` is Cmd on a Mac and Ctrl elsewhere, `Ctrl` is Ctrl everywhere. */
export type Keys =
  | `Mod ${'' | 'Alt '}${'' | 'Shift '}${Letter | Digit}`
  | `${'' | 'Mod '}${'' | 'Alt '}${'' | 'Shift '}${FunctionKey}`
  | `Mod ${',' | '.'}`
  | `Ctrl ${'' | 'Shift '}Tab`
  | '?'

/** True on a Mac. */
export const MAC = /Mac/.test(navigator.platform)

/** What a key stroke says of itself. */
export type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { code?: string }

/** The letter or digit of a stroke. With Alt some machines write another sign by it, as `¡` by 1: then it's that of the key. */
function keyOf({ key, altKey, code }: Stroke): string {
  if (!altKey || /^[a-z0-9]$/i.test(key)) return key
  return /^(?:Key|Digit)(.)$/.exec(code ?? '')?.[1] ?? key
}

/** True when a key stroke is the one that is written so. */
export function matchesKeys(event: Stroke, keys: Keys, mac = MAC): boolean {
  const end = keys.lastIndexOf(' ') + 1
  const key = keys.slice(end)
  if (keyOf(event).toLowerCase() !== key.toLowerCase()) return false
  const held = keys.slice(0, end)
  const character = !/^[a-z0-9]$/i.test(key) && key.length === 1
  return (
    event.ctrlKey === (held.includes('Ctrl ') || (!mac && held.includes('Mod '))) &&
    event.metaKey === (mac && held.includes('Mod ')) &&
    event.altKey === held.includes('Alt ') &&
    (character || event.shiftKey === held.includes('Shift '))
  )
}

/** Keys as this machine's users know them: `Ctrl Shift Q`, or `⌘ ⇧ Q` on a Mac. */
export function shownKeys(keys: string, mac = MAC): string {
  const names: Record<string, string> = mac ? { Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }
  return keys
    .split(' ')
    .map((key) => names[key] ?? key)
    .join(' ')
}
