import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Selection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findInBrief, matchAt, type Match } from './find.ts'
import { useFind } from './find-state.ts'

export const findKey = new PluginKey<FoundState>('find')

interface FoundState {
  matches: readonly Match[]
  /** Which of them is selected; -1 when none is. */
  now: number
  decorations: DecorationSet
}

function draw(doc: Node, matches: readonly Match[], now: number): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === now ? 'found now' : 'found' }))
  )
}

function look(doc: Node, selection: Selection): FoundState {
  const { shown, query, ...options } = useFind.getState()
  const matches = shown ? findInBrief(doc, query, options) : []
  const now = matchAt(matches, selection)
  return { matches, now, decorations: draw(doc, matches, now) }
}

/**
 * Marks what is looked for in the text, while the bar for it shows. It looks again when the text changes, and when its meta is set because something else
 * is looked for.
 */
export function findPlugin(): Plugin<FoundState> {
  return new Plugin<FoundState>({
    key: findKey,
    state: {
      init: (_config, { doc, selection }) => look(doc, selection),
      apply(transaction, before) {
        const { doc, selection } = transaction
        const due = transaction.getMeta(findKey) === true || (transaction.docChanged && useFind.getState().shown)
        if (due) return look(doc, selection)
        const now = matchAt(before.matches, selection)
        return now === before.now ? before : { ...before, now, decorations: draw(doc, before.matches, now) }
      }
    },
    props: {
      decorations: (state) => findKey.getState(state)?.decorations
    },
    view: () => ({
      update(view, before) {
        const found = findKey.getState(view.state)
        if (!found || found === findKey.getState(before)) return
        const { matches, now } = found
        const verbatim = matches.filter((match) => match.verbatim).length
        useFind.setState({ found: matches.length, now, verbatim })
      }
    })
  })
}
