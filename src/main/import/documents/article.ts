import { layOut, type Piece } from '../extracted/blocks.ts'
import { looksLikeSeveral, severalDocument } from '../press/several.ts'
import type { Extracted, FileHint } from '../extracted/extracted.ts'
import { readFieldLine } from '../metadata/fields.ts'
import { toMetadata, type Findings } from '../metadata/findings.ts'
import { addDetectedLanguage, readsDayFirst } from '../metadata/language.ts'
import { withoutMarks, type HeadLine } from '../article/head-lines.ts'
import { readHead, type Head } from '../article/head.ts'
import { readLead } from '../article/lead.ts'
import { addHints } from '../metadata/hints.ts'
import { normaliseForMatch, oneLine } from '../extracted/wording.ts'

/** What an importer of documents makes of a file before its head is read. */
export interface DocumentParts {
  pieces: readonly Piece[]
  /** What the file's properties say. */
  findings: Findings
  extractor: string
  mediaType: string
  extension: string
  notice: string | null
}

/** Pieces among which headline, byline and dates are looked for. */
const HEAD_PIECES = 60
/** Pieces among which the headline is a heading, or what the properties name as the title. */
const HEADLINE_PIECES = 14
/** Keys by which a memo or letter names its readers. */
const ADDRESSEE = /^(?:to|an|à|a|para|til|till|aan|do|для|кому|cc|bcc)$/iu
/** What a title of the properties is worth once the text shows it. */
const SHOWN = 0.95
const HEADING_TITLE = 0.8

/**
 * Finds headline, byline, dates and publisher in the first pieces of a document as in plain text, and lays it out. What an article's head says is
 * metadata then and no longer text. The text holds nothing that doesn't stand in the document.
 */
export function toDocument({ pieces, findings, ...about }: DocumentParts, hint: FileHint): Extracted {
  if (looksLikeSeveral(pieces.map(({ text }) => text))) return severalDocument(pieces, about)
  const dayFirst = readsDayFirst(toMetadata(findings).language.value, hint.url)
  const lines = headLines(pieces)
  const start = headlinePlace(pieces, lines, findings, dayFirst)
  const head = readFrom(start, lines, findings, dayFirst)
  const isAllHead = head.used.size + head.headline.length >= pieces.length
  const dropped = !isAllHead && isArticleHead(lines, head, findings) ? head.used : new Set<number>()

  const written = withoutMarks(oneLine(head.headline.map((index) => lines[index]!.text).join(' ')))
  const named = dropped.size === 0 ? null : (findings.title.find(({ from }) => from === 'header')?.value ?? null)
  const all = pieces.flatMap((piece, index): Piece[] => {
    if (index === head.headline[0]) return [{ type: 'heading', level: 1, text: written, page: piece.page }]
    return dropped.has(index) || head.headline.includes(index) ? [] : [piece]
  })
  if (written === '' && named !== null) all.unshift({ type: 'heading', level: 1, text: named, page: pieces[0]?.page })
  if (written === '' && named === null) addFirstHeading(pieces, findings)
  readLead(all.find(({ type }) => type === 'paragraph')?.text ?? '', findings, dayFirst)
  addHints(findings, hint)

  const laid = layOut(all)
  addDetectedLanguage(findings, laid.text)
  return { ...about, ...laid, metadata: toMetadata(findings) }
}

/**
 * Whether what the head says may leave the text: it names a writer or publisher, and no addressee. The date of a letter, or of a ruling, is part of
 * its text.
 */
function isArticleHead(lines: readonly HeadLine[], head: Head, findings: Findings): boolean {
  const used = lines.filter((_, index) => head.used.has(index))
  if (used.some(({ text }) => ADDRESSEE.test(readFieldLine(text)?.key ?? ''))) return false
  return [...findings.authors, ...findings.publisher].some(({ from }) => from !== 'properties')
}

/** The pieces before the first list, table or caption: no head goes on behind one. */
function headLines(pieces: readonly Piece[]): HeadLine[] {
  const first = pieces.slice(0, HEAD_PIECES)
  const end = first.findIndex(({ type }) => type !== 'heading' && type !== 'paragraph')
  return (end === -1 ? first : first.slice(0, end)).map(({ text }) => ({ text, gap: 1 }))
}

/**
 * Where to begin: at the piece that shows the properties' title; at the first heading when the head reader finds no headline, or nothing but some
 * line that is no heading; else at the top.
 */
function headlinePlace(
  pieces: readonly Piece[],
  lines: readonly HeadLine[],
  findings: Findings,
  dayFirst: boolean
): number {
  const candidates = lines.slice(0, HEADLINE_PIECES)
  const titles = new Set(
    findings.title.map(({ value }) => normaliseForMatch(value)).filter((title) => title.includes(' '))
  )
  const shown = candidates.findIndex(({ text }) => titles.has(normaliseForMatch(text)))
  const trial = readFrom(0, lines, structuredClone(findings), dayFirst)
  const taken = trial.headline[0]
  if (shown !== -1) {
    for (const title of findings.title)
      if (normaliseForMatch(title.value) === normaliseForMatch(lines[shown]!.text)) title.confidence = SHOWN
    return taken === shown ? 0 : shown
  }
  if (taken !== undefined && (trial.used.size > 0 || pieces[taken]?.type === 'heading')) return 0
  return Math.max(
    0,
    candidates.findIndex((_, index) => pieces[index]?.type === 'heading' && (pieces[index].level ?? 2) === 1)
  )
}

function readFrom(start: number, lines: readonly HeadLine[], findings: Findings, dayFirst: boolean): Head {
  // A title of the properties would be taken for one that the head names, and end it.
  const properties = findings.title.splice(0)
  const head = readHead(lines.slice(start), findings, dayFirst)
  findings.title.push(...properties)
  return {
    headline: head.headline.map((index) => index + start),
    used: new Set([...head.used].map((index) => index + start))
  }
}

function addFirstHeading(pieces: readonly Piece[], findings: Findings): void {
  const heading = pieces.slice(0, HEADLINE_PIECES).find(({ type }) => type === 'heading')
  if (heading)
    findings.title.push({ value: heading.text, from: 'heading', detail: heading.text, confidence: HEADING_TITLE })
}
