import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BriefBuilder, cite } from '../pdf/test/brief.test-helper.ts'
import type { TextNode } from '../../shared/brief/brief.ts'
import { blockText, walkBlocks } from '../../shared/brief/walk.ts'
import type { Withheld } from '../../shared/brief/withheld.ts'
import type { Block, Run } from '../../shared/composition/block.ts'
import { compose } from '../../shared/composition/compose.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { hideIn } from '../../shared/redaction/line.ts'
import { redact } from '../../shared/redaction/redact.ts'
import { reportRedaction } from '../../shared/redaction/report.ts'
import { term } from '../../shared/redaction/terms.ts'

function words(...terms: string[]): Withheld {
  return { kind: 'words', id: 'w', terms, reason: 'P' }
}

function passage(blockId: string, exact: string | null): Withheld {
  return { kind: 'passage', id: 'p', blockId, exact, reason: 'L' }
}

function withholding(input: ExportInput, ...withheld: Withheld[]): ExportInput {
  return { ...input, brief: { ...input.brief, withheld }, options: { ...input.options, redacted: true } }
}

/** The words of a brief's statements and quotes after redaction. */
function blocksOf(input: ExportInput): string[] {
  return [...walkBlocks(redact(input).input.brief.doc)].map(({ node }) => blockText(node))
}

function oneStatement(content: TextNode[], ...withheld: Withheld[]): string {
  const b = new BriefBuilder()
  const statement = b.statement([])
  b.section('Facts', { ...statement, content })
  return blocksOf(withholding(b.build(), ...withheld))[0]!
}

function text(value: string, ...marks: NonNullable<TextNode['marks']>): TextNode {
  return { type: 'text', text: value, marks }
}

describe('hideIn', () => {
  const hide = (value: string, ...terms: string[]): string => {
    return hideIn(
      value,
      terms.map((each) => term(each, 'P'))
    )
  }
  it.each([
    ['Anna Vell signed', 'Anna Vell', '[withheld: P] signed'],
    ['ANNA\u00a0VELL’s desk', 'Anna Vell', '[withheld: P]’s desk'],
    ['A\u00adnna\u200d\n Véll.', 'anna vell', '[withheld: P].'],
    ['Ａｎｎａ Ｖｅｌｌ', 'Anna Vell', '[withheld: P]'],
    ['Anna-Vell, AnnaVell', 'Anna Vell', '[withheld: P], [withheld: P]'],
    ['V\u0308ell e\u0301', 'Vell', '[withheld: P] e\u0301'],
    ['ﬁnch', 'finch', '[withheld: P]'],
    ['Straße STRASSE', 'strasse', '[withheld: P]'],
    ['Łódź', 'lodz', '[withheld: P]'],
    ['nave llama, Vells, unvell', 'Vell', 'nave llama, Vells, unvell'],
    ['王小明說', '小明', '王[withheld: P]說'],
    ['Vell and Vell', 'Vell', '[withheld: P] and [withheld: P]'],
    ['Vell  Vell – Vell', 'Vell', '[withheld: P]'],
    ['We like C++ and C', 'C++', 'We like [withheld: P] and C']
  ])('%s', (value, words, expected) => {
    expect(hide(value, words)).toBe(expected)
  })

  it('doesn’t tell how many words there were', () => {
    expect(hide('Dr Anna Vell left', 'Anna', 'Vell')).toBe('Dr [withheld: P] left')
  })

  it('leaves nothing of a term, whatever stands around it', () => {
    const gap = fc.constantFrom('', ' ', '\n', '\u00ad', '\u200b', '\u00a0 ', '-')
    fc.assert(
      fc.property(fc.string(), gap, fc.string(), (before, inside, after) => {
        const hidden = hide(`${before} Quorv${inside}ath ${after}`, 'Quorvath')
        expect(hidden.normalize('NFKD').toLowerCase()).not.toMatch(/quorv/)
      })
    )
  })

  it('refuses words in which nothing can be found', () => {
    expect(() => term(' - ', 'P')).toThrow('at least one')
  })
})

