import { layOut, type Piece } from '../../extracted/blocks.ts'
import { looksLikeSeveral, severalDocument } from '../../press/several.ts'
import { dayInUrl, isoDay } from '../../metadata/dates.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, toMetadata, webAddress, type Findings } from '../../metadata/findings.ts'
import { readFrontMatter } from '../../article/front-matter.ts'
import { readHead } from '../../article/head.ts'
import { headlineAndOutlet, isHeadLine, withoutMarks, type HeadLine } from '../../article/head-lines.ts'
import { addDetectedLanguage, readsDayFirst } from '../../metadata/language.ts'
import { copyrightYears, leadOf, readLead } from '../../article/lead.ts'
import { toPieces, unwrap } from '../../article/paragraphs.ts'
import { readTail } from '../../article/tail.ts'
import type { SourceMetadata } from '../../../../shared/source/source.ts'
import { oneLine, withoutBlanksAtEnd } from '../../extracted/wording.ts'

/**
 * Extracts a plain-text article: named fields, dateline, headline and byline become metadata, the rest paragraphs, whether
 * they are whole lines, separated by empty lines or hard-wrapped. The headline is the first block, a heading of level 1.
 */
export function extractText(text: string, hint: FileHint): Extracted {
  const findings = noFindings()
  const front = readFrontMatter(text, findings)
  const lines = unwrapped(front.rest.split('\n').map(withoutBlanksAtEnd))
  if (looksLikeSeveral(lines)) return severalDocument(toPieces(lines), ABOUT)
  const dayFirst = readsDayFirst(null, hint.url)
  const years = copyrightYears(lines)
  readTail(lines, findings, dayFirst)
  const head = readHead(withGaps(lines), findings, dayFirst)
  const body = lines.map((line, index) => (head.used.has(index) || head.headline.includes(index) ? '' : line))
  const pieces = toPieces(body)
  addHints(findings, hint)
  const undated = readLead(firstParagraph(pieces), findings, dayFirst, years)

  const written = headlineAndOutlet(
    withoutMarks(oneLine(head.headline.map((index) => lines[index]).join(' ')))
  ).headline
  const headline = written || (findings.title.length > 0 ? toMetadata(findings).title.value : null)
  const all: Piece[] = headline ? [{ type: 'heading', level: 1, text: headline }, ...pieces] : pieces
  const laid = layOut(all)
  addDetectedLanguage(findings, laid.text)
  return {
    ...ABOUT,
    ...laid,
    metadata: withUndated(toMetadata(findings), undated),
    notice: null
  }
}

const ABOUT = { extractor: 'text/1', mediaType: 'text/plain', extension: 'txt' }

/** The words of a date without a year, where no value was found: people can make something of them. */
export function withUndated(metadata: SourceMetadata, undated: string | null): SourceMetadata {
  if (undated === null || metadata.published.value !== null) return metadata
  return { ...metadata, published: { ...metadata.published, evidence: { from: 'dateline', detail: undated } } }
}

/** The first paragraph that may begin with an agency's words: a standfirst may stand before it. */
export function firstParagraph(pieces: readonly Piece[]): string {
  const paragraphs = pieces.filter(({ type }) => type === 'paragraph').slice(0, 3)
  return (paragraphs.find(({ text }) => leadOf(text) !== null) ?? paragraphs[0])?.text ?? ''
}

/** Bylines and dates are looked for in so many lines only: in the text a date may well end a paragraph. */
const HEAD_LINES = 24

function unwrapped(lines: readonly string[]): string[] {
  const head = new Set(lines.slice(0, HEAD_LINES).filter(isHeadLine))
  return unwrap(lines, (line) => head.has(line))
}

function withGaps(lines: readonly string[]): HeadLine[] {
  let gap = 0
  return lines.map((text) => {
    const line = { text, gap }
    gap = text.trim() === '' ? gap + 1 : 0
    return line
  })
}

/** Adds what file name and origin say. */
export function addHints(findings: Findings, hint: FileHint): void {
  const url = hint.url === null ? null : webAddress(hint.url)
  if (url !== null) {
    findings.url.push({ value: url, from: 'url', detail: url, confidence: 0.8 })
    const day = dayInUrl(url)
    if (day !== null) findings.published.push({ value: day, from: 'url', detail: url, confidence: 0.7 })
  }
  const named = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/.exec(hint.name)
  const day = named === null ? null : isoDay(named[1], named[2], named[3])
  if (day !== null) findings.published.push({ value: day, from: 'file-name', detail: hint.name, confidence: 0.45 })
}
