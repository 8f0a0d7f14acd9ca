import { z } from 'zod'
import { NAME_KINDS } from '../../analysis/names/weigh.ts'
import { Quote } from '../../quote/quote.ts'
import type { RequestDeclaration } from './request.ts'

const Range = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })

/** A quotation that the text of a source holds and nobody has quoted or declined yet. Offsets are UTF-16 units of the text. */
const SuggestedQuote = Range.extend({
  /** `direct`: whole sentences; `mixed`: words within a sentence of the report. */
  kind: z.enum(['direct', 'mixed']),
  /** Who spoke, at full name where that is sure, or as the text describes them; null where it isn't sure who is meant. */
  speaker: z.string().nullable(),
  /** From the outlet to who spoke, where known. */
  attribution: z.array(z.string()),
  /** The verb that brings it, as it stands in the text. */
  cue: z.string().nullable(),
  /** True when another reading is nearly as likely. */
  isUnsure: z.boolean()
})

/** A person, organisation or place that a text names. */
const SuggestedName = Range.extend({
  kind: z.enum(NAME_KINDS),
  /** The longest form that the text gives for the same. */
  full: z.string(),
  /** Why it was found, as the clause after “because”. */
  rule: z.string()
})

/** A date that a text names. */
const SuggestedDate = Range.extend({
  /** First and last day, both included. */
  from: z.iso.date(),
  to: z.iso.date(),
  approximate: z.boolean(),
  /** How its words became days, in a sentence. */
  rule: z.string()
})

/** What the program proposes to quote, and the names and dates that it sees. */
export const suggestionRequests = {
  /** The quotations of a source that aren't quoted and weren't declined, in the order of the text. */
  'suggestion.quotes': {
    does: 'reads',
    input: z.object({ sourceId: z.string() }),
    output: z.array(SuggestedQuote)
  },
  /** The names in a source's text, in order. */
  'suggestion.names': {
    does: 'reads',
    input: z.object({ sourceId: z.string() }),
    output: z.array(SuggestedName)
  },
  /** The dates in a source's text that can be told, in order: as the chronology has them. */
  'suggestion.dates': {
    does: 'reads',
    input: z.object({ sourceId: z.string() }),
    output: z.array(SuggestedDate)
  },
  /** Quotes suggested ranges, with speaker and attribution, as one edit. What is quoted already is answered as it is. */
  'suggestion.accept': {
    does: 'edits',
    input: z.object({ sourceId: z.string(), ranges: z.array(Range).min(1) }),
    output: z.array(Quote)
  },
  /** Remembers that ranges are not to be suggested again, as one edit. */
  'suggestion.decline': {
    does: 'edits',
    input: z.object({ sourceId: z.string(), ranges: z.array(Range).min(1) }),
    output: z.object({})
  }
} as const satisfies Record<string, RequestDeclaration>
