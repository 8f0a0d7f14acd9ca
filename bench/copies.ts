/**
 * Measures how well copies are found among made articles, and how long it takes: `npx node bench/copies.ts [articles] [seed]`. Copies are the pairs
 * made by copying, cutting, rewriting and embedding; a shared quotation is to be called one; articles on one event or with one closing line are
 * to be left apart.
 */
import { CopyIndex } from '../src/shared/analysis/copies/copy-index.ts'
import { fingerprint } from '../src/shared/analysis/copies/fingerprint.ts'
import { makeCopies, type Made } from './made-copies.ts'
import { predictCopies } from './predict/copies.ts'

const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number)
const { documents, pairs } = makeCopies(seed, count)
const truth = new Map(pairs.map(({ a, b, relation }) => [`${a} ${b}`, relation]))

const start = cpu()
const index = new CopyIndex()
for (const { id, text } of documents) index.add(id, fingerprint(text))
const indexed = cpu()
const candidates = [...index.pairs()].length
const paired = cpu()

async function* rows(): AsyncGenerator<{ id: string; text: string }> {
  yield* documents
}

const found = new Map<string, 'quote' | 'copy'>()
for await (const { a, b, kind } of predictCopies(rows())) found.set([a, b].sort(byNumber).join(' '), kind)
const compared = cpu()

const tally = new Map<Made, { right: number; all: number }>()
let right = 0
let missed = 0
for (const [pair, relation] of truth) {
  const kind = found.get(pair)
  const isRight = relation === 'quote' ? kind === 'quote' : isCopy(relation) ? kind === 'copy' : kind === undefined
  const counts = tally.get(relation) ?? { right: 0, all: 0 }
  tally.set(relation, { right: counts.right + Number(isRight), all: counts.all + 1 })
  if (isCopy(relation)) {
    if (isRight) right++
    else missed++
  }
}
let wrong = 0
for (const [pair, kind] of found) if (kind === 'copy' && !isCopy(truth.get(pair))) wrong++
const strangers = [...found.keys()].filter((pair) => !truth.has(pair)).length

const precision = right / (right + wrong)
const recall = right / (right + missed)
const characters = documents.reduce((sum, { text }) => sum + text.length, 0)
console.log(`${count} articles, ${(characters / 1e6).toFixed(1)} million characters`)
console.log(`fingerprints and index ${seconds(start, indexed)}, pairs ${seconds(indexed, paired)} (${candidates})`)
console.log(`all of it again with the texts compared ${seconds(paired, compared)}`)
console.log(
  `precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)}`
)
for (const [relation, { right: good, all }] of tally) console.log(`  ${relation}: ${good} of ${all}`)
console.log(`  unrelated pairs found: ${strangers}; memory ${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`)

function isCopy(relation: Made | undefined): boolean {
  return relation !== undefined && ['copy', 'cut', 'rewrite', 'heavy', 'embed'].includes(relation)
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function seconds(from: number, to: number): string {
  return `${(to - from).toFixed(2)} s`
}
