import { describe, expect, it } from 'vitest'
import type { SectionBlock } from '../../brief/brief.ts'
import { blockText, walkBlocks } from '../../brief/walk.ts'
import type { CaseContents } from '../case.ts'
import { foundText, makeBrief, makeCase, makeQuote, makeSource, moment } from './case.test-helper.ts'
import { quoteBlock, record, section, statement } from './case.test-helper.ts'
import { formFaults } from './form.test-helper.ts'
import { mergeCases } from './merge.ts'

const harbour = makeSource('s1', 'S1', 'harbour')
const ferry = makeQuote('q1', 'Q1', harbour, 0)

/** A case with one source, one quote and one brief of the given blocks. */
function withBlocks(...blocks: SectionBlock[]): CaseContents {
  return makeCase([record(harbour, ferry)], [makeBrief('b1', [section('c1', 'Facts', ...blocks)])])
}

function withSource(changes: Parameters<typeof makeSource>[3]): CaseContents {
  return makeCase([record(makeSource('s1', 'S1', 'harbour', changes), ferry)], [])
}

function withQuote(changes: Parameters<typeof makeQuote>[4]): CaseContents {
  return makeCase([record(harbour, { ...ferry, ...changes })], [])
}

function words(contents: CaseContents): string[] {
  return contents.briefs.flatMap(({ brief }) => [...walkBlocks(brief.doc)].map(({ node }) => blockText(node)))
}

function keys(contents: CaseContents): string[] {
  return contents.sources.flatMap(({ source, quotes }) => [source, ...quotes].map(({ id, key }) => `${id} ${key}`))
}

