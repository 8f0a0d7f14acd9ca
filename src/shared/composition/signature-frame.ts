/** The frame in which a signature within the file may show itself, in points. */
export const SIGNATURE_FRAME = { width: 330, height: 80 } as const

/** The place in the document at which the frame stands. */
export const FRAME_DESTINATION = 'signature-frame'

/** The name in the page's resources of the font that is kept ready for what the frame will show. */
export const FRAME_FONT = 'SignatureMark'

/** First and last of the ranges of letters that the font is kept ready with: Latin, Greek, Cyrillic, and the signs that go with them. */
const RANGES = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x17f],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2013, 0x2014],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116]
] as const

/** The letters that a frame can show where its font has them. */
export const FRAME_LETTERS: readonly number[] = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
)
