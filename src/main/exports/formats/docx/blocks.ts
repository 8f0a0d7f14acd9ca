import {
  BorderStyle,
  ImageRun,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild
} from 'docx'
import type {
  Block,
  FigureGroup,
  ListGroup,
  QuoteGroup,
  Run,
  TableGroup,
  TextBlock
} from '../../../../shared/composition/block.ts'
import type { ExportImage } from '../../../../shared/composition/input.ts'
import { COLORS } from '../../../pdf/typeset/styles.ts'
import { withoutMetadata } from '../../image.ts'
import { isCounted } from '../../lists.ts'
import { printable } from '../../text.ts'
import { directionOfLanguage } from '../../../../shared/source/direction.ts'
import { runsRightToLeft } from './direction.ts'
import { Inline, textRuns, wordsOf, type Place } from './inline.ts'
import { hex, itemIndent, quoteRule, QUOTE_INDENT, STYLE_IDS, twips } from './styles.ts'
import { tableOf } from './table.ts'

/** Where a block stands. */
interface Setting {
  language: string
  /** Level of the list whose item it is in; -1 outside of lists. */
  level: number
  /** Within a quote: its rule. */
  quote: 'calm' | 'alarm' | null
  /** For the next paragraph: what it has from its list. */
  first: Partial<IParagraphOptions> & { label?: string; destination?: string }
}

/** Pixels of an image to the point, as Word counts them. */
const PIXELS = 96 / 72

/** Writes blocks as what the body of a Word document holds. */
export class Blocks {
  readonly inline = new Inline()
  readonly #images: ReadonlyMap<string, ExportImage>
  /** Room for text in points. */
  readonly #width: number
  readonly #height: number
  #lists = 0
  #figures = 0
  #startPage = false

  constructor(images: ReadonlyMap<string, ExportImage>, room: { width: number; height: number }) {
    this.#images = images
    this.#width = room.width
    this.#height = room.height
  }

