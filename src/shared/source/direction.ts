/** How text runs. */
export type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Mandaic}\p{Script=Samaritan}]/u
const LETTER = /\p{L}/gu
const RIGHT_TO_LEFT_LANGUAGE = /^(?:ar|fa|he|iw|ur|ps|sd|ug|yi|dv|ckb|syr|nqo)(?:-|$)/i
const RIGHT_TO_LEFT_SCRIPT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr)$/i

/** How much of a text is looked at, in UTF-16 units. */
const LOOKED_AT = 2_000

/**
 * How a text runs: as most of its letters do, those of its first lines. What has no letters runs as `otherwise`. Unlike the first strong character
 * (UAX #9, P2), this holds for an Arabic paragraph that begins with a Latin name.
 */
export function directionOf(text: string, otherwise: Direction = 'ltr'): Direction {
  const looked = text.slice(0, LOOKED_AT)
  if (!RIGHT_TO_LEFT.test(looked)) return /\p{L}/u.test(looked) ? 'ltr' : otherwise
  let letters = 0
  let rightToLeft = 0
  for (const [letter] of looked.matchAll(LETTER)) {
    letters++
    if (RIGHT_TO_LEFT.test(letter)) rightToLeft++
  }
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr'
}

/** Whether a text has a letter that is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** How a language is written, by its tag (BCP 47): by its script where the tag names one. */
export function directionOfLanguage(tag: string): Direction {
  const script = tag.split('-').find((part, i) => i > 0 && /^[a-z]{4}$/i.test(part))
  const rightToLeft = script === undefined ? RIGHT_TO_LEFT_LANGUAGE.test(tag) : RIGHT_TO_LEFT_SCRIPT.test(script)
  return rightToLeft ? 'rtl' : 'ltr'
}
