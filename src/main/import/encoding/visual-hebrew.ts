import { isInline, tokensOf, type MarkupToken } from './markup.ts'

const HEBREW = /[\u05D0-\u05EA]/
/** Letters that have this form at a word's end only. */
const FINAL_AT_END = /[\u05D0-\u05EA][ךםןףץ](?![\u05D0-\u05EA])/g
const FINAL_AT_START = /(?<![\u05D0-\u05EA])[ךםןףץ][\u05D0-\u05EA]/g
/** What isn't turned: an entity, a phrase of Latin letters with the numbers behind it, a number. */
const KEPT =
  /&(?:#x?[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});|[A-Za-z\u00C0-\u024F](?:[^\u0590-\u05FF\n&]*[A-Za-z\u00C0-\u024F0-9%])?|\d+(?:[.,:/-]\d+)*%?/gi
const MIRRORED = new Map(
  [...'()[]{}«»'].map((mark, index, marks) => [mark, marks[index % 2 === 0 ? index + 1 : index - 1]!])
)

/**
 * Hebrew in the order in which it's read, of text in which it stood in the order in which it is seen from left to right, as old pages and mails have it
 * (RFC 1555). Where final letters stand tells which it is; where there are none, `isDeclared` does. Tags keep what they enclose; lines end at line ends, and in
 * pages at elements that end them.
 */
export function logicalHebrew(text: string, isDeclared: boolean): string {
  const ends = text.match(FINAL_AT_END)?.length ?? 0
  const starts = text.match(FINAL_AT_START)?.length ?? 0
  if (!(starts > 2 * ends || (isDeclared && starts + ends === 0 && HEBREW.test(text)))) return text
  const tokens = [...tokensOf(text)]
  if (tokens.every(({ tag }) => tag === null)) return text.split('\n').map(turned).join('\n')
  const out: string[] = []
  let line: MarkupToken[] = []
  for (const token of tokens) {
    if (token.tag === null || isInline(token.tag)) line.push(token)
    else {
      out.push(turnedLine(line), token.text)
      line = []
    }
  }
  return out.join('') + turnedLine(line)
}

/** Elements in elements beyond this stand beside one another. */
const DEEPEST = 50

interface Span {
  open: string
  close: string
  parts: (string | Span)[]
}

/** A line with elements in it: they are in the other order, each with what it holds. */
function turnedLine(line: readonly MarkupToken[]): string {
  if (!line.some(({ text, tag }) => tag === null && HEBREW.test(text))) return line.map(({ text }) => text).join('')
  const whole: Span = { open: '', close: '', parts: [] }
  const stack = [whole]
  for (const { text, tag } of line) {
    const inner = stack.at(-1)!
    if (tag === null) inner.parts.push(text)
    else if (!text.startsWith('</') && stack.length < DEEPEST) {
      const span: Span = { open: text, close: '', parts: [] }
      inner.parts.push(span)
      stack.push(span)
    } else if (stack.length > 1) {
      inner.close = text
      stack.pop()
      // A tag that ends what began on another line stays before what follows it.
    } else inner.parts.push({ open: text, close: '', parts: [] })
  }
  return turnedSpan(whole)
}

function turnedSpan(span: Span): string {
  const parts = span.parts.map((part) => (typeof part === 'string' ? turned(part) : turnedSpan(part)))
  return span.open + parts.reverse().join('') + span.close
}

function turned(text: string): string {
  if (!HEBREW.test(text)) return text
  const parts: string[] = []
  let from = 0
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    parts.push(mirrored(text.slice(from, index)), kept)
    from = index + kept.length
  }
  parts.push(mirrored(text.slice(from)))
  return parts.reverse().join('')
}

function mirrored(text: string): string {
  return [...text]
    .reverse()
    .map((char) => MIRRORED.get(char) ?? char)
    .join('')
}
