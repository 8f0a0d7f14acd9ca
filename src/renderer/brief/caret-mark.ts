import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** How deep blocks stand: in a section, in the document. */
const BLOCK = 2

/**
 * Marks the block with the caret, so that the browser always draws it: in a block that is new, and skipped until the next frame, the first letter that is typed would get
 * the caret before it.
 */
export function caretMark(): Plugin {
  return new Plugin({
    props: {
      decorations({ doc, selection: { $head } }) {
        if ($head.depth < BLOCK) return null
        return DecorationSet.create(doc, [
          Decoration.node($head.before(BLOCK), $head.after(BLOCK), { class: 'has-caret' })
        ])
      }
    }
  })
}
