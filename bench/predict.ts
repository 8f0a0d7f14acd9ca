import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { GoldError } from './predict/gold.ts'
import { predictAnchors } from './predict/anchors.ts'
import { predictCopyPairs } from './predict/copies.ts'
import { predictDates } from './predict/dates.ts'
import { predictEntities } from './predict/entities.ts'
import { predictExtraction } from './predict/extraction.ts'
import { predictQuotes } from './predict/quotes.ts'

/**
 * Writes what the product makes of the rows of a gold file (JSON Lines), one prediction a row, for a scorer to judge:
 * `npm run predict -- <kind> <gold.jsonl> <pred.jsonl>`. Rows are read one by one, so a file may have any length. Exits with 1 when the gold file
 * can't be read and with 2 when the words of the command are wrong or the kind has no code yet.
 */
type Predict = (gold: string) => AsyncIterable<object>

/** `null` stands for what the product can't do yet. */
const KINDS: Record<string, Predict | null> = {
  extraction: predictExtraction,
  quotes: predictQuotes,
  anchors: predictAnchors,
  dates: predictDates,
  copies: predictCopyPairs,
  entities: predictEntities
}
const USAGE = `Usage: npm run predict -- ${Object.keys(KINDS).join('|')} <gold.jsonl> <pred.jsonl>`

process.exitCode = await main(process.argv.slice(2))

async function main([kind, gold, target, ...rest]: string[]): Promise<number> {
  if (kind === undefined || gold === undefined || target === undefined || rest.length > 0) return refuse(USAGE)
  if (!Object.hasOwn(KINDS, kind)) return refuse(`There is no kind “${kind}”. ${USAGE}`)
  const predict = KINDS[kind]
  if (!predict) return refuse(`Nothing predicts ${kind} yet.`)
  try {
    const started = performance.now()
    const rows = await write(predict(gold), target)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    console.error(`${rows} predictions in ${seconds} s, at most ${peak} MB of memory.`)
    return 0
  } catch (error) {
    if (!(error instanceof GoldError)) throw error
    console.error(error.message)
    return 1
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 2
}

async function write(predictions: AsyncIterable<object>, path: string): Promise<number> {
  const file = createWriteStream(path)
  await once(file, 'open')
  let rows = 0
  for await (const prediction of predictions) {
    rows++
    if (!file.write(`${JSON.stringify(prediction)}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  return rows
}
