import type { Atom } from './bidi-atoms.ts'

/** `even` runs from left to right within a line of the other direction, `odd` from right to left. */
export type Level = 'even' | 'odd'

/** A piece's kind; numbers by their class. */
type Role = 'rtl' | 'ltr' | 'neutral' | 'EN' | 'AN'

/** Brackets, each opening one before its closing one. */
export const PAIRS = '()[]{}«»‹›⟨⟩'

/**
 * The levels of a line that runs from right to left, of its pieces from the left: those that UAX #9 must have given it for it to look as it does. Where
 * two orders look the same (`Sollen 12`, written as `12 Sollen` too), what was set in one run is taken for one.
 */
export function levelsOf(atoms: readonly Atom[]): Level[] {
  const levels = atoms.map(({ kind }): Level => (kind === 'ltr' || kind === 'number' ? 'even' : 'odd'))
  const roles = rolesOf(atoms)
  for (let i = 0; i < atoms.length; i++) {
    if (roles[i] !== 'neutral') continue
    let end = i
    while (roles[end] === 'neutral') end++
    const gap = atoms.slice(i, end)
    if (isJoined(roles[i - 1], gap, roles[end])) levels.fill('even', i, end)
    else if (roles[i - 1] === 'ltr' && closesWhatIsOpen(atoms, levels, i - 1, gap[0]!.text)) levels[i] = 'even'
    else {
      const isUnit = (k: number): boolean => k >= i && k < end && atoms[k]!.type === 'ET'
      if (roles[i - 1] === 'EN' || isNumberOfName(atoms, roles, i - 1))
        for (let k = i; isUnit(k); k++) levels[k] = 'even'
      if (roles[end] === 'EN') for (let k = end - 1; isUnit(k); k--) levels[k] = 'even'
    }
    i = end - 1
  }
  return levels
}

/** Whether signs between two pieces that run from left to right do so with them (W4 to W7, N1). */
function isJoined(before: Role | undefined, gap: readonly Atom[], after: Role | undefined): boolean {
  if (before === 'ltr') return after === 'ltr'
  if (before !== 'EN' && before !== 'AN') return false
  if (after === 'ltr') return true
  if (before !== after) return false
  const [{ type } = { type: 'ON' }] = gap
  if (gap.length === 1 && (type === 'CS' || (type === 'ES' && before === 'EN'))) return true
  return before === 'EN' && gap.every((atom) => atom.type === 'ET')
}

/** What the rules see in each piece: European digits behind an Arabic letter are Arabic ones (W2), those behind a Latin name are of it (W7). */
function rolesOf(atoms: readonly Atom[]): Role[] {
  let strong = 'R'
  const roles = [...atoms]
    .reverse()
    .map(({ kind, type }): Role => {
      if (kind === 'number') return type === 'AN' || strong === 'AL' ? 'AN' : 'EN'
      if (kind !== 'neutral') strong = type
      return kind
    })
    .reverse()
  let name: number | null = null
  for (let i = 0; i < atoms.length; i++) {
    if (roles[i] === 'rtl') name = null
    else if (roles[i] === 'ltr') name = i
    else if (isEuropean(atoms[i]!) && name !== null) {
      if (name === i - 1 || atoms[name]!.from === atoms[i]!.from) {
        roles[i] = 'ltr'
        name = i
      } else name = null
    }
  }
  return roles
}

function isEuropean({ kind, type }: Atom): boolean {
  return kind === 'number' && type === 'EN'
}

function isNumberOfName(atoms: readonly Atom[], roles: readonly Role[], i: number): boolean {
  return roles[i] === 'ltr' && isEuropean(atoms[i]!)
}

/** `Sollen (Board)` at the line's left end: its closing bracket belongs to the name (N0). */
function closesWhatIsOpen(atoms: readonly Atom[], levels: readonly Level[], last: number, next: string): boolean {
  const closing = PAIRS.indexOf(next[0] ?? '')
  if (closing < 0 || closing % 2 === 0) return false
  let open = 0
  for (let i = last; i >= 0 && levels[i] === 'even'; i--)
    for (const character of atoms[i]!.text)
      if (character === PAIRS[closing - 1]) open++
      else if (character === next[0]) open--
  return open > 0
}
