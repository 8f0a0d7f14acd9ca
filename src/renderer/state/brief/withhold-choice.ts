import { useEditor } from './editor.ts'
import { statementAt } from './document.ts'
import { useBrief } from './brief.ts'
import { showDialog } from '../window/dialogs.ts'
import { showMessage } from '../window/toasts.ts'
import { stopWithholding, withheldBlock, withheldSource } from './withheld.ts'

/** Asks how the words that are selected in the brief are to be withheld. */
export function withholdSelection(): void {
  const { editor } = useEditor.getState()
  if (!editor) return
  const { doc, selection } = editor.state
  const { $from, $to, from, to } = selection
  const exact = doc.textBetween(from, to, '\n', (node) => (node.type.name === 'hardBreak' ? '\n' : '')).trim()
  if (exact === '') return showMessage('Select the words in the brief that are to be withheld.')
  if (!$from.sameParent($to)) return showMessage('Select words within one paragraph: each is withheld by itself.')
  const ids = Array.from({ length: $from.depth }, (_, i) => $from.node($from.depth - i).attrs['id'] as unknown)
  const blockId = ids.find((id): id is string => typeof id === 'string') ?? null
  showDialog({ kind: 'withhold', subject: { kind: 'words', exact, blockId } })
}

/** Withholds the statement at the caret, after asking why, or shows it again. */
export function withholdStatement(): void {
  const { editor } = useEditor.getState()
  const found = editor && statementAt(editor.state)
  const blockId = found?.node.attrs['id'] as string | undefined
  if (!found || blockId === undefined) return
  const entry = withheldBlock(useBrief.getState().withheld, blockId)
  if (entry) void stopWithholding(entry.id)
  else showDialog({ kind: 'withhold', subject: { kind: 'block', blockId, words: found.node.textContent } })
}

/** Withholds a source from the open brief’s redacted exports, after asking why, or shows it again. */
export function withholdSource(sourceId: string): void {
  const entry = withheldSource(useBrief.getState().withheld, sourceId)
  if (entry) void stopWithholding(entry.id)
  else showDialog({ kind: 'withhold', subject: { kind: 'source', sourceId } })
}
