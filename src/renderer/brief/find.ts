import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { findAll, MOST_MATCHES, type FindOptions } from '../ui/find-text.ts'

/** A place of the brief where what is looked for stands. */
export interface Match {
  from: number
  to: number
  /** True in a quote: its words are the source's, so nothing takes their place. */
  verbatim: boolean
}

/** Stands for what is no text: nothing that is looked for matches it. Each character of a block's words is a position of the document. */
const OTHER = '\uFFFC'

function wordsOf(node: Node): string {
  let words = ''
  node.forEach((child) => {
    if (child.isText) words += child.text!
    else if (child.type.name === 'hardBreak') words += '\n'
    else if (child.isLeaf) words += OTHER
    else words += OTHER + wordsOf(child) + OTHER
  })
  return words
}

/** Where a brief holds what is looked for, in order. No match goes over a citation, the edge of a note or the end of a block. */
export function findInBrief(doc: Node, query: string, options: FindOptions): Match[] {
  const found: Match[] = []
  if (query.trim() === '') return found
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return found.length < MOST_MATCHES
    const verbatim = node.type.name === 'quoteBlock'
    for (const { start, end } of findAll(wordsOf(node), query, options))
      found.push({ from: pos + 1 + start, to: pos + 1 + end, verbatim })
    return false
  })
  return found.slice(0, MOST_MATCHES)
}

/** The match that is selected; -1 when none is. */
export function matchAt(matches: readonly Match[], { from, to }: { from: number; to: number }): number {
  return matches.findIndex((match) => match.from === from && match.to === to)
}

/** The match to go to from a selection: the next one, or the one before, and round at the ends; -1 when there is none. */
export function matchFrom(matches: readonly Match[], { from, to }: { from: number; to: number }, by: 1 | -1): number {
  if (by === 1) {
    const next = matches.findIndex((match) => match.from >= to && !(match.from === from && match.to === to))
    return next < 0 && matches.length > 0 ? 0 : next
  }
  const before = matches.findLastIndex((match) => match.to <= from)
  return before < 0 ? matches.length - 1 : before
}

/**
 * Puts words in the place of matches, as one step to be undone. They keep the look of what they take the place of. Quotes stay as they are.
 */
export function replaceMatches(state: EditorState, matches: readonly Match[], words: string): Transaction {
  const tr = closeHistory(state.tr)
  for (const { from, to } of matches.filter(({ verbatim }) => !verbatim).toReversed()) {
    if (words === '') tr.delete(from, to)
    else tr.replaceWith(from, to, state.schema.text(words, state.doc.nodeAt(from)?.marks))
  }
  return tr
}

/** Selects a match. */
export function selectMatch(state: EditorState, { from, to }: Match): Transaction {
  return state.tr.setSelection(TextSelection.create(state.doc, from, to))
}