  blocks(blocks: readonly Block[], language: string): FileChild[] {
    const setting: Setting = { language, level: -1, quote: null, first: {} }
    return blocks.flatMap((block) => this.#block(block, setting))
  }

  #block(block: Block, setting: Setting): FileChild[] {
    switch (block.type) {
      case 'text':
        return [this.#text(block, setting)]
      case 'quote':
        return this.#quote(block, setting)
      case 'list':
        return this.#list(block, setting)
      case 'section': {
        this.#startPage ||= block.startPage ?? false
        const inner = { ...setting, language: block.language ?? setting.language }
        return block.children.flatMap((child) => this.#block(child, inner))
      }
      case 'contents':
        return [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-5' })]
      case 'table':
        return this.#table(block, setting)
      case 'figure':
        return this.#figure(block, setting)
      case 'cover': {
        const children = [...block.top, ...block.middle, ...block.foot].map((each) => this.#text(each, setting))
        this.#startPage = true
        return children
      }
      case 'rule':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: hex(COLORS.rule) } },
            spacing: { before: twips(6), after: twips(8) }
          })
        ]
      case 'frame':
        return []
    }
  }

  #text(block: TextBlock, setting: Setting): Paragraph {
    const { label, destination, ...first } = setting.first
    setting.first = {}
    const lead = block.lead ?? label
    const rightToLeft = runsRightToLeft(wordsOf(block.runs))
    const place: Place = { language: block.language ?? setting.language, rightToLeft }
    let children: ParagraphChild[] = this.inline.runs(block.runs, place)
    if (lead !== undefined) children = [...leadRuns(lead, setting.language), ...children]
    for (const name of [block.destination, destination]) {
      if (name !== undefined) children = [this.inline.bookmark(name, children)]
    }
    const startPage = this.#startPage
    this.#startPage = false
    return new Paragraph({
      style: styleOf(block, setting),
      ...(rightToLeft ? { bidirectional: true } : {}),
      ...(block.keepNext === undefined ? {} : { keepNext: block.keepNext }),
      ...(startPage ? { pageBreakBefore: true } : {}),
      ...indentOf(setting, first.numbering !== undefined),
      ...(setting.quote === null ? {} : { border: quoteRule(setting.quote === 'alarm', rightToLeft) }),
      ...first,
      children
    })
  }

  #quote(group: QuoteGroup, setting: Setting): FileChild[] {
    const inner: Setting = { ...setting, quote: group.alarm ? 'alarm' : 'calm' }
    inner.first = { ...setting.first, destination: setting.first.destination ?? group.destination }
    setting.first = {}
    return [...group.before, group.words, ...group.after].map((block, i, all) =>
      this.#text({ ...block, keepNext: i < all.length - 1 }, inner)
    )
  }

  #list(group: ListGroup, setting: Setting): FileChild[] {
    const level = group.hanging ? setting.level : setting.level + 1
    const instance = ++this.#lists
    const bullets = group.numbering === 'Disc' && !group.hanging
    const reference = bullets ? 'bullets' : isCounted(group) ? 'numbers' : null
    return group.items.flatMap((item) => {
      const inner: Setting = { ...setting, level }
      inner.first = {
        ...(item.destination === undefined ? {} : { destination: item.destination }),
        ...(reference === null
          ? { label: item.label }
          : { numbering: { reference, level: Math.min(level, 8), instance, custom: true } })
      }
      return item.children.flatMap((child) => this.#block(child, inner))
    })
  }

  #table(group: TableGroup, setting: Setting): FileChild[] {
    const cell = (runs: readonly Run[], kind: 'cell' | 'headCell', end: boolean): Paragraph => {
      const rightToLeft = runsRightToLeft(wordsOf(runs))
      return new Paragraph({
        style: STYLE_IDS[kind],
        ...(rightToLeft ? { bidirectional: true } : {}),
        ...(end ? { alignment: 'end' } : {}),
        children: this.inline.runs(runs, { language: setting.language, rightToLeft })
      })
    }
    // Without a paragraph behind it two tables would be one.
    const gap = (): Paragraph => new Paragraph({ spacing: { line: twips(6), lineRule: 'exact' } })
    const rightToLeft = directionOfLanguage(setting.language) === 'rtl'
    return [gap(), tableOf(group, { width: this.#width, rightToLeft }, cell), gap()]
  }

  #figure(group: FigureGroup, setting: Setting): FileChild[] {
    const image = this.#images.get(group.image)
    const shown = image
      ? [this.#picture(image, printable(group.alt))]
      : textRuns('The image is missing.', { style: 'Alarm' }, { language: 'en', rightToLeft: false })
    const picture = new Paragraph({
      spacing: { before: twips(10) },
      keepNext: true,
      children: [this.inline.bookmark(group.destination, shown)]
    })
    return [picture, this.#text(group.caption, setting)]
  }

  #picture({ mediaType, bytes, width, height }: ExportImage, alt: string): ImageRun {
    const scale = Math.min(1, (this.#width * PIXELS) / width, (this.#height * 0.75 * PIXELS) / height)
    const name = `Figure ${++this.#figures}`
    return new ImageRun({
      type: mediaType === 'image/png' ? 'png' : 'jpg',
      data: withoutMetadata({ mediaType, bytes }),
      transformation: {
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale))
      },
      altText: { id: String(this.#figures), name, title: name, description: alt }
    })
  }
}

/** A number or label before a text, in its own column. */
function leadRuns(lead: string, language: string): TextRun[] {
  return [...textRuns(lead, {}, { language, rightToLeft: false }), new TextRun({ children: ['\t'] })]
}

const HEADINGS = ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5'] as const

function styleOf({ kind, level }: TextBlock, { quote, level: list }: Setting): string {
  if (level !== undefined && kind !== 'eyebrow') return HEADINGS[level - 1]!
  if (quote !== null && kind === 'state') return STYLE_IDS.quoteState
  if (list >= 0 && (kind === 'statement' || kind === 'labelled')) return STYLE_IDS.listText
  return STYLE_IDS[kind]
}

/** The indent of a block in an item of a list, where neither its style nor its numbering says it. */
function indentOf({ level, quote }: Setting, numbered: boolean): Pick<IParagraphOptions, 'indent'> {
  if (numbered || level < 0) return {}
  const { left } = itemIndent(level)
  return { indent: { left: left + (quote === null ? 0 : twips(QUOTE_INDENT)) } }
}
