import type { ExportInput } from '../../../shared/composition/input.ts'
import { directionOf } from '../../../shared/source/direction.ts'
import type { Fonts } from '../typeset/fonts.ts'
import { layOut } from '../typeset/inline.ts'
import type { Line, Span } from '../typeset/line.ts'
import type { Painter } from './paint.ts'
import { UNTITLED } from '../../../shared/composition/front.ts'
import { COLORS, FURNITURE_STYLE, TLP_COLORS, TLP_SIZE, type Geometry } from '../typeset/styles.ts'

const HEADER_TOP = 34
const FOOTER_TOP = 40
const BADGE_HEIGHT = 20
const BADGE_PADDING = 8

/** What every page carries besides its text: handling label, running title, page number; a cover the label alone. */
export class Furniture {
  private readonly fonts: Fonts
  private readonly area: Geometry
  private readonly badge: Line
  private readonly title: Line
  private readonly total: number
  private readonly cover: boolean

  constructor(fonts: Fonts, { brief, options }: ExportInput, area: Geometry, total: number) {
    this.fonts = fonts
    this.cover = options.cover
    this.area = area
    this.total = total
    this.badge = this.line(brief.tlp, { face: 'sansBold', size: TLP_SIZE, color: TLP_COLORS[brief.tlp] }, 200)
    const room = area.width - area.left - area.right - this.badge.width - 40
    this.title = this.fitted(brief.title.trim() === '' ? UNTITLED : brief.title, room)
  }

  header(painter: Painter, page: number): void {
    this.handling(painter, 'Header', HEADER_TOP)
    if (page === 1) return
    painter.furniture('Header', () => {
      this.paint(painter, this.title, HEADER_TOP)
    })
  }

  footer(painter: Painter, page: number): void {
    const top = this.area.height - FOOTER_TOP - BADGE_HEIGHT
    this.handling(painter, 'Footer', top)
    if (this.cover && page === 1) return
    const line = this.line(`Page ${page} of ${this.total}`, FURNITURE_STYLE, 200)
    painter.furniture('Footer', () => {
      this.paint(painter, line, top)
    })
  }

  /** The TLP label, where lines end, in its colour on black. */
  private handling(painter: Painter, place: 'Header' | 'Footer', top: number): void {
    const { area, badge } = this
    const width = badge.width + BADGE_PADDING * 2
    const x = area.direction === 'ltr' ? area.width - area.right - width : area.left
    painter.boxes([{ x, y: top, width, height: BADGE_HEIGHT, color: COLORS.black }])
    const y = top + (BADGE_HEIGHT - badge.height) / 2
    painter.furniture(place, () => {
      painter.line({ line: badge, x: 0, y: 0, width: badge.width, align: 'left', owner: null }, x + BADGE_PADDING, y)
    })
  }

  private paint(painter: Painter, line: Line, top: number): void {
    const y = top + (BADGE_HEIGHT - line.height) / 2
    const { direction, left, right } = this.area
    const width = this.area.width - left - right
    const align = direction === 'ltr' ? 'left' : 'right'
    painter.line({ line, x: 0, y: 0, width, align, owner: null }, left, y)
  }

  /** The title on one line, shortened at a word where it is too long. */
  private fitted(title: string, width: number): Line {
    const words = title.replace(/\s+/g, ' ').trim().split(' ')
    for (let count = words.length; count > 1; count--) {
      const text = words.slice(0, count).join(' ') + (count < words.length ? ' …' : '')
      const line = this.line(text, FURNITURE_STYLE, 1e6)
      if (line.width <= width) return line
    }
    return this.line(words[0]!, FURNITURE_STYLE, width)
  }

  private line(text: string, style: Pick<Span, 'face' | 'size' | 'color'>, width: number): Line {
    const span: Span = {
      ...style,
      text,
      rise: 0,
      address: false,
      target: null,
      about: '',
      anchor: null,
      note: null,
      actual: null
    }
    return layOut(
      this.fonts,
      [span],
      { leading: style.size * 1.3, direction: directionOf(text, this.area.direction) },
      width
    )[0]!
  }
}
