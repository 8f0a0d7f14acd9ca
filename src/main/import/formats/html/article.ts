import type { Piece } from '../../extracted/blocks.ts'
import { isAboutAuthor, isInvitation, isPictureCredit, isTrail } from './boilerplate.ts'
import { isStop } from './paywall.ts'
import { betterChoice, isRunningText, mainPart, surroundingsOf } from './choose-blocks.ts'
import type { DomDocument } from '../../markup/dom.ts'
import { isNamedStandfirst, type Surroundings } from './furniture.ts'
import { recognise } from './recognise.ts'
import { surveyPage, type PageBlock, type Part } from './survey.ts'
import { normaliseForMatch } from '../../extracted/wording.ts'

/** The blocks of a page's article, and how they were found. */
export interface Article {
  pieces: Piece[]
  /** False when no article was recognised and the whole page's text stands in for it. */
  recognised: boolean
  /** True when the page stops readers without a subscription or an account. */
  stops: boolean
}

/** What the page's metadata say of its article. */
export interface Clues {
  /** Known forms of the title, which isn't repeated. */
  headlines: readonly string[]
  authors: readonly string[]
  /** Descriptions for search and sharing: the standfirst, often. */
  descriptions: readonly string[]
}

/** Less than this is no article but what was left over. */
const FEWEST_WORDS = 30
const FEWEST_OF_STUB = 12
/** Standfirst and headline have little between them. */
const REACH = 30
const SHORTEST_STANDFIRST = 5
const LONGEST_STANDFIRST = 130
const LINKED = 0.85
const LONGEST_LINKS = 20
const LIST = /^(?:UL|OL|DL)$/
/** A list with more words in links than this share is one of links. */
const LINKED_LIST = 0.6
const LONGEST_OPENING = 8
const LONGEST_GAP = 60
const SHORTEST_DOUBLE = 30

/**
 * Finds a page's article and makes blocks of it, as they stand in the page: blocks are taken or left out, never changed. Readability's choice is
 * checked against another one, filled up with what it missed, and freed of what isn't the article's text. Where no article is found the page's
 * whole text is taken. Changes the document.
 */
export function readArticle(document: DomDocument, clues: Clues): Article {
  const blocks = surveyPage(document.body)
  const chosen = betterChoice(blocks, recognise(document, blocks))
  const article = settle(blocks, chosen, clues)
  const first = chosen.indexOf(true)
  const stops = blocks.some((block, index) => isStop(block.text, block.words) && index >= first && !isOfPage(block))
  if (wordsOf(article) >= FEWEST_WORDS || (stops && wordsOf(article) >= FEWEST_OF_STUB))
    return { pieces: article.map(toPiece), recognised: true, stops }
  const whole = settle(
    blocks,
    blocks.map(() => true),
    clues
  )
  return { pieces: (whole.length > 0 ? whole : blocks).map(toPiece), recognised: false, stops }
}

/** Navigation and footers ask every reader to subscribe. */
function isOfPage(block: PageBlock): boolean {
  return block.parts.some(
    (part) => /^(?:NAV|FOOTER|HEADER|ASIDE)$/u.test(part.name) && part.element.querySelector('h1') === null
  )
}

function settle(blocks: readonly PageBlock[], chosen: readonly boolean[], clues: Clues): PageBlock[] {
  const surroundings = surroundingsOf(blocks, chosen)
  const headlines = new Set(clues.headlines.map((title) => normaliseForMatch(title).replaceAll(' ', '')))
  const filled = withStandfirst(blocks, withMissed(blocks, chosen, surroundings), surroundings, headlines, clues)
  const kept = blocks
    .filter((block, index) => filled[index] && !surroundings.isFurniture(block) && !isNoText(block, clues))
    .map((block): PageBlock => {
      const isCaption = surroundings.isCaption(block) || isPictureCredit(block.text)
      return isCaption ? { ...block, type: 'caption' } : block
    })
  const pieces = kept.filter(
    (block, index) =>
      !isDouble(block, kept, index) && !(headlines.has(block.key) && (block.type === 'heading' || index < 4))
  )
  return withoutEmptyHeadings(pieces)
}

