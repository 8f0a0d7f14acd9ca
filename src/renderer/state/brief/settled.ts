import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'

/** Reads what of a view's page ProseMirror hasn't read yet. Not in its types. */
interface Observed {
  domObserver?: { flush: () => void }
}

/**
 * Runs what nobody asked for by a key, such as drawing what a check has found, once the editor has read what was typed. A letter that
 * stands in the page and not yet in the document would get the document's caret, which is before it: what is typed next would stand before it
 * too. While a sign is composed, that is waited for.
 */
export function whenSettled(editor: Editor, run: (view: EditorView) => void): void {
  if (editor.isDestroyed) return
  const { view } = editor
  if (view.composing) {
    // ProseMirror reads what was composed a moment after its end.
    const later = (): void => void setTimeout(() => whenSettled(editor, run), AFTER_COMPOSING_MS)
    view.dom.addEventListener('compositionend', later, { once: true })
    return
  }
  ;(view as unknown as Observed).domObserver?.flush()
  run(view)
}

const AFTER_COMPOSING_MS = 60
