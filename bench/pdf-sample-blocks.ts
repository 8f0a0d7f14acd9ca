import { png } from '../src/main/pdf/test/images.test-helper.ts'
import { sampleBrief } from '../src/main/pdf/test/sample.test-helper.ts'
import type { Block, Run, TableGroup } from '../src/shared/composition/block.ts'
import { compose, type Composition } from '../src/shared/composition/compose.ts'
import type { ExportInput } from '../src/shared/composition/input.ts'
import { withheldLegend, withheldRun } from '../src/shared/composition/legend.ts'
import type { ExportOptions } from '../src/shared/composition/options.ts'

/** The sample brief with a picture. */
export function sampleInput(options: ExportOptions): ExportInput {
  const input = sampleBrief(options)
  const [source] = input.sources
  if (!source) throw new Error('The sample has no source')
  source.source.grading = { reliability: 'B', credibility: '2' }
  const image = { mediaType: 'image/png', bytes: waves(), width: WIDTH, height: HEIGHT } as const
  return { ...input, images: new Map([[source.source.id, image]]) }
}

/** The sample's blocks with one more section, which shows all that a page can hold. */
export function sampleComposition(input: ExportInput): Composition {
  const composition = compose(input)
  const at = composition.blocks.findIndex((block) => block.type === 'section' && block.startPage)
  const blocks = composition.blocks.toSpliced(at, 0, features(input), ...withheldLegend(['P', 'S']))
  return { ...composition, blocks }
}

const [WIDTH, HEIGHT] = [640, 300]

/** A picture of water, drawn. */
function waves(): Uint8Array {
  const raw = new Uint8Array((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const wave = Math.sin(x / 40 + Math.sin(y / 22) * 2) * 22 + (y / HEIGHT) * 90
      raw.set([150 - wave, 190 - wave * 0.8, 215 - wave * 0.6], y * (WIDTH * 3 + 1) + 1 + x * 3)
    }
  }
  return png({ width: WIDTH, height: HEIGHT, bits: 8, type: 2, raw })
}

function features({ sources }: ExportInput): Block {
  const text = (runs: Run[]): Block => ({ type: 'text', kind: 'statement', runs })
  const long = 'The register was copied by hand in 2019, and the copy has gaps which nobody has explained. '
    .repeat(9)
    .trim()
  return {
    type: 'section',
    children: [
      {
        type: 'text',
        kind: 'heading',
        level: 2,
        lead: '6',
        runs: [{ text: 'Payments and the quay' }],
        bookmark: '6 Payments and the quay',
        destination: 'section-6'
      },
      text([
        { text: 'The first three payments went to a firm that ' },
        withheldRun('P'),
        {
          text: ' had registered a month before',
          note: [{ text: 'Register of firms, entry 4471, as it stood in January 2031.' }]
        },
        { text: '; a former clerk, ' },
        withheldRun('S'),
        { text: ', kept copies', note: [{ text: long }] },
        { text: '. The table gives the sums in millions of crowns.' }
      ]),
      payments(),
      text([{ text: 'The picture shows the state of the quay when the second payment was made.' }]),
      {
        type: 'figure',
        image: sources[0]?.source.id ?? '',
        alt: 'Water with low waves, seen from above',
        destination: 'figure-1',
        caption: {
          type: 'text',
          kind: 'caption',
          runs: [
            { text: 'Figure 1. ', voice: 'strong' },
            { text: 'The basin at Sollen before the works, drawn after an aerial photograph. ' },
            { text: '[1]', voice: 'cite', target: { destination: 'source-1' }, about: 'Source 1' }
          ]
        }
      },
      list('What is known of each payment:', ['its date', 'its sum', 'who signed'])
    ]
  }
}

function list(first: string, inner: string[]): Block {
  const paragraph = (text: string): Block => ({ type: 'text', kind: 'statement', runs: [{ text }] })
  const third: Block = {
    type: 'list',
    numbering: 'Disc',
    hanging: false,
    items: [{ label: '•', children: [paragraph('as the clerk remembers')] }]
  }
  const second: Block = {
    type: 'list',
    numbering: 'Disc',
    hanging: false,
    items: inner.map((text, i) => ({ label: '•', children: i === 0 ? [paragraph(text), third] : [paragraph(text)] }))
  }
  return {
    type: 'list',
    numbering: 'Decimal',
    hanging: false,
    items: [
      { label: '1.', children: [paragraph(first), second] },
      { label: '2.', children: [paragraph('What isn’t known is who asked for them.')] }
    ]
  }
}

function payments(): TableGroup {
  const cells = (texts: string[]): Run[][] => texts.map((text) => [{ text }])
  return {
    type: 'table',
    columns: Array.from({ length: 4 }, () => ({ width: null, align: null })),
    head: cells(['Payment', 'What it was for', 'Agreed', 'Paid']),
    rows: [
      ['December 2030', 'Survey of the sea bed and the first part of the breakwater’s foundations', '9.60', '9.60'],
      ['January 2031', 'Stone from the quarry at Vestad, delivered by barge', '12.45', '11.90'],
      ['February 2031', 'Works at the quay', '6.00', '–']
    ].map(cells)
  }
}
