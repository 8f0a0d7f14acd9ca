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

/** The number of code points before a UTF-16 offset of some text. */
export type CountPoints = (offset: number) => number

/** `toCodePoints` of one text, for whoever asks it for many offsets: the text is looked through once. */
export function pointsOf(text: string): CountPoints {
  if (!/[\ud800-\udfff]/.test(text)) return (offset) => Math.min(offset, text.length)
  const lows: number[] = []
  for (let i = 1; i < text.length; i++) if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) lows.push(i)
  return (offset) => {
    let low = 0
    let high = lows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (lows[middle]! < offset) low = middle + 1
      else high = middle
    }
    return Math.min(offset, text.length) - low
  }
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

/** The same for many offsets of one text, which is looked through once. */
export function codePointsOf(text: string): {
  fromUnits: (offset: number) => number
  toUnits: (points: number) => number
} {
  const clamp = (offset: number): number => Math.min(text.length, Math.max(0, offset))
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return { fromUnits: clamp, toUnits: clamp }
  /** The offset of each code point, and the end. */
  const offsets: number[] = []
  for (
    let offset = 0;
    offset < text.length;
    offset += isHigh(text.charCodeAt(offset)) && isLow(text.charCodeAt(offset + 1)) ? 2 : 1
  )
    offsets.push(offset)
  offsets.push(text.length)
  const fromUnits = (offset: number): number => {
    let [low, high] = [0, offsets.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (offsets[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return { fromUnits, toUnits: (points) => offsets[Math.min(offsets.length - 1, Math.max(0, points))]! }
}
