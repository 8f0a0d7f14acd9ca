import { findNames, type Name } from '../names/names.ts'
import type { Candidate } from './candidates.ts'
import type { TextRange } from '../running-text/tokens.ts'
import { carriersOf } from './chain.ts'
import type { Quoted } from './marks.ts'
import { readQuotations, type Reading } from './reading.ts'
import { nameSpeaker } from './speakers.ts'
import { weigh, type Verdict, type Weights } from './weigh.ts'
import fitted from './weights.json' with { type: 'json' }

/** Somebody's words in a text: half-open UTF-16 offsets. */
export interface Quotation extends TextRange {
  /** One range a paragraph, marks included; several when a speech goes on over paragraphs. */
  parts: TextRange[]
  /** The words alone, without the marks at both ends and the comma that belongs to the report's sentence. */
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

/** A quotation with who spoke it by name. */
export interface NamedQuotation extends Quotation {
  /** A full name, a description as the text has it, or null where it isn't sure who is meant. */
  name: string | null
  /** False when `name` is a description. */
  isNamed: boolean
  /** Outlets and agencies through which the text has the words, from the text towards who spoke. */
  carriers: string[]
}

const CLEAR = 1
const CLOSE = 0.7

/**
 * Finds who is quoted in a news report or the like: each quotation in marks that somebody spoke or wrote, with its speaker. Titles, nicknames and words
 * kept at a distance aren't among them. In order. Works by signs (marks, verbs, places in the sentence) and what each has been found to count.
 */
export function findQuotations(text: string, weights: Weights = fitted): Quotation[] {
  const found: Quotation[] = []
  let before: Candidate | null = null
  let last: { quote: Quoted; quotation: Quotation } | null = null
  for (const reading of readQuotations(text, weights.source)) {
    const verdict = weigh(reading, before, weights)
    if (!verdict.isQuoted) {
      last = null
      continue
    }
    if (verdict.best !== null) before = verdict.best
    const { quote } = reading
    if (last !== null && quote.isContinued && !isLabelled(quote, verdict)) {
      extend(text, last.quotation, quote, verdict)
      last.quote = quote
      continue
    }
    const quotation = made(text, reading, verdict)
    found.push(quotation)
    last = { quote, quotation }
  }
  return found
}

/**
 * As `findQuotations`, with who spoke at full name and who carried the words. `names` are the text's, in order, for those who have them already.
 */
export function findNamedQuotations(text: string, names: readonly Name[] = findNames(text)): NamedQuotation[] {
  const quotations = findQuotations(text)
  return quotations.map((quotation) => {
    const { speaker } = quotation
    const { name, isNamed } =
      speaker === null ? { name: null, isNamed: false } : nameSpeaker(text, speaker, names, quotations)
    return { ...quotation, name, isNamed, carriers: carriersOf(text, sentenceAround(text, quotation), speaker, names) }
  })
}

/** The quotation with its sentence: from where the last one ended to where this one does, not over a line. */
function sentenceAround(text: string, { start, end, cue, speaker }: Quotation): TextRange {
  const from = Math.min(start, cue?.start ?? start, speaker?.start ?? start)
  const to = Math.max(end, cue?.end ?? end, speaker?.end ?? end)
  const line = text.lastIndexOf('\n', from - 1) + 1
  const before = text.slice(line, from).search(/[^.?!]*$/)
  const next = text.indexOf('\n', to)
  const after = /[.?!](?=\s|$)/.exec(text.slice(to, next < 0 ? text.length : next))
  return { start: line + before, end: after === null ? (next < 0 ? text.length : next) : to + after.index }
}

/** True where the marks hold a script's label: “WARDEN: We waited.”, which begins anew where another has spoken before. */
function isLabelled({ start, end }: Quoted, { best }: Verdict): boolean {
  return best !== null && start < best.start && best.end < end
}

function made(text: string, { quote, sentence, shape }: Reading, verdict: Verdict): Quotation {
  const { best, margin, lead } = verdict
  const { start, end, innerStart, innerEnd } = quote
  const inner = trimmed(text, best !== null && isLabelled(quote, verdict) ? best.end + 1 : innerStart, innerEnd)
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
function extend(text: string, quotation: Quotation, { start, end, innerEnd }: Quoted, { best }: Verdict): void {
  quotation.parts.push({ start, end })
  quotation.end = end
  quotation.inner.end = trimmed(text, quotation.inner.start, innerEnd).end
  if (best === null || best.isCarried) return
  quotation.speaker = { start: best.start, end: best.end }
  quotation.cue = best.cue
}

function trimmed(text: string, from: number, to: number): TextRange {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /[\s,]/.test(text[end - 1]!)) end--
  return { start, end }
}