describe('redact', () => {
  it('hides words across text nodes, marks and citations', () => {
    const content = [text('By An', { type: 'bold' }), text('na ', { type: 'italic' }), text('Vell'), text(' alone')]
    expect(oneStatement(content, words('Anna Vell'))).toBe('By withheld\u00a0(P) alone')
  })

  it('takes the link from hidden words, and an address that holds them', () => {
    const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
    const b = new BriefBuilder()
    b.section('Facts', {
      ...b.statement([]),
      content: [
        text('Vell', link('https://a.example/x')),
        text(' here', link('https://a.example/x')),
        text(' and '),
        text('there', link('https://b.example/anna%20vell/1')),
        text('fine', link('https://c.example/'))
      ]
    })
    const { doc } = redact(withholding(b.build(), words('Anna Vell', 'Vell'))).input.brief
    expect(JSON.stringify(doc)).not.toMatch(/a\.example|b\.example/)
    expect(JSON.stringify(doc)).toContain('c.example')
  })

  it('hides a passage in its block alone, and a block as a whole', () => {
    const b = new BriefBuilder()
    const [first, second, third] = [
      b.statement(['He left on Monday.']),
      b.statement(['Monday was dry.']),
      b.statement(['All of it is privileged.'], { kind: 'judgement', likelihood: 'likely' })
    ]
    b.section('Facts', first, second, third)
    const input = withholding(b.build(), passage(first.attrs.id, 'Monday'), passage(third.attrs.id, null))
    expect(blocksOf(input)).toEqual(['He left on withheld\u00a0(L).', 'Monday was dry.', 'withheld\u00a0(L)'])
    expect(JSON.stringify(redact(input).input.brief.doc)).not.toMatch(/judgement|likely/)
  })

  it('hides the whole block when its passage was changed since, and says so', () => {
    const b = new BriefBuilder()
    const statement = b.statement(['He left on Tuesday.'])
    b.section('Facts', statement)
    const input = withholding(b.build(), passage(statement.attrs.id, 'on Monday'))
    expect(blocksOf(input)).toEqual(['withheld\u00a0(L)'])
    expect(reportRedaction(input).warnings.join()).toContain('the whole block is withheld')
  })

  it('carries neither text nor hash of a source whose text holds withheld words', () => {
    const b = new BriefBuilder()
    const source = b.source(['Talks', 'The mayor met Anna Vell on the quay.', 'It rained for days.'])
    const other = b.source(['Weather', 'It was dry elsewhere.'])
    const quote = b.quote(source, 'It rained for days.')
    b.section('Facts', b.statement(['Rain ', cite(quote), ' not there ', cite(other), '.']), b.block(quote))
    const input = withholding(b.build(), words('Vell'))
    const [redacted, untouched] = redact(input).input.sources
    const before = input.sources[0]!
    expect(redacted).toMatchObject({ withheld: 'text', text: { text: '', sha256: '' }, number: 1 })
    expect(redacted!.source.metadata.title.value).toBe('Talks')
    expect(untouched!.text).toEqual(input.sources[1]!.text)
    const json = JSON.stringify(redact(input).input)
    for (const hash of [before.source.original.sha256, before.text.sha256]) expect(json).not.toContain(hash)
    expect(printed(redact(input).input)).toContain('[1, ¶ 3]'.replace(' ¶ ', '\u00a0¶\u00a0'))
  })

  it('leaves of a withheld source its number alone', () => {
    const b = new BriefBuilder()
    const source = b.source(['A headline of five words', 'She said so on the record, twice over.'], {
      publisher: 'Northern Courier',
      url: 'https://courier.example/secret-story-number-five',
      authors: ['J. Marrow']
    })
    const quote = b.quote(source, 'She said so on the record', 'A clerk')
    b.section('Facts', b.statement(['So it is ', cite(quote), ', says the Northern Courier.']), b.block(quote))
    const input = withholding(b.build(), { kind: 'source', id: 's', sourceId: source, reason: 'S' })
    const result = redact(input)
    expect(blocksOf(input)[1]).toBe('withheld\u00a0(S)')
    const out = printed(result.input)
    expect(out).toContain('[1,\u00a0withheld\u00a0(S)]')
    expect(out).not.toMatch(/headline|courier\.example|Marrow|She said|clerk/)
    expect(reportRedaction(input).warnings).toEqual([
      '“Northern Courier”, the publisher of the withheld source S1, still stands in the brief. If it gives the source away, withhold these words too.'
    ])
  })

  it('withholds the text of another source that holds a passage of a withheld one', () => {
    const b = new BriefBuilder()
    const line = 'The undertaking was drawn up over a weekend in March by two people.'
    const secret = b.source(['First', line])
    const copy = b.source(['Second', line, 'More.'])
    b.section('Facts', b.statement(['So ', cite(secret), cite(copy), '.']))
    const input = withholding(b.build(), { kind: 'source', id: 's', sourceId: secret, reason: 'S' })
    expect(redact(input).input.sources.map(({ withheld }) => withheld)).toEqual(['source', 'text'])
  })

  it('refuses a node that it doesn’t know', () => {
    const b = new BriefBuilder()
    b.section('Facts', b.statement(['Words.']))
    const input = withholding(b.build(), words('Vell'))
    // @ts-expect-error no such node exists yet
    input.brief.doc.content[0]!.content.push({ type: 'poem', attrs: { id: 'x' } })
    expect(() => redact(input)).toThrow('poem')
  })

  it('says what words hide nothing', () => {
    const b = new BriefBuilder()
    b.section('Facts', b.statement(['Vell and others.']))
    const report = reportRedaction(withholding(b.build(), words('Vell', 'Harl')))
    expect(report).toEqual({ counts: { P: 1 }, warnings: ['Entry 1: “Harl” can be found nowhere.'] })
  })
})

/** All that the composed brief prints, and what links say. */
function printed(input: ExportInput): string {
  const runs = (all: readonly Run[]): string[] => {
    return all.map((run) => run.text + (run.note ? runs(run.note).join('') : ''))
  }
  const visit = (block: Block): string[] => {
    switch (block.type) {
      case 'text':
        return [runs(block.runs).join('')]
      case 'quote':
        return [...block.before, block.words, ...block.after].flatMap(visit)
      case 'list':
        return block.items.flatMap((item) => item.children.flatMap(visit))
      case 'section':
        return block.children.flatMap(visit)
      case 'table':
        return [block.head, ...block.rows].flatMap((row) => row.flatMap(runs))
      case 'cover':
        return [...block.top, ...block.middle, ...block.foot].flatMap(visit)
      case 'figure':
        return visit(block.caption)
      case 'contents':
      case 'rule':
      case 'frame':
        return []
    }
  }
  return compose(input).blocks.flatMap(visit).join('\n')
}
