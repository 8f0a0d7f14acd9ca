import { crc32, deflateSync } from 'node:zlib'
import type { Block, Run, Voice } from '../../shared/composition/block.ts'
import type { ExportImage, ExportInput } from '../../shared/composition/input.ts'
import { BriefBuilder } from '../pdf/test/brief.test-helper.ts'

/** What stands in the metadata of `PICTURE`: no export may hold it. */
export const CAMERA = 'Field camera of the Sollen desk'

/** Text with all that HTML, XML and Markdown give a meaning. */
export const HOSTILE = `</title><script>alert("1")</script> & 'x' *a* _b_ [c](javascript:d) \`e\` | # $\u0000\u0007\uffff\ud800`
/** The same as it is to be read: what no such file can hold is left out, a lone surrogate replaced. */
export const HOSTILE_READ = `</title><script>alert("1")</script> & 'x' *a* _b_ [c](javascript:d) \`e\` | # $\ufffd`

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PNG of 2 by 1 pixels that names its camera. */
export function picture(): ExportImage {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Source\0${CAMERA}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0, 0, 0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(CAMERA)
  ])
  return { mediaType: 'image/png', bytes: new Uint8Array(bytes), width: 2, height: 1 }
}

const VOICES: Record<Voice, true> = {
  plain: true,
  bare: true,
  strong: true,
  quiet: true,
  alarm: true,
  cite: true,
  code: true,
  address: true,
  hash: true,
  mark: true,
  sign: true,
  marked: true,
  withheld: true
}

const text = (kind: 'body' | 'statement' | 'cell', ...runs: Run[]): Block => ({ type: 'text', kind, runs })

/** Every kind of block and run, once. */
export function everyBlock(): Block[] {
  const voices = (Object.keys(VOICES) as Voice[]).map((voice): Run => ({ text: `voice ${voice} `, voice }))
  return [
    { type: 'text', kind: 'title', level: 1, destination: 'top', runs: [{ text: 'Every block' }] },
    { type: 'contents', entries: [{ lead: '1', title: HOSTILE, destination: 'section-1', sub: false }] },
    { type: 'rule' },
    {
      type: 'section',
      startPage: true,
      language: 'de',
      children: [
        {
          type: 'text',
          kind: 'heading',
          level: 2,
          lead: '1',
          destination: 'section-1',
          bookmark: '1 First',
          runs: [{ text: HOSTILE }]
        },
        text('statement', ...voices),
        text(
          'statement',
          { text: 'bold ', bold: true },
          { text: 'italic ', italic: true },
          { text: 'small ', smallCaps: true },
          { text: 'H' },
          { text: '2', script: 'sub' },
          { text: 'O' },
          { text: '3', script: 'super' },
          { text: ' שלום עולם', language: 'he' },
          { text: '\nnext line' }
        ),
        text(
          'statement',
          { text: 'noted', note: [{ text: 'The first note. ' }, { text: 'Nested.', note: [{ text: 'Inner note.' }] }] },
          { text: ' linked', target: { uri: 'https://sollen.example/a?b=c&d="e"' }, about: 'Link' },
          { text: ' unsafe', target: { uri: 'javascript:alert(1)' }, about: 'Link' },
          { text: ' cited', voice: 'cite', target: { destination: 'item-1' }, about: HOSTILE, anchor: 'citation-1' }
        ),
        {
          type: 'quote',
          alarm: true,
          destination: 'quote-1',
          before: [{ type: 'text', kind: 'alarm', runs: [{ text: 'Altered' }] }],
          words: { type: 'text', kind: 'words', language: 'ar', runs: [{ text: 'لم نوقع  أي شيء' }] },
          after: [{ type: 'text', kind: 'attribution', runs: [{ text: 'Port, 2031' }] }]
        },
        {
          type: 'list',
          numbering: 'Decimal',
          hanging: true,
          items: [
            {
              label: '[1]',
              destination: 'item-1',
              children: [
                { type: 'text', kind: 'sourceTitle', runs: [{ text: 'A source' }] },
                {
                  type: 'text',
                  kind: 'detail',
                  lead: 'Cited',
                  runs: [
                    { text: 'p.\u00a0', pageOf: 'citation-1', target: { destination: 'citation-1' }, about: 'Back' }
                  ]
                },
                { type: 'text', kind: 'detail', lead: 'File', runs: [{ text: 'a.txt' }] }
              ]
            }
          ]
        },
        {
          type: 'list',
          numbering: 'Disc',
          hanging: false,
          items: [
            {
              label: '•',
              children: [
                text('statement', { text: 'An item' }),
                {
                  type: 'list',
                  numbering: 'Decimal',
                  hanging: false,
                  items: [
                    { label: '1.', children: [text('statement', { text: 'A step' })] },
                    { label: '2.', children: [text('statement', { text: 'Another step' })] }
                  ]
                }
              ]
            }
          ]
        },
        {
          type: 'table',
          columns: [
            { width: null, align: 'start' },
            { width: 40, align: 'end' }
          ],
          head: [[{ text: 'Item' }], [{ text: 'Page' }]],
          rows: [
            [
              [{ text: 'a | b' }],
              [{ text: '', pageOf: 'quote-1', target: { destination: 'quote-1' }, about: 'Quote 1' }]
            ]
          ]
        },
        {
          type: 'figure',
          image: 'image-source',
          alt: HOSTILE,
          destination: 'figure-1',
          caption: { type: 'text', kind: 'caption', runs: [{ text: 'Figure 1. The quay' }] }
        },
        {
          type: 'figure',
          image: 'lost',
          alt: 'Lost',
          destination: 'figure-2',
          caption: { type: 'text', kind: 'caption', runs: [{ text: 'Figure 2. Lost' }] }
        }
      ]
    }
  ]
}

/** An input that goes with them. */
export function everyInput(): ExportInput {
  return {
    ...new BriefBuilder().build({ title: HOSTILE, author: HOSTILE }),
    images: new Map([['image-source', picture()]])
  }
}
