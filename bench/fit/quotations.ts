import { fitSources } from './cue-sources.ts'
import { likelihoods, LinearModel, rounded, SignCounts } from './ada-grad.ts'
import type { AnnotatedArticle, Span } from './annotated.ts'
import type { Candidate } from '../../src/shared/analysis/quotations/candidates.ts'
import { readQuotations, type Reading } from '../../src/shared/analysis/quotations/reading.ts'
import {
  nobodySigns,
  optionsOf,
  sum,
  weigh,
  type Option,
  type Weights
} from '../../src/shared/analysis/quotations/weigh.ts'

/** Signs seen fewer times count nothing, so that no single article leaves a trace. */
const SEEN = 16
const ROUNDS = 7
/** Articles after which note is taken of the weights, whose mean counts. */
const NOTED = 40
interface Example {
  reading: Reading
  /** Null: nobody is quoted. */
  sources: Span[] | null
  /** Those of the innermost attribution: who called it so, not who said that somebody did. */
  innermost: Span[]
  isLeftOut: boolean
}

/** An article's quotations with the truth about them. */
interface Article {
  text: string
  examples: Example[]
}

function examplesOf({ text, attributions }: AnnotatedArticle, weights: Readonly<Record<string, number>>): Example[] {
  return readQuotations(text, weights).map((reading) => {
    const span = trimmed(text, [reading.quote.innerStart, reading.quote.innerEnd])
    const size = span[1] - span[0]
    const marked = attributions.filter(({ kind }) => kind !== 'indirect')
    const hits = marked.filter(({ content }) => content.some((one) => shared(one, span) > 0))
    const coverage = hits.flatMap(({ content }) => content).reduce((all, one) => all + shared(one, span), 0)
    const reported = attributions.some(
      (one) => one.kind === 'indirect' && one.content.some((range) => shared(range, span) >= size / 2)
    )
    const isQuoted = coverage >= size / 2
    return {
      reading,
      sources: isQuoted ? hits.flatMap(({ source }) => source) : null,
      innermost: innermostSource(hits),
      isLeftOut: !isQuoted && reported
    }
  })
}

function innermostSource(attributions: AnnotatedArticle['attributions']): Span[] {
  const length = (content: Span[]): number => content.reduce((total, [start, end]) => total + end - start, 0)
  const named = attributions.filter(({ source }) => source.length > 0)
  return named.toSorted((a, b) => length(a.content) - length(b.content))[0]?.source ?? []
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
}

const EDGE = /[\s"“”„«»‹›'‘’.,;:…—–()[\]-]/

function trimmed(text: string, [start, end]: Span): Span {
  while (start < end && EDGE.test(text[start]!)) start++
  while (end > start && EDGE.test(text[end - 1]!)) end--
  return [start, end]
}

/**
 * What the signs of quotations count by annotated articles: two logistic models over yes-or-no signs, by AdaGrad, the same every time.
 */
export function fitQuotations(rows: readonly AnnotatedArticle[]): Weights {
  const source = fitSources(rows)
  const articles = withoutRare(rows.map((row) => ({ text: row.text, examples: examplesOf(row, source) })))
  const speaker = new LinearModel()
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { text, examples }] of articles.entries()) {
      if (round > 0 && index % NOTED === 0) speaker.note()
      let before: Candidate | null = null
      for (const { reading, sources, innermost, isLeftOut } of examples) {
        const options: (Option | null)[] = [...optionsOf(reading, before), null]
        const signs = options.map((option) => option?.signs ?? nobodySigns(reading))
        const scores = signs.map((one) => sum(one, speaker.weights))
        if (!isLeftOut) teach(speaker, text, options, signs, scores, { sources, innermost }, 0.15 / (1 + round * 0.5))
        const best = options[scores.indexOf(Math.max(...scores))]
        const [source] = sources ?? []
        if (source !== undefined) before = { start: source[0], end: source[1], cue: null, signs: [] }
        else if (best) before = best
      }
    }

  const quoted = new LinearModel()
  const speakerMean = speaker.mean()
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { examples }] of articles.entries()) {
      if (round > 0 && index % NOTED === 0) quoted.note()
      let before: Candidate | null = null
      for (const { reading, sources, isLeftOut } of examples) {
        const verdict = weigh(reading, before, { source, speaker: speakerMean, quoted: quoted.weights })
        if (!isLeftOut) {
          const likely = 1 / (1 + Math.exp(-sum(verdict.quotedSigns, quoted.weights)))
          quoted.step(verdict.quotedSigns, (sources === null ? 0 : 1) - likely, 0.08 / (1 + round * 0.5))
        }
        if (verdict.isQuoted && verdict.best !== null) before = verdict.best
      }
    }
  return { source, speaker: rounded(speakerMean), quoted: rounded(quoted.mean()) }
}

/** The articles without signs that are seen too rarely. */
function withoutRare(articles: readonly Article[]): Article[] {
  const counts = new SignCounts()
  for (const { examples } of articles)
    for (const { reading } of examples) {
      for (const { signs } of reading.candidates) counts.add(signs)
      counts.add(reading.carry)
      counts.add(reading.shape.signs)
    }
  const often = (signs: readonly string[]): string[] => counts.often(signs, SEEN)
  return articles.map((article) => ({
    ...article,
    examples: article.examples.map((example) => ({
      ...example,
      reading: {
        ...example.reading,
        candidates: example.reading.candidates.map((one) => ({ ...one, signs: often(one.signs) })),
        carry: often(example.reading.carry),
        shape: { ...example.reading.shape, signs: often(example.reading.shape.signs) }
      }
    }))
  }))
}

function teach(
  model: LinearModel,
  text: string,
  options: (Option | null)[],
  signs: string[][],
  scores: number[],
  { sources, innermost }: Pick<Example, 'sources' | 'innermost'>,
  rate: number
): void {
  const likely = likelihoods(scores)
  const rightBy = (spans: Span[]): boolean[] =>
    options.map((option) => (spans.length === 0 ? option === null : option !== null && names(text, option, spans)))
  const nearest = rightBy(sources === null ? [] : innermost)
  const right = nearest.includes(true) ? nearest : rightBy(sources ?? [])
  const rightSum = likely.reduce((total, one, index) => total + (right[index]! ? one : 0), 0)
  if (rightSum === 0) return
  for (let index = 0; index < options.length; index++)
    model.step(signs[index]!, (right[index]! ? likely[index]! / rightSum : 0) - likely[index]!, rate)
}

function names(text: string, option: Option, sources: Span[]): boolean {
  return sources.some(([start, end]) => {
    const from = Math.max(start, option.start)
    const to = Math.min(end, option.end)
    return from < to && /[\p{L}\p{N}]/u.test(text.slice(from, to))
  })
}
