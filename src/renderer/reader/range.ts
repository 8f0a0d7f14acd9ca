/** A range `[start, end)` of a source's text in UTF-16 units. */
export interface TextRange {
  start: number
  end: number
}

const WORD = /[\p{L}\p{N}\p{M}_]/u
/** Scripts that write without spaces between words: there a selection is taken as it is. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Longest word that a selection is widened to, on each side. */
const LONGEST_WORD = 60

function characterAt(text: string, index: number): string {
  if (index < 0 || index >= text.length) return ''
  return String.fromCodePoint(text.codePointAt(index)!)
}

function characterBefore(text: string, index: number): string {
  if (index <= 0) return ''
  const low = text.charCodeAt(index - 1)
  const pair = low >= 0xdc00 && low <= 0xdfff && index > 1
  return pair ? characterAt(text, index - 2) : text.charAt(index - 1)
}

const joins = (a: string, b: string): boolean => WORD.test(a) && WORD.test(b) && !UNSPACED.test(a) && !UNSPACED.test(b)

/** True where a cut would fall within a word, counting an apostrophe or a hyphen between two letters as part of it. */
function insideWord(text: string, index: number): boolean {
  const before = characterBefore(text, index)
  const after = characterAt(text, index)
  if (joins(before, after)) return true
  const inner = /['’-]/
  if (inner.test(before)) return joins(characterBefore(text, index - before.length), after)
  if (inner.test(after)) return joins(before, characterAt(text, index + after.length))
  return false
}

/**
 * Makes a quotable range of a selected one: without white space at its ends, and widened to whole words where an end falls
 * within one. Null when nothing but white space is selected.
 */
export function tidyRange(text: string, selected: TextRange): TextRange | null {
  let { start, end } = selected
  start = Math.max(0, start)
  end = Math.min(text.length, end)
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start >= end) return null
  for (let steps = 0; steps < LONGEST_WORD && insideWord(text, start); steps++)
    start -= characterBefore(text, start).length
  for (let steps = 0; steps < LONGEST_WORD && insideWord(text, end); steps++) end += characterAt(text, end).length
  return { start, end }
}

/** The part of a DOM node that the walk below needs. */
export interface TreeNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<TreeNode>
}

const TEXT_NODE = 3

/**
 * How many UTF-16 units of text stand before a boundary point `(node, offset)` within a container, as DOM ranges define
 * boundary points: in a text node the offset counts units, elsewhere it counts children. Null when `node` isn't inside.
 */
export function textBefore(container: TreeNode, node: TreeNode, offset: number): number | null {
  let passed = 0
  const visit = (at: TreeNode): boolean => {
    if (at === node && at.nodeType === TEXT_NODE) {
      passed += offset
      return true
    }
    if (at.nodeType === TEXT_NODE) {
      passed += at.nodeValue?.length ?? 0
      return false
    }
    for (let index = 0; index < at.childNodes.length; index++) {
      if (at === node && index === offset) return true
      if (visit(at.childNodes[index]!)) return true
    }
    return at === node
  }
  return visit(container) ? passed : null
}

/** The text node and the offset in it at which a number of UTF-16 units of a container's text have passed. */
export function pointAt<N extends TreeNode>(container: N, units: number): { node: N; offset: number } | null {
  let left = units
  let last: { node: N; offset: number } | null = null
  const visit = (at: TreeNode): boolean => {
    if (at.nodeType === TEXT_NODE) {
      const length = at.nodeValue?.length ?? 0
      last = { node: at as N, offset: Math.min(left, length) }
      if (left <= length) return true
      left -= length
      return false
    }
    for (let index = 0; index < at.childNodes.length; index++) if (visit(at.childNodes[index]!)) return true
    return false
  }
  visit(container)
  return last
}
