import { isElsewhere, Surroundings } from './furniture.ts'
import type { PageBlock, Part } from './survey.ts'

/** What stands between two paragraphs of an article costs as much as this many words of text. */
const COST = 20
const FEWEST_WORDS = 8
const MOST_LINKED = 0.3
const MUCH = 2
const MOST = 0.75
const MANY = 30
/** Fewer words than this are a teaser or a notice, not an article, when there is more. */
const SHORT = 120
/** The part around the main one that holds little else. */
const LITTLE = 1.25

/** True for what reads like text: some words, few of them links. */
export function isRunningText(block: PageBlock): boolean {
  if (block.linkShare >= MOST_LINKED || block.type === 'heading' || block.type === 'caption') return false
  return block.words >= (block.type === 'paragraph' || block.type === 'quote' ? FEWEST_WORDS : 1.5 * FEWEST_WORDS)
}

/**
 * The run of blocks that holds the most text for the least in between (maximum subsequence segmentation, Pasternack and Roth 2009): what a page's
 * article is when nothing is known of its elements.
 */
export function densestRun(blocks: readonly PageBlock[]): boolean[] {
  let best = { sum: 0, from: 0, to: 0 }
  let sum = 0
  let from = 0
  blocks.forEach((block, index) => {
    const isText = isRunningText(block) && !block.parts.some(isElsewhere)
    sum += isText ? block.words : -COST
    if (sum < 0) {
      sum = 0
      from = index + 1
    } else if (sum > best.sum) best = { sum, from, to: index + 1 }
  })
  return blocks.map((_, index) => index >= best.from && index < best.to)
}

/**
 * The better of Readability's choice and the densest run. They agree mostly; where they don't by far, Readability took a part of the article, or
 * tables and lists of the page around it.
 */
export function betterChoice(blocks: readonly PageBlock[], recognised: readonly boolean[] | null): readonly boolean[] {
  const dense = densestRun(blocks)
  if (recognised === null) return dense
  // Signs are believed here: a choice of nothing but notices would make them look like text.
  const surroundings = new Surroundings([], sum(blocks.filter((_, index) => recognised[index])))
  const textOf = (choice: readonly boolean[]): PageBlock[] =>
    blocks.filter((block, index) => choice[index] === true && isRunningText(block) && !surroundings.isFurniture(block))
  const found = textOf(recognised)
  const other = sum(textOf(dense))
  const scraps = blocks.filter((block, index) => recognised[index] && isScrap(block)).length
  const isPart = sum(found) < SHORT && other > MUCH * sum(found)
  const isTooMuch = scraps > MANY && scraps > 3 * found.length && other > MOST * sum(found)
  return isPart || isTooMuch ? dense : recognised
}

/** What stands around the chosen blocks. */
export function surroundingsOf(blocks: readonly PageBlock[], chosen: readonly boolean[]): Surroundings {
  const taken = blocks.filter((_, index) => chosen[index])
  return new Surroundings(taken.filter(isRunningText), sum(taken))
}

function isScrap(block: PageBlock): boolean {
  return block.type === 'paragraph' && block.words < FEWEST_WORDS
}

function sum(blocks: readonly PageBlock[]): number {
  return blocks.reduce((words, block) => words + block.words, 0)
}

/** The part of the page that holds most of what was chosen and little else; null when it's the whole page. */
export function mainPart(blocks: readonly PageBlock[], chosen: readonly boolean[]): Part | null {
  const held = new Map<Part, number>()
  let all = 0
  blocks.forEach((block, index) => {
    if (chosen[index] !== true) return
    all += block.words
    for (const part of block.parts) held.set(part, (held.get(part) ?? 0) + block.words)
  })
  // Parts come from the inside out, and sorting keeps the order of equals.
  const enough = [...held].filter(([, words]) => words >= MOST * all)
  const inner = enough.sort(([a], [b]) => a.words - b.words)[0]?.[0]
  if (!inner) return null
  const around = blocks.find((block) => block.parts.includes(inner))!.parts
  return around.findLast((part, index) => index >= around.indexOf(inner) && part.words <= LITTLE * inner.words) ?? inner
}