/** Blocks that stand among the chosen ones, or go on behind them beside the same ones, and read like text. */
function withMissed(blocks: readonly PageBlock[], chosen: readonly boolean[], surroundings: Surroundings): boolean[] {
  const main = mainPart(blocks, chosen)
  const first = chosen.indexOf(true)
  const last = chosen.lastIndexOf(true)
  const held = new Set(blocks.filter((_, index) => chosen[index]).flatMap((block) => block.parts))
  const siblings = new Map<unknown, number>()
  blocks.forEach((block, index) => {
    const parent = block.parts[1]
    if (chosen[index] && isRunningText(block)) siblings.set(parent, (siblings.get(parent) ?? 0) + 1)
  })
  return blocks.map((block, index) => {
    if (chosen[index] || surroundings.isFurniture(block)) return chosen[index] === true
    const inside = index > first && index < last && main !== null && isSmallGap(block, main, held)
    if (inside && block.type === 'heading') return block.linkShare < LINKED
    if (!isRunningText(block)) return false
    return inside || (index > first && (siblings.get(block.parts[1]) ?? 0) >= 2)
  })
}

/** True inside of the main part unless it's one of many that were left out together: a gallery, a list of teasers. */
function isSmallGap(block: PageBlock, main: Part, held: ReadonlySet<Part>): boolean {
  if (!block.parts.includes(main)) return false
  const unit = block.parts.findLast((part) => !held.has(part))
  return !unit || unit.words <= Math.max(LONGEST_GAP, block.words)
}

/** The standfirst stands between headline and text, often in a part of its own. */
function withStandfirst(
  blocks: readonly PageBlock[],
  chosen: readonly boolean[],
  surroundings: Surroundings,
  headlines: ReadonlySet<string>,
  { descriptions }: Clues
): boolean[] {
  const first = chosen.indexOf(true)
  const told = descriptions.map((text) => normaliseForMatch(text).replaceAll(' ', ''))
  const headline = blocks.findLastIndex((block, index) => index <= first && headlines.has(block.key))
  const result = [...chosen]
  for (let index = Math.max(0, first - REACH); index < first; index++) {
    const block = blocks[index]!
    const isTold = block.key.length >= SHORTEST_DOUBLE && told.some((text) => beginsLike(text, block.key))
    const isNamed = headline >= 0 && index > headline && isNamedStandfirst(block)
    if (block.words < SHORTEST_STANDFIRST || block.words > LONGEST_STANDFIRST || block.linkShare >= 0.5) continue
    if (headlines.has(block.key) || block.type === 'caption' || block.type === 'listItem') continue
    if ((isTold || isNamed) && !surroundings.isFurniture(block)) result[index] = true
  }
  return result
}

/** One begins as the other does: descriptions are cut off, or go on. */
function beginsLike(text: string, key: string): boolean {
  const length = Math.min(text.length, key.length, 60)
  return length >= SHORTEST_DOUBLE && text.slice(0, length) === key.slice(0, length)
}

function isNoText(block: PageBlock, { authors }: Clues): boolean {
  if (isLink(block)) return true
  if (block.type === 'tableRow') return false
  if (isStop(block.text, block.words)) return true
  return isInvitation(block.text, block.linkShare) || isTrail(block.text) || isAboutAuthor(block.text, authors)
}

/** A teaser, a tag, one of a list of further articles; not a link among the items of a list of the article. */
function isLink(block: PageBlock): boolean {
  if (block.type === 'heading' || block.linkShare <= LINKED || block.words > LONGEST_LINKS) return false
  const list = block.type === 'listItem' ? block.parts.find((part) => LIST.test(part.name)) : undefined
  return !list || list.linked > LINKED_LIST * list.words
}

/** A pulled quote and some captions repeat words of the text; some pages hold everything twice, for screens of two sizes. */
function isDouble(block: PageBlock, kept: readonly PageBlock[], index: number): boolean {
  if (block.key.length < SHORTEST_DOUBLE || block.type === 'tableRow') return false
  const isText = block.type === 'paragraph' || block.type === 'listItem'
  return kept.some((other, at) => {
    if (at === index || (isText && other.type === 'caption')) return false
    // Beside each other they are what the author wrote.
    if (isText && other.parts[1] === block.parts[1]) return false
    if (other.key === block.key) return at < index || (block.type === 'caption' && other.type !== 'caption')
    return !isText && other.key.includes(block.key)
  })
}

/** Headings and lines such as `More on this:` under which nothing is left. */
function withoutEmptyHeadings(pieces: readonly PageBlock[]): PageBlock[] {
  let end = pieces.length
  const isEmpty = ({ type, text, words }: PageBlock): boolean =>
    type === 'heading' || (words <= LONGEST_OPENING && /[:：]\s*$/u.test(text))
  while (end > 0 && isEmpty(pieces[end - 1]!)) end--
  return pieces.slice(0, end)
}

function wordsOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((words, block) => words + block.words, 0)
}

function toPiece({ type, text, level }: PageBlock): Piece {
  return { type, text, level }
}
