import { z } from 'zod'
import { Grading } from '../source/grading.ts'
import { Sha256 } from '../source/source.ts'
import type { Said } from '../wording/say.ts'

/**
 * A saved span of a source's text: the W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) and TextPositionSelector
 * (`start`, `end`) of https://www.w3.org/TR/annotation-model/ together. Offsets are UTF-16 units here; they become code
 * points where they leave the program (see `position.ts`).
 */
export const QuoteTarget = z.object({
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The text for which `start` and `end` hold. */
  textSha256: Sha256
})
export type QuoteTarget = z.infer<typeof QuoteTarget>

/**
 * `key` (`Q3`) names the quote to people and is never used twice in a case, not even after a deletion; `formerKeys` are those
 * that it had in a copy of the case before the two were merged.
 */
export const Quote = z.object({
  id: z.string(),
  key: z.string().regex(/^Q[1-9]\d*$/),
  formerKeys: z.array(z.string()),
  sourceId: z.string(),
  target: QuoteTarget,
  createdAt: z.iso.datetime(),
  speaker: z.string().nullable(),
  /** Attribution chain from the outlet to the origin, where known. */
  attribution: z.array(z.string()),
  note: z.string(),
  tags: z.array(z.string()),
  /** How reliable its speaker is and how credible what is said; where nothing is graded, it is as the source is. */
  grading: Grading.nullable().optional(),
  deletedAt: z.iso.datetime().nullable()
})
export type Quote = z.infer<typeof Quote>

export const QUOTE_STATES = ['verbatim', 'normalised', 'altered', 'missing'] as const
export const QuoteState = z.enum(QUOTE_STATES)
export type QuoteState = z.infer<typeof QuoteState>

/** The state's name as shown to people. */
export const STATE_NAMES: Record<QuoteState, string> = {
  verbatim: 'Verbatim',
  normalised: 'Normalised',
  altered: 'Altered',
  missing: 'Missing'
}

/**
 * The state as shown to people, with that of a quote whose source's text was recognised in pictures: that it stands so in the text says less there, as the engine may have
 * misread the original.
 */
export function stateName(state: QuoteState, recognised = false): string {
  const isFound = state === 'verbatim' || state === 'normalised'
  return recognised && isFound ? `${STATE_NAMES[state]} in recognised text` : STATE_NAMES[state]
}

/**
 * One piece of the comparison of the quoted words with the source's: `same` stands in both, `quoted` only in the quote,
 * `source` only in the source, `omitted` is what an ellipsis or bracket left out of the source.
 */
export const DifferencePart = z.object({ kind: z.enum(['same', 'quoted', 'source', 'omitted']), text: z.string() })
export type DifferencePart = z.infer<typeof DifferencePart>

/** What verification found for one passage of quoted words. */
export const Verification = z.object({
  state: QuoteState,
  /** Where the words, or what comes nearest, stand in the text (UTF-16 units); null when missing. */
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  /** The fragments' ranges when the quote is shortened with ellipses or brackets; otherwise the one range. */
  fragments: z.array(z.object({ start: z.int(), end: z.int() })),
  /** Empty when verbatim. */
  difference: z.array(DifferencePart),
  /** One sentence for people: why it isn't verbatim. Empty when verbatim. */
  reason: z.string()
})
export type Verification = z.infer<typeof Verification>

/** A verification whose reason has its translations. */
export type FoundQuote = Omit<Verification, 'reason'> & { reason: Said | '' }
