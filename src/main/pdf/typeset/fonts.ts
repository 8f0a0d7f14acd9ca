import { Face, type Feature, type Shaped } from './face.ts'
import { facesFor, isStandIn, type FaceName, type FontName, type HanFamily } from './faces.ts'

export type { Face, Feature, Glyph, Shaped } from './face.ts'
export type { FaceName, HanFamily } from './faces.ts'

const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u
/** What takes the face of the letters around it. */
const NEUTRAL = /^[\s\p{P}]$/u
const OPENING = /^[\p{Ps}\p{Pi}]$/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** A stretch of text set in one face. */
export interface Item {
  face: Face
  text: string
}

/** A stretch of text set in one face, with its glyphs. */
export interface ShapedItem extends Item {
  shaped: Shaped
}

/** How a text is set: in which face, in which direction, in which language where it isn't the document's, with which shapes. */
export interface Manner {
  face: FaceName
  /** Which family sets Han characters. */
  han: HanFamily
  rightToLeft: boolean
  language: string | undefined
  feature: Feature | undefined
}

/** Texts that are remembered: more than a long document has. */
const MOST_KNOWN = 200_000

let latest: Fonts | null = null

/** The faces for documents in a language; who makes one after the other has them with what they remember. */
export function fontsFor(language: string): Fonts {
  if (latest?.language !== language || latest.remembered > MOST_KNOWN) latest = new Fonts(language)
  return latest
}

/** The faces of documents in one language. `language` is its BCP 47 tag, which some fonts shape by. Font files are read when needed. */
export class Fonts {
  readonly language: string
  private readonly faces = new Map<FontName, Face>()
  /** The face for a cluster that the face asked for lacks; null when there is none. */
  private readonly choices = new Map<string, Map<string, Face | null>>()

  /** How many texts were shaped. */
  remembered = 0
  /** What was shaped so far, by its manner. */
  private readonly known = new Map<string, Map<string, readonly ShapedItem[]>>()

  constructor(language: string) {
    this.language = language
  }

  /** Gives the glyphs of texts of one direction that are set in one manner. What comes often is shaped once. */
  shaper(manner: Manner): (text: string) => readonly ShapedItem[] {
    const { face, han, rightToLeft, language, feature } = manner
    const kind = [face, han, rightToLeft, language, feature].join(' ')
    let known = this.known.get(kind)
    if (!known) this.known.set(kind, (known = new Map<string, readonly ShapedItem[]>()))
    const shapes = known
    return (text) => {
      let items = shapes.get(text)
      if (!items) {
        items = this.itemise(face, text, han).map((item) => {
          return { ...item, shaped: item.face.shape(item.text, rightToLeft, language, feature) }
        })
        shapes.set(text, items)
        this.remembered++
      }
      return items
    }
  }

  face(name: FontName): Face {
    let face = this.faces.get(name)
    if (!face) this.faces.set(name, (face = new Face(name, this.language)))
    return face
  }

  /** Whether any face that may stand in for this one covers the code point, or it needs no glyph. */
  prints(name: FaceName, codePoint: number): boolean {
    if (codePoint >= 0x20 && codePoint < 0x7f) return true
    if (codePoint === 0x0a || this.face(name).covers(codePoint)) return true
    const character = String.fromCodePoint(codePoint)
    return IGNORABLE.test(character) || this.choose(name, character, 'simplified') !== null
  }

  /**
   * Splits a text by the faces that cover it. What a reader takes for one character stays in one face if any covers all
   * of it; spaces and punctuation go with the letters around them. `han` says which family sets Han characters.
   */
  itemise(name: FaceName, text: string, han: HanFamily): Item[] {
    const primary = this.face(name)
    if (coversAll(primary, text)) return [{ face: primary, text }]
    const pieces: { face: Face | null; text: string }[] = []
    for (const { segment } of graphemes.segment(text)) {
      if (coversAll(primary, segment)) pieces.push({ face: NEUTRAL.test(segment) ? null : primary, text: segment })
      else {
        const face = this.choose(name, segment, han)
        if (face) pieces.push({ face, text: segment })
        else pieces.push(...this.itemiseEach(name, segment, han))
      }
    }
    const items: Item[] = []
    pieces.forEach((piece, i) => {
      const face = piece.face ?? neighbour(pieces, i) ?? primary
      const last = items.at(-1)
      if (last?.face === face) last.text += piece.text
      else items.push({ face, text: piece.text })
    })
    return items
  }

  private itemiseEach(name: FaceName, cluster: string, han: HanFamily): Item[] {
    return [...cluster].map((text) => ({ face: this.choose(name, text, han) ?? this.face(name), text }))
  }

  private choose(name: FaceName, cluster: string, han: HanFamily): Face | null {
    const kind = `${name} ${han}`
    let known = this.choices.get(kind)
    if (!known) this.choices.set(kind, (known = new Map<string, Face | null>()))
    let face = known.get(cluster)
    if (face === undefined) {
      const found = [name, ...facesFor(name, cluster, han)].find((each) => coversAll(this.face(each), cluster))
      known.set(cluster, (face = found === undefined ? null : this.face(found)))
    }
    return face
  }
}

/** The face of a script next to a space or a punctuation mark, if that face has it. */
function neighbour(pieces: readonly { face: Face | null; text: string }[], index: number): Face | null {
  const { text } = pieces[index]!
  const before = pieces.findLast((piece, i) => i < index && piece.face !== null)?.face
  const after = pieces.find((piece, i) => i > index && piece.face !== null)?.face
  const face = OPENING.test(text) ? (after ?? before) : (before ?? after)
  return face && isStandIn(face.name) && coversAll(face, text) ? face : null
}

function coversAll(face: Face, text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x20 && code < 0x7f && face.latin) continue
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    if (!face.covers(point) && point !== 0x0a && !IGNORABLE.test(String.fromCodePoint(point))) return false
  }
  return true
}
