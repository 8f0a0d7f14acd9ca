/** How a fingerprint that somebody was told stands to the one that was found. `at` and `length` count characters from 1. */
export type Told =
  | { kind: 'nothing' }
  | { kind: 'bad' }
  | { kind: 'other'; at: number }
  | { kind: 'part'; length: number }
  | { kind: 'same' }

/** Compares a fingerprint as it was typed, in groups or not, in either case, with the one that was found. */
export function compareTold(typed: string, found: string): Told {
  const told = typed.toLowerCase().replace(/[\s:.·-]/g, '')
  if (told === '') return { kind: 'nothing' }
  if (!/^[0-9a-f]+$/.test(told)) return { kind: 'bad' }
  const at = [...told].findIndex((letter, i) => letter !== found[i])
  if (at >= 0) return { kind: 'other', at: at + 1 }
  return told.length === found.length ? { kind: 'same' } : { kind: 'part', length: told.length }
}
