import type { DifferencePart } from '../quote/quote.ts'
import { sourceTitle } from '../source/source.ts'
import type { QuoteGroup, Run, TextBlock } from './block.ts'
import { writtenDate } from './dates.ts'
import { isolated } from './isolate.ts'
import type { ExportInput } from './input.ts'
import type { CitationStyle } from './options.ts'
import { placeCitations } from './placing.ts'
import { isRecognised, sign, STATE_SIGNS, stateWords, type PrintedQuote } from './references.ts'

/** Longer stretches on which quote and source agree are shortened in a difference. */
const SAME_SHOWN = 36
/** Longer differences are cut: the quote itself stands above. */
const MOST_PARTS = 24

/**
 * Quoted words as they stand in the brief, to the letter and without added quote marks, with their attribution and, where
 * they aren't the source's words, what differs.
 */
export function quoteGroup(
  quote: PrintedQuote,
  words: Run[],
  citation: Run[],
  label: string | null,
  { brief: { language }, options }: ExportInput
): QuoteGroup {
  const state = quote.check?.verification.state ?? 'missing'
  const alarm = state === 'altered' || state === 'missing'
  const before: TextBlock[] = []
  if (alarm) before.push({ type: 'text', kind: 'alarm', runs: [sign(STATE_SIGNS[state]), { text: ALARMS[state] }] })
  const text: TextBlock = { type: 'text', kind: 'words', runs: words.length > 0 ? words : [{ text: '\u2013' }] }
  const spoken = quote.source?.source.metadata.language.value
  if (spoken != null && spoken !== language) text.language = spoken
  const after: TextBlock[] = [
    { type: 'text', kind: 'attribution', runs: attribution(quote, citation, label, language, options.citations) }
  ]
  if (state !== 'verbatim' || isRecognised(quote.source)) after.push(...explanation(quote))
  return { type: 'quote', alarm, destination: quote.destination, before, words: text, after }
}

const ALARMS = {
  altered: 'Altered: these are not the source’s words',
  missing: 'Missing: these words were not found in the source'
} as const

/** Speaker, publisher and date, with the citation; the place where the citation doesn't tell it. */
function attribution(
  quote: PrintedQuote,
  citation: Run[],
  label: string | null,
  language: string,
  style: CitationStyle
): Run[] {
  const { source } = quote
  if (!source) {
    const claimed = label === null || label.trim() === '' ? 'No source is named' : `Claimed source: ${label.trim()}`
    return [
      { text: `${claimed}. `, voice: 'plain' },
      { text: '[source\u00a0not\u00a0found]', voice: 'alarm' }
    ]
  }
  const { metadata } = source.source
  const parts: string[] = []
  if (quote.quote?.speaker) parts.push(isolated(quote.quote.speaker, language))
  parts.push(isolated(metadata.publisher.value ?? sourceTitle(source.source), language))
  if (metadata.published.value !== null) parts.push(writtenDate(metadata.published.value.slice(0, 10), language))
  if (style === 'numbered' && quote.locator !== null) parts.push(quote.locator)
  return placeCitations([{ text: parts.join(', ') }, citation], style)
}

function explanation(quote: PrintedQuote): TextBlock[] {
  const { check, source } = quote
  if (!check) return [{ type: 'text', kind: 'state', runs: [{ text: 'This quote was not verified.', voice: 'alarm' }] }]
  const { state, reason, difference } = check.verification
  const runs: Run[] = []
  if (state === 'normalised' || (state === 'verbatim' && isRecognised(source)))
    runs.push(sign(STATE_SIGNS[state]), { text: `${stateWords(quote)}. `, voice: 'strong' })
  if (reason !== '') runs.push({ text: reason })
  const blocks: TextBlock[] = runs.length > 0 ? [{ type: 'text', kind: 'state', runs }] : []
  const shown = differenceRuns(difference)
  if (shown.length > 0) blocks.push({ type: 'text', kind: 'state', runs: [{ text: 'Difference: ' }, ...shown] })
  return blocks
}

/** A difference in words: what the brief has, what the source has, what was left out. */
export function differenceRuns(parts: readonly DifferencePart[]): Run[] {
  if (!parts.some((part) => part.kind !== 'same')) return []
  const runs = parts.slice(0, MOST_PARTS).flatMap((part, i): Run[] => {
    switch (part.kind) {
      case 'same':
        return [{ text: shorten(part.text, i > 0, i < parts.length - 1) }]
      case 'quoted':
        return bracketed('here', part.text)
      case 'source':
        return bracketed('source', part.text)
      case 'omitted':
        return bracketed('left out', shorten(part.text, true, true))
    }
  })
  return parts.length > MOST_PARTS ? [...runs, { text: ' …' }] : runs
}

/** A differing stretch with who has it; white space at its ends stays outside. */
function bracketed(who: string, text: string): Run[] {
  const words = text.trim()
  if (words === '') return [{ text: ` [${who}: ${visible(text)}] `, voice: 'strong' }]
  const [before, after] = text.split(words, 2)
  return [{ text: `${before}[${who}: ${visible(words)}]${after}`, voice: 'strong' }]
}

function shorten(text: string, keepStart: boolean, keepEnd: boolean): string {
  if (text.length <= SAME_SHOWN * 2) return text
  const start = keepStart ? text.slice(0, SAME_SHOWN).toWellFormed() : ''
  const end = keepEnd ? text.slice(-SAME_SHOWN).toWellFormed() : ''
  return `${start} … ${end}`
}

const SPACES: Record<string, string> = {
  ' ': 'space',
  '\n': 'line break',
  '\t': 'tab',
  '\u00a0': 'no-break space',
  '\u202f': 'narrow no-break space',
  '\u2009': 'thin space',
  '\u200b': 'zero-width space',
  '\u00ad': 'soft hyphen'
}

/** Names white space and invisible characters when they are all there is. */
function visible(text: string): string {
  if (!/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text)) return text
  const names = Array.from(text, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    return SPACES[character] ?? `U+${code}`
  })
  return names.length === 0 ? 'nothing' : names.join(', ')
}
