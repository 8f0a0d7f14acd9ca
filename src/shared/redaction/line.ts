import { withheldBar, withheldText, type WithholdReason } from '../brief/withheld.ts'
import { INLINES, type Node } from './nodes.ts'
import { fold } from './fold.ts'
import { addressesRead, findHidden, holdsAny, type Hidden, type Term } from './terms.ts'

/** Bars of one reason with only white space or dashes between them: together they would tell how many words there were. */
const NEIGHBOURS = /(\[withheld: [A-Z]\])(?:[\s\p{Pd}]*\1)+/gu
const BETWEEN = /^[\s\p{Pd}]*$/u

/** A text with what terms hide replaced by bars. */
export function hideIn(text: string, terms: readonly Term[]): string {
  const hidden = findHidden(text, terms)
  if (hidden.length === 0) return text
  let result = ''
  let at = 0
  for (const { start, end, reason } of hidden) {
    result += text.slice(at, start) + withheldText(reason)
    at = end
  }
  return (result + text.slice(at)).replace(NEIGHBOURS, '$1')
}

/** Why an address or the name of a file can't be shown; null when it can. It is shown whole or not at all. */
export function reasonFor(address: string, terms: readonly Term[]): WithholdReason | null {
  for (const each of [address, ...addressesRead([address])]) {
    const found = holdsAny(fold(each), terms)
    if (found) return found.reason
  }
  return null
}

/** A line's content while it is put together again. */
class LineBuilder {
  readonly content: Node[] = []
  private bar: WithholdReason | null = null
  /** Places of nodes since the last bar that may vanish between two bars. */
  private between = 0

  add(node: Node): void {
    this.content.push(node)
    if (node.type === 'text' && BETWEEN.test(node.text ?? '')) this.between++
    else this.bar = null
  }

  hide(reason: WithholdReason): void {
    if (this.bar === reason) this.content.splice(this.content.length - this.between)
    else this.content.push({ type: 'text', text: withheldBar(reason) })
    this.bar = reason
    this.between = 0
  }
}

/**
 * A line's content with what terms hide replaced by bars, also where it goes over several text nodes. `inner` makes what
 * stands in the line besides text. Links whose address or text is hidden become plain text.
 * @throws Error for a node of a type that isn't known here
 */
export function hideInLine(content: readonly Node[], terms: readonly Term[], inner: (node: Node) => Node): Node[] {
  const pieces: { node: Node; start: number; end: number }[] = []
  let text = ''
  for (const node of content) {
    if (node.type !== 'text' && !INLINES.has(node.type)) throw unknown(node)
    const start = text.length
    if (node.type === 'text') text += node.text ?? ''
    else if (node.type === 'hardBreak') text += '\n'
    pieces.push({ node, start, end: text.length })
  }
  const hidden = findHidden(text, terms)
  const tainted = taintedLinks(pieces, hidden, terms)
  const line = new LineBuilder()
  for (const { node, start, end } of pieces) {
    if (node.type !== 'text' && node.type !== 'hardBreak') {
      line.add(inner(node))
      continue
    }
    const bare: Node = node.type === 'text' ? { ...node, marks: marksLeft(node, tainted) } : node
    let at = start
    for (const range of hidden) {
      if (range.end <= start || range.start >= end) continue
      if (range.start > at) line.add({ ...bare, text: text.slice(at, range.start) })
      if (range.start >= start) line.hide(range.reason)
      at = Math.min(range.end, end)
    }
    if (at === start) line.add(bare)
    else if (at < end) line.add({ ...bare, text: text.slice(at, end) })
  }
  return line.content
}

function marksLeft(node: Node, tainted: ReadonlySet<string>): Node['marks'] {
  return node.marks?.filter((mark) => {
    switch (mark.type) {
      case 'bold':
      case 'italic':
      case 'code':
        return true
      case 'link':
        return !tainted.has(mark.attrs.href)
    }
  })
}

/** Addresses that hold what is hidden, or whose link is on words that are. */
function taintedLinks(
  pieces: readonly { node: Node; start: number; end: number }[],
  hidden: readonly Hidden[],
  terms: readonly Term[]
): Set<string> {
  const tainted = new Set<string>()
  for (const { node, start, end } of pieces) {
    for (const mark of node.marks ?? []) {
      if (mark.type !== 'link') continue
      const touched = hidden.some((range) => range.start < end && range.end > start)
      if (touched || reasonFor(mark.attrs.href, terms) !== null) tainted.add(mark.attrs.href)
    }
  }
  return tainted
}

/** What can't be redacted isn't passed on. */
export function unknown(node: Node): Error {
  return new Error(`A “${node.type}” of the brief can’t be redacted: it isn’t known to redaction.`)
}
