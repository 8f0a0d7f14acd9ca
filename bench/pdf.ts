import PDFDocument from 'pdfkit'
import { createRequire } from 'node:module'
import { BriefBuilder, cite } from '../src/main/pdf/brief.test-helper.ts'
import type { ExportInput } from '../src/shared/composition/input.ts'
import { renderPdf } from '../src/main/pdf/render.ts'
import { verifyPdf } from '../src/main/pdf/verify.ts'

/**
 * CPU time of an export of 300 statements with 300 quotes over 50 sources, against the same content written with pdfkit's
 * plain `doc.text` in the same process: `node bench/pdf.ts`. Exits with 1 when it is no faster than that.
 */
const STATEMENTS = 300
const SOURCES = 50
const RUNS = 5
const AIM = 0.6

/** Word forms of a text of this length, and how often each occurs, follow Zipf's law as in any language. */
const FORMS = 6000
const SYLLABLES =
  'har bour min is ter con tract ver sol len ves tad pay ment in qui ry build er the of off ici al re port'.split(' ')

function form(rank: number): string {
  if (rank < SYLLABLES.length) return SYLLABLES[rank]!
  return SYLLABLES[rank % SYLLABLES.length]! + form(Math.floor(rank / SYLLABLES.length) - 1)
}

/** Words in an order that is the same in every run. */
function* words(): Generator<string> {
  for (let state = 17; ; state = (state * 1103515245 + 12345) % 2147483648) {
    yield form(Math.floor(FORMS ** (state / 2147483648)) - 1)
  }
}

const source = words()
function sentence(length: number): string {
  const text = Array.from({ length }, () => source.next().value as string).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function brief(): ExportInput {
  const builder = new BriefBuilder()
  const sources = Array.from({ length: SOURCES }, (_, i) =>
    builder.source([sentence(9), ...Array.from({ length: 12 }, () => sentence(34))], {
      publisher: `Harbour Post ${i}`,
      published: '2031-02-01',
      url: `https://harbour-post.example/reports/2031/02/${i}-${'breakwater-'.repeat(4)}${i}.html`
    })
  )
  const perSection = STATEMENTS / 10
  for (let s = 0; s < 10; s++) {
    const blocks = Array.from({ length: perSection }, (_, i) => {
      const n = s * perSection + i
      const id = sources[n % SOURCES]!
      const paragraphs = builder.sources[n % SOURCES]!.text.text.split('\n')
      const quote = builder.quote(id, paragraphs[1 + (Math.floor(n / SOURCES) % 12)]!)
      return [builder.statement([`${sentence(40)} `, cite(quote), ` ${sentence(22)}`]), builder.block(quote)]
    })
    builder.section(sentence(4), ...blocks.flat())
  }
  return builder.build()
}

const locate = createRequire(import.meta.url)
const SERIF = locate.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
const SANS = locate.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')

/** What a program would do without a layout of its own: the same words, untagged, without links or page totals. */
function plain(input: ExportInput): Promise<number> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4', margin: 90 })
    let bytes = 0
    doc.on('data', (chunk: Uint8Array) => (bytes += chunk.length))
    doc.on('error', reject)
    doc.on('end', () => {
      resolve(bytes)
    })
    for (const section of input.brief.doc.content) {
      for (const node of section.content) {
        if (node.type !== 'statement' && node.type !== 'quoteBlock' && node.type !== 'sectionTitle') continue
        const text = (node.content ?? []).map((each) => (each.type === 'text' ? each.text : '[1, ¶ 2]')).join('')
        doc.font(SERIF).fontSize(10.6).text(text)
        doc.moveDown(0.5)
        if (node.type === 'quoteBlock') doc.font(SANS).fontSize(8.8).text('Harbour Post, 1 February 2031, ¶ 2 [1]')
      }
    }
    for (const { source: each } of input.sources) {
      const lines = [
        each.metadata.title.value,
        each.metadata.publisher.value,
        each.metadata.url.value,
        each.original.sha256
      ]
      for (const line of lines)
        doc
          .font(SANS)
          .fontSize(8.6)
          .text(line ?? '')
      doc.moveDown(0.5)
    }
    for (const quote of input.check.quotes)
      doc
        .font(SANS)
        .fontSize(8.8)
        .text(`${quote.exact.slice(0, 72)} 1 [1], ¶ 2 Verbatim`)
    doc.end()
  })
}

/** CPU time of a run in milliseconds. */
async function cpu(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

const input = brief()
const { bytes, pages } = await renderPdf(input)
await plain(input)
// The least of some runs each, in turn: what disturbs a run only adds to it.
let [ours, theirs] = [Infinity, Infinity]
for (let i = 0; i < RUNS; i++) {
  ours = Math.min(ours, await cpu(() => renderPdf(input)))
  theirs = Math.min(theirs, await cpu(() => plain(input)))
}
const reading = await cpu(() => verifyPdf(bytes))
const ratio = ours / theirs
console.log(
  `brief: ${STATEMENTS} statements, ${STATEMENTS} quotes, ${SOURCES} sources; ${pages} pages, ${bytes.length} bytes`
)
console.log(`renderPdf      ${ours.toFixed(0)} ms CPU`)
console.log(`plain doc.text ${theirs.toFixed(0)} ms CPU`)
console.log(`ratio          ${ratio.toFixed(2)} (aim ${AIM})`)
console.log(`verifyPdf      ${reading.toFixed(0)} ms CPU, cold`)
process.exitCode = ratio < 1 ? 0 : 1
