/** How a fingerprint that somebody was told stands to the one that was found. `at` and `length` count characters from 1. */
export type Told =
  | { kind: 'nothing' }
  | { kind: 'bad' }
  | { kind: 'other'; at: number }
  | { kind: 'part'; length: number }
  | { kind: 'same' }
  /** It's the file's SHA-256, not the fingerprint. */
  | { kind: 'file' }

/** Letters that look or sound like digits, and are none of a fingerprint's. */
const MEANT: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' }

/**
 * Compares a fingerprint as it was typed or pasted, in groups or not, in either case, with a word before it and marks between, with the one that was found.
 * `sha256` is the file's.
 */
export function compareTold(typed: string, found: string, sha256: string): Told {
  const told = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:sha-?256|(?=\p{L}*[^0-9a-foli\P{L}])\p{L}{3,})\s*[:=]/u, '')
    .replace(/[\p{P}\p{Z}\p{S}\p{C}]/gu, '')
    .replace(/[oli]/g, (letter) => MEANT[letter]!)
  if (told === '') return { kind: 'nothing' }
  if (told === sha256) return { kind: 'file' }
  if (!/^[0-9a-f]+$/.test(told)) return { kind: 'bad' }
  const at = [...told].findIndex((letter, i) => letter !== found[i])
  if (at >= 0) return { kind: 'other', at: at + 1 }
  return told.length === found.length ? { kind: 'same' } : { kind: 'part', length: told.length }
}
