import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { briefShown } from '../registry/conditions.ts'
import { openThreads, useComments } from '../state/brief/comments.ts'
import { outlineOf } from '../state/brief/document.ts'
import { revealNode, useEditor } from '../state/brief/editor.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows what is said about the statement at the caret, and takes more. */
const statementComments: Command = {
  id: 'statement-comments',
  title: 'Comment on the statement…',
  menu: { place: 'brief/statement', label: 'Comment…', order: 2 },
  keys: 'Mod Alt C',
  when: all(
    briefShown,
    when(useEditor, ({ caret }) => caret.statement !== null)
  ),
  run: () => {
    const statementId = useEditor.getState().caret.statement?.id
    if (statementId) showDialog({ kind: 'comments', statementId })
  }
}

/** Shows what is said about all statements, resolved or not. */
const briefComments: Command = {
  id: 'brief-comments',
  title: 'Comments on the brief…',
  menu: { place: 'brief/briefs', label: 'Comments…', order: 1 },
  keys: 'Mod Alt 0',
  when: briefShown,
  run: () => showDialog({ kind: 'comments', statementId: null })
}

/** Something open is said about a statement. */
const someOpen = all(
  briefShown,
  when(useComments, ({ threads }) => threads.some(({ resolvedAt, number }) => resolvedAt === null && number !== null))
)

const nextComment: Command = {
  id: 'next-comment',
  title: 'Next statement with a comment',
  keys: 'Mod Alt N',
  when: someOpen,
  run: () => step(1)
}

const previousComment: Command = {
  id: 'previous-comment',
  title: 'Previous statement with a comment',
  keys: 'Mod Alt Shift N',
  when: someOpen,
  run: () => step(-1)
}

/** Goes to the next statement with an open thread, or to the one before; behind the last comes the first. */
function step(by: 1 | -1): void {
  const { editor, caret } = useEditor.getState()
  if (!editor) return
  const open = openThreads(useComments.getState())
  const order = outlineOf(editor.state.doc).map(({ id }) => id)
  const here = order.indexOf(caret.statement?.id ?? '')
  const places = order.flatMap((id, place) => (open.has(id) ? [place] : []))
  const next =
    by === 1
      ? (places.find((place) => place > here) ?? places[0])
      : (places.findLast((place) => place < here) ?? places.at(-1))
  if (next !== undefined) revealNode(order[next]!)
}

export const commands = [statementComments, briefComments, nextComment, previousComment]
