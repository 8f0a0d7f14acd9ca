import { Readability } from '@mozilla/readability'
import type { DomDocument, DomElement } from '../../markup/dom.ts'
import { toHtmlPieces } from '../../markup/pieces.ts'
import type { PageBlock } from './survey.ts'
import { normaliseForMatch } from '../../extracted/wording.ts'

const MOST_ELEMENTS = 150_000
const SHORT_ARTICLE = 250
/** Marks elements through Readability, which moves, renames and parses them anew. */
const MARK = 'data-dossier-place'

/**
 * Which of a page's blocks Readability takes for the article; null when it finds none. Only its choice is used, never its text: it takes elements
 * out of sentences. Changes the document.
 */
export function recognise(document: DomDocument, blocks: readonly PageBlock[]): boolean[] | null {
  for (const element of [...document.querySelectorAll(`[${MARK}]`)]) element.setAttribute(MARK, '')
  blocks.forEach((block, index) => {
    const before = block.element.getAttribute(MARK)
    block.element.setAttribute(MARK, before ? `${before} ${index}` : String(index))
  })
  const content = parse(document)
  if (!content) return null
  const marked = new Set(
    [content, ...content.querySelectorAll(`[${MARK}]`)].flatMap((element) =>
      (element.getAttribute(MARK) ?? '').split(' ').map(Number)
    )
  )
  const text = toHtmlPieces(content)
    .map((piece) => normaliseForMatch(piece.text).replaceAll(' ', ''))
    .join('\n')
  const whole = text.replaceAll('\n', '')
  const lines = counted(text.split('\n'))
  const copies = counted(blocks.map((block) => block.key))
  return blocks.map(({ key }, index) => {
    if (marked.has(index)) return lines.has(key) || key.length < LOOSE || contains(whole, key)
    // Readability puts a single paragraph in the place of the element around it, and the mark is lost.
    if (key.length < DISTINCT) return false
    return (
      (lines.get(key) ?? 0) >= (copies.get(key) ?? 1) ||
      (key.length >= LONG && copies.get(key) === 1 && contains(whole, key))
    )
  })
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const LOOSE = 4
/** Shorter lines stand in several places of a page. */
const DISTINCT = 12
const LONG = 60
/** A few words differ where Readability takes an element out of a sentence. */
const SAMPLE = 24

function contains(whole: string, key: string): boolean {
  return (
    whole.includes(key) ||
    (key.length > 3 * SAMPLE && (whole.includes(key.slice(0, SAMPLE)) || whole.includes(key.slice(-SAMPLE))))
  )
}

function parse(document: DomDocument): DomElement | null {
  try {
    const reader = new Readability<DomElement>(document as never, {
      charThreshold: SHORT_ARTICLE,
      keepClasses: true,
      maxElemsToParse: MOST_ELEMENTS,
      disableJSONLD: true,
      serializer: (node) => node as unknown as DomElement
    })
    return reader.parse()?.content ?? null
  } catch (error) {
    // Too many elements, or a tree that Readability can't walk: there is no choice then.
    if (error instanceof Error) return null
    throw error
  }
}
