import type { OcrLanguage, Doubt } from '../../../shared/source/recognition.ts'
import { tagOf } from '../../../shared/source/recognition.ts'
import { joinLines, vocabularyOf, type WordEvidence } from '../formats/pdf/hyphens.ts'
import type { RecognisedWord } from './engine.ts'
import type { RecognisedPage } from './recognised-page.ts'

type RecognisedParagraph = RecognisedPage['paragraphs'][number]

/** Below it a word is marked, 0 to 100: of the words that are wrong most are, of those that are right few. */
const SURE = 78
/** A heading's letters are larger than those of most lines by as much. */
const LARGER = 1.22
const MOST_HEADING_LINES = 3

interface Line {
  text: string
  height: number
  doubts: Doubt[]
}

/**
 * Joins words to lines and these to paragraphs, in the order in which the engine read them: column by column. A word that a line's end broke is joined
 * as in a PDF's text; a paragraph that goes on in the next column is one. What holds neither a letter nor a figure is a stain or a rule, and is left out.
 */
export function toParagraphs(
  words: readonly RecognisedWord[],
  languages: readonly OcrLanguage[]
): RecognisedParagraph[] {
  const groups = [...Map.groupBy(words, ({ block, paragraph }) => `${block} ${paragraph}`).values()].map((group) =>
    [...Map.groupBy(group, ({ line }) => String(line)).values()].map(toLine)
  )
  const lines = groups.flat()
  const usual = median(lines.filter(({ text }) => text.length > 12).map(({ height }) => height))
  const evidence: WordEvidence = {
    words: vocabularyOf(lines.map(({ text }) => text)),
    language: tagOf(languages[0]!),
    spacesLatin: false
  }
  const paragraphs: RecognisedParagraph[] = []
  for (const group of groups) {
    if (!/[\p{L}\p{N}]/u.test(group.map(({ text }) => text).join(''))) continue
    const isHeading =
      group.length <= MOST_HEADING_LINES &&
      usual !== null &&
      Math.min(...group.map(({ height }) => height)) >= usual * LARGER
    const last = paragraphs.at(-1)
    if (last?.type === 'paragraph' && !isHeading && goesOn(last.text, group[0]!.text)) {
      paragraphs[paragraphs.length - 1] = join('paragraph', [last, ...group], evidence)
    } else paragraphs.push(join(isHeading ? 'heading' : 'paragraph', group, evidence))
  }
  return paragraphs
}

function toLine(words: readonly RecognisedWord[]): Line {
  let text = ''
  const doubts: Doubt[] = []
  for (const word of words) {
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? word.text : `${text} ${word.text}`
    if (word.confidence < SURE) doubts.push({ start, end: text.length })
  }
  return { text, height: Math.max(...words.map(({ height }) => height)), doubts }
}

function join(
  type: RecognisedParagraph['type'],
  lines: readonly Pick<Line, 'text' | 'doubts'>[],
  evidence: WordEvidence
): RecognisedParagraph {
  let text = ''
  const doubts: Doubt[] = []
  for (const line of lines) {
    text = text === '' ? line.text : joinLines([text, line.text], evidence)
    // A line is put behind the others as it is; only the hyphen in front of it may have gone.
    const start = text.length - line.text.length
    const cut = doubts.at(-1)
    if (cut && cut.end > start) cut.end = start
    for (const doubt of line.doubts) doubts.push({ start: doubt.start + start, end: doubt.end + start })
  }
  return { type, text, doubts: doubts.filter(({ start, end }) => end > start) }
}

/** A sentence that the end of a column cut: no end before it, a small letter behind. */
function goesOn(text: string, next: string): boolean {
  return /[\p{L}\p{N},;-]$/u.test(text) && /^\p{Ll}/u.test(next)
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? null
}
