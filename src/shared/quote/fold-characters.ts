/** Apostrophes and single quote marks of all scripts, modifier letters and primes that are typed in their place. */
export const SINGLE =
  "'‘’‚‛`´′‵‹›\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u0374\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u275b\u275c\ua78b\ua78c＇｀"

export const DOUBLE = '"“”„‟«»″‶「」『』｢｣﹁﹂﹃﹄〝〞〟＂\u02ba\u02ee\u05f4\u275d\u275e\u2e42'

/** Hyphens, dashes, minus signs, and what other scripts join words with (maqaf, the Armenian and Mongolian hyphens). */
export const DASH = '-‐‑‒–—―−⁃⸺⸻﹘﹣－﹉︱︲\u02d7\u058a\u05be\u1806'

/** Letters that are one letter under two codes: Persian and Arabic yeh and kaf, Romanian comma and cedilla, doubled Thai and Lao e. */
export const TWICE_ENCODED: Record<string, string> = { ی: 'ي', ک: 'ك', ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț', '〜': '~' }

/**
 * Soft hyphen, zero-width characters, joiners, byte order mark, variation selectors, bidi controls, fillers and the Arabic
 * tatweel: they print nothing, or only stretch.
 */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x640, 0x640],
  [0x115f, 0x1160],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff]
]

/** Ranges of forms of presentation: ligatures, full and half width, shapes of Arabic letters, radicals, vertical forms, styled letters. */
const PRESENTATION: readonly (readonly [number, number])[] = [
  [0xb5, 0xb5],
  [0x132, 0x133],
  [0x149, 0x149],
  [0x17f, 0x17f],
  [0x1c4, 0x1cc],
  [0x2e9f, 0x2e9f],
  [0x2ef3, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0xfb00, 0xfb06],
  [0xfb13, 0xfb17],
  [0xfb1d, 0xfd3d],
  [0xfd50, 0xfdff],
  [0xfe30, 0xfe6b],
  [0xfe70, 0xfefc],
  [0xff01, 0xffe6],
  [0x1d400, 0x1d7ff]
]

/** Letters with the virama and a joiner, which Malayalam and Bengali also have as one character. */
export const CHILLU: Record<string, string> = { ണ്: 'ൺ', ന്: 'ൻ', ര്: 'ർ', ല്: 'ൽ', ള്: 'ൾ', ത্: 'ৎ' }

export const SPECIAL = new Map<string, string>(Object.entries({ ...TWICE_ENCODED, '‥': '..' }))
for (const mark of SINGLE) SPECIAL.set(mark, "'")
for (const mark of DOUBLE) SPECIAL.set(mark, '"')
for (const mark of DASH) SPECIAL.set(mark, '-')

/** True for any quote mark that folding treats as one. */
export function isQuoteMark(character: string): boolean {
  return SINGLE.includes(character) || DOUBLE.includes(character)
}

/** True for any dash or hyphen that folding treats as one. */
export function isDash(character: string): boolean {
  return DASH.includes(character)
}

/** True for a character that folding takes for nothing. */
export function isInvisible(character: string): boolean {
  const code = character.charCodeAt(0)
  return code >= 0xad && isWithin(INVISIBLE, code)
}

export function isPresentation(code: number): boolean {
  return code >= 0xb5 && isWithin(PRESENTATION, code)
}

function isWithin(ranges: readonly (readonly [number, number])[], code: number): boolean {
  for (const [first, last] of ranges) if (code <= last) return code >= first
  return false
}
