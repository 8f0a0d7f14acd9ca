import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { REASON_MEANINGS, type Withheld, type WithholdReason } from '../../shared/brief/withheld.ts'
import { findHidden, term, type Term } from '../../shared/redaction/terms.ts'
import { plainWords } from '../state/brief/plain-words.ts'
import { touchedBlocks } from './annotations.ts'

export const withheldKey = new PluginKey<MarkState>('withheld')

interface Passage {
  blockId: string
  /** Null when all of the block is withheld. */
  term: Term | null
  reason: WithholdReason
}

interface MarkState {
  decorations: DecorationSet
  words: Term[]
  passages: Passage[]
}

/**
 * Marks what a redacted export would leave out. The list comes as the plugin's meta; after a change only the blocks that it
 * touched are marked anew.
 */
export function withheldMarks(initial: readonly Withheld[]): Plugin<MarkState> {
  const draw = (doc: Node, known: Omit<MarkState, 'decorations'>): DecorationSet =>
    DecorationSet.create(doc, marksIn(doc, 0, doc.content.size, known))
  return new Plugin<MarkState>({
    key: withheldKey,
    state: {
      init(_config, { doc }) {
        const known = read(initial)
        return { ...known, decorations: draw(doc, known) }
      },
      apply(transaction, before) {
        const { doc } = transaction
        const fresh = transaction.getMeta(withheldKey) as readonly Withheld[] | undefined
        if (fresh) {
          const known = read(fresh)
          return { ...known, decorations: draw(doc, known) }
        }
        if (!transaction.docChanged || before.words.length + before.passages.length === 0) return before
        let decorations = before.decorations.map(transaction.mapping, doc)
        for (const [from, to] of touchedBlocks(transaction)) {
          decorations = decorations.remove(decorations.find(from, to)).add(doc, marksIn(doc, from, to, before))
        }
        return { ...before, decorations }
      }
    },
    props: {
      decorations(state) {
        return withheldKey.getState(state)?.decorations
      }
    }
  })
}

function read(withheld: readonly Withheld[]): Omit<MarkState, 'decorations'> {
  const words: Term[] = []
  const passages: Passage[] = []
  for (const entry of withheld) {
    const { reason } = entry
    if (entry.kind === 'words') words.push(...entry.terms.map((each) => term(each, reason)))
    if (entry.kind === 'passage') {
      const { blockId, exact } = entry
      passages.push({ blockId, reason, term: exact === null ? null : term(exact, reason, false) })
    }
  }
  return { words, passages }
}

function marksIn(doc: Node, from: number, to: number, known: Omit<MarkState, 'decorations'>): Decoration[] {
  const made: Decoration[] = []
  if (known.words.length + known.passages.length === 0) return made
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    markBlock(doc, node, pos, known, made)
    return false
  })
  return made
}

function markBlock(
  doc: Node,
  block: Node,
  pos: number,
  { words, passages }: Omit<MarkState, 'decorations'>,
  made: Decoration[]
): void {
  const $pos = doc.resolve(pos)
  const around = Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1).attrs['id'])
  const own = block.attrs['id']
  const here = passages.filter(({ blockId }) => blockId === own || around.includes(blockId))
  const { text, places } = plainWords(block, pos)
  // Where the words of a passage were changed since, an export hides all of the block: so does this.
  const whole = here.find(
    (each) => each.term === null || (each.blockId === own && findHidden(text, [each.term]).length === 0)
  )
  if (whole) {
    const title = `All of it is withheld in redacted exports: ${REASON_MEANINGS[whole.reason]}`
    made.push(Decoration.node(pos, pos + block.nodeSize, { class: 'withheld-block', title }))
    return
  }
  const terms = [...words, ...here.flatMap((each) => each.term ?? [])]
  for (const { start, end, reason } of findHidden(text, terms)) {
    const title = `Withheld in redacted exports: ${REASON_MEANINGS[reason]}`
    made.push(Decoration.inline(places[start]!, places[end - 1]! + 1, { class: 'withheld', title }))
  }
}
