/**
 * W3C selectors count Unicode code points, JavaScript counts UTF-16 units. These convert offsets at the edge
 * (https://www.w3.org/TR/annotation-model/#text-position-selector).
 */

/** The number of code points before a UTF-16 offset. A pair of surrogates counts as one from its second unit on. */
export function toCodePoints(text: string, offset: number): number {
  let points = 0
  for (let i = 0; i < offset && i < text.length; i++) {
    const code = text.charCodeAt(i)
    const low = code >= 0xdc00 && code <= 0xdfff && i > 0 && isHigh(text.charCodeAt(i - 1))
    if (!low) points++
  }
  return points
}

/** The UTF-16 offset of a number of code points. Beyond the end it is the text's length. */
export function fromCodePoints(text: string, points: number): number {
  let offset = 0
  for (let left = points; left > 0 && offset < text.length; left--) {
    offset += isHigh(text.charCodeAt(offset)) && isLow(text.charCodeAt(offset + 1)) ? 2 : 1
  }
  return offset
}

/** Moves an offset out of the middle of a surrogate pair, backwards. */
export function atCharacter(text: string, offset: number): number {
  return offset > 0 && offset < text.length && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1))
    ? offset - 1
    : offset
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