describe('sources and quotes of two copies', () => {
  it('keep their keys where they can, and remember those that they lose', () => {
    const base = withSource({})
    const a = makeCase([...base.sources, record(makeSource('sa', 'S2', 'quay', { importedAt: moment(9) }))], [])
    const pier = makeSource('sb', 'S2', 'pier', { importedAt: moment(5) })
    const b = makeCase([...base.sources, record(pier, makeQuote('qb', 'Q2', pier, 0))], [])
    const { contents, summary } = mergeCases({ base, a, b })
    expect(keys(contents)).toEqual(['s1 S1', 'q1 Q1', 'sb S2', 'qb Q2', 'sa S3'])
    expect(contents.sources[2]?.source.formerKeys).toEqual(['S2'])
    expect(summary).toEqual({
      a: { sources: 1, quotes: 0, briefs: 0, blocks: 0, records: [] },
      b: { sources: 1, quotes: 1, briefs: 0, blocks: 0, records: [] }
    })
  })

  it('are one when both imported the same file and quoted the same words; what pointed to either points to it', () => {
    const [early, late] = [2, 7].map((n) => makeSource(`s${n}`, 'S1', 'quay', { importedAt: moment(n) })) as [
      typeof harbour,
      typeof harbour
    ]
    const [one, two] = [makeQuote('qa', 'Q1', late, 0, { note: 'Check.' }), makeQuote('qb', 'Q1', early, 0)]
    const a = makeCase(
      [record(late, { ...one, createdAt: moment(8) })],
      [makeBrief('ba', [section('c', '', statement('p', 'A', 'qa'))])]
    )
    const b = makeCase(
      [record(early, { ...two, createdAt: moment(9) })],
      [makeBrief('bb', [section('c', '', quoteBlock('p', 'B', two))])]
    )
    const merged = mergeCases({ base: null, a, b })
    expect(keys(merged.contents)).toEqual(['s2 S1', 'qa Q1'])
    expect(merged.contents.sources[0]?.quotes[0]?.note).toBe('Check.')
    expect(JSON.stringify(merged.contents.briefs)).not.toMatch(/s7|qb/)
    expect(merged.sources).toEqual([{ id: 's2', from: 'b', fromId: 's2' }])
    expect(merged.conflicts).toEqual([])
  })

  it('stay apart when the same file was extracted differently, and it is told', () => {
    const a = makeCase([record(makeSource('sa', 'S1', 'quay'))], [])
    const b = makeCase([record(makeSource('sb', 'S1', 'quay', { textOf: 'quay, newer' }))], [])
    const { contents, conflicts } = mergeCases({ base: null, a, b })
    expect(keys(contents)).toEqual(['sa S1', 'sb S2'])
    expect(conflicts).toMatchObject([{ kind: 'extraction', subject: 'S1', choices: [] }])
    expect(conflicts[0]?.outcome).toContain('S1 and S2')
  })

  it('stay apart even under one id when their texts differ', () => {
    const base = makeCase(
      [record(harbour, ferry)],
      [makeBrief('b1', [section('c1', '', statement('p1', 'Base', 'q1'))])]
    )
    const other = makeSource('s1', 'S1', 'harbour', { textOf: 'harbour, newer' })
    const b = makeCase([record(other, makeQuote('q1', 'Q1', other, 40))], [])
    const { contents, sources } = mergeCases({ base: null, a: base, b })
    expect(formFaults(contents)).toEqual([])
    expect(contents.sources.flatMap(({ quotes }) => quotes.map(({ target }) => target.start)).sort()).toEqual([0, 40])
    expect(new Set(sources.map(({ fromId }) => fromId))).toEqual(new Set(['s1']))
    const cited = [...walkBlocks(contents.briefs[0]!.brief.doc)].map(({ node }) => JSON.stringify(node)).join()
    const own = contents.sources.flatMap(({ quotes }) => quotes).find(({ target }) => target.start === 0)
    expect(cited).toContain(`"quoteId":"${own?.id}"`)
    expect(mergeCases({ base, a: base, b }).contents.sources).toEqual(b.sources)
  })

  it('are what one side made of them when the other changed nothing, even where that left a citation behind', () => {
    const brief = makeBrief('b1', [section('c1', '', quoteBlock('p1', 'Words', ferry))])
    const base = makeCase([record(harbour, ferry)], [brief])
    const b = makeCase([record(makeSource('s2', 'S2', 'harbour', { importedAt: moment(9) }))], [brief])
    const { contents, conflicts } = mergeCases({ base, a: base, b })
    expect(contents).toEqual(b)
    expect(conflicts).toEqual([])
  })

  it('take what one side changed, and keep both where both did', () => {
    const base = withSource({ note: 'Seen.' })
    const a = withSource({ note: 'Seen.\n\nRang the office.', tlp: 'TLP:GREEN', tags: ['ferry', 'quay'] })
    const b = withSource({ note: 'Seen.\n\nAsk again.', tlp: 'TLP:RED', tags: ['ferry'] })
    const { contents, conflicts } = mergeCases({ base, a, b })
    expect(contents.sources[0]?.source).toMatchObject({ tlp: 'TLP:RED', tags: ['ferry', 'quay'] })
    expect(contents.sources[0]?.source.note).toBe('Seen.\n\nAsk again.\n\nRang the office.')
    expect(conflicts.map(({ kind, subject, field }) => [kind, subject, field])).toEqual([
      ['handling', 'S1', 'Handling'],
      ['note', 'S1', 'Note']
    ])
  })

  it('lose the tags that one side took away', () => {
    const sides = { a: withSource({ tags: ['ferry', 'new'] }), b: withSource({ tags: ['ferry', 'old', 'other'] }) }
    const { contents } = mergeCases({ base: withSource({ tags: ['ferry', 'old'] }), ...sides })
    expect(contents.sources[0]?.source.tags).toEqual(['ferry', 'new', 'other'])
  })

  it('keep the key that they had before, whatever another’s clock said', () => {
    const quay = makeSource('s2', 'S2', 'quay', { importedAt: moment(9) })
    const base = makeCase([record(quay)], [])
    const a = makeCase([record({ ...quay, note: 'Seen.' })], [])
    const b = makeCase([record(makeSource('sb', 'S2', 'pier', { importedAt: moment(5) }))], [])
    expect(keys(mergeCases({ base, a, b }).contents)).toEqual(['s2 S2', 'sb S3'])
  })

  it('are one when one side deleted a quote and made it again, and the other went on with it', () => {
    const again = makeQuote('q2', 'Q2', harbour, 0, { createdAt: moment(5), note: 'Again.' })
    const a = withBlocks(statement('p1', 'Claim', 'q2'))
    a.sources = [record(harbour, { ...ferry, deletedAt: moment(4) }, again)]
    const { contents } = mergeCases({ base: withQuote({}), a, b: withQuote({ note: 'Vital.' }) })
    expect(contents.sources[0]?.quotes).toMatchObject([{ id: 'q1', formerKeys: ['Q2'], note: 'Again.\n\nVital.' }])
    expect(JSON.stringify(contents.briefs)).toContain('"quoteId":"q1"')
  })

  it('stay two when both sides know both, so that a second merge changes nothing', () => {
    const twin = makeQuote('q2', 'Q2', harbour, 0)
    const a = makeCase([record(harbour, ferry, { ...twin, deletedAt: moment(3) })], [])
    const b = makeCase([record(harbour, { ...ferry, deletedAt: moment(3) }, twin)], [])
    const { contents } = mergeCases({ base: null, a, b })
    expect(keys(contents)).toEqual(['s1 S1', 'q1 Q1', 'q2 Q2'])
    for (const side of [a, b]) expect(mergeCases({ base: null, a: contents, b: side }).contents).toEqual(contents)
  })

  it('prefer a confirmed headline, and keep the other among the values found', () => {
    const confirmed = { ...foundText('Ferry runs again'), confirmed: true }
    const side = (title: typeof confirmed | ReturnType<typeof foundText>): CaseContents =>
      withSource({ metadata: { ...harbour.metadata, title } })
    const { contents, conflicts } = mergeCases({
      base: withSource({}),
      a: side(confirmed),
      b: side(foundText('Ferries'))
    })
    const title = contents.sources[0]?.source.metadata.title
    expect(title?.value).toBe('Ferry runs again')
    expect(title?.alternatives).toEqual([{ value: 'Ferries', evidence: { from: 'merge', detail: 'meta: Ferries' } }])
    expect(conflicts).toMatchObject([{ field: 'Headline', a: 'Ferry runs again', b: 'Ferries' }])
  })

  it('name a second speaker in the note', () => {
    const { contents } = mergeCases({
      base: withQuote({}),
      a: withQuote({ speaker: 'Harbour master' }),
      b: withQuote({ speaker: 'A deckhand' })
    })
    expect(contents.sources[0]?.quotes[0]).toMatchObject({
      speaker: 'A deckhand',
      note: 'Also named as the speaker: Harbour master.'
    })
  })

  it('are deleted when one side deleted them and the other left them, and kept when it changed or cited them', () => {
    const deleted = withQuote({ deletedAt: moment(3) })
    const isDeleted = (b: CaseContents): boolean =>
      mergeCases({ base: withQuote({}), a: deleted, b }).contents.sources[0]?.quotes[0]?.deletedAt !== null
    expect(isDeleted(withQuote({}))).toBe(true)
    expect(isDeleted(withQuote({ note: 'Vital.' }))).toBe(false)
    expect(isDeleted(withBlocks(statement('p1', 'Newly cited', 'q1')))).toBe(false)
  })
})

