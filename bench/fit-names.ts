import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { LinearModel, likelihoods, SignCounts } from './fit/ada-grad.ts'
import { GoldError, readRows } from './predict/gold.ts'
import { readNames, type NamesRead } from '../src/shared/analysis/names/reading.ts'
import { elsewhereSigns, localSigns } from '../src/shared/analysis/names/signs.ts'
import { NAME_KINDS, takeAlone, type NameWeights } from '../src/shared/analysis/names/weigh.ts'

/**
 * Finds what the signs of names count from files of annotated articles (JSON Lines: `text`, `entities` with `start`, `end` and a `type` of PER, ORG or
 * LOC; others count as none): `node bench/fit-names.ts <weights.json> <gold.jsonl>...`. The same every time. Signs seen fewer than `SEEN` times
 * count nothing.
 */
const SEEN = 25
const ROUNDS = 4
const RATE = 0.1
const TYPES = ['PER', 'ORG', 'LOC']
const Row = z.object({
  id: z.string(),
  text: z.string(),
  entities: z.array(z.object({ start: z.number(), end: z.number(), type: z.string() }))
})

interface Article {
  read: NamesRead
  local: string[][]
  truth: number[]
}

async function main([target, ...files]: string[]): Promise<number> {
  if (target === undefined || files.length === 0) {
    console.error('Usage: node bench/fit-names.ts <weights.json> <gold.jsonl>...')
    return 2
  }
  try {
    const articles: Article[] = []
    for (const file of files)
      for await (const { text, entities } of readRows(file, Row)) {
        const read = readNames(text)
        const truth = read.mentions.map(({ start, end }) => {
          const type = entities.find((one) => one.start < end && one.end > start)?.type ?? ''
          return TYPES.includes(type) ? TYPES.indexOf(type) : TYPES.length
        })
        articles.push({ read, local: read.mentions.map(localSigns), truth })
      }
    const weights = fit(articles)
    writeFileSync(target, `${JSON.stringify(weights)}\n`)
    console.error(
      `${Object.keys(weights.alone).length} signs by themselves, ${Object.keys(weights.together).length} together.`
    )
    return 0
  } catch (error) {
    if (!(error instanceof GoldError)) throw error
    console.error(error.message)
    return 1
  }
}

function fit(articles: Article[]): NameWeights {
  const counts = new SignCounts()
  for (const { local } of articles) for (const signs of local) counts.add(signs)
  for (const article of articles) article.local = article.local.map((signs) => [...counts.often(signs, SEEN), 'any'])
  const alone = taught(articles, ({ local }) => local)
  const together = taught(articles, ({ read, local }) => {
    const kinds = takeAlone(read.mentions, local, alone)
    return read.mentions.map((mention, index) => [...local[index]!, ...elsewhereSigns(mention, read.elsewhere, kinds)])
  })
  return { alone, together }
}

function taught(articles: Article[], signsOf: (article: Article) => string[][]): Record<string, number[]> {
  const models = [...NAME_KINDS, 'none'].map(() => new LinearModel())
  const examples = articles.flatMap((article) =>
    signsOf(article).map((signs, index) => ({ signs, truth: article.truth[index]! }))
  )
  for (let round = 0; round < ROUNDS; round++)
    for (const { signs, truth } of examples) {
      const scores = models.map(({ weights }) => signs.reduce((total, sign) => total + (weights[sign] ?? 0), 0))
      const likely = likelihoods(scores)
      models.forEach((model, kind) => {
        model.step(signs, (kind === truth ? 1 : 0) - likely[kind]!, RATE / (1 + round))
      })
    }
  const signs = new Set(models.flatMap(({ weights }) => Object.keys(weights)))
  return Object.fromEntries(
    [...signs]
      .sort()
      .map((sign) => [sign, models.map(({ weights }) => Number((weights[sign] ?? 0).toFixed(2)))] as const)
      .filter(([, row]) => row.some((weight) => Math.abs(weight) >= 0.05))
  )
}

process.exitCode = await main(process.argv.slice(2))
