import { oneLine } from '../../../extracted/wording.ts'
import type { Line, PressText } from '../../lines.ts'

/** A line as it is shown: a paragraph of a page may hold several. */
export interface Segment {
  text: string
  /** Place of its line in the export. */
  line: number
  bold: boolean
  /** An empty line stands above. */
  apart: boolean
  /** Begins with white space, as a paragraph's first line does. */
  indented: boolean
}

const LINE_SEPARATOR = /[\u2028\u2029]/

/** The lines of an export, none empty, those within a paragraph too. */
export function segmentsOf({ kind, lines }: PressText): Segment[] {
  const segments: Segment[] = []
  let apart = true
  for (const [line, { text, bold, soft }] of lines.entries()) {
    if (kind === 'html' && !soft) apart = true
    for (const part of text.split(LINE_SEPARATOR)) {
      const words = oneLine(part.replace(/[\u00A0\t]/g, ' '))
      if (words === '') {
        apart = true
        continue
      }
      const isBold = bold > 0 && bold >= oneLine(text).length
      segments.push({ text: words, line, bold: isBold, apart, indented: /^\s/.test(part) })
      apart = false
    }
  }
  return segments
}

/** Segments as paragraphs: a line goes on the one above unless it's apart from it or indented. */
export function paragraphsOf(lines: readonly Line[], segments: readonly Segment[]): Line[] {
  const paragraphs: Line[] = []
  for (const { text, line, apart, indented } of segments) {
    const last = paragraphs.at(-1)
    if (last && !apart && !indented) last.text += ` ${text}`
    else paragraphs.push(...(last ? [blank(lines[line]!)] : []), { ...lines[line]!, text, soft: false, bold: 0 })
  }
  return paragraphs
}

/** An empty line between two paragraphs of a plain text; a page leaves it out. */
function blank(line: Line): Line {
  return { ...line, text: '', soft: false, bold: 0 }
}
