import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { BriefCheck, QuoteCheck } from '../../shared/brief/check.ts'
import { differenceMarks } from './difference.ts'

export const annotationsKey = new PluginKey<AnnotationState>('annotations')

interface AnnotationState {
  decorations: DecorationSet
  /** What the last check says of a statement, by its id. */
  notes: ReadonlyMap<string, Note>
  quotes: ReadonlyMap<string, QuoteCheck>
}

interface Note {
  code: BriefCheck['findings'][number]['code']
  message: string
}

export interface AnnotationActions {
  findSupport: (statementId: string) => void
  /** Opens what is said of a statement, at its chip. */
  openFacts: (statementId: string, chip: Element) => void
}

/**
 * Draws what isn't part of the text: a statement's likelihood and confidence, notes on statements without support, the
 * difference of a quote from its source, and what to write where nothing stands. After a change only the blocks that it
 * touched are drawn anew; a new check, set as the plugin's meta, draws all.
 */
export function annotationsPlugin(actions: AnnotationActions): Plugin<AnnotationState> {
  const build = (doc: Node, from: number, to: number, state: Omit<AnnotationState, 'decorations'>): Decoration[] => {
    const made: Decoration[] = []
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isTextblock) return true
      annotate(doc, pos, state, actions, made)
      return false
    })
    return made
  }
  return new Plugin<AnnotationState>({
    key: annotationsKey,
    state: {
      init(_config, { doc }) {
        const known = { notes: new Map<string, Note>(), quotes: new Map<string, QuoteCheck>() }
        return { ...known, decorations: DecorationSet.create(doc, build(doc, 0, doc.content.size, known)) }
      },
      apply(transaction, before) {
        const { doc } = transaction
        const check = transaction.getMeta(annotationsKey) as BriefCheck | undefined
        if (check) {
          const known = readCheck(check)
          return { ...known, decorations: DecorationSet.create(doc, build(doc, 0, doc.content.size, known)) }
        }
        if (!transaction.docChanged) return before
        let decorations = before.decorations.map(transaction.mapping, doc)
        for (const [from, to] of touchedBlocks(transaction)) {
          // A widget right before a block is the note of the block above it.
          const stale = decorations
            .find(from, to)
            .filter((item) => item.to <= to && (item.from > from || item.to > from))
          decorations = decorations.remove(stale).add(doc, build(doc, from, to, before))
        }
        return { ...before, decorations }
      }
    },
    props: {
      decorations(state) {
        return annotationsKey.getState(state)?.decorations
      }
    }
  })
}

/** Findings that are told under the block that they are about. */
const NOTED: ReadonlySet<string> = new Set(['unsupported-statement', 'citation-unresolved', 'figure-no-image'])

function readCheck(check: BriefCheck): Omit<AnnotationState, 'decorations'> {
  const notes = new Map<string, Note>()
  for (const { code, nodeId, message } of check.findings) {
    if (nodeId !== null && NOTED.has(code)) {
      notes.set(nodeId, { code, message })
    }
  }
  return { notes, quotes: new Map(check.quotes.map((quote) => [quote.blockId, quote])) }
}

/** The ranges of the text blocks that a transaction has touched, in the new document, without doubles. */
export function touchedBlocks(transaction: Transaction): [number, number][] {
  const { doc } = transaction
  const ranges = new Map<number, number>()
  transaction.steps.forEach((step, index) => {
    const later = transaction.mapping.slice(index + 1)
    const add = (from: number, to: number): void => {
      const end = Math.min(doc.content.size, Math.max(from, to))
      doc.nodesBetween(Math.max(0, from - 1), Math.min(doc.content.size, end + 1), (node, pos) => {
        if (node.isTextblock) ranges.set(pos, pos + node.nodeSize)
        return !node.isTextblock
      })
    }
    step.getMap().forEach((_from, _to, from, to) => add(later.map(from, -1), later.map(to, 1)))
    const attributeAt = (step as { pos?: number }).pos
    if (attributeAt !== undefined) {
      const at = later.map(attributeAt)
      add(at, at + (doc.nodeAt(at)?.nodeSize ?? 0))
    }
  })
  return [...ranges]
}

