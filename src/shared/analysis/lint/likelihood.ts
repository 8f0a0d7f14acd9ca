import { LIKELIHOOD_RANGES } from '../../brief/likelihood.ts'
import { sentencesOf } from '../../source/sentences.ts'
import { quotedRanges } from '../copies/quoted.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintFinding } from './codes.ts'

type Likelihood = NonNullable<BriefStatement['likelihood']>

/** A likelihood word of ICD 203 in a text. */
interface LikelihoodWord {
  start: number
  end: number
  /** The word of the first row whose range it has. */
  range: Likelihood
  row: 1 | 2
}

/** The words of both rows, the longer ones first. */
const WORDS: readonly [RegExp, Likelihood, 1 | 2][] = [
  [/almost no chance/giu, 'almost no chance', 1],
  [
    /remote (?:chance|possibility|likelihood|prospect|odds)|(?<=\b(?:is|are|was|remains?|seems?) )remote(?=\s*(?:[.,;:)]|$))/giu,
    'almost no chance',
    2
  ],
  [/(?:very|highly) unlikely/giu, 'very unlikely', 1],
  [/(?:highly|very) improbabl[ey]/giu, 'very unlikely', 2],
  [/unlikely/giu, 'unlikely', 1],
  [/improbabl[ey]/giu, 'unlikely', 2],
  [/roughly (?:an )?even chances?/giu, 'roughly even chance', 1],
  [/roughly even odds/giu, 'roughly even chance', 2],
  [/(?:very|highly) likely/giu, 'very likely', 1],
  [/(?:highly|very) probabl[ey]/giu, 'very likely', 2],
  [/almost certain(?:ly)?/giu, 'almost certain', 1],
  [/nearly certain(?:ly)?/giu, 'almost certain', 2],
  [/likely/giu, 'likely', 1],
  [/probabl[ey]/giu, 'likely', 2]
]
const LETTER = /[\p{L}\p{M}-]/u
const CONFIDENCE =
  /\b(?:low|moderate|medium|high|limited|strong|full|great)(?:-|\s+(?:to\s+(?:low|moderate|high)\s+)?(?:analytic(?:al)?\s+|overall\s+)?)confidence\b|\bconfidence\b[^.;]{0,40}?\b(?:is|are|remains|stays|:)\s*(?:very\s+)?(?:low|moderate|medium|high|limited)\b|\b(?:highly|moderately|fairly|very|only slightly)\s+confident\b/iu

