import type { Tlp } from '../../../shared/source/source.ts'
import type { Run, TextKind } from '../../../shared/composition/block.ts'
import type { Theme } from '../../../shared/composition/options.ts'
import type { Direction } from '../../../shared/source/direction.ts'
import type { FaceName } from './fonts.ts'

/** Colours reach a contrast of at least 4.5 to 1 on white (WCAG 2.2, 1.4.3). */
export const COLORS = {
  ink: '#1a1c20',
  quiet: '#59606b',
  link: '#1c4e80',
  alarm: '#a3170f',
  rule: '#b9c0c9',
  quoteRule: '#8fa3b8',
  band: '#f1f3f6',
  white: '#ffffff',
  black: '#000000'
} as const

/** Label colours of TLP 2.0 on black (FIRST, 2022: RGB values of the standard). */
export const TLP_COLORS: Record<Tlp, string> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff'
}

/** TLP 2.0 asks for at least 12 points. */
export const TLP_SIZE = 12

/** Sizes of the paper and of the text area in points, and from which side its pages are read. */
export interface Geometry {
  direction: Direction
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** The pages of a document. Its margins change sides with its direction: numbers hang in the one where lines begin. */
export function geometry(paper: 'A4' | 'Letter', direction: Direction): Geometry {
  const [before, after] = [104, 86]
  const sides = direction === 'ltr' ? { left: before, right: after } : { left: after, right: before }
  const margins = { direction, ...sides, top: 88, bottom: 84 }
  return paper === 'A4' ? { width: 595.28, height: 841.89, ...margins } : { width: 612, height: 792, ...margins }
}

/** Room for the numbers that hang beside the text. */
export const HANG = 34

export type Family = 'serif' | 'sans'

export interface TextStyle {
  family: Family
  bold: boolean
  italic: boolean
  size: number
  leading: number
  color: string
  before: number
  /** Width of the column for `lead`; negative when it hangs in the margin. */
  lead: number
  /** Keeps all its lines on one page. */
  together: boolean
  /** Makes its lines about equally long. */
  balanced: boolean
  /** Its words may be divided at a line's end. */
  hyphens: boolean
  /** Figures of one width, so that those of rows stand below each other. */
  tabular: boolean
}

/** What the text of a theme is set in. */
interface Body {
  family: Family
  size: number
  leading: number
}

/** Sans looks larger than serif at one size, and needs more space between its lines. */
const BODIES: Record<Theme, Body> = {
  serif: { family: 'serif', size: 10.6, leading: 15.4 },
  sans: { family: 'sans', size: 10.3, leading: 15.2 }
}

/** Titles of a theme. Sans ones are wider and darker, so they are set smaller. */
const TITLES: Record<Theme, { title: [size: number, leading: number]; cover: [size: number, leading: number] }> = {
  serif: { title: [25, 30], cover: [34, 40] },
  sans: { title: [23.5, 28.5], cover: [32, 38] }
}

/** How each kind of block looks in a theme. */
export interface StyleSheet {
  kinds: Readonly<Record<TextKind, TextStyle>>
  /** Notes at the page's foot. */
  note: TextStyle
}

function styleSheet(theme: Theme): StyleSheet {
  const base: TextStyle = {
    ...BODIES[theme],
    bold: false,
    italic: false,
    color: COLORS.ink,
    before: 8,
    lead: 0,
    together: false,
    balanced: false,
    hyphens: false,
    tabular: false
  }
  const sans: TextStyle = { ...base, family: 'sans' }
  const small: TextStyle = { ...sans, size: 8.8, leading: 12.4, before: 2, color: COLORS.quiet }
  const heading: TextStyle = { ...sans, bold: true, lead: -HANG, together: true }
  const title: TextStyle = { ...base, bold: true, before: 6, together: true, balanced: true }
  const [titleSize, titleLeading] = TITLES[theme].title
  const [coverSize, coverLeading] = TITLES[theme].cover
  const kinds: Record<TextKind, TextStyle> = {
    eyebrow: { ...small, size: 9.6, leading: 13, before: 0 },
    title: { ...title, size: titleSize, leading: titleLeading },
    byline: { ...sans, size: 10.4, leading: 14.5, before: 12 },
    handling: { ...small, size: 9, leading: 12.8, before: 3 },
    coverCase: { ...sans, size: 11, leading: 15, before: 0, color: COLORS.quiet },
    coverTitle: { ...title, size: coverSize, leading: coverLeading, before: 16 },
    coverByline: { ...sans, size: 12, leading: 17, before: 20 },
    coverDetail: { ...sans, size: 9.2, leading: 13, before: 6, lead: 74 },
    heading: { ...heading, size: 15.5, leading: 19.5, before: 28 },
    subheading: { ...heading, size: 11.2, leading: 15, before: 17 },
    statement: { ...base, hyphens: true },
    labelled: { ...base, before: 0, hyphens: true },
    label: { ...small, size: 8.6, leading: 12, before: 10, together: true },
    warning: { ...small, bold: true, color: COLORS.alarm, before: 2, together: true },
    words: { ...base, before: 0, hyphens: true },
    attribution: { ...small, before: 5, together: true },
    state: { ...small, before: 3 },
    alarm: { ...small, bold: true, size: 9.2, leading: 13, color: COLORS.alarm, before: 0, together: true },
    body: { ...sans, size: 9.6, leading: 13.8, before: 4, hyphens: true },
    sourceTitle: { ...base, bold: true, leading: 14.6, before: 16, together: true },
    reference: { ...base, size: 10.2, leading: 14.4, before: 16, together: true },
    context: { ...base, size: base.size * 0.92, leading: base.leading * 0.94, before: 14, together: true },
    detail: { ...small, size: 8.6, leading: 12, before: 1.5, lead: 60, color: COLORS.ink, together: true },
    caption: { ...small, before: 14, together: true },
    cell: { ...sans, size: 8.8, leading: 12, before: 0, hyphens: true, tabular: true },
    headCell: { ...sans, bold: true, size: 8.4, leading: 12, before: 0, color: COLORS.quiet },
    contents: { ...sans, size: 10, leading: 14.4, before: 3.2, tabular: true },
    contentsSub: { ...sans, size: 9.2, leading: 13, before: 1, color: COLORS.quiet, tabular: true }
  }
  return { kinds, note: { ...small, size: 8.2, leading: 11, before: 0, hyphens: true } }
}

export const STYLE_SHEETS: Readonly<Record<Theme, StyleSheet>> = {
  serif: styleSheet('serif'),
  sans: styleSheet('sans')
}

/** Type of the running heads and of the pages' numbers. */
export const FURNITURE_STYLE = { face: 'sans', size: 8.8, color: COLORS.quiet } as const

export interface RunStyle {
  face: FaceName
  size: number
  color: string
  rise: number
  /** Colour of the bar on which it stands. */
  bar?: string
}

const FACES: Record<Family, Record<'plain' | 'bold' | 'italic' | 'both', FaceName>> = {
  serif: { plain: 'serif', bold: 'serifBold', italic: 'serifItalic', both: 'serifBoldItalic' },
  sans: { plain: 'sans', bold: 'sansBold', italic: 'sansItalic', both: 'sansBold' }
}

function faceOf(family: Family, bold: boolean, italic: boolean): FaceName {
  return FACES[family][bold ? (italic ? 'both' : 'bold') : italic ? 'italic' : 'plain']
}

/** Raised or lowered letters, as parts of the size. */
const SCRIPTS = { super: { size: 0.66, rise: 0.34 }, sub: { size: 0.66, rise: -0.14 } } as const

/** How a run looks in a block of a style. */
export function runStyle(run: Run, style: TextStyle): RunStyle {
  const look = voiced(run, style)
  if (run.script === undefined) return look
  const { size, rise } = SCRIPTS[run.script]
  return { ...look, size: look.size * size, rise: look.rise + look.size * rise }
}

/** Italics have no small capitals. */
function leaning(italic: boolean, { smallCaps }: Run): boolean {
  return italic && smallCaps !== true
}

function voiced(run: Run, style: TextStyle): RunStyle {
  const { family, size } = style
  const bold = style.bold || (run.bold ?? false)
  const italic = leaning(style.italic || (run.italic ?? false), run)
  const plain = { face: faceOf(family, bold, italic), size, color: style.color, rise: 0 }
  switch (run.voice ?? 'plain') {
    case 'plain':
      return run.target ? { ...plain, color: COLORS.link } : plain
    case 'bare':
      return plain
    case 'strong':
      return { ...plain, face: faceOf(family, true, italic), color: COLORS.ink }
    case 'quiet':
      return { ...plain, color: COLORS.quiet }
    case 'alarm':
      return { ...plain, face: faceOf('sans', true, false), size: Math.min(size, size * 0.92), color: COLORS.alarm }
    case 'cite':
      return { ...plain, face: 'sans', size: size * (family === 'serif' ? 0.87 : 0.93), color: COLORS.link }
    case 'code':
      return { ...plain, face: 'mono', size: size * 0.86 }
    case 'address':
      return { ...plain, face: 'sans', color: run.target ? COLORS.link : plain.color }
    case 'hash':
      return { ...plain, face: 'mono', size: size * 0.84 }
    case 'withheld':
      return { ...plain, face: 'mono', size: size * 0.76, color: COLORS.white, bar: COLORS.black }
    case 'marked':
      return { ...plain, face: faceOf(family, true, italic), color: COLORS.ink }
    case 'sign':
      return { ...plain, face: 'sansBold', size: size * 1.22 }
    case 'mark':
      return { ...plain, face: 'sans', size: size * 0.68, rise: size * 0.33, color: COLORS.link }
  }
}
