import type { BriefDocument, List, SectionBlock, Statement } from '../../brief/brief.ts'
import { isList } from '../../brief/walk.ts'
import { derivedId, withId } from './blocks.ts'
import { digest } from './canonical.ts'

/** Gives every section and block of a document an id of its own: the first that has an id keeps it. */
export function uniqueIds(doc: BriefDocument): BriefDocument {
  const seen = new Set<string>()
  const own = (id: string, derived: () => string): string => {
    let unique = id
    for (let n = 0; seen.has(unique); n++) unique = n === 0 ? derived() : digest(`${derived()}${n}`)
    seen.add(unique)
    return unique
  }
  const leaf = <T extends Extract<SectionBlock, { attrs: { id: string } }>>(block: T): T => {
    const id = own(block.attrs.id, () => derivedId(block))
    return id === block.attrs.id ? block : withId(block, id)
  }
  const list = (node: List): List => ({
    ...node,
    content: node.content.map((item) => ({
      ...item,
      content: item.content.map((child): Statement | List => (child.type === 'statement' ? leaf(child) : list(child)))
    }))
  })
  return {
    ...doc,
    content: doc.content.map((section) => {
      const id = own(section.attrs.id, () => `${section.attrs.id}-${digest(section.attrs.id)}`)
      const [title, ...blocks] = section.content
      return {
        ...section,
        attrs: { id },
        content: [
          title,
          ...blocks.map((block): SectionBlock => {
            if (block.type === 'subheading') return block
            return isList(block) ? list(block) : leaf(block)
          })
        ]
      }
    })
  }
}