/** The likelihood words of a text, outside of quotation marks. */
function likelihoodWords(text: string): LikelihoodWord[] {
  const quoted = quotedRanges(text)
  const found: LikelihoodWord[] = []
  for (const [pattern, range, row] of WORDS) {
    for (const { 0: word, index: start } of text.matchAll(pattern)) {
      const end = start + word.length
      if (LETTER.test(text[start - 1] ?? '') || LETTER.test(text[end] ?? '')) continue
      if (found.some((other) => start < other.end && end > other.start)) continue
      if (quoted.some((other) => start < other.end && end > other.start)) continue
      found.push({ start, end, range, row })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A likelihood and a confidence level in one sentence: readers take the one for the other. */
export function likelihoodWithConfidence({ text }: BriefStatement): LintFinding[] {
  const words = likelihoodWords(text)
  if (words.length === 0) return []
  return sentencesOf(text, 'en').flatMap((sentence): LintFinding[] => {
    const within = words.find(({ start, end }) => start >= sentence.start && end <= sentence.end)
    const level = CONFIDENCE.exec(text.slice(sentence.start, sentence.end))
    if (!within || !level) return []
    const at = sentence.start + level.index
    return [
      {
        code: 'likelihood-with-confidence',
        start: Math.min(within.start, at),
        end: Math.max(within.end, at + level[0].length),
        message: `“${text.slice(within.start, within.end)}” and “${level[0]}” stand in one sentence. Say how likely it is and how sure you are in sentences apart.`,
        evidence: []
      }
    ]
  })
}

const PERCENT = '(?:%|per\\s?cent\\b|percent\\b)'
const NUMBER = '(\\d{1,3}(?:\\.\\d+)?)'
const SPAN = `(?:about |around |roughly |some |approximately |at least |up to |over |more than |~|c\\. )?${NUMBER}\\s*${PERCENT}?(?:\\s*(?:-|–|—|to|and)\\s*${NUMBER})?\\s*${PERCENT}`
/** A percentage that says how likely something is: alone in brackets, or of a chance. */
const BESIDE = [
  new RegExp(
    `\\(\\s*(?:(?:a |an |probability|likelihood|chance|odds|of|i\\.e\\.|that is|:|=|estimated at|put at)\\s*)*${SPAN}(?:\\s*(?:chance|probability|likelihood|likely|odds|probable|certain))?\\s*\\)`,
    'giu'
  ),
  new RegExp(`${SPAN}\\s*(?:chance|probability|likelihood|likely|odds|probable)`, 'giu'),
  new RegExp(
    `(?:chances?|probability|likelihood|odds)\\s+(?:of|at|is|are|being|as|about)\\s+(?:about |around |roughly )?${SPAN}`,
    'giu'
  ),
  new RegExp(
    `[,–—-]\\s*(?:we (?:put|estimate) (?:it|this|that) at|or|that is|i\\.e\\.,?|at)\\s+${SPAN}(?=\\s*(?:[.,;–—]|$))`,
    'giu'
  )
]

/** Percentages beside likelihood words. */
function percentages(text: string): { start: number; end: number; low: number; high: number }[] {
  const found: { start: number; end: number; low: number; high: number }[] = []
  for (const pattern of BESIDE) {
    for (const match of text.matchAll(pattern)) {
      const low = Number(match[1])
      const high = match[2] === undefined ? low : Number(match[2])
      if (!found.some(({ start, end }) => match.index < end && match.index + match[0].length > start))
        found.push({ start: match.index, end: match.index + match[0].length, low, high })
    }
  }
  return found
}

/** A likelihood word that says something else than the statement's own likelihood, or than the percentage beside it. */
export function likelihoodMismatch({ text, likelihood }: BriefStatement): LintFinding[] {
  const words = likelihoodWords(text)
  const [first] = words
  if (!first) return []
  const found: LintFinding[] = []
  if (likelihood !== null && !words.some(({ range }) => range === likelihood)) {
    const [low, high] = LIKELIHOOD_RANGES[first.range]
    const [from, to] = LIKELIHOOD_RANGES[likelihood]
    found.push({
      code: 'likelihood-mismatch',
      start: first.start,
      end: first.end,
      message: `“${text.slice(first.start, first.end)}” means ${low} to ${high} per cent, but the statement is marked “${likelihood}”, ${from} to ${to} per cent.`,
      evidence: []
    })
  }
  for (const { start, end, low, high } of percentages(text)) {
    const near = nearest(words, start, end, text)
    if (!near || found.some((other) => other.start === near.start)) continue
    const [from, to] = LIKELIHOOD_RANGES[near.range]
    if (low >= from && high <= to) continue
    const told = low === high ? `${low}` : `${low} to ${high}`
    found.push({
      code: 'likelihood-mismatch',
      start: near.start,
      end: near.end,
      message: `“${text.slice(near.start, near.end)}” means ${from} to ${to} per cent, but ${told} per cent stands beside it.`,
      evidence: []
    })
  }
  return found
}

/** The likelihood word to which a percentage belongs: the nearest one of its sentence. */
function nearest(words: readonly LikelihoodWord[], start: number, end: number, text: string): LikelihoodWord | null {
  const sentence = sentencesOf(text, 'en').find((each) => start >= each.start && start < each.end)
  const within = words.filter((word) => sentence && word.start >= sentence.start && word.end <= sentence.end)
  const distance = (word: LikelihoodWord): number =>
    word.start >= end ? word.start - end : Math.max(0, start - word.end)
  return within.length === 0 ? null : within.reduce((best, word) => (distance(word) < distance(best) ? word : best))
}

/** Where a brief first uses a word of the second row of ICD 203 though it uses the first row too. Null where it keeps to one. */
export function mixedRows(
  statements: readonly BriefStatement[]
): { statement: BriefStatement; finding: LintFinding } | null {
  let firstRow: string | null = null
  let second: { statement: BriefStatement; word: LikelihoodWord } | null = null
  for (const statement of statements) {
    for (const word of likelihoodWords(statement.text)) {
      if (word.row === 1) firstRow ??= statement.text.slice(word.start, word.end)
      else second ??= { statement, word }
    }
  }
  if (firstRow === null || second === null) return null
  const { statement, word } = second
  return {
    statement,
    finding: {
      code: 'likelihood-mismatch',
      start: word.start,
      end: word.end,
      message: `The brief says “${firstRow}” elsewhere: “${statement.text.slice(word.start, word.end)}” is of the other row of likelihood words. Keep to one row.`,
      evidence: []
    }
  }
}
