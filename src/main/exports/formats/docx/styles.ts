import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  type IBaseParagraphStyleOptions,
  type IBordersOptions,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions
} from 'docx'
import type { TextKind, Voice } from '../../../../shared/composition/block.ts'
import type { Theme } from '../../../../shared/composition/options.ts'
import { COLORS, HANG } from '../../../pdf/typeset/styles.ts'

/** Points as twips, of which Word counts 20 to the point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** A colour without its `#`. */
export function hex(color: string): string {
  return color.slice(1)
}

/** Typefaces that every Word has; other programs have typefaces of the same widths. */
export const FACES = { serif: 'Cambria', sans: 'Calibri', mono: 'Consolas' } as const

/** Indent of quoted words and of what is said of them, and of an item of a list, in points. */
export const QUOTE_INDENT = 14
export const ITEM_INDENT = 19
/** Column of the label before a detail, in points. */
const DETAIL_LEAD = 62

/** Ids of the paragraph styles. A `state` or `alarm` that belongs to a quote has the quote's rule before it. */
export const STYLE_IDS: Record<TextKind | 'quoteState' | 'listText', string> = {
  eyebrow: 'Eyebrow',
  title: 'Title',
  byline: 'Byline',
  handling: 'Handling',
  coverCase: 'CoverCase',
  coverTitle: 'CoverTitle',
  coverByline: 'CoverByline',
  coverDetail: 'CoverDetail',
  heading: 'Heading1',
  subheading: 'Heading2',
  statement: 'Statement',
  labelled: 'LabelledStatement',
  label: 'StatementLabel',
  warning: 'Warning',
  words: 'Quote',
  attribution: 'Attribution',
  state: 'State',
  quoteState: 'QuoteState',
  alarm: 'QuoteAlarm',
  body: 'BodyText',
  sourceTitle: 'SourceTitle',
  reference: 'Reference',
  context: 'QuoteContext',
  detail: 'SourceDetail',
  caption: 'Caption',
  cell: 'TableText',
  headCell: 'TableHead',
  contents: 'TOC1',
  contentsSub: 'TOC2',
  listText: 'ListParagraph'
}

/** Ids of the character styles, for voices that have one. */
export const VOICE_IDS: Partial<Record<Voice, string>> = {
  strong: 'Strong',
  alarm: 'Alarm',
  cite: 'Citation',
  code: 'Code',
  hash: 'Hash',
  address: 'Address',
  quiet: 'Quiet',
  sign: 'Sign',
  mark: 'Mark',
  withheld: 'Withheld'
}

interface Look {
  name: string
  font?: string
  size?: number
  bold?: boolean
  color?: string
  before?: number
  after?: number
  line?: number
  keepNext?: boolean
  more?: Omit<NonNullable<IBaseParagraphStyleOptions['paragraph']>, 'spacing' | 'keepNext'>
}

/** A paragraph style; sizes in points. */
function style({
  name,
  font,
  size,
  bold,
  color,
  before,
  after,
  line,
  keepNext,
  more
}: Look): IBaseParagraphStyleOptions {
  return {
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...(font === undefined ? {} : { font: fonts(font) }),
      ...(size === undefined ? {} : { size: size * 2, sizeComplexScript: size * 2 }),
      ...(bold === undefined ? {} : { bold, boldComplexScript: bold }),
      ...(color === undefined ? {} : { color: hex(color) })
    },
    paragraph: {
      spacing: {
        before: twips(before ?? 0),
        after: twips(after ?? 0),
        ...(line === undefined ? {} : { line: line * 240 })
      },
      ...(keepNext === undefined ? {} : { keepNext, keepLines: keepNext }),
      ...more
    }
  }
}

function fonts(name: string): { ascii: string; hAnsi: string; cs: string } {
  return { ascii: name, hAnsi: name, cs: name === FACES.serif ? 'Times New Roman' : 'Arial' }
}

