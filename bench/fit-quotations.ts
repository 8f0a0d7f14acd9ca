import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AnnotatedRow, type AnnotatedArticle } from './fit/annotated.ts'
import { fitQuotations } from './fit/quotations.ts'
import { GoldError, readRows } from './predict/gold.ts'
import { quotesOf } from './predict/quotes.ts'

/**
 * Finds what the signs of quotations count from files of annotated articles (JSON Lines: `text`, `attributions` with `kind`, `source` and `content`
 * as ranges): `node bench/fit-quotations.ts <weights.json> <gold.jsonl>...`.
 *
 * `node bench/fit-quotations.ts --folds <number> <pred.jsonl> <gold.jsonl>...` writes predictions for a scorer instead: those of each fold of the articles
 * are made by what the others taught, so that no article is judged by weights that have seen it.
 */
const USAGE = 'Usage: node bench/fit-quotations.ts [--folds <number>] <target> <gold.jsonl>...'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { folds: { type: 'string' } }, allowPositionals: true })
  const [target, ...files] = positionals
  const folds = values.folds === undefined ? 0 : Number(values.folds)
  if (target === undefined || files.length === 0 || !Number.isInteger(folds) || folds === 1 || folds < 0) {
    console.error(USAGE)
    return 2
  }
  try {
    const articles: AnnotatedArticle[] = []
    for (const file of files) for await (const row of readRows(file, AnnotatedRow)) articles.push(row)
    if (folds > 0) predict(target, articles, folds)
    else write(target, articles)
    return 0
  } catch (error) {
    if (!(error instanceof GoldError)) throw error
    console.error(error.message)
    return 1
  }
}

function write(target: string, articles: readonly AnnotatedArticle[]): void {
  const weights = fitQuotations(articles)
  writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`)
  const [speaker, quoted] = [Object.keys(weights.speaker).length, Object.keys(weights.quoted).length]
  console.error(`${speaker} signs of speakers, ${quoted} of quotations.`)
}

function predict(target: string, articles: readonly AnnotatedArticle[], folds: number): void {
  const predictions: object[] = []
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitQuotations(articles.filter((_, index) => index % folds !== fold))
    for (const { id, text } of articles.filter((_, index) => index % folds === fold))
      predictions.push({ id, quotes: quotesOf(text, weights) })
  }
  writeFileSync(target, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

process.exitCode = await main()
