import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../shared/composition/block.ts'
import { compose } from '../../../shared/composition/compose.ts'
import type { ExportImage, ExportInput } from '../../../shared/composition/input.ts'
import { BriefBuilder, cite } from '../test/brief.test-helper.ts'
import { structuralFaults } from '../test/structure-check.test-helper.ts'
import {
  CMYK_JPEG,
  exif,
  png,
  type PngParts,
  RED_BLUE_JPEG,
  segment,
  withSegments
} from '../test/images.test-helper.ts'
import { adam7 } from './png-samples.ts'
import { prepareImages } from './images.ts'
import { renderComposition } from '../render.ts'
import { PdfFile, tool } from '../test/tools.test-helper.ts'

function inputWith(bytes: Uint8Array): ExportInput {
  const b = new BriefBuilder()
  const source = b.source(['A photograph of the quay'])
  b.section('Pictures', b.statement(['The quay as it was ', cite(source), '.']))
  const mediaType: ExportImage['mediaType'] = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
  return { ...b.build(), images: new Map([[source, { mediaType, bytes, width: 0, height: 0 }]]) }
}

function figure(number: number, caption = 'The quay at low water.'): Block {
  return {
    type: 'figure',
    image: 'source-id-1',
    alt: 'A red and a blue field',
    destination: `figure-${number}`,
    caption: {
      type: 'text',
      kind: 'caption',
      runs: [{ text: `Figure ${number}. `, voice: 'strong' }, { text: caption }]
    }
  }
}

async function pdfWith(bytes: Uint8Array, blocks: Block[] = [figure(1)]): Promise<PdfFile> {
  const input = inputWith(bytes)
  const composition = compose(input)
  const made = renderComposition(input, { ...composition, blocks: [...composition.blocks, ...blocks] })
  expect(await structuralFaults(made.bytes)).toEqual([])
  return new PdfFile(made.bytes)
}

/** The colours in the middle of each half of the picture as another program draws the page: left, right, top, bottom. */
function halves(file: PdfFile): string {
  const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
  const [left, bottom, right, top] = /\/BBox \[([^\]]*)\]/.exec(plain)![1]!.trim().split(/\s+/).map(Number) as [
    number,
    number,
    number,
    number
  ]
  const last = /Pages: +(\d+)/.exec(file.run('pdfinfo'))![1]!
  const root = file.path.replace(/\.pdf$/, '')
  tool('pdftoppm', ['-r', '72', '-f', last, '-l', last, '-singlefile', file.path, root])
  const ppm = readFileSync(`${root}.ppm`)
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 30).toString('latin1'))!
  const [width, height] = [Number(header[1]), Number(header[2])]
  const seen = (across: number, down: number): string => {
    const x = Math.floor(left + (right - left) * across)
    const y = Math.floor(height - top + (top - bottom) * down)
    const at = header[0].length + (y * width + x) * 3
    const [r, g, b] = [ppm[at]!, ppm[at + 1]!, ppm[at + 2]!]
    if (Math.max(r, g, b) - Math.min(r, g, b) < 40) return r > 200 ? 'white' : r > 90 ? 'grey' : 'black'
    return r > g && r > b ? 'red' : b > g ? 'blue' : 'green'
  }
  return [seen(0.2, 0.5), seen(0.8, 0.5), seen(0.5, 0.2), seen(0.5, 0.8)].join(' ')
}