describe('a brief in two copies', () => {
  const base = withBlocks(statement('p1', 'One'), statement('p2', 'Two'), statement('p3', 'Three'))

  it('has what both wrote, where each put it', () => {
    const a = withBlocks(
      statement('p3', 'Three'),
      statement('p1', 'One'),
      statement('p2', 'Two'),
      statement('pa', 'New')
    )
    const b = withBlocks(statement('p1', 'One'), statement('p3', 'Three, rewritten'))
    const { contents, conflicts } = mergeCases({ base, a, b })
    expect(words(contents)).toEqual(['Three, rewritten', 'One', 'New'])
    expect(conflicts).toEqual([])
  })

  it('has both versions of what both rewrote, until it is decided', () => {
    const input = {
      base,
      a: withBlocks(statement('p1', 'One, by her'), statement('p2', 'Two'), statement('p3', 'Three')),
      b: withBlocks(statement('p1', 'One, by him'), statement('p2', 'Two'))
    }
    const { contents, conflicts } = mergeCases(input)
    expect(words(contents)).toEqual(['One, by her', 'One, by him', 'Two'])
    const [conflict] = conflicts
    expect(conflict).toMatchObject({ subject: 'Brief b1, Facts', base: 'One', a: 'One, by her', b: 'One, by him' })
    expect(words(mergeCases(input, { [conflict!.id]: 'b' }).contents)).toEqual(['One, by him', 'Two'])
    expect(mergeCases(input, { [conflict!.id]: 'both' }).contents).toEqual(contents)
  })

  it('keeps what one side removed and the other rewrote, unless that is refused', () => {
    const input = {
      base,
      a: withBlocks(statement('p1', 'One')),
      b: withBlocks(statement('p1', 'One'), statement('p2', 'Two, rewritten'), statement('p3', 'Three'))
    }
    const { contents, conflicts } = mergeCases(input)
    expect(words(contents)).toEqual(['One', 'Two, rewritten'])
    expect(words(mergeCases(input, { [conflicts[0]!.id]: 'a' }).contents)).toEqual(['One'])
  })

  it('lets both versions of a quote block stand, since its words and its place belong together', () => {
    const side = (text: string, id: string): CaseContents => withBlocks(quoteBlock('p1', text, { id, sourceId: 's1' }))
    const { contents } = mergeCases({ base: side('Words', 'q0'), a: side('Other words', 'q0'), b: side('Words', 'q1') })
    const blocks = [...walkBlocks(contents.briefs[0]!.brief.doc)].map(({ node }) => JSON.stringify(node))
    expect(blocks).toHaveLength(2)
    expect(blocks.filter((block) => block.includes('Other words') && block.includes('q0'))).toHaveLength(1)
  })

  it('lets both versions of a table or a figure stand, and takes what one side alone changed', () => {
    const table = (words: string): SectionBlock => ({
      type: 'table',
      attrs: { id: 'p1', align: [null] },
      content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [{ type: 'text', text: words }] }] }]
    })
    const figure = (sourceId: string): SectionBlock => ({
      type: 'figure',
      attrs: { id: 'p2', sourceId, label: null, alt: 'A pier' }
    })
    const base = withBlocks(table('Span'), figure('s1'))
    const once = mergeCases({
      base,
      a: withBlocks(table('Length'), figure('s1')),
      b: withBlocks(table('Span'), figure('s2'))
    })
    expect(once.conflicts).toEqual([])
    expect(words(once.contents)).toEqual(['Length', ''])
    const twice = mergeCases({
      base,
      a: withBlocks(table('Length'), figure('s2')),
      b: withBlocks(table('Width'), figure('s3'))
    })
    expect(words(twice.contents).sort()).toEqual(['', '', 'Length', 'Width'])
    expect(twice.conflicts.map(({ field }) => field).sort()).toEqual(['Figure', 'Table'])
    expect(formFaults(twice.contents)).toEqual([])
  })

  it('has one list where both added items', () => {
    const list = (...ids: string[]): CaseContents =>
      withBlocks({
        type: 'bulletList',
        content: ids.map((id) => ({ type: 'listItem', content: [statement(id, id)] }))
      })
    const { contents } = mergeCases({ base: list('p1', 'p2'), a: list('pa', 'p1', 'p2'), b: list('p2', 'pb') })
    expect(words(contents)).toEqual(['pa', 'p2', 'pb'])
    expect(contents.briefs[0]?.brief.doc.content[0]?.content).toHaveLength(2)
  })
})

