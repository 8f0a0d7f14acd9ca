/**
 * Measures what the reader of plain text makes of made files of many layouts: `npx node bench/layouts.ts [files of each layout] [seed] [part of a layout's
 * name]`. With a name it shows what it got wrong. A value the file doesn't state counts as right when the reader has none or says it's unsure.
 */
import { bodyText } from '../src/main/import/extracted/blocks.ts'
import type { Extracted } from '../src/main/import/extracted/extracted.ts'
import { FIFTH_LAYOUTS } from '../src/main/import/formats/text/fifth-layouts.test-helper.ts'
import { makeFifthArticle, makeFreshArticle } from '../src/main/import/formats/text/fresh-article.test-helper.ts'
import { FRESH_LAYOUTS } from '../src/main/import/formats/text/fresh-layouts.test-helper.ts'
import { LATEST_LAYOUTS } from '../src/main/import/formats/text/latest-layouts.test-helper.ts'
import { UNSEEN_LAYOUTS } from '../src/main/import/formats/text/unseen-layouts.test-helper.ts'
import { makeFile, makeFileOf, type MadeFile } from '../src/main/import/formats/text/layouts.test-helper.ts'
import { EIGHTH_LAYOUTS, makeEighthArticle } from '../src/main/import/formats/text/eighth-layouts.test-helper.ts'
import { SEVENTH_LAYOUTS } from '../src/main/import/formats/text/seventh-layouts.test-helper.ts'
import { makeWideArticle } from '../src/main/import/formats/text/wide-article.test-helper.ts'
import { SIXTH_LAYOUTS } from '../src/main/import/formats/text/sixth-layouts.test-helper.ts'
import { TUNED_LAYOUTS } from '../src/main/import/formats/text/tuned-layouts.test-helper.ts'
import { judge, FIELDS, type Judgement } from '../src/main/import/formats/text/judge.test-helper.ts'
import { read } from '../src/main/import/reading/read.ts'

const [count = '40', seed = '1', wanted] = process.argv.slice(2)

for (const [set, layouts, make] of [
  ['tuned', TUNED_LAYOUTS],
  ['unseen', UNSEEN_LAYOUTS],
  ['latest', LATEST_LAYOUTS],
  ['fresh', FRESH_LAYOUTS, makeFreshArticle],
  ['set 5', FIFTH_LAYOUTS, makeFifthArticle],
  ['set 6', SIXTH_LAYOUTS, makeFifthArticle]
] as const) {
  await measure(set, layouts, (name, layout, tongue, chance) => makeFile(name, layout, tongue, chance, make))
}
await measure('set 7', SEVENTH_LAYOUTS, (name, layout, tongue, chance) =>
  makeFileOf(name, layout, tongue, chance, makeWideArticle)
)
await measure('set 8', EIGHTH_LAYOUTS, (name, layout, tongue, chance) =>
  makeFileOf(name, layout, tongue, chance, makeEighthArticle)
)

async function measure<L, T>(
  set: string,
  layouts: Record<string, readonly [L, ...T[]]>,
  make: (name: string, layout: L, tongue: T, chance: number) => MadeFile
): Promise<void> {
  const all: Judgement[] = []
  for (const [name, [layout, ...tongues]] of Object.entries(layouts)) {
    if (wanted !== undefined && !name.includes(wanted) && wanted !== set) continue
    const files = Array.from({ length: Number(count) }, (_, n) =>
      make(name, layout, tongues[n % tongues.length]!, Number(seed) * 1_000_003 + n * 7919)
    )
    const judged = await Promise.all(files.map(assess))
    all.push(...judged)
    console.log(`${name.padEnd(42)} ${summary(judged)}`)
  }
  if (all.length > 0) console.log(`${set.padEnd(42)} ${summary(all)}\n`)
}

async function assess(file: MadeFile): Promise<Judgement> {
  const { document } = await read(new TextEncoder().encode(file.text), { name: file.name, url: null, given: [] })
  const judgement = judge(file, document!)
  if (wanted !== undefined) show(file, document!, judgement)
  return judgement
}

function summary(judged: readonly Judgement[]): string {
  const fields = FIELDS.map(
    (field) => `${field} ${rate(judged.filter((one) => one.wrong[field] === undefined).length, judged.length)}`
  )
  const loose = judged.filter(({ isTight }) => !isTight)
  const tight = judged.filter(({ isTight }) => isTight)
  const exact = (some: readonly Judgement[]): string => rate(some.filter(({ lost }) => lost === 0).length, some.length)
  const sure = judged.filter((one) => one.surelyWrong > 0).length
  const parts = tight.reduce((sum, { right, lost }) => ({ right: sum.right + right, all: sum.all + right + lost }), {
    right: 0,
    all: 0
  })
  return `${fields.join('  ')}  text ${exact(loose)} (tight ${exact(tight)}, paragraphs ${rate(parts.right, parts.all)})  surely wrong ${sure}`
}

function rate(part: number, all: number): string {
  return all === 0 ? '-' : (part / all).toFixed(3)
}

function show(file: MadeFile, document: Extracted, { wrong, lost, isTight }: Judgement): void {
  if (Object.keys(wrong).length === 0 && (lost === 0 || isTight)) return
  console.log(
    `${'='.repeat(60)}\n${file.text
      .split('\n')
      .slice(0, 16)
      .map((line) => line.slice(0, 90))
      .join('\n')}\n${'-'.repeat(60)}`
  )
  for (const [field, { expected, got }] of Object.entries(wrong)) console.log(`${field}: ${expected} / ${got}`)
  if (lost > 0) console.log(`text: ${bodyText(document).slice(0, 300)} … ${bodyText(document).slice(-120)}`)
}
