import { describe, expect, it } from 'vitest'
import type { Block, Run } from './block.ts'
import { withoutPages } from './unpaged.ts'

const heading = (lead: string, destination: string): Block => {
  return {
    type: 'text',
    kind: 'heading',
    level: 2,
    runs: [{ text: destination }],
    destination,
    ...(lead ? { lead } : {})
  }
}
const back = (destination: string): Run => {
  return { text: 'p.\u00a0', pageOf: destination, target: { destination }, about: 'Back' }
}

describe('blocks without pages', () => {
  it('name the section of a place instead of its page', () => {
    const cited: Block = { type: 'text', kind: 'statement', runs: [{ text: '[1]', anchor: 'citation-1' }] }
    const table: Block = {
      type: 'table',
      columns: [
        { width: null, align: 'start' },
        { width: null, align: 'start' }
      ],
      head: [[{ text: 'Page' }], [{ text: 'Page' }]],
      rows: [[[{ text: 'Page 3' }], [back('citation-1')]]]
    }
    const [, , untitled, section] = withoutPages([
      { type: 'section', children: [heading('3', 'section-3'), cited] },
      heading('', 'heading-1'),
      { type: 'text', kind: 'body', runs: [back('heading-1'), back('nowhere')] },
      { type: 'section', children: [table] }
    ])
    expect(untitled).toMatchObject({ runs: [{ text: '↑', target: { destination: 'heading-1' } }, { text: '↑' }] })
    expect(section).toMatchObject({
      children: [
        { head: [[{ text: 'Page' }], [{ text: 'Section' }]], rows: [[[{ text: 'Page 3' }], [{ text: '§\u00a03' }]]] }
      ]
    })
    expect(JSON.stringify(section)).not.toContain('pageOf')
  })
})
