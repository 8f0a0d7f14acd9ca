import { layOut, type Piece } from '../extracted/blocks.ts'
import type { Extracted } from '../extracted/extracted.ts'
import { noFindings, toMetadata } from '../metadata/findings.ts'
import { addDetectedLanguage } from '../metadata/language.ts'
import { toPieces, unwrap } from '../article/paragraphs.ts'
import { oneLine } from '../extracted/wording.ts'
import { addPressFields } from './findings.ts'
import type { Line, PressText } from './lines.ts'
import type { PressArticle } from './profile.ts'

/** What the file is, besides its characters. */
export interface PressFileKind {
  mediaType: string
  /** Without the dot. */
  extension: string
}

/** An article of an export as a document: its headline and text as blocks, what its fields say as metadata. */
export function pressDocument(
  { kind }: Pick<PressText, 'kind'>,
  { fields, body, notice }: PressArticle,
  about: PressFileKind & { extractor: string }
): Extracted {
  const findings = noFindings()
  addPressFields(findings, fields)
  const pieces = piecesOf(kind, body)
  addDetectedLanguage(findings, pieces.map(({ text }) => text).join('\n'))
  const metadata = toMetadata(findings)
  const title = metadata.title.value
  const laid = layOut(title === null ? pieces : [{ type: 'heading', level: 1, text: title }, ...pieces])
  return { ...about, ...laid, metadata, notice: notice ?? null }
}

/** The blocks of lines: those of a plain text may be broken within a paragraph, those of a page are paragraphs. */
export function piecesOf(kind: PressText['kind'], lines: readonly Line[]): Piece[] {
  if (kind === 'text')
    return toPieces(
      unwrap(
        lines.map(({ text }) => text),
        () => false
      )
    )
  const pieces: Piece[] = []
  for (const { text, type, level, soft } of lines) {
    const above = pieces.at(-1)
    if (soft && above && above.type === type) above.text += ` ${text}`
    else if (text.includes('\t')) pieces.push({ type: 'tableRow', text: text.split('\t').map(oneLine).join(' · ') })
    else pieces.push({ type, level, text })
  }
  return pieces
}
