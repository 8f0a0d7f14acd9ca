import type { SubjectCommand } from '../registry/command.ts'
import { briefShown, briefWritable } from '../registry/conditions.ts'
import { insertQuoteAt, revealNode, runInEditor, useEditor } from '../state/brief/editor.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { revealPane } from '../state/window/layout.ts'
import { announce, showMessage } from '../state/window/toasts.ts'
import { citationAtCaret, firstUse, type Target } from '../state/brief/citing.ts'

function cite(target: Target, key: string): void {
  revealPane('brief')
  const done = runInEditor((state, dispatch) => {
    const tr = citationAtCaret(state, target)
    if (tr) dispatch?.(tr)
    return tr !== null
  })
  if (done) announce(`${key} is cited.`)
  else showMessage('A citation stands in a statement, a table or a caption. Put the caret there first.')
}

function placeOf(isUse: (attrs: Target) => boolean): string | null {
  const { editor } = useEditor.getState()
  return editor && firstUse(editor.state.doc, isUse)
}

const placeOfQuote = (id: string): string | null => placeOf(({ quoteId }) => quoteId === id)

function placeOfSource(id: string): string | null {
  const { quotes } = useCase.getState()
  return placeOf(
    ({ quoteId, sourceId }) => sourceId === id || (quoteId !== null && quotes.get(quoteId)?.sourceId === id)
  )
}

const quoteKey = (id: string): string => useCase.getState().quotes.get(id)?.key ?? ''
const sourceKey = (id: string): string => sourceRow(useCase.getState().sources, id)?.key ?? ''

function reveal(block: string | null): void {
  if (block !== null) revealNode(block)
}

/** What the brief makes of a source. */
export const sourceCommands: SubjectCommand[] = [
  {
    id: 'show-use-of-source',
    part: 'go',
    title: (id) => `Show where the brief cites ${sourceKey(id)}`,
    when: briefShown,
    fits: (id) => placeOfSource(id) !== null,
    run: (id) => reveal(placeOfSource(id))
  },
  {
    id: 'cite-source',
    part: 'use',
    title: (id) => `Cite ${sourceKey(id)} in the brief`,
    when: briefWritable,
    run: (id) => cite({ quoteId: null, sourceId: id }, sourceKey(id))
  }
]

/** What the brief makes of a saved quote. */
export const quoteCommands: SubjectCommand[] = [
  {
    id: 'show-use-of-quote',
    part: 'go',
    title: (id) => `Show where the brief uses ${quoteKey(id)}`,
    when: briefShown,
    fits: (id) => placeOfQuote(id) !== null,
    run: (id) => reveal(placeOfQuote(id))
  },
  {
    id: 'insert-quote',
    part: 'use',
    title: (id) => `Insert ${quoteKey(id)} into the brief`,
    when: briefWritable,
    run: (id) => {
      const quote = useCase.getState().quotes.get(id)
      if (quote) insertQuoteAt(quote)
    }
  },
  {
    id: 'cite-quote',
    part: 'use',
    title: (id) => `Cite ${quoteKey(id)} in the brief`,
    when: briefWritable,
    run: (id) => cite({ quoteId: id, sourceId: useCase.getState().quotes.get(id)?.sourceId ?? null }, quoteKey(id))
  }
]