/** The rule beside a quote, before its words: on the right where they run from right to left. */
export function quoteRule(alarm: boolean, rightToLeft = false): IBordersOptions {
  const color = hex(alarm ? COLORS.alarm : COLORS.quoteRule)
  const rule = { style: BorderStyle.SINGLE, size: alarm ? 24 : 12, space: 8, color }
  const none = { style: BorderStyle.NONE, size: 0, space: 0, color: 'auto' }
  return rightToLeft ? { left: none, right: rule } : { left: rule }
}

/** The document's styles: real ones, so that whoever edits it can change them all at once. */
export function stylesOf(theme: Theme): IStylesOptions {
  const { sans, mono } = FACES
  const text = FACES[theme]
  const quiet = { font: sans, color: COLORS.quiet } as const
  const quote = { indent: { left: twips(QUOTE_INDENT) }, border: quoteRule(false) }
  const heading = (name: string, size: number, before: number): IBaseParagraphStyleOptions => ({
    ...style({
      name,
      font: sans,
      size,
      bold: true,
      color: COLORS.ink,
      before,
      after: 3,
      keepNext: true,
      more: hanging(HANG)
    }),
    next: STYLE_IDS.statement
  })
  const paragraphs: [string, Look][] = [
    [STYLE_IDS.eyebrow, { name: 'Eyebrow', ...quiet, size: 10, after: 4 }],
    [STYLE_IDS.byline, { name: 'Byline', font: sans, size: 11, before: 10 }],
    [STYLE_IDS.handling, { name: 'Handling', ...quiet, size: 9.5, before: 3 }],
    [STYLE_IDS.coverCase, { name: 'Cover Case', ...quiet, size: 11, before: 90 }],
    [STYLE_IDS.coverTitle, { name: 'Cover Title', font: text, size: 32, bold: true, before: 16, after: 6 }],
    [STYLE_IDS.coverByline, { name: 'Cover Byline', font: sans, size: 12, before: 10, after: 60 }],
    [STYLE_IDS.coverDetail, { name: 'Cover Detail', font: sans, size: 10, before: 6 }],
    [STYLE_IDS.context, { name: 'Quote Context', before: 12, line: 1.1 }],
    [STYLE_IDS.reference, { name: 'Reference', before: 14, keepNext: true, more: hanging(HANG) }],
    [STYLE_IDS.statement, { name: 'Statement', before: 7, line: 1.15 }],
    [STYLE_IDS.labelled, { name: 'Labelled Statement', line: 1.15 }],
    [STYLE_IDS.label, { name: 'Statement Label', ...quiet, size: 9, before: 9, keepNext: true }],
    [STYLE_IDS.warning, { name: 'Warning', font: sans, size: 9.5, bold: true, color: COLORS.alarm, before: 2 }],
    [STYLE_IDS.words, { name: 'Quote', before: 6, line: 1.15, more: quote }],
    [STYLE_IDS.attribution, { name: 'Attribution', ...quiet, size: 9.5, before: 3, after: 4, more: quote }],
    [STYLE_IDS.state, { name: 'State', ...quiet, size: 9.5, before: 2 }],
    [STYLE_IDS.quoteState, { name: 'Quote State', ...quiet, size: 9.5, more: quote }],
    [
      STYLE_IDS.alarm,
      {
        name: 'Quote Alarm',
        font: sans,
        size: 9.5,
        bold: true,
        color: COLORS.alarm,
        before: 6,
        keepNext: true,
        more: quote
      }
    ],
    [STYLE_IDS.body, { name: 'Body Text', font: sans, size: 10, before: 4, line: 1.1 }],
    [STYLE_IDS.sourceTitle, { name: 'Source Title', bold: true, before: 14, keepNext: true, more: hanging(HANG) }],
    [
      STYLE_IDS.detail,
      {
        name: 'Source Detail',
        font: sans,
        size: 9,
        before: 1.5,
        more: { indent: { left: twips(DETAIL_LEAD), hanging: twips(DETAIL_LEAD) } }
      }
    ],
    [STYLE_IDS.cell, { name: 'Table Text', font: sans, size: 9, before: 2, after: 2 }],
    [STYLE_IDS.headCell, { name: 'Table Head', ...quiet, size: 8.5, bold: true, before: 2, after: 2, keepNext: true }],
    [STYLE_IDS.contents, { name: 'toc 1', font: sans, size: 10.5, before: 3 }],
    [STYLE_IDS.contentsSub, { name: 'toc 2', ...quiet, size: 9.5, before: 1, more: { indent: { left: twips(14) } } }],
    ['Header', { name: 'header', ...quiet, size: 9 }],
    ['Footer', { name: 'footer', ...quiet, size: 9 }]
  ]
  return {
    default: {
      document: {
        run: { font: fonts(text), size: 21, sizeComplexScript: 21, color: hex(COLORS.ink) },
        paragraph: { spacing: { before: 0, after: 0 } }
      },
      title: style({ name: 'Title', font: text, size: 25, bold: true, color: COLORS.ink, before: 4, after: 2 }),
      heading1: heading('heading 1', 15.5, 24),
      heading2: heading('heading 2', 11.5, 15),
      heading3: heading('heading 3', 11, 12),
      heading4: heading('heading 4', 10.5, 12),
      heading5: heading('heading 5', 10.5, 10),
      heading6: heading('heading 6', 10.5, 10),
      listParagraph: style({ name: 'List Paragraph', before: 4, line: 1.15 }),
      caption: style({ name: 'caption', ...quiet, size: 9.5, before: 10, after: 2 }),
      footnoteText: style({ name: 'footnote text', font: sans, size: 8.5, color: COLORS.quiet, before: 1 }),
      hyperlink: { name: 'Hyperlink', run: { color: hex(COLORS.link), underline: {} } }
    },
    paragraphStyles: paragraphs.map(([id, look]): IParagraphStyleOptions => ({ id, ...style(look) })),
    characterStyles: [
      { id: 'Strong', name: 'Strong', run: { bold: true, boldComplexScript: true, color: hex(COLORS.ink) } },
      { id: 'Alarm', name: 'Alarm', run: { font: fonts(sans), bold: true, color: hex(COLORS.alarm) } },
      { id: 'Citation', name: 'Citation', run: { font: fonts(sans), color: hex(COLORS.link) } },
      { id: 'Code', name: 'Code', run: { font: mono } },
      { id: 'Hash', name: 'Hash', run: { font: mono, size: 15, noProof: true } },
      { id: 'Address', name: 'Address', run: { font: fonts(sans), noProof: true } },
      { id: 'Quiet', name: 'Quiet', run: { color: hex(COLORS.quiet) } },
      { id: 'Sign', name: 'Sign', run: { font: 'Segoe UI Symbol', bold: true } },
      { id: 'Mark', name: 'Mark', run: { superScript: true, color: hex(COLORS.link) } },
      {
        id: 'Withheld',
        name: 'Withheld',
        run: {
          font: fonts(sans),
          size: 17,
          color: hex(COLORS.white),
          shading: { fill: hex(COLORS.ink), color: 'auto' }
        }
      }
    ]
  }
}

/** First line out in the margin, where a number stands. */
function hanging(points: number): { indent: { left: number; hanging: number } } {
  return { indent: { left: 0, hanging: twips(points) } }
}

/** Levels of a list that Word knows. */
const LEVELS = 9

/** How lists are numbered: every list of numbers is an instance of its own, so that it begins at 1. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '•') },
    { reference: 'numbers', levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) }
  ]
}

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) {
  return Array.from({ length: LEVELS }, (_, level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.START,
    style: { paragraph: { indent: itemIndent(level) } }
  }))
}

/** Indent of an item of a list at a level from 0, its label hanging. */
export function itemIndent(level: number): { left: number; hanging: number } {
  return { left: twips(ITEM_INDENT * (Math.min(level, LEVELS - 1) + 1)), hanging: twips(ITEM_INDENT) }
}
