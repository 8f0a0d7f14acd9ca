import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { PDFDocument } from '@cantoo/pdf-lib'
import { renderPdf } from '../src/main/pdf/render.ts'
import { cpuOfCommand, cpuOfTypst } from './pdf/command.ts'
import { contentOf } from './pdf/content.ts'
import { MissingEngine, type Engine } from './pdf/engine.ts'
import { ENGINES, type EngineName } from './pdf/known-engines.ts'
import { madeBrief, STATEMENTS } from './pdf/made-brief.ts'
import { inChild, least, type ChildJob } from './pdf/measure.ts'

/**
 * What an export costs against other engines that write the same words in the same faces and sizes: `node bench/pdf.ts [100|500|--short]`.
 * Warm: all in this process, in turn, the least of some runs each. Cold: one export each in a process of its own. Command line: the built one
 * (`npm run build`) and typst, each from start to end.
 * pdfmake and typst take part once `npm install --prefix bench` has installed them. Exits with 1 where an aim is missed.
 * `--short` only shows that it runs, with two pages and without other engines.
 */
const SHORT = process.argv.includes('--short')
const RUNS = { 2: 1, 100: 5, 500: 2 } as const
type Size = keyof typeof RUNS
/** The most that an export may take, as a part of what each engine takes that writes as many pages. */
const AIMS: Record<Size, Partial<Record<EngineName, number>>> = {
  2: {},
  100: { plain: 0.5, pdfmake: 0.6, typst: 1 },
  500: { typst: 1 }
}
/** The most memory that a process may need which exports 500 pages, in MB. */
const MOST_MEMORY = 450

/** The most CPU time that the command line may need for a brief of two pages, in milliseconds, its start included. */
const MOST_FOR_TWO_PAGES = 1500
/** The most that it may need for 100 pages, as a part of what typst needs from its start to its end. */
const MOST_OF_TYPST = 1.5
const COMMAND_RUNS = SHORT ? 1 : 3

const LABELS: Record<ChildJob, string> = {
  dossier: 'Dossier, tagged',
  worker: 'Dossier in a worker',
  plain: 'pdfkit doc.text',
  pdfmake: 'pdfmake',
  typst: 'typst',
  verify: 'reading back'
}

const engines = new Map<EngineName, Engine>()
for (const name of SHORT ? [] : (Object.keys(ENGINES) as EngineName[])) {
  try {
    engines.set(name, await ENGINES[name]())
  } catch (error) {
    if (!(error instanceof MissingEngine)) throw error
    console.log(error.message)
  }
}
const asked = process.argv[2]
if (SHORT) {
  await bench(2)
  command()
} else {
  if (asked !== '500') {
    await bench(100)
    command()
  }
  if (asked !== '100') await bench(500)
}

async function bench(size: Size): Promise<void> {
  const input = madeBrief(STATEMENTS[size])
  const content = contentOf(input)
  const others = [...engines].filter(([name]) => AIMS[size][name] !== undefined)
  const makers = others.map(
    ([, engine]) =>
      () =>
        engine.make(content, input.brief.title)
  )
  const { bytes, pages } = await renderPdf(input)
  console.log(`\n${STATEMENTS[size]} statements and quotes, ${input.sources.length} sources`)
  const [ours, ...theirs] = await least(RUNS[size], [() => renderPdf(input), ...makers])
  row('warm', 'pages', 'kB', 'CPU ms', 'Dossier’s part', 'aim')
  row('Dossier, tagged', pages, bytes.length / 1e3, ours!)
  for (const [i, [name, engine]] of others.entries()) {
    const made = await makers[i]!()
    const document = await PDFDocument.load(made)
    const ratio = ours! / theirs[i]!
    const aim = AIMS[size][name]!
    row(engine.name, document.getPageCount(), made.length / 1e3, theirs[i]!, ratio.toFixed(2), `≤ ${aim}`)
    if (ratio > aim) process.exitCode = 1
  }
  cold(size, ['dossier', 'worker', ...others.map(([name]) => name), 'verify'], serialize(input), bytes)
}

/** Each once in a process of its own. CPU time holds loading the code, not starting Node. */
function cold(size: Size, jobs: readonly ChildJob[], input: Uint8Array, pdf: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
  try {
    const paths = { input: join(folder, 'input'), pdf: join(folder, 'brief.pdf') }
    writeFileSync(paths.input, input)
    writeFileSync(paths.pdf, pdf)
    row('cold', 'CPU ms', 'peak MB', 'before MB', 'aim')
    for (const job of jobs) {
      const { cpu, peak, before } = inChild(job, job === 'verify' ? paths.pdf : paths.input)
      const held = size === 500 && (job === 'dossier' || job === 'worker')
      row(LABELS[job], cpu, peak, before, held ? `≤ ${MOST_MEMORY} MB` : '')
      if (held && peak > MOST_MEMORY) process.exitCode = 1
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The built command line from its start to its end, as users call it. */
function command(): void {
  row('command line', 'CPU ms', 'aim', 'of typst', 'aim')
  const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
  const cpu = (statements: number, measure: typeof cpuOfCommand): number => {
    const own = mkdtempSync(join(folder, 'run-'))
    return measure(COMMAND_RUNS, madeBrief(statements), own)
  }
  try {
    const short = cpu(STATEMENTS[2], cpuOfCommand)
    row('2 pages', short, `≤ ${MOST_FOR_TWO_PAGES}`)
    if (SHORT) return
    const long = cpu(STATEMENTS[100], cpuOfCommand)
    const typst = engines.has('typst') ? cpu(STATEMENTS[100], cpuOfTypst) : NaN
    row('100 pages', long, '', (long / typst).toFixed(2), `≤ ${MOST_OF_TYPST}`)
    row('typst', typst)
    if (short > MOST_FOR_TWO_PAGES || long / typst > MOST_OF_TYPST) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function row(name: string, ...cells: (number | string)[]): void {
  const shown = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : cell).padStart(15))
  console.log(`${name.padEnd(20)}${shown.join('')}`)
}
