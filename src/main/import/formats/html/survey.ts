import { ELEMENT, type DomElement } from '../../markup/dom.ts'
import { toPlacedPieces } from '../../markup/pieces.ts'
import type { PlacedPiece } from '../../markup/placed-piece.ts'
import { countWords, normaliseForMatch } from '../../extracted/wording.ts'

/** A block of a page with what tells whether it belongs to the article. */
export interface PageBlock extends PlacedPiece {
  /** Letters and digits of its text, in lower case. */
  key: string
  words: number
  /** Share of its characters that stand in links, 0 to 1. */
  linkShare: number
  /** The elements around it, the innermost first, without `body`. */
  parts: readonly Part[]
}

/** An element around blocks. */
export interface Part {
  name: string
  /** Words of its class and id, in lower case: `postMeta share-bar` gives `post meta share bar`. */
  tokens: ReadonlySet<string>
  role: string
  /** Words of all blocks within. */
  words: number
  /** Those of them that stand in links. */
  linked: number
  element: DomElement
}

/** Reads the blocks of a page in order. */
export function surveyPage(body: DomElement): PageBlock[] {
  const parts = new Map<DomElement, Part>()
  const around = new Map<DomElement, readonly Part[]>()
  const chainOf = (element: DomElement): readonly Part[] => {
    const chain: Part[] = []
    for (let each: DomElement | null = element; each && each !== body; each = each.parentElement) {
      let part = parts.get(each)
      if (!part) parts.set(each, (part = partOf(each)))
      chain.push(part)
    }
    return chain
  }
  const blocks = toPlacedPieces(body)
    .filter((piece) => /[^\s\u200B\u00AD]/u.test(piece.text))
    .map((piece): PageBlock => {
      const place = innermost(piece.element)
      const chain = around.get(place) ?? chainOf(place)
      around.set(place, chain)
      const linkShare = Math.min(1, piece.linked / Math.max(1, piece.text.length))
      return {
        ...piece,
        key: normaliseForMatch(piece.text).replaceAll(' ', ''),
        words: countWords(piece.text),
        linkShare,
        parts: chain
      }
    })
  for (const block of blocks) {
    for (const part of block.parts) {
      part.words += block.words
      part.linked += block.words * block.linkShare
    }
  }
  return blocks
}

/** Down to the one element that holds all of an element's text: `<p><span class="caption">…</span></p>`. */
function innermost(element: DomElement): DomElement {
  let inner = element
  for (;;) {
    const held = [...inner.childNodes].filter(
      (node) => node.nodeType === ELEMENT || (node.textContent ?? '').trim() !== ''
    )
    const [only] = held
    if (held.length !== 1 || only!.nodeType !== ELEMENT) return inner
    inner = only as DomElement
  }
}

function partOf(element: DomElement): Part {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return {
    name: element.tagName.toUpperCase(),
    tokens: new Set(
      names
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean)
    ),
    role: (element.getAttribute('role') ?? '').toLowerCase(),
    words: 0,
    linked: 0,
    element
  }
}
