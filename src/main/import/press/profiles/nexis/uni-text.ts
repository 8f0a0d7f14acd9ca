import type { Line, PressText } from '../../lines.ts'
import { linesOf, type NexisBlock } from './blocks.ts'
import { readLabel, type LabelLine } from './labels.ts'
import { RIGHTS } from './rights.ts'

/** Headings behind the text. */
const APPENDIX: Record<string, 'caption' | 'correction'> = {
  graphic: 'caption',
  grafik: 'caption',
  graphique: 'caption',
  gráfico: 'caption',
  illustration: 'caption',
  grafiek: 'caption',
  afbeelding: 'caption',
  correction: 'correction',
  korrektur: 'correction',
  corrección: 'correction',
  correctie: 'correction',
  rectificatie: 'correction'
}
/** The heading of the database's own terms. */
const CLASSIFICATION =
  /^(?:classification|klassifizierung|klassifikation|clasificación|classificatie|classificação|classificazione)$/iu
/** What the database adds behind a text. */
const ADDED = /^link (?:to (?:image|pdf)|zum (?:pdf(?:-dokument)?|bild))$/iu
/** An empty line of a plain text ends a paragraph; a page's blocks leave it out. */
export const EMPTY: Line = {
  text: '',
  type: 'paragraph',
  bold: 0,
  soft: false,
  href: null,
  cut: 0,
  outside: null,
  element: null
}

/** The lines of the text, and the labels behind it. */
export function textOf(
  text: PressText,
  blocks: readonly NexisBlock[],
  start: number,
  end: number
): { body: Line[]; labels: LabelLine[] } {
  const last = endOfText(blocks, start, end)
  const appendices = appendicesOf(blocks, start, last)
  const first = appendices[0]?.at ?? last
  const body = linesOf(text, blocks.slice(start, first))
  for (const [index, { kind, at }] of appendices.entries()) {
    const until = appendices[index + 1]?.at ?? last
    if (kind === 'correction') body.push(EMPTY, ...linesOf(text, blocks.slice(at, until)))
    if (kind === 'caption')
      body.push(...linesOf(text, blocks.slice(at + 1, until)).map((line): Line => ({ ...line, type: 'caption' })))
  }
  return { body, labels: labelsBetween(blocks, first, end) }
}

/** The first block behind the text: the heading of the terms, or the labels that end a document. */
function endOfText(blocks: readonly NexisBlock[], start: number, end: number): number {
  let terms = end - 1
  while (terms >= start && isTerm(blocks[terms]!)) terms--
  const areTerms = terms >= start && CLASSIFICATION.test(blocks[terms]!.text)
  let last = areTerms ? terms : end
  while (last > start && isLabelBehind(blocks[last - 1]!)) last--
  while (last > start && ADDED.test(blocks[last - 1]!.text)) last--
  return last
}

/** A line of the database's terms: `Subject: FERRIES (92%)`. */
function isTerm({ text }: NexisBlock): boolean {
  return /^\p{Lu}[\p{L}\p{N} ()/-]{1,40}:\s/u.test(text)
}

/** A page shows labels bold. A plain text may end with words that look like one, so that only those count that no text ends with. */
export function isLabelBehind({ text, labelled }: NexisBlock): boolean {
  const label = readLabel(text)
  if (labelled) return label?.field !== 'aside'
  return (
    label !== null &&
    (label.field === 'loaded' || label.field === 'language' || /^Correction-Date$/iu.test(label.label))
  )
}

interface Appendix {
  kind: 'caption' | 'correction'
  at: number
}

/** The headed parts between the text and the last labels. A page shows their headings bold; a word of the text isn't. */
function appendicesOf(blocks: readonly NexisBlock[], start: number, end: number): Appendix[] {
  const isMarked = blocks.slice(start - 1, start).some(({ bold }) => bold)
  const found: Appendix[] = []
  for (let at = end - 1; at >= start; at--) {
    const block = blocks[at]!
    const kind = APPENDIX[block.text.toLowerCase()]
    if (kind === undefined || (isMarked && !block.bold)) continue
    if (found.some((other) => blocks[other.at]!.text === block.text)) break
    found.unshift({ kind, at })
  }
  return found
}

/** The labelled lines of a head. A line without a label goes on the one above. */
export function labelsBetween(blocks: readonly NexisBlock[], start: number, end: number): LabelLine[] {
  const labels: LabelLine[] = []
  for (const { text } of blocks.slice(start, end)) {
    const label = readLabel(text)
    const above = labels.at(-1)
    if (label) labels.push({ ...label })
    else if (above && !RIGHTS.test(text)) above.value = `${above.value} ${text}`
  }
  return labels
}
