/** Where a link leads: a place in the document or an address. */
export type Target = { destination: string } | { uri: string }

/**
 * The voice of a stretch of text within its block. `bare` is a link that needn't look like one, `withheld` a bar in the place
 * of words that were left out, `marked` the words of a quote within its context.
 */
export type Voice =
  | 'plain'
  | 'bare'
  | 'strong'
  | 'quiet'
  | 'alarm'
  | 'cite'
  | 'code'
  | 'address'
  | 'hash'
  | 'mark'
  | 'sign'
  | 'withheld'
  | 'marked'

/** A stretch of text of a block. */
export interface Run {
  text: string
  voice?: Voice
  bold?: boolean
  italic?: boolean
  smallCaps?: boolean
  /** Above or below the line, smaller. */
  script?: 'super' | 'sub'
  /** BCP 47, where it differs from its block's. */
  language?: string
  target?: Target
  /** What the link says to a screen reader; needed with `target`. */
  about?: string
  /** Name of a destination at this place. */
  anchor?: string
  /** Prints the number of the page on which this destination stands, after `text`. */
  pageOf?: string
  /** Text of a note at the page's foot. */
  note?: Run[]
}

/** What a block of text is; its look follows from it (`styles.ts`). */
export type TextKind =
  | 'eyebrow'
  | 'title'
  | 'byline'
  | 'handling'
  | 'coverCase'
  | 'coverTitle'
  | 'coverByline'
  | 'coverDetail'
  | 'heading'
  | 'subheading'
  | 'statement'
  | 'labelled'
  | 'label'
  | 'warning'
  | 'words'
  | 'attribution'
  | 'state'
  | 'alarm'
  | 'body'
  | 'sourceTitle'
  | 'reference'
  | 'context'
  | 'detail'
  | 'caption'
  | 'cell'
  | 'headCell'
  | 'contents'
  | 'contentsSub'

/** A heading's level in the structure: 1 is the title. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** A paragraph or heading. */
export interface TextBlock {
  type: 'text'
  kind: TextKind
  runs: Run[]
  level?: HeadingLevel
  /** Number before a heading or label before a detail, set in a column of its own. */
  lead?: string
  /** Title for the bookmarks. The block's `destination` must be set. */
  bookmark?: string
  destination?: string
  keepNext?: boolean
  language?: string
}

/** Quoted words with what is said about them. The words alone are the `BlockQuote` of the structure. */
export interface QuoteGroup {
  type: 'quote'
  alarm: boolean
  destination: string
  before: TextBlock[]
  words: TextBlock
  after: TextBlock[]
}

export interface ListGroup {
  type: 'list'
  numbering: 'Disc' | 'Decimal' | 'None'
  /** Whether the labels hang in the page's margin, as the numbers of sources do. */
  hanging: boolean
  items: { label: string; destination?: string; children: Block[] }[]
}

export interface SectionGroup {
  type: 'section'
  children: Block[]
  startPage?: boolean
  language?: string
}

export interface ContentsGroup {
  type: 'contents'
  entries: { lead: string; title: string; destination: string; sub: boolean }[]
}

export interface TableGroup {
  type: 'table'
  /**
   * Widths in points; columns with `null` share what is left by what they hold. A column whose alignment is `null` ends on one
   * line when it holds numbers.
   */
  columns: { width: number | null; align: 'start' | 'end' | 'center' | null }[]
  head: Run[][]
  rows: Run[][][]
  /** Whether the first cell of each row is its header. */
  rowHeads?: boolean
  /** Whether its rows stay on one page: those of a short table. */
  together?: boolean
}

/** An image with its caption. */
export interface FigureGroup {
  type: 'figure'
  /** Id of the source whose original it is; its bytes are in the input's `images`. */
  image: string
  /** What it shows, for who can't see it. */
  alt: string
  destination: string
  caption: TextBlock
}

/** A page of its own before all others: what stands at its top, in its middle and at its foot. */
export interface CoverGroup {
  type: 'cover'
  top: TextBlock[]
  middle: TextBlock[]
  foot: TextBlock[]
}

/** A fine line across the text. */
export interface RuleBlock {
  type: 'rule'
}

/** An empty frame: room for a signature within the file. Only a PDF has one. */
export interface FrameBlock {
  type: 'frame'
  destination: string
}

export type Block =
  | TextBlock
  | QuoteGroup
  | ListGroup
  | SectionGroup
  | ContentsGroup
  | TableGroup
  | FigureGroup
  | CoverGroup
  | RuleBlock
  | FrameBlock
