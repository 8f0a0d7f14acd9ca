declare module 'linebreak' {
  interface Break {
    position: number
    required: boolean
  }
  /** Break opportunities of a text by UAX #14. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): Break | null
  }
}

declare module 'fontkit' {
  export interface Glyph {
    /** Measures in font units, once they were read. */
    _metrics?: { advanceWidth: number; advanceHeight: number; leftBearing: number; topBearing: number }
  }

  /** The parts of a parsed font that are read here; pdfkit takes the rest. */
  export interface Font {
    readonly familyName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    /** Where each glyph's outline starts; an empty one has the offset of the next. */
    readonly loca: { readonly offsets: readonly number[] }
    getGlyph(id: number): Glyph
    layout(text: string): unknown
  }
  export function create(data: Uint8Array): Font
}
