import { describe, expect, it } from 'vitest'
import { readBriefMarkdown } from '../markdown/read.ts'
import { briefDifference, isSame, type BriefState } from './difference.ts'
import { isDue, MOST_UNNAMED, tooMany } from './keeping.ts'

/** A brief of Markdown in which each block has the id that stands in `ids`, in order. */
function state(markdown: string, ids: string): BriefState {
  const left = ids.split(' ')
  const { sections } = readBriefMarkdown(markdown, () => left.shift() ?? 'more')
  return {
    fields: { title: 'Ferry', author: '', date: '2035-04-02', tlp: 'TLP:GREEN', language: 'en' },
    doc: { type: 'doc', content: sections as BriefState['doc']['content'] }
  }
}

const nameOf = ({ label }: { label: string | null }): string => label ?? ''
const before = state(
  '## Facts\n\nThe ferry ran aground. [@S1] {.fact}\n\nIt had 83 people on board. [@S2]\n\nFog lay over Skarv.\n\n## Gaps\n\nWho steered?',
  'facts a b c gaps d'
)
const told = (after: BriefState) =>
  briefDifference(before, after, nameOf).changes.map(({ id, change, movedFrom, words }) => [
    id,
    change,
    movedFrom,
    words?.map(({ kind, text }) => `${kind} ${text}`.trim()) ?? null
  ])

describe('the difference of two briefs', () => {
  it('is none between a brief and itself', () => {
    expect(isSame(briefDifference(before, before, nameOf))).toBe(true)
  })

  it('tells what was moved, by the ids, and only that', () => {
    const after = state(
      '## Facts\n\nFog lay over Skarv.\n\nThe ferry ran aground. [@S1] {.fact}\n\nIt had 83 people on board. [@S2]\n\n## Gaps\n\nWho steered?',
      'facts c a b gaps d'
    )
    expect(told(after)).toEqual([['c', 'changed', 'Facts', null]])
  })

  it('tells to which section something was moved, and of a section that is moved only that', () => {
    const swapped = state(
      '## Gaps\n\nWho steered?\n\nFog lay over Skarv.\n\n## Facts\n\nThe ferry ran aground. [@S1] {.fact}\n\nIt had 83 people on board. [@S2]',
      'gaps d c facts a b'
    )
    expect(told(swapped)).toEqual([
      ['gaps', 'changed', 'Gaps', null],
      ['c', 'changed', 'Facts', null]
    ])
  })

  it('tells changed words, what is cited otherwise, and what is said of a statement otherwise', () => {
    const after = state(
      '## Facts\n\nThe ferry ran aground. [@S1 contradicts] {.judgement likelihood=likely}\n\nIt had 85 people on board. [@S3]\n\nFog lay over Skarv.\n\n## Gaps\n\nWho steered?',
      'facts a b c gaps d'
    )
    const [first, second, ...more] = briefDifference(before, after, nameOf).changes
    expect(first).toMatchObject({
      number: 1,
      words: null,
      said: expect.arrayContaining([{ name: 'kind', before: 'fact', after: 'judgement' }]) as unknown
    })
    expect(second).toMatchObject({
      number: 2,
      words: [
        { kind: 'same', text: 'It had ' },
        { kind: 'source', text: '83' },
        { kind: 'quoted', text: '85' },
        { kind: 'same', text: expect.stringContaining(' people on board.') as unknown }
      ],
      cited: [
        { name: 'S2', before: 'supports', after: '' },
        { name: 'S3', before: '', after: 'supports' }
      ]
    })
    expect(more).toEqual([])
  })

  it('tells what was removed where it was, and what was added', () => {
    const after = state(
      '## Facts\n\nThe ferry ran aground. [@S1] {.fact}\n\nFog lay over Skarv.\n\nNobody was hurt.\n\n## Gaps\n\nWho steered?',
      'facts a c new gaps d'
    )
    expect(told(after)).toEqual([
      ['b', 'removed', null, null],
      ['new', 'added', null, null]
    ])
  })

  it('knows a block that came back with another id by its words, and passes over empty statements', () => {
    const after = state(
      '## Facts\n\nThe ferry ran aground. [@S1] {.fact}\n\nIt had 83 people on board. [@S2]\n\nFog lay over Skarv.\n\n## Gaps\n\nWho steered?',
      'facts a other c gaps d'
    )
    after.doc.content[1]!.content.push({
      type: 'statement',
      attrs: { id: 'empty', kind: null, likelihood: null, confidence: null }
    })
    expect(told(after)).toEqual([])
  })

  it('tells what is only set otherwise', () => {
    const after = state(
      '## Facts\n\nThe ferry **ran** aground. [@S1] {.fact}\n\nIt had 83 people on board. [@S2]\n\n- Fog lay over Skarv.\n\n## Gaps\n\nWho steered?',
      'facts a b c gaps d'
    )
    expect(briefDifference(before, after, nameOf).changes.map(({ id, set }) => [id, set])).toEqual([
      ['a', true],
      ['c', true]
    ])
  })

  it('tells what stands above the text', () => {
    const after = { ...before, fields: { ...before.fields, title: 'The ferry' } }
    expect(briefDifference(before, after, nameOf).fields).toEqual([
      { name: 'title', before: 'Ferry', after: 'The ferry' }
    ])
  })
})

describe('what is kept', () => {
  it('is due after a pause of eight hours', () => {
    expect(isDue('2035-04-02T08:00:00Z', new Date('2035-04-02T15:59:00Z'))).toBe(false)
    expect(isDue('2035-04-02T08:00:00Z', new Date('2035-04-02T16:00:00Z'))).toBe(true)
  })

  it('is bounded, but for what has a name', () => {
    const versions = Array.from({ length: MOST_UNNAMED + 3 }, (_, i) => ({
      id: `v${i}`,
      name: i === 0 ? 'As sent' : null,
      createdAt: new Date(Date.UTC(2035, 3, 2, 0, i)).toISOString()
    }))
    expect(tooMany(versions)).toEqual(['v1', 'v2'])
  })
})
