import type { NameKind } from '../names/weigh.ts'

/** Behind the name of a firm, and no part of what it's called. */
const LEGAL_FORMS = new Set(
  'inc corp co ltd llc plc gmbh ag sa nv spa kg oy ab as bv srl sarl kk lp llp pty'.split(' ')
)

/** Names of countries that mean the same. */
const SAME_PLACES = new Map(
  Object.entries({
    us: 'united states',
    usa: 'united states',
    'united states of america': 'united states',
    uk: 'united kingdom',
    uae: 'united arab emirates',
    'ivory coast': 'côte d’ivoire',
    burma: 'myanmar',
    'czech republic': 'czechia',
    'vatican city': 'vatican',
    eu: 'european union'
  }).map(([other, name]) => [other, name.replace(/’/g, "'")])
)

/**
 * What forms of a name are compared by: letter case, dots, kinds of apostrophes and hyphens, and spaces between initials make no difference. Diacritics do: Muller and
 * Müller may be two people.
 */
export function formKey(written: string): string {
  return written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\./g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{N}'])(\p{L}) (?=\p{L}(?![\p{L}\p{N}']))/gu, '$1')
}

/** What names of a kind are compared by: of firms without their legal form, of countries by one of their names. */
export function nameKey(kind: NameKind, written: string): string {
  const key = formKey(written)
  if (kind === 'place') return SAME_PLACES.get(key.replace(/^the /, '')) ?? key
  if (kind === 'person') return key
  const words = key.replace(/^the /, '').split(' ')
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1)!)) words.pop()
  return words.join(' ')
}

/** Words that stand within names of bodies and give no letter to their initials. */
const SMALL = new Set('of the for and & in on de des der die das du la le les et y del und für'.split(' '))

/** The first letters of a body's name, in small letters. */
export function initialsOf(key: string): string {
  return key
    .split(/[ -]/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => word[0]!)
    .join('')
}

/** True for what is written in capitals alone, as acronyms are: `HBT`, `U.N.`, `MoD`. */
export function isAcronym(written: string): boolean {
  const letters = written.replace(/[.&-]/g, '')
  return (
    /^[\p{Lu}\p{N}][\p{L}\p{N}]{1,7}$/u.test(letters) && letters.replace(/[^\p{Lu}]/gu, '').length * 2 >= letters.length
  )
}
