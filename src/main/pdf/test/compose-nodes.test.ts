import { describe, expect, it } from 'vitest'
import type { Figure, Inline, Note, Table, TableCell } from '../../../shared/brief/brief.ts'
import type { Block, Run } from '../../../shared/composition/block.ts'
import { compose } from '../../../shared/composition/compose.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'
import { BriefBuilder, cite, citeNothing } from './brief.test-helper.ts'

const note = (text: string): Note => ({ type: 'note', content: [{ type: 'text', text }] })
const cells = (type: TableCell['type'], ...contents: (string | Inline)[][]): Table['content'][number] => ({
  type: 'tableRow',
  content: contents.map((content) => ({
    type,
    content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each))
  }))
})
const figure = (id: string, sourceId: string | null, attrs: Partial<Figure['attrs']> = {}): Figure => ({
  type: 'figure',
  attrs: { id, sourceId, label: null, alt: '', ...attrs },
  content: [{ type: 'text', text: 'The pier at low tide' }]
})

/** What the section of a brief becomes, in blocks without its heading. */
function blocksOf(input: ExportInput): Block[] {
  const section = compose(input).blocks.find((block) => block.type === 'section')!
  return section.children.slice(1)
}

const words = (runs: readonly Run[]): string =>
  runs.map(({ text, note: foot }) => text + (foot ? `{${words(foot)}}` : '')).join('')

describe('a table', () => {
  it('keeps marks, citations and notes in its cells, fills short rows and marks what leads nowhere', () => {
    const builder = new BriefBuilder()
    builder.source(['Harbour board', 'The pier cost 4 million.'])
    builder.section('Costs', {
      type: 'table',
      attrs: { id: 't', align: ['start', 'end'] },
      content: [
        cells('tableHeader', ['Span', note('From north')], ['Cost'], ['Kept']),
        cells('tableCell', ['North'], ['4', cite('source-id-1')]),
        cells('tableCell', ['South', citeNothing('S9')])
      ]
    })
    const [table] = blocksOf(builder.build())
    expect(table).toMatchObject({
      type: 'table',
      columns: [
        { width: null, align: 'start' },
        { width: null, align: 'end' },
        { width: null, align: 'start' }
      ]
    })
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.head.map(words)).toEqual(['Span{From north}', 'Cost', 'Kept'])
    expect(table.rows.map((row) => row.map(words))).toEqual([
      ['North', '4\u00a0[1]', ''],
      ['South\u00a0[S9\u00a0not\u00a0found]', '', '']
    ])
  })
})

describe('a note', () => {
  it('hangs on what it follows, and keeps the address of a link in it', () => {
    const builder = new BriefBuilder()
    const link: Note = {
      type: 'note',
      content: [{ type: 'text', text: 'log', marks: [{ type: 'link', attrs: { href: 'https://log.example/' } }] }]
    }
    builder.section('Facts', {
      ...builder.statement(['The pier fell.']),
      content: [{ type: 'text', text: 'The pier fell.' }, note('At night'), link, { type: 'note' }]
    })
    const [statement] = blocksOf(builder.build())
    expect(statement?.type === 'text' && words(statement.runs)).toBe(
      'The pier fell.{At night}{log (https://log.example/)}'
    )
  })
})

describe('a figure', () => {
  const builder = new BriefBuilder()
  builder.source(['Harbour board'])
  const image = builder.source([''], { title: 'Pier' })
  const lost = builder.source([''], { title: 'Quay' }, 'altered')
  for (const { source } of builder.sources.slice(1)) source.original.mediaType = 'image/png'
  builder.section(
    'Pictures',
    figure('a', image, { alt: 'A broken pier' }),
    figure('b', image),
    figure('c', null, { label: 'S9' }),
    figure('d', 'source-id-1'),
    figure('e', lost),
    figure('f', 'gone')
  )
  const input = builder.build()
  const shown = { mediaType: 'image/png' as const, bytes: new Uint8Array(), width: 3, height: 2 }
  const { blocks } = compose({ ...input, images: new Map([[image, shown]]) })
  const section = blocks.find((block) => block.type === 'section')!

  it('is numbered and names its source, which lists it', () => {
    expect(section.children.filter(({ type }) => type === 'figure')).toMatchObject([
      { image, alt: 'A broken pier', destination: 'figure-1' },
      { image, alt: 'The pier at low tide', destination: 'figure-2' }
    ])
    const captions = section.children.flatMap((block) =>
      block.type === 'figure' ? [block.caption] : block.type === 'text' && block.kind === 'caption' ? [block] : []
    )
    expect(captions.map(({ runs }) => words(runs))).toEqual([
      'Figure 1. The pier at low tide\u00a0[1]',
      'Figure 2. The pier at low tide\u00a0[1]',
      'Figure 3. The pier at low tide',
      'Figure 4. The pier at low tide\u00a0[2]',
      'Figure 5. The pier at low tide\u00a0[3]',
      'Figure 6. The pier at low tide'
    ])
    expect(JSON.stringify(blocks)).toContain('"destination":"figure-1"')
  })

  it('is a warning when it can’t be shown', () => {
    const warnings = section.children.flatMap((block) =>
      block.type === 'text' && block.kind === 'warning' ? [words(block.runs)] : []
    )
    expect(warnings).toEqual([
      '▲\u2002No image: S9 isn’t in the case.',
      '▲\u2002No image: S1 isn’t an image.',
      '▲\u2002No image: the stored original of S3 is no longer what was imported.',
      '▲\u2002No image: the figure’s source is no longer in the case.'
    ])
  })
})
