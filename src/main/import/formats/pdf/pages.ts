import { endsSentence } from '../../extracted/wording.ts'
import type { Lines } from './paragraphs.ts'

/** A page's blocks, and the notes at its foot. */
export interface PageBlocks {
  text: Lines[]
  notes: Lines[]
}

const BROKEN = /\p{L}[-\u2010\u00AD]$/u

/**
 * Puts pages behind one another. A word that a page's end broke stays whole, on the page on which it begins. Notes follow their page's text, or, when its
 * last sentence runs over to the next page, the paragraph in which it ends there.
 */
export function joinPages(pages: readonly PageBlocks[]): Lines[] {
  const joined: Lines[] = []
  let pending: Lines[] = []
  let last: Lines | null = null
  for (const page of pages) {
    const text = page.text.map((block) => ({ ...block, lines: [...block.lines] }))
    if (last && text[0]) mendBrokenWord(last, text)
    const first = text[0]
    if (first) {
      const runsOver = last !== null && runsOn(last, first)
      const rest = runsOver ? text.slice(1) : text
      if (runsOver) joined.push(first)
      if (!runsOver || rest.length > 0 || endsSentence(first.lines.at(-1)!)) {
        joined.push(...pending)
        pending = []
      }
      joined.push(...rest)
      last = text.at(-1)!
    }
    pending.push(...page.notes)
  }
  return [...joined, ...pending]
}

function runsOn(last: Lines, first: Lines): boolean {
  const isText = ({ type }: Lines): boolean => type === 'paragraph' || type === 'listItem'
  return isText(last) && first.type === 'paragraph' && !endsSentence(last.lines.at(-1)!)
}

/** Brings the end of a word over to the page on which it begins. */
function mendBrokenWord(last: Lines, text: Lines[]): void {
  const first = text[0]!
  const line = first.lines[0]!
  if (!runsOn(last, first) || !BROKEN.test(last.lines.at(-1)!) || !/^\p{Ll}/u.test(line)) return
  const end = /^\S+/.exec(line)![0]
  last.lines.push(end)
  const rest = line.slice(end.length).trimStart()
  if (rest !== '') first.lines[0] = rest
  else first.lines.shift()
  if (first.lines.length === 0) text.shift()
}