const EMPTY_WORDS: Record<string, string> = {
  sectionTitle: 'Section title',
  statement: 'Write a statement. @ cites a quote or a source.',
  quoteBlock: 'Quoted words',
  subheading: 'Subheading',
  figure: 'Caption'
}

function annotate(
  doc: Node,
  pos: number,
  { notes, quotes }: Omit<AnnotationState, 'decorations'>,
  actions: AnnotationActions,
  made: Decoration[]
): void {
  const node = doc.nodeAt(pos)!
  const end = pos + node.nodeSize
  const id = node.attrs['id'] as string | null | undefined
  if (node.childCount === 0) {
    made.push(Decoration.node(pos, end, { class: 'is-empty', 'data-hint': EMPTY_WORDS[node.type.name] ?? '' }))
  }
  if (node.type.name === 'statement') {
    const { kind, likelihood, confidence } = node.attrs as Record<string, string | null>
    if (kind || likelihood || confidence) {
      const key = `chips ${id} ${kind} ${likelihood} ${confidence}`
      made.push(
        Decoration.widget(
          end - 1,
          () => {
            const said = [kind, likelihood, confidence && `${confidence} confidence`]
            return chips(said, (chip) => id && actions.openFacts(id, chip))
          },
          { side: 1, key, ignoreSelection: true, stopEvent: () => true }
        )
      )
    }
    const note = id ? notes.get(id) : undefined
    if (id && note && node.childCount > 0) {
      made.push(Decoration.node(pos, end, { class: note.code }))
      made.push(noteBelow(end, id, note, actions))
    }
  }
  if (node.type.name === 'tableHeader' || node.type.name === 'tableCell') {
    const $pos = doc.resolve(pos)
    const align = ($pos.node(-1).attrs['align'] as (string | null)[])[$pos.index()]
    if (align) made.push(Decoration.node(pos, end, { class: `align-${align}` }))
  }
  if (node.type.name === 'figure' && id) {
    const note = notes.get(id)
    if (note) made.push(noteBelow(end, id, note, actions))
  }
  if (node.type.name === 'quoteBlock' && id) {
    const check = quotes.get(id)
    if (check) drawDifference(node, pos, check, made)
  }
}

function noteBelow(end: number, id: string, note: Note, actions: AnnotationActions): Decoration {
  return Decoration.widget(end, () => noteElement(id, note, actions), {
    side: -1,
    key: `note ${id} ${note.message}`,
    ignoreSelection: true,
    stopEvent: () => true
  })
}

function drawDifference(node: Node, pos: number, check: QuoteCheck, made: Decoration[]): void {
  const words = node.textBetween(0, node.content.size, '\n', '\n')
  for (const mark of differenceMarks(check.verification.difference, words) ?? []) {
    const at = pos + 1 + mark.at
    if (mark.kind === 'quoted') {
      made.push(Decoration.inline(at, at + mark.text.length, { nodeName: 'del', title: 'Not in the source' }))
    } else {
      made.push(
        Decoration.widget(at, () => insertion(mark.text), { side: -1, key: `ins ${mark.text}`, ignoreSelection: true })
      )
    }
  }
}

function insertion(text: string): HTMLElement {
  const element = document.createElement('ins')
  element.textContent = text
  element.title = 'Stands in the source'
  element.contentEditable = 'false'
  return element
}

function chips(values: (string | null | undefined)[], open: (chip: Element) => void): HTMLElement {
  const element = document.createElement('span')
  element.className = 'statement-chips'
  element.contentEditable = 'false'
  const chip = element.appendChild(document.createElement('button'))
  chip.type = 'button'
  // By the keyboard the bar's Statement does the same.
  chip.tabIndex = -1
  chip.className = 'chip'
  chip.title = 'Kind, likelihood, confidence'
  chip.textContent = values.filter(Boolean).join(' · ')
  chip.addEventListener('mousedown', (event) => event.preventDefault())
  chip.addEventListener('click', () => open(chip))
  return element
}

function noteElement(id: string, note: Note, actions: AnnotationActions): HTMLElement {
  const element = document.createElement('div')
  element.className = 'note'
  element.contentEditable = 'false'
  element.append(Object.assign(document.createElement('span'), { textContent: note.message }))
  if (note.code === 'unsupported-statement') {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Find support'
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => actions.findSupport(id))
    element.append(button)
  }
  return element
}
