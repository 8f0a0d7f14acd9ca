import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { likelihoods, LinearModel, SignCounts } from './fit/ada-grad.ts'
import { GoldError, readRows } from './predict/gold.ts'
import type { Candidate } from '../src/shared/analysis/quotations/candidates.ts'
import { readQuotations, type Reading } from '../src/shared/analysis/quotations/reading.ts'
import { nobodySigns, optionsOf, sum, weigh, type Option } from '../src/shared/analysis/quotations/weigh.ts'

/**
 * Finds what the signs of quotations count from files of annotated articles (JSON Lines: `text`, `attributions` with `kind`, `source` and `content`
 * as ranges): `node bench/fit-quotations.ts <weights.json> <gold.jsonl>...`. Two logistic models over yes-or-no signs, by AdaGrad, the same every time.
 * Signs seen fewer than `SEEN` times count nothing, so that no single article leaves a trace.
 */
const SEEN = 8
const ROUNDS = 7
/** Articles after which note is taken of the weights, whose mean counts. */
const NOTED = 40
const Range = z.tuple([z.number(), z.number()])
const Row = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ kind: z.string(), source: z.array(Range).default([]), content: z.array(Range) }))
})
type Span = z.infer<typeof Range>

interface Example {
  reading: Reading
  /** Null: nobody is quoted. */
  sources: Span[] | null
  isLeftOut: boolean
}

async function main([target, ...files]: string[]): Promise<number> {
  if (target === undefined || files.length === 0) {
    console.error('Usage: node bench/fit-quotations.ts <weights.json> <gold.jsonl>...')
    return 2
  }
  try {
    const articles: { text: string; examples: Example[] }[] = []
    for (const file of files)
      for await (const { text, attributions } of readRows(file, Row))
        articles.push({ text, examples: examplesOf(text, attributions) })
    const weights = fit(articles)
    writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)
    console.error(
      `${Object.keys(weights.speaker).length} signs of speakers, ${Object.keys(weights.quoted).length} of quotations.`
    )
    return 0
  } catch (error) {
    if (!(error instanceof GoldError)) throw error
    console.error(error.message)
    return 1
  }
}

function examplesOf(text: string, attributions: z.infer<typeof Row>['attributions']): Example[] {
  return readQuotations(text).map((reading) => {
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
      isLeftOut: !isQuoted && reported
    }
  })
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

function rounded(weights: Record<string, number>): Record<string, number> {
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= 0.05)
  return Object.fromEntries(
    kept.map(([sign, weight]) => [sign, Number(weight.toFixed(2))] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  )
}

function fit(articles: { text: string; examples: Example[] }[]) {
  const counts = new SignCounts()
  const readings = articles.flatMap(({ examples }) => examples.map(({ reading }) => reading))
  for (const reading of readings) {
    for (const { signs } of reading.candidates) counts.add(signs)
    counts.add(reading.carry)
    counts.add(reading.shape.signs)
  }
  for (const reading of readings) {
    for (const candidate of reading.candidates) candidate.signs = counts.often(candidate.signs, SEEN)
    reading.carry = counts.often(reading.carry, SEEN)
    reading.shape.signs = counts.often(reading.shape.signs, SEEN)
  }

  const speaker = new LinearModel()
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { text, examples }] of articles.entries()) {
      if (round > 0 && index % NOTED === 0) speaker.note()
      let before: Candidate | null = null
      for (const { reading, sources, isLeftOut } of examples) {
        const options: (Option | null)[] = [...optionsOf(reading, before), null]
        const signs = options.map((option) => option?.signs ?? nobodySigns(reading))
        const scores = signs.map((one) => sum(one, speaker.weights))
        if (!isLeftOut) teach(speaker, text, options, signs, scores, sources, 0.15 / (1 + round * 0.5))
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
        const verdict = weigh(reading, before, { speaker: speakerMean, quoted: quoted.weights })
        if (!isLeftOut) {
          const likely = 1 / (1 + Math.exp(-sum(verdict.quotedSigns, quoted.weights)))
          quoted.step(verdict.quotedSigns, (sources === null ? 0 : 1) - likely, 0.08 / (1 + round * 0.5))
        }
        if (verdict.isQuoted && verdict.best !== null) before = verdict.best
      }
    }
  return { speaker: rounded(speakerMean), quoted: rounded(quoted.mean()) }
}

function teach(
  model: LinearModel,
  text: string,
  options: (Option | null)[],
  signs: string[][],
  scores: number[],
  sources: Span[] | null,
  rate: number
): void {
  const likely = likelihoods(scores)
  const right = options.map((option) =>
    sources === null || sources.length === 0 ? option === null : option !== null && names(text, option, sources)
  )
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

process.exitCode = await main(process.argv.slice(2))