describe('figures', () => {
  it('shows a picture with its caption, an alternative and a place in the structure', async () => {
    using file = await pdfWith(RED_BLUE_JPEG)
    expect(file.text()).toContain('Figure 1. The quay at low water.')
    const tree = file.run('pdfinfo', '-struct-text')
    expect(tree).toMatch(/Div[\s\S]*Figure[\s\S]*Caption[\s\S]*The quay at low water/)
    expect(file.run('pdfimages', '-list')).toMatch(/image +32 +16 +rgb +3 +8 +jpeg/)
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    expect(plain).toContain('/Alt (A red and a blue field)')
    expect(plain).toMatch(/\/BBox \[/)
  })

  it('embeds a picture once that is shown twice', async () => {
    using file = await pdfWith(RED_BLUE_JPEG, [figure(1), figure(2)])
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    expect(plain.match(/\/Subtype \/Image/g)).toHaveLength(1)
    expect(plain.match(/\/Im1 Do/g)).toHaveLength(2)
  })

  it('keeps a tall picture and its caption on one page', async () => {
    const tall = png({ width: 20, height: 4000, bits: 8, type: 0, raw: new Uint8Array(21 * 4000) })
    using file = await pdfWith(tall, [figure(1, 'It is high. '.repeat(60))])
    const pages = file.pages()
    const shown = pages.findIndex((text) => text.includes('Figure 1.'))
    expect(pages[shown]!.match(/It is high/g)).toHaveLength(60)
    expect(tool('pdfimages', ['-list', '-f', String(shown + 1), '-l', String(shown + 1), file.path])).toContain(
      '20  4000'
    )
  })

  it.each<[string, Uint8Array]>([
    ['EXIF', withSegments(RED_BLUE_JPEG, exif(1, 'GPS 59.91N CANARY'))],
    ['XMP and a comment', withSegments(RED_BLUE_JPEG, segment(0xe1, 'http://ns CANARY'), segment(0xfe, 'CANARY'))],
    [
      'a profile and an Adobe segment',
      withSegments(RED_BLUE_JPEG, segment(0xe2, 'ICC_PROFILE CANARY'), segment(0xee, 'Adobe\0\x64\0\0\0\0\x01CANARY'))
    ],
    ['what stands behind a JPEG', new Uint8Array(Buffer.concat([RED_BLUE_JPEG, Buffer.from('CANARY')]))],
    [
      'the texts of a PNG',
      png({
        width: 2,
        height: 1,
        bits: 8,
        type: 2,
        raw: [0, 1, 2, 3, 4, 5, 6],
        chunks: [
          ['tEXt', 'Author\0CANARY'],
          ['iTXt', 'XML:com.adobe.xmp\0\0\0\0\0CANARY'],
          ['eXIf', 'CANARY'],
          ['tIME', 'CANARY!']
        ],
        after: 'CANARY'
      })
    ]
  ])('leaves out all that isn’t picture: %s', async (_name, bytes) => {
    expect(Buffer.from(bytes).includes('CANARY')).toBe(true)
    using file = await pdfWith(bytes)
    const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
    for (const text of [plain, file.run('cat')]) {
      expect(text).not.toContain('CANARY')
      expect(text).not.toContain('43414e415259')
    }
  })

  it.each([
    [1, /^red blue/],
    [2, /^blue red/],
    [3, /^blue red/],
    [4, /^red blue/],
    [5, /red blue$/],
    [6, /red blue$/],
    [7, /blue red$/],
    [8, /blue red$/]
  ])('turns a photograph upright: orientation %i', async (orientation, seen) => {
    using file = await pdfWith(withSegments(RED_BLUE_JPEG, exif(orientation, '')))
    expect(halves(file)).toMatch(seen)
  })

  it('shows the inks of print as colours of the screen', async () => {
    using file = await pdfWith(CMYK_JPEG)
    expect(halves(file)).toMatch(/^red blue/)
    expect(tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])).not.toContain('/DeviceCMYK')
  })

  const side = 8
  const interlaced = (value: (x: number) => number): number[] =>
    adam7(side, side).flatMap((pass) =>
      Array.from({ length: pass.height }, () => [
        0,
        ...Array.from({ length: pass.width }, (_, x) => value(pass.x(x)))
      ]).flat()
    )
  const field = (row: (y: number) => number[]): number[] =>
    Array.from({ length: side }, (_, y) => [0, ...row(y)]).flat()
  const four = [0, 1, 2, 3]
  it.each<[string, PngParts, string]>([
    [
      'red and blue',
      {
        width: side,
        height: side,
        bits: 8,
        type: 2,
        raw: field(() => four.flatMap(() => [200, 0, 0]).concat(four.flatMap(() => [0, 0, 200])))
      },
      'red blue'
    ],
    [
      'sixteen bits',
      {
        width: side,
        height: side,
        bits: 16,
        type: 2,
        raw: field(() => four.flatMap(() => [200, 9, 0, 9, 0, 9]).concat(four.flatMap(() => [0, 9, 0, 9, 200, 9])))
      },
      'red blue'
    ],
    [
      'with alpha',
      {
        width: side,
        height: side,
        bits: 8,
        type: 6,
        raw: field(() => four.flatMap(() => [200, 0, 0, 255]).concat(four.flatMap(() => [0, 0, 200, 0])))
      },
      'red white'
    ],
    [
      'grey with alpha',
      {
        width: side,
        height: side,
        bits: 8,
        type: 4,
        raw: field(() => four.flatMap(() => [0, 255]).concat(four.flatMap(() => [0, 0])))
      },
      'black white'
    ],
    ['grey of one bit', { width: side, height: side, bits: 1, type: 0, raw: field(() => [0x0f]) }, 'black white'],
    [
      'a palette with alpha',
      {
        width: side,
        height: side,
        bits: 4,
        type: 3,
        raw: field(() => [0, 0, 0x11, 0x11]),
        chunks: [
          ['PLTE', Uint8Array.of(0, 0, 200, 200, 0, 0)],
          ['tRNS', Uint8Array.of(0)]
        ]
      },
      'white red'
    ],
    [
      'one colour hidden',
      {
        width: side,
        height: side,
        bits: 2,
        type: 0,
        raw: field(() => [0x00, 0xaa]),
        chunks: [['tRNS', Uint8Array.of(0, 0)]]
      },
      'white grey'
    ],
    [
      'interlaced',
      {
        width: side,
        height: side,
        bits: 8,
        type: 3,
        interlaced: true,
        chunks: [['PLTE', Uint8Array.of(200, 0, 0, 0, 0, 200)]],
        raw: interlaced((x) => (x < 4 ? 0 : 1))
      },
      'red blue'
    ]
  ])('shows a PNG as it is: %s', async (_name, parts, seen) => {
    using file = await pdfWith(png(parts))
    expect(halves(file).startsWith(seen)).toBe(true)
  })

  it('refuses what it can’t show, and says which source it is', () => {
    const broken: [Uint8Array, string][] = [
      [RED_BLUE_JPEG.subarray(0, 270), 'cut off'],
      [new Uint8Array(Buffer.from('no image')), 'doesn’t begin'],
      [
        Uint8Array.from(RED_BLUE_JPEG).fill(0xc9, RED_BLUE_JPEG.indexOf(0xc0), RED_BLUE_JPEG.indexOf(0xc0) + 1),
        'PDF can’t show'
      ],
      [png({ width: 9, height: 9, bits: 8, type: 2, raw: [0, 1, 2] }), 'cut off'],
      [png({ width: 1, height: 1, bits: 8, type: 2, raw: [9, 1, 2, 3] }), 'damaged'],
      [png({ width: 1, height: 1, bits: 8, type: 3, raw: [0, 1] }), 'colours are missing']
    ]
    for (const [bytes, why] of broken) {
      expect(() => prepareImages(inputWith(bytes))).toThrow(
        expect.objectContaining({
          code: 'unreadable',
          message: expect.stringMatching(`S1.*${why}.*Nothing was written`) as string
        })
      )
    }
  })
})
