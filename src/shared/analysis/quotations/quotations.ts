import type { Candidate } from './candidates.ts'
import type { Quoted } from './marks.ts'
import { readQuotations, type Reading } from './reading.ts'
import { weigh, type Verdict } from './weigh.ts'
import weights from './weights.json' with { type: 'json' }

export interface TextRange {
  start: number
  end: number
}

/** Somebody's words in a text: half-open UTF-16 offsets. */
export interface Quotation extends TextRange {
  /** One range a paragraph, marks included; several when a speech goes on over paragraphs. */
  parts: TextRange[]
  /** The words alone, without the marks at both ends. */
  inner: TextRange
  /** `direct`: whole sentences. `mixed`: words that are part of the reporter's sentence. */
  kind: 'direct' | 'mixed'
  /** The verb that brings it (“said”); null when none does. */
  cue: TextRange | null
  /** The words that name who spoke, as near as the text has them; null when nobody is named. */
  speaker: TextRange | null
  /** True when another reading is nearly as likely. */
  isUnsure: boolean
}

const CLEAR = 1
const CLOSE = 0.7

/**
 * Finds who is quoted in a news report or the like: each quotation in marks that somebody spoke or wrote, with its speaker. Titles, nicknames and words
 * kept at a distance aren't among them. In order. Works by signs (marks, verbs, places in the sentence) and what each has been found to count.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  let before: Candidate | null = null
  let last: { quote: Quoted; quotation: Quotation } | null = null
  for (const reading of readQuotations(text)) {
    const verdict = weigh(reading, before, weights)
    if (!verdict.isQuoted) {
      last = null
      continue
    }
    if (verdict.best !== null) before = verdict.best
    const { quote } = reading
    if (last !== null && quote.isContinued) {
      extend(last.quotation, quote, verdict)
      last.quote = quote
      continue
    }
    const quotation = made(text, reading, verdict)
    found.push(quotation)
    last = { quote, quotation }
  }
  return found
}

function made(text: string, { quote, sentence, shape }: Reading, { best, margin, lead }: Verdict): Quotation {
  const { start, end, innerStart, innerEnd } = quote
  const inner = trimmed(text, innerStart, innerEnd)
  const isWhole = shape.speechEnd && /^\P{L}*(?:\p{Lu}|\p{Lo})/u.test(text.slice(inner.start, inner.end))
  const isAlone = sentence.tokens.every((token) => token.masked >= 0 || !token.isWord)
  return {
    start,
    end,
    parts: [{ start, end }],
    inner,
    kind: isWhole || isAlone ? 'direct' : 'mixed',
    cue: best?.cue ?? null,
    speaker: best === null ? null : { start: best.start, end: best.end },
    isUnsure: best === null || margin < CLEAR || lead < CLOSE
  }
}

/** A speech that goes on: whoever is named in a later paragraph spoke all of it. */
function extend(quotation: Quotation, { start, end, innerEnd }: Quoted, { best }: Verdict): void {
  quotation.parts.push({ start, end })
  quotation.end = end
  quotation.inner.end = innerEnd
  if (best === null || best.isCarried) return
  quotation.speaker = { start: best.start, end: best.end }
  quotation.cue = best.cue
}

function trimmed(text: string, from: number, to: number): TextRange {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}
