import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { idPlugin } from './ids.ts'
import { NODES, SCHEMA } from './schema.ts'

export const schema = getSchema([...SCHEMA, ...Object.values(NODES)])

export type Json = Record<string, unknown>
export const words = (text: string): Json[] => (text === '' ? [] : [{ type: 'text', text }])
export const statement = (id: string, text: string, more: Json[] = []): Json => ({
  type: 'statement',
  attrs: { id, kind: null, likelihood: null, confidence: null },
  content: [...words(text), ...more]
})
export const quoted = (id: string, text: string): Json => ({
  type: 'quoteBlock',
  attrs: { id, quoteId: 'q1', sourceId: 's1', label: null },
  content: words(text)
})
export const section = (id: string, title: string, ...blocks: Json[]): Json => ({
  type: 'section',
  attrs: { id },
  content: [{ type: 'sectionTitle', content: words(title) }, ...blocks]
})
export const citation = (quoteId: string | null, sourceId: string | null): Json => ({
  type: 'citation',
  attrs: { quoteId, sourceId, label: null, relation: 'supports', locator: null }
})

let next = 0
export function stateOf(...sections: Json[]): EditorState {
  next = 0
  const doc = Node.fromJSON(schema, { type: 'doc', content: sections })
  doc.check()
  return EditorState.create({ doc, plugins: [idPlugin(() => `new-${++next}`)] })
}

/** Puts the caret right before the first place where some words stand, or right behind them. */
export function caretAt(state: EditorState, text: string, behind = false): EditorState {
  let pos = -1
  state.doc.descendants((node, at) => {
    const found = node.isText ? node.text!.indexOf(text) : -1
    if (pos < 0 && found >= 0) pos = at + found + (behind ? text.length : 0)
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))
}

export function run(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  after.doc.check()
  return after
}

/** A document in short: titles with `#`, quotes with `>`, items with `-`, statements plain. */
export function short({ doc }: EditorState): string[] {
  const lines: string[] = []
  const signs: Record<string, string> = { sectionTitle: '# ', quoteBlock: '> ' }
  doc.descendants((node, _pos, parent) => {
    if (!node.isTextblock) return true
    lines.push(`${parent?.type.name === 'listItem' ? '- ' : (signs[node.type.name] ?? '')}${node.textContent}`)
    return false
  })
  return lines
}

export const idsOf = ({ doc }: EditorState): string[] => {
  const ids: string[] = []
  doc.descendants((node) => {
    if ('id' in node.attrs) ids.push(String(node.attrs['id']))
  })
  return ids
}
