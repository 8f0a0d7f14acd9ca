import type { Node } from '@tiptap/pm/model'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { stepOrSay } from '../reader/commands.ts'
import { useReader } from '../state/sources/readers.ts'
import { focusedPane } from '../state/window/layout.ts'
import { announce, showMessage } from '../state/window/toasts.ts'

/** The place that comes after, or before, where one is among places in order; round from the last to the first. -1 when there is none. */
export function stepAmong(places: readonly number[], at: number | null, by: 1 | -1): number {
  if (places.length === 0) return -1
  if (by === 1) {
    const next = at === null ? 0 : places.findIndex((place) => place > at)
    return Math.max(0, next)
  }
  const before = at === null ? -1 : places.findLastIndex((place) => place < at)
  return before < 0 ? places.length - 1 : before
}

function quoteBlocks(doc: Node): { id: string; pos: number }[] {
  const found: { id: string; pos: number }[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'quoteBlock') found.push({ id: String(node.attrs['id']), pos })
    return !node.isTextblock
  })
  return found
}

/** Goes to the next quote, or the one before: of the brief while that has the focus, else of the open source. */
export function goToQuote(by: 1 | -1): void {
  if (focusedPane() === 'brief') goToBlock(by)
  else if (useReader.getState().phase === 'shown') stepOrSay(by === 1)
  else showMessage('Open a source to go through its quotes.')
}

function goToBlock(by: 1 | -1): void {
  const { editor } = useEditor.getState()
  const blocks = editor ? quoteBlocks(editor.state.doc) : []
  if (!editor || blocks.length === 0) return showMessage('This brief has no quotes.')
  const { $from } = editor.state.selection
  const here = $from.parent.type.name === 'quoteBlock' ? $from.before() : $from.pos
  const index = stepAmong(
    blocks.map(({ pos }) => pos),
    here,
    by
  )
  revealNode(blocks[index]!.id)
  announce(`Quote ${index + 1} of ${blocks.length}.`)
}
