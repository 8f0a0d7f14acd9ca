import { describe, expect, it } from 'vitest'
import type { Block, Run, TextBlock } from '../../../shared/composition/block.ts'
import { compose } from '../../../shared/composition/compose.ts'
import { BriefBuilder, cite, citeNothing } from './brief.test-helper.ts'
import { sampleBrief } from './sample.test-helper.ts'

function flatten(blocks: readonly Block[]): TextBlock[] {
  return blocks.flatMap((block): TextBlock[] => {
    switch (block.type) {
      case 'text':
        return [block]
      case 'quote':
        return [...block.before, block.words, ...block.after]
      case 'section':
        return flatten(block.children)
      case 'list':
        return block.items.flatMap((item) => flatten(item.children))
      default:
        return []
    }
  })
}

function words(runs: readonly Run[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00a0', ' ')
}

function lines(blocks: readonly Block[], kind: TextBlock['kind']): string[] {
  return flatten(blocks)
    .filter((block) => block.kind === kind)
    .map((block) => words(block.runs))
}

function small(): BriefBuilder {
  const builder = new BriefBuilder()
  builder.source(['Headline', 'The first paragraph.', 'The second paragraph says more.'], { publisher: 'Harbour Post' })
  builder.quote('source-id-1', 'second paragraph says more')
  return builder
}

describe('compose', () => {
  it('prints citations with the number of their source and the paragraph of their quote', () => {
    const b = small()
    b.source(['Other', 'Text of the other.'])
    b.quote('source-id-2', 'Text of the other')
    b.section(
      'One',
      b.statement([
        'A ',
        cite('quote-id-1'),
        ' B ',
        cite('quote-id-2', 'contradicts'),
        ' C ',
        cite('source-id-2', 'context'),
        ' D ',
        cite('source-id-1', 'supports', '¶ 3'),
        ' E ',
        citeNothing('S9'),
        ' F',
        cite('quote-id-1')
      ])
    )
    expect(lines(compose(b.build()).blocks, 'statement')).toEqual([
      'A [1, ¶ 3] B [contra 2, ¶ 2] C [cf. 2] D [1, ¶ 3] E [S9 not found] F [1, ¶ 3]'
    ])
  })

  it('prints the words of a quote as they stand, without adding quote marks', () => {
    const b = small()
    b.section('One', b.block('quote-id-1'), b.block('quote-id-1', 'second paragraph says much more'))
    const { blocks, quotes } = compose(b.build())
    expect(lines(blocks, 'words')).toEqual(['second paragraph says more', 'second paragraph says much more'])
    expect(lines(blocks, 'attribution')).toEqual(['Harbour Post, ¶ 3 [1]', 'Harbour Post, ¶ 3 [1]'])
    expect(quotes.map((quote) => quote.check?.verification.state)).toEqual(['verbatim', 'altered'])
    expect(lines(blocks, 'alarm')).toEqual(['≠\u2002Altered: these are not the source’s words'])
    expect(lines(blocks, 'state').join(' ')).toContain('second paragraph says [here: much] more')
  })

  it('marks a statement that nothing supports', () => {
    const b = small()
    b.section('One', b.statement(['Nobody says so.']), b.statement(['Somebody does ', cite('quote-id-1')]))
    expect(
      lines(compose(b.build()).blocks, 'warning').filter((line) => line.includes('supports this statement'))
    ).toHaveLength(1)
  })

  it('numbers titled sections and their subheadings, and skips no heading level', () => {
    const b = small()
    b.section('First', b.subheading('Deep', 6), b.subheading('Deeper', 6), b.subheading('Back', 3))
    b.section('', b.subheading('In an untitled section', 5))
    b.section('Second', b.subheading('Sub', 3))
    const headings = flatten(compose(b.build()).blocks).filter((block) => block.level !== undefined)
    expect(headings.map((block) => [block.level, block.lead ?? '', words(block.runs)])).toEqual([
      [1, '', 'Who paid for the Sollen breakwater'],
      [2, '1', 'First'],
      [3, '1.1', 'Deep'],
      [4, '1.1.1', 'Deeper'],
      [3, '1.2', 'Back'],
      [2, '', 'In an untitled section'],
      [2, '2', 'Second'],
      [3, '2.1', 'Sub'],
      [2, '', 'Sources'],
      [2, '', 'Verification']
    ])
    const destinations = headings.map((block) => block.destination)
    expect(new Set(destinations).size).toBe(destinations.length)
  })

  it('keeps likelihood and confidence of a judgement apart from its sentence', () => {
    const b = small()
    b.section('One', b.statement(['It rains.'], { kind: 'judgement', likelihood: 'very likely', confidence: 'low' }))
    const { blocks } = compose(b.build({}, { appendices: [] }))
    expect(lines(blocks, 'label')).toEqual(['Judgement'])
    expect(lines(blocks, 'state')).toEqual(['Likelihood: very likely (80–95%). Confidence: low.'])
    const once = compose(b.build()).blocks
    expect(lines(once, 'state')).toEqual(['Likelihood: very likely. Confidence: low.'])
    expect(flatten(once).map((block) => words(block.runs))).toContain('Likelihood words')
  })

  it('tells of an altered original, and links back to each use', () => {
    const { blocks } = compose(sampleBrief())
    const details = flatten(blocks).filter((block) => block.kind === 'detail')
    expect(details.map((block) => words(block.runs))).toContain('≠ Altered: the stored file no longer has this SHA-256')
    const back = details.flatMap((block) => block.runs).filter((run) => run.pageOf !== undefined)
    expect(back.length).toBeGreaterThan(15)
  })

  it('never changes what it is given', () => {
    const input = sampleBrief()
    const before = JSON.stringify(input)
    compose(input)
    expect(JSON.stringify(input)).toBe(before)
  })
})
