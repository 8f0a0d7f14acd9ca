import { findNames, type Name } from '../names/names.ts'
import type { TextRange, Token } from '../running-text/tokens.ts'
import { carriersOf } from './chain.ts'
import { findQuoted } from './marks.ts'
import { parse, type Parsed } from './parsed.ts'
import { ACCORDING, type CueAt, type Phrase } from './phrases.ts'
import { relationBefore } from './relations.ts'
import { sentencesOf } from './sentences.ts'
import { nameSpeaker } from './speakers.ts'

/** Who a sentence has its matter from, in marks or not: half-open UTF-16 offsets. */
export interface Attribution {
  sentence: TextRange
  cue: TextRange
  source: TextRange
  /** The source at full name, a description as the text has it, or null where it isn't sure who is meant. */
  name: string | null
  /** False when `name` is a description. */
  isNamed: boolean
  /** Outlets and agencies through which the text has it, from the text towards the source. */
  carriers: string[]
}

/**
 * Finds which sentences of an article have their matter from somebody, by their own words: “Orla Venn said that …”, “…, the police said”,
 * “according to …”. In order; a sentence may have several. Only what stands plainly is told: a subject beside its verb of speaking.
 */
export function findAttributions(text: string, names: readonly Name[] = findNames(text)): Attribution[] {
  const quoted = findQuoted(text)
  const found: Attribution[] = []
  for (let from = 0, first = 0; from < text.length;) {
    const next = text.indexOf('\n', from)
    const to = next < 0 ? text.length : next
    while (first < quoted.length && quoted[first]!.end <= from) first++
    for (const sentence of sentencesOf(text, from, to, quoted, first)) {
      const parsed = parse(sentence, text, quoted)
      const range = { start: sentence.tokens[0]!.start, end: sentence.tokens.at(-1)!.end }
      for (const { cue, phrase } of sourcesIn(parsed)) {
        const source = rangeOf(parsed.tokens, phrase)
        found.push({
          sentence: range,
          cue,
          source,
          ...nameSpeaker(text, source, names, quoted),
          carriers: carriersOf(text, range, source, names)
        })
      }
    }
    from = to + 1
  }
  return found
}

function rangeOf(tokens: readonly Token[], { from, to }: Phrase): TextRange {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

function sourcesIn(sentence: Parsed): { cue: TextRange; phrase: Phrase }[] {
  const { tokens, cues, phrases } = sentence
  const found: { cue: TextRange; phrase: Phrase }[] = []
  for (const cue of cues) {
    if (cue.verb === ACCORDING || cue.class !== 'say' || cue.form === 'base' || cue.form === 'ing') continue
    const phrase = subjectOf(sentence, cue)
    if (phrase !== undefined) found.push({ cue: tokens[cue.at]!, phrase })
  }
  for (const phrase of phrases) {
    const to = tokens[phrase.from - 1]
    const according = tokens[phrase.from - 2]
    if (to?.lower === 'to' && according?.lower === ACCORDING)
      found.push({ cue: { start: according.start, end: to.end }, phrase })
  }
  return found
    .map(({ cue: { start, end }, phrase }) => ({ cue: { start, end }, phrase }))
    .sort((a, b) => a.cue.start - b.cue.start)
}

function subjectOf(sentence: Parsed, cue: CueAt): Phrase | undefined {
  const { tokens, phrases } = sentence
  const before = phrases.findIndex(
    (phrase, index) => phrase.to <= cue.at && relationBefore(sentence, phrase, cue.at, index) === 'adjacent'
  )
  if (before >= 0) return headOf(sentence, before)
  // “Orla Venn, the harbour master, said”: the name before the commas.
  const last = tokens[cue.at - 1]
  const named =
    last?.text === ','
      ? phrases.find(
          (phrase, index) =>
            phrase.to + 1 < cue.at &&
            /^bracket comma [01](?! and| sub)/.test(relationBefore(sentence, phrase, cue.at, index))
        )
      : undefined
  if (named !== undefined) return named
  const isTail = last !== undefined && (last.text === ',' || last.masked >= 0)
  return isTail ? phrases.find(({ from }) => from === cue.at + 1) : undefined
}

/** “A spokesman for the ministry said”: the phrase that the prepositions hang on. */
function headOf({ tokens, phrases }: Parsed, index: number): Phrase {
  let at = index
  while (at > 0 && phrases[at]!.afterPreposition && phrases[at - 1]!.to === phrases[at]!.from - 1) {
    const link = tokens[phrases[at]!.from - 1]!.lower
    if (!['for', 'of', 'at', 'with', 'from', 'in', 'on'].includes(link)) break
    at--
  }
  return phrases[at]!
}
