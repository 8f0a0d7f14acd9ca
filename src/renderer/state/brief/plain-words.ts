import type { Node } from '@tiptap/pm/model'

/** The words of a block at a position without its citations and notes, as redactions and analyses read them, and where each UTF-16 unit stands in the document. */
export function plainWords(block: Node, pos: number): { text: string; places: number[] } {
  let text = ''
  const places: number[] = []
  block.forEach((child, offset) => {
    const words = child.isText ? child.text! : child.type.name === 'hardBreak' ? '\n' : ''
    for (let i = 0; i < words.length; i++) places.push(pos + 1 + offset + i)
    text += words
  })
  return { text, places }
}
