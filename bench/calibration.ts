/**
 * Says what the confidence of an importer's values is worth: for each field and range of confidence how many values of a gold file (JSON Lines) are
 * right, then the same by the place where they stood. `node bench/calibration.ts <gold.jsonl> [--places] [--pred <pred.jsonl>]`; without predictions
 * the pages are read as `npm run predict -- extraction` does. From `SURE` on a value is shown without a request to look at it.
 */
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { GoldError, readRows } from './predict/gold.ts'
import { predictExtraction } from './predict/extraction.ts'

const FIELDS = ['title', 'author', 'publishedTime', 'siteName'] as const
type Field = (typeof FIELDS)[number]

const Words = z.string().nullish()
const Truth = z.object({
  id: z.string(),
  title: Words,
  author: Words,
  publishedTime: Words,
  date: Words,
  siteName: Words
})
const Predicted = z.object({
  id: z.string(),
  title: Words,
  author: Words,
  publishedTime: Words,
  siteName: Words,
  confidence: z.record(z.string(), z.number()).optional(),
  place: z.record(z.string(), z.string().nullable()).optional()
})
type Predicted = z.infer<typeof Predicted>

/** The library asks for a look at values below this confidence (docs/import.md). */
const SURE = 0.6
const EDGES = [0, 0.3, 0.45, SURE, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01]
const FEWEST = 3
const USAGE = 'Usage: node bench/calibration.ts <gold.jsonl> [--places] [--pred <pred.jsonl>]'

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { places: { type: 'boolean', default: false }, pred: { type: 'string' } }
  })
  const [gold, ...rest] = positionals
  if (gold === undefined || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  try {
    const predictions = values.pred === undefined ? predictExtraction(gold) : readRows(values.pred, Predicted)
    const byId = new Map<string, Predicted>()
    for await (const row of predictions) byId.set(row.id, Predicted.parse(row))
    const judged: Record<Field, Judged[]> = { title: [], author: [], publishedTime: [], siteName: [] }
    for await (const row of readRows(gold, Truth)) judge(row, byId.get(row.id), judged)
    for (const field of FIELDS) if (judged[field].length > 0) print(field, judged[field], values.places)
    return 0
  } catch (error) {
    if (!(error instanceof GoldError)) throw error
    console.error(error.message)
    return 1
  }
}

interface Judged {
  confidence: number
  place: string
  right: boolean
}

/** A row without a field says nothing of it; one with `null` says that there is no value. */
function judge(truth: z.infer<typeof Truth>, predicted: Predicted | undefined, judged: Record<Field, Judged[]>): void {
  for (const field of FIELDS) {
    const key = field === 'publishedTime' && 'date' in truth ? 'date' : field
    const value = predicted?.[field]
    if (!(key in truth) || value == null || value === '') continue
    const right = truth[key] != null && SAME[field](truth[key], value)
    judged[field].push({
      right,
      confidence: predicted?.confidence?.[field] ?? 0,
      place: predicted?.place?.[field] ?? '?'
    })
  }
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const names = (text: string): string =>
  letters(text.replace(/^\s*(?:by|von|par|por|di)\s/iu, ''))
    .split(' ')
    .filter((word) => !/^(?:and|und|et|y)$/u.test(word))
    .sort()
    .join(' ')
/** The days that a time can mean: as written, and in UTC. */
const days = (time: string): string[] => {
  const parsed = Date.parse(time)
  return [time.slice(0, 10), ...(Number.isNaN(parsed) ? [] : [new Date(parsed).toISOString().slice(0, 10)])]
}
const SAME: Record<Field, (truth: string, value: string) => boolean> = {
  title: (truth, value) => letters(truth) === letters(value),
  author: (truth, value) => names(truth) === names(value),
  publishedTime: (truth, value) => days(truth).some((day) => days(value).includes(day)),
  siteName: (truth, value) => letters(truth) === letters(value)
}

function print(field: Field, all: readonly Judged[], places: boolean): void {
  console.log(`\n${field}: ${all.length} values, ${share(all)} right`)
  for (const [index, edge] of EDGES.slice(0, -1).entries()) {
    const end = EDGES[index + 1]!
    const within = all.filter(({ confidence }) => confidence >= edge && confidence < end)
    if (within.length > 0) console.log(`  ${edge.toFixed(2)}–${Math.min(1, end).toFixed(2)}  ${line(within)}`)
  }
  console.log(`  doubtful    ${line(all.filter(({ confidence }) => confidence < SURE))}`)
  console.log(`  sure        ${line(all.filter(({ confidence }) => confidence >= SURE))}`)
  if (!places) return
  const byPlace = Map.groupBy(all, ({ place }) => place)
  for (const [place, values] of [...byPlace].sort(([, a], [, b]) => b.length - a.length)) {
    if (values.length < FEWEST) continue
    const from = Math.min(...values.map(({ confidence }) => confidence))
    const to = Math.max(...values.map(({ confidence }) => confidence))
    console.log(`    ${place.padEnd(34)} ${line(values)}  ${from.toFixed(2)}–${to.toFixed(2)}`)
  }
}

function line(values: readonly Judged[]): string {
  return `${String(values.length).padStart(5)}  ${share(values)}`
}

function share(values: readonly Judged[]): string {
  if (values.length === 0) return '     –'
  return `${((100 * values.filter(({ right }) => right).length) / values.length).toFixed(1).padStart(5)} %`
}

process.exitCode = await main()
