import { keptAs } from '../../../../shared/source/import-formats.ts'
import { layOut, type Piece } from '../../extracted/blocks.ts'
import { looksLikeSeveral, severalDocument } from '../../press/several.ts'
import { addHints } from '../../metadata/hints.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { noFindings, toMetadata } from '../../metadata/findings.ts'
import { readFrontMatter } from '../../article/front-matter.ts'
import { readHead } from '../../article/head.ts'
import { headlineAndOutlet, isHeadLine, withoutMarks, type HeadLine } from '../../article/head-lines.ts'
import { addDetectedLanguage, readsDayFirst } from '../../metadata/language.ts'
import { copyrightYears, firstParagraph, readLead, withUndated } from '../../article/lead.ts'
import { toPieces, unwrap } from '../../article/paragraphs.ts'
import { readTail } from '../../article/tail.ts'
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

const ABOUT = { extractor: 'text/1', ...keptAs('text') }

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
