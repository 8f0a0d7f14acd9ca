import { CELL_SEPARATOR } from '../../../../shared/source/cells.ts'
import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { layOut, type Piece } from '../../extracted/blocks.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, toMetadata } from '../../metadata/findings.ts'
import { readFrontMatter } from '../../article/front-matter.ts'
import { readHead } from '../../article/head.ts'
import { headlineAndOutlet, withoutMarks } from '../../article/head-lines.ts'
import { htmlToPieces } from '../../markup/pieces.ts'
import { addDetectedLanguage, readsDayFirst } from '../../metadata/language.ts'
import { isWrapped } from '../../article/paragraphs.ts'
import { copyrightYears, firstParagraph, readLead, withUndated } from '../../article/lead.ts'
import { addHints } from '../../metadata/hints.ts'
import { endsSentence, oneLine } from '../../extracted/wording.ts'

/** Deeper blocks are read as one; no inline text nests deeper than a hostile file's. */
const DEEPEST = 100
const DEEPEST_INLINE = 3000

/** A block of Markdown as plain text whose soft line breaks are still there. */
interface Passage {
  piece: Piece
  lines: string[]
}

/**
 * Extracts a Markdown article: front matter and the lines around the headline become metadata; headings, paragraphs, list
 * items, quotes and table rows (cells joined by ` · `) become blocks of plain text, inline marks dropped.
 */
export function extractMarkdown(source: string, hint: FileHint): Extracted {
  const findings = noFindings()
  const front = readFrontMatter(source, findings)
  const dayFirst = readsDayFirst(null, hint.url)
  const passages = readPassages(front.rest)

  const wrapped = isWrapped(passages.flatMap(({ lines: own }) => ['', ...own]))
  const lines = passages.flatMap(({ lines: own }, passage) =>
    own.map((text, line) => ({ text, gap: line === 0 ? 1 : 0, passage }))
  )
  const head = readHead(lines, findings, dayFirst)
  const taken = new Set([...head.used, ...head.headline])
  const body = passages.flatMap(({ piece }, passage) => {
    const own = lines.flatMap((line, index) => (line.passage === passage && !taken.has(index) ? [line.text] : []))
    return paragraphsOf(piece, own, wrapped)
  })
  addHints(findings, hint)
  const years = copyrightYears(lines.map(({ text }) => text))
  const undated = readLead(firstParagraph(body), findings, dayFirst, years)

  const written = headlineAndOutlet(
    withoutMarks(oneLine(head.headline.map((index) => lines[index]!.text).join(' ')))
  ).headline
  const title = written || toMetadata(findings).title.value
  const laid = layOut(title ? [{ type: 'heading', level: 1, text: title }, ...body] : body)
  addDetectedLanguage(findings, laid.text)
  return {
    extractor: 'markdown/1',
    mediaType: 'text/markdown',
    extension: 'md',
    ...laid,
    metadata: withUndated(toMetadata(findings), undated),
    notice: null
  }
}

function readPassages(source: string): Passage[] {
  const tree: Root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const passages: Passage[] = []
  for (const node of tree.children) addNode(node, 'paragraph', passages, 0)
  return passages
}

function addNode(node: RootContent, type: Piece['type'], passages: Passage[], depth: number): void {
  const add = (piece: Piece, lines: string[] = [piece.text]): void => void passages.push({ piece, lines })
  if (depth > DEEPEST) {
    add({ type, text: oneLine(plain(node)) })
    return
  }
  switch (node.type) {
    case 'heading':
      add({ type: 'heading', level: node.depth, text: oneLine(plain(node)) })
      return
    case 'paragraph':
      add({ type, text: '' }, linesOf(node))
      return
    case 'blockquote':
      for (const child of node.children) addNode(child, 'quote', passages, depth + 1)
      return
    case 'list':
      for (const item of node.children)
        for (const child of item.children) addNode(child, 'listItem', passages, depth + 1)
      return
    case 'code':
      for (const line of node.value.split('\n')) add({ type, text: line })
      return
    case 'table':
      for (const row of node.children) {
        const cells = row.children.map((cell) => oneLine(plain(cell))).filter((cell) => cell !== '')
        add({ type: 'tableRow', text: cells.join(CELL_SEPARATOR) })
      }
      return
    case 'html':
      for (const piece of htmlToPieces(node.value)) add(piece)
      return
    case 'footnoteDefinition':
      for (const child of node.children) addNode(child, 'paragraph', passages, depth + 1)
      return
    case 'thematicBreak':
      add({ type, text: '---' })
      return
    case 'definition':
    case 'yaml':
      return
    default:
      add({ type, text: oneLine(plain(node)) })
  }
}

function linesOf(paragraph: Paragraph): string[] {
  return plain(paragraph)
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '')
}

/** The text of a node, inline marks and markup dropped. */
function plain(node: Nodes, depth = 0): string {
  if (depth > DEEPEST_INLINE) return ''
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? '\n' : ''
  if (node.type === 'image' || node.type === 'imageReference') return ''
  if (node.type === 'footnoteReference') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => plain(child, depth + 1)).join('') : ''
}

/**
 * The lines of a paragraph are one block, as Markdown has it, unless each is a paragraph of its own: whole sentences on lines
 * that nobody wrapped.
 */
function paragraphsOf(piece: Piece, lines: readonly string[], wrapped: boolean): Piece[] {
  if (lines.length === 0 || (lines.length === 1 && /^-{3}$/.test(lines[0]!))) return []
  const separate = lines.length > 1 && !wrapped && lines.every(endsSentence)
  return separate ? lines.map((text) => ({ ...piece, text })) : [{ ...piece, text: lines.join(' ') }]
}
