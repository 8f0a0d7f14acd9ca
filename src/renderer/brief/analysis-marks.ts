import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { plainWords } from '../state/brief/plain-words.ts'
import { count } from '../ui/format.ts'
import { touchedBlocks } from './annotations.ts'

export const analysisKey = new PluginKey<MarkState>('analysis')

/** What is told beside a statement. */
export interface StatementMark {
  reports: number
  origins: number
  findings: number
  /** The words that the findings concern, where these aren't the whole statement: half-open in UTF-16 units of its plain text. */
  words: readonly { start: number; end: number; exact: string }[]
  /** Threads that aren't resolved. */
  comments: number
}

interface MarkState {
  decorations: DecorationSet
  marks: ReadonlyMap<string, StatementMark>
}

export interface AnalysisActions {
  showOrigins: (statementId: string) => void
  showFindings: (statementId: string) => void
  showComments: (statementId: string) => void
}

/**
 * Draws beside statements how many reports and origins they have and how many comments, and in the margin that something was found. What is told comes as the plugin's
 * meta; after a change only the blocks that it touched, or of which something else is told, are marked anew.
 */
export function analysisMarks(actions: AnalysisActions): Plugin<MarkState> {
  const draw = (doc: Node, from: number, to: number, marks: MarkState['marks']): Decoration[] => {
    const made: Decoration[] = []
    if (marks.size === 0) return made
    doc.nodesBetween(from, to, (node, pos) => {
      if (!node.isTextblock) return true
      const id = node.attrs['id'] as string | null
      const mark = node.type.name === 'statement' && id !== null ? marks.get(id) : undefined
      if (id !== null && mark) markStatement(node, pos, { id, mark, actions }, made)
      return false
    })
    return made
  }
  const drawAgain = (set: DecorationSet, doc: Node, [from, to]: [number, number], marks: MarkState['marks']) => {
    // What stands at the edges is the neighbours'.
    const own = set.find(from, to).filter((item) => item.from >= from && item.to <= to)
    return set.remove(own).add(doc, draw(doc, from, to, marks))
  }
  const take = (before: MarkState, doc: Node, marks: MarkState['marks']): DecorationSet => {
    const changed = changedMarks(before.marks, marks)
    if (before.marks.size === 0 || changed.size > MOST_ALONE)
      return DecorationSet.create(doc, draw(doc, 0, doc.content.size, marks))
    let { decorations } = before
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      if (changed.has(String(node.attrs['id'])))
        decorations = drawAgain(decorations, doc, [pos, pos + node.nodeSize], marks)
      return false
    })
    return decorations
  }
  return new Plugin<MarkState>({
    key: analysisKey,
    state: {
      init: () => ({ decorations: DecorationSet.empty, marks: new Map() }),
      apply(transaction, before) {
        const { doc } = transaction
        const marks = transaction.getMeta(analysisKey) as MarkState['marks'] | undefined
        if (marks) return { marks, decorations: take(before, doc, marks) }
        if (!transaction.docChanged || before.marks.size === 0) return before
        let decorations = before.decorations.map(transaction.mapping, doc)
        for (const block of touchedBlocks(transaction)) decorations = drawAgain(decorations, doc, block, before.marks)
        return { ...before, decorations }
      }
    },
    props: {
      decorations(state) {
        return analysisKey.getState(state)?.decorations
      }
    }
  })
}

/** Statements whose marks are drawn anew one by one; of more, all are. */
const MOST_ALONE = 100

/** The statements of which something else is told now. */
function changedMarks(before: MarkState['marks'], now: MarkState['marks']): Set<string> {
  const changed = new Set<string>()
  for (const id of new Set([...before.keys(), ...now.keys()]))
    if (JSON.stringify(before.get(id)) !== JSON.stringify(now.get(id))) changed.add(id)
  return changed
}

function markStatement(
  node: Node,
  pos: number,
  { id, mark, actions }: { id: string; mark: StatementMark; actions: AnalysisActions },
  made: Decoration[]
): void {
  const { reports, origins, findings, words: concerned, comments } = mark
  if (reports > 1) {
    const words = `${count(reports, 'report')}, ${count(origins, 'origin')}`
    const key = `origins ${id} ${words}`
    made.push(
      Decoration.widget(pos + node.nodeSize - 1, () => originMark(words, () => actions.showOrigins(id)), {
        side: 2,
        key,
        ignoreSelection: true,
        stopEvent: () => true
      })
    )
  }
  if (comments > 0) {
    const words = count(comments, 'comment')
    made.push(
      Decoration.widget(pos + node.nodeSize - 1, () => commentMark(words, () => actions.showComments(id)), {
        side: 3,
        key: `comments ${id} ${comments}`,
        ignoreSelection: true,
        stopEvent: () => true
      })
    )
  }
  if (findings > 0) {
    made.push(Decoration.node(pos, pos + node.nodeSize, { class: 'has-findings' }))
    const { text, places } = plainWords(node, pos)
    for (const { start, end, exact } of concerned) {
      // Where they were changed since, a new look will tell.
      if (end > start && text.slice(start, end) === exact)
        made.push(Decoration.inline(places[start]!, places[end - 1]! + 1, { class: 'finding-words' }))
    }
    made.push(
      Decoration.widget(pos + 1, () => findingMark(findings, () => actions.showFindings(id)), {
        side: -2,
        key: `findings ${id} ${findings}`,
        ignoreSelection: true,
        stopEvent: () => true
      })
    )
  }
}

/** A button in the text that takes neither caret nor tab: by the keyboard the commands of the statement do the same. */
function button(className: string, title: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.tabIndex = -1
  element.className = className
  element.title = title
  element.contentEditable = 'false'
  element.addEventListener('mousedown', (event) => event.preventDefault())
  element.addEventListener('click', press)
  return element
}

function originMark(words: string, press: () => void): HTMLElement {
  const holder = document.createElement('span')
  holder.className = 'statement-chips'
  holder.contentEditable = 'false'
  const mark = holder.appendChild(button('origin-mark', 'Where this comes from', press))
  mark.textContent = words
  return holder
}

function commentMark(words: string, press: () => void): HTMLElement {
  const holder = document.createElement('span')
  holder.className = 'statement-chips'
  holder.contentEditable = 'false'
  const mark = holder.appendChild(button('origin-mark', 'What is said about this statement', press))
  mark.textContent = words
  return holder
}

function findingMark(findings: number, press: () => void): HTMLElement {
  const words = count(findings, 'finding')
  const mark = button('finding-mark', `${words} in this statement`, press)
  mark.setAttribute('aria-label', `${words} in this statement`)
  mark.textContent = findings > 1 ? String(findings) : '!'
  return mark
}