describe('lists in two copies', () => {
  type Items = (string | [string, Items])[]
  const list = (items: Items): Extract<SectionBlock, { type: 'bulletList' | 'orderedList' }> => ({
    type: 'bulletList',
    content: items.map((item) => {
      const [id, within] = typeof item === 'string' ? [item, null] : item
      return { type: 'listItem', content: [statement(id, id), ...(within ? [list(within)] : [])] }
    })
  })
  const lists = (...all: Items[]): CaseContents => withBlocks(...all.map(list))

  it('keep the items that each side put below the other', () => {
    const input = { base: lists(['x', 'y']), a: lists([['x', ['y']]]), b: lists([['y', ['x']]]) }
    const { contents } = mergeCases(input)
    expect(formFaults(contents)).toEqual([])
    expect(words(contents).sort()).toEqual(['x', 'y'])
    expect(mergeCases({ ...input, a: input.b, b: input.a }).contents).toEqual(contents)
  })

  it('are one list when they share items and nothing tells which was split', () => {
    const [a, b] = [lists(['x', 'y']), lists(['x'], ['z', 'y'])]
    const { contents } = mergeCases({ base: null, a, b })
    expect(contents.briefs[0]?.brief.doc.content[0]?.content).toHaveLength(2)
    expect(words(contents).sort()).toEqual(['x', 'y', 'z'])
    for (const side of [a, b]) expect(mergeCases({ base: null, a: contents, b: side }).contents).toEqual(contents)
  })

  it('give an id of its own to what has the same one and is another kind of block', () => {
    const { contents } = mergeCases({
      base: null,
      a: withBlocks(statement('p1', 'Claim')),
      b: withBlocks(quoteBlock('p1', 'Words', ferry))
    })
    expect(formFaults(contents)).toEqual([])
    expect(words(contents).sort()).toEqual(['Claim', 'Words'])
  })
})

describe('two different cases', () => {
  it('become one under the id of the older, without a conflict about their names', () => {
    const a = makeCase([record(harbour, ferry)], [makeBrief('b1', [section('c1', '')])], 'case-2')
    const b = makeCase([record(makeSource('s9', 'S1', 'quay'))], [makeBrief('b0', [section('c1', '')])], 'case-1')
    b.record.title = 'The quay'
    const { contents, conflicts } = mergeCases({ base: null, a, b })
    expect(contents.record).toMatchObject({ id: 'case-1', title: 'The quay', briefs: ['b0', 'b1'] })
    expect(keys(contents)).toEqual(['s1 S1', 'q1 Q1', 's9 S2'])
    expect(conflicts).toEqual([])
  })
})

describe('a decision', () => {
  it('is refused when it belongs to no conflict, or is none of its choices', () => {
    const input = { base: null, a: withSource({ tlp: 'TLP:RED' }), b: withSource({ tlp: 'TLP:GREEN' }) }
    const [conflict] = mergeCases(input).conflicts
    expect(() => mergeCases(input, { nothing: 'a' })).toThrow(RangeError)
    expect(() => mergeCases(input, { [conflict!.id]: 'both' })).toThrow(RangeError)
    expect(mergeCases(input, { [conflict!.id]: 'b' }).contents.sources[0]?.source.tlp).toBe('TLP:GREEN')
  })
})
