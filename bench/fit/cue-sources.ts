import { likelihoods, LinearModel, rounded, SignCounts } from './ada-grad.ts'
import type { AnnotatedArticle } from './annotated.ts'
import { sourceSigns } from '../../src/shared/analysis/quotations/cue-sources.ts'
import { findQuoted } from '../../src/shared/analysis/quotations/marks.ts'
import { parse, type Parsed } from '../../src/shared/analysis/quotations/parsed.ts'
import type { CueAt } from '../../src/shared/analysis/quotations/phrases.ts'
import { sentencesOf } from '../../src/shared/analysis/quotations/sentences.ts'
import { sum } from '../../src/shared/analysis/quotations/weigh.ts'

/** Signs seen fewer times count nothing, so that no single article leaves a trace. */
const SEEN = 16
const ROUNDS = 5
const RATE = 0.1
/** Examples after which note is taken of the weights, whose mean counts. */
const NOTED = 2000

interface Example {
  signs: string[][]
  isRight: boolean[]
}

/**
 * What the signs count that a phrase is the subject of a cue, by all that an article's annotators marked: quoted speech and reported speech alike.
 */
export function fitSources(rows: readonly AnnotatedArticle[]): Record<string, number> {
  const examples = rows.flatMap(examplesOf)
  const counts = new SignCounts()
  for (const { signs } of examples) for (const one of signs) counts.add(one)
  for (const example of examples) example.signs = example.signs.map((one) => counts.often(one, SEEN))
  const model = new LinearModel()
  let seen = 0
  for (let round = 0; round < ROUNDS; round++)
    for (const { signs, isRight } of examples) {
      const likely = likelihoods(signs.map((one) => sum(one, model.weights)))
      const right = likely.reduce((total, one, index) => total + (isRight[index]! ? one : 0), 0)
      signs.forEach((one, index) => {
        model.step(one, (isRight[index]! ? likely[index]! / right : 0) - likely[index]!, RATE / (1 + round * 0.5))
      })
      if (++seen % NOTED === 0 && round > 0) model.note()
    }
  return rounded(model.mean())
}

function examplesOf({ text, attributions }: AnnotatedArticle): Example[] {
  const quoted = findQuoted(text)
  const examples: Example[] = []
  let first = 0
  for (let from = 0; from < text.length;) {
    const next = text.indexOf('\n', from)
    const to = next < 0 ? text.length : next
    while (first < quoted.length && quoted[first]!.end <= from) first++
    for (const sentence of sentencesOf(text, from, to, quoted, first)) {
      const parsed = parse(sentence, text, quoted)
      for (const cue of parsed.cues) examples.push(...exampleOf(parsed, cue, attributions))
    }
    from = to + 1
  }
  return examples
}

/** None where the source is named in another sentence. */
function exampleOf(parsed: Parsed, cue: CueAt, attributions: AnnotatedArticle['attributions']): Example[] {
  const { tokens, phrases } = parsed
  const verb = tokens[cue.at]!
  const marked = attributions.filter((one) => one.cue.some(([start, end]) => start < verb.end && verb.start < end))
  const sources = marked.flatMap(({ source }) => source)
  const isRight = phrases.map(({ from, to }) =>
    sources.some(([start, end]) => start < tokens[to - 1]!.end && tokens[from]!.start < end)
  )
  const isNamed = isRight.includes(true)
  return marked.length > 0 && !isNamed ? [] : [{ signs: sourceSigns(parsed, cue), isRight: [...isRight, !isNamed] }]
}
