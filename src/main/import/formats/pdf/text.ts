import type { Piece } from '../../extracted/blocks.ts'
import type { Candidate } from '../../metadata/found.ts'
import { languageOf } from '../../metadata/language.ts'
import { settleBrackets } from './brackets.ts'
import { splitNotes } from './footnotes.ts'
import { removeFurniture } from './furniture.ts'
import { joinLines, spacesLatin, vocabularyOf, type WordEvidence } from './hyphens.ts'
import { removeLineNumbers } from './line-numbers.ts'
import type { Line } from './line.ts'
import { markNotes } from './note-marks.ts'
import { inReadingOrder } from './order.ts'
import { joinPages } from './pages.ts'
import { joinRows } from './table-cells.ts'
import { CELL_SEPARATOR } from '../../../../shared/source/cells.ts'
import { headingSizes, measure, toNotePieces, toPagePieces } from './paragraphs.ts'
import { findTitle } from './title.ts'
import { countDirections } from './visual-order.ts'
import { removeWatermarks } from './watermarks.ts'

/** A page's lines as it shows them, and its measures in points. */
export interface PageText {
  lines: Line[]
  /** Lines that don't run level. */
  turned: Line[]
  width: number
  height: number
}

/** What is known of a document besides its lines. */
export interface About {
  language: string | null
  /** How many pictures of a page's size it has. */
  pictures: number
}

/** A document's text without its furniture. */
export interface DocumentText {
  pieces: Piece[]
  /** What was left out, each wording once. */
  furniture: string[]
  /** Pages, from 1, on which nothing but furniture stands. */
  empty: number[]
  title: Candidate<string> | null
}

/** Makes the text of a document of its pages' lines. */
export function toText(read: readonly PageText[], about: About): DocumentText {
  const { pages, furniture } = withoutFurniture(settleBrackets(read), about.pictures)
  const ordered = pages.map((page) => markNotes([...inReadingOrder(joinRows(asLeftToRight(page))), ...page.turned]))
  const { size } = measure(ordered)
  const parted = ordered.map((lines, i) => splitNotes(lines, pages[i]!.height, size))
  const bodies = parted.map(({ body }) => body)
  const measures = measure(bodies)
  const sizes = headingSizes(bodies, measures)
  const joined = joinPages(
    parted.map(({ body, notes }, i) => ({
      text: toPagePieces(body, measures, sizes, i + 1),
      notes: toNotePieces(notes, i + 1)
    }))
  )
  const evidence = evidenceOf(ordered.flat(), about.language)
  return {
    pieces: joined.map(({ lines, cells, ...piece }) => ({
      ...piece,
      text: (cells ?? [lines]).map((cell) => joinLines(cell, evidence)).join(CELL_SEPARATOR)
    })),
    furniture,
    empty: pages.flatMap(({ lines, turned }, i) => (lines.length + turned.length === 0 ? [i + 1] : [])),
    title: findTitle(bodies[0] ?? [], pages[0]?.height ?? 0, measures, evidence)
  }
}

/** A page whose text runs from right to left, turned over: its columns and cells are read from the right, its lines begin there. */
function asLeftToRight({ lines, width }: PageText): Line[] {
  const { rtl, ltr } = countDirections(lines.map(({ text }) => text).join(' '))
  if (rtl <= ltr) return lines
  return lines.map((line) => ({ ...line, left: width - line.right, right: width - line.left }))
}

function withoutFurniture(
  read: readonly PageText[],
  pictures: number
): { pages: readonly PageText[]; furniture: string[] } {
  const { size } = measure(read.map(({ lines }) => lines))
  const clear = removeWatermarks(read, size)
  const unnumbered = removeLineNumbers(clear.pages)
  const { pages, removed } = removeFurniture(unnumbered, size)
  const isBare = pages.every(({ lines, turned }) => lines.length + turned.length === 0)
  // Where nothing is left it was no furniture, unless the pages are pictures that somebody stamped.
  if (isBare && pictures < read.filter(({ lines }) => lines.length > 0).length) return { pages: read, furniture: [] }
  return { pages, furniture: [...clear.removed, ...removed] }
}

function evidenceOf(lines: readonly Line[], declared: string | null): WordEvidence {
  const texts = lines.map(({ text }) => text)
  const sample = texts.join(' ')
  return {
    words: vocabularyOf(texts),
    language: languageOf(sample) ?? declared,
    spacesLatin: spacesLatin(sample)
  }
}
