import { describe, expect, it } from 'vitest'
import { BriefBuilder, cite } from '../pdf/test/brief.test-helper.ts'
import type { Withheld } from '../../shared/brief/withheld.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { nearForms } from '../../shared/redaction/near.ts'
import { placeOfSecret } from '../../shared/redaction/places.ts'
import { leaked } from './leak.ts'

function words(terms: string[], left: string[] = []): Withheld {
  return { kind: 'words', id: 'w', terms, left, reason: 'P' }
}

function withholding(input: ExportInput, ...withheld: Withheld[]): ExportInput {
  return { ...input, brief: { ...input.brief, withheld } }
}

/** What is found in one statement, as `kind: form`. */
function found(statement: string, ...terms: string[]): string[] {
  const b = new BriefBuilder()
  b.section('Facts', b.statement([statement]))
  return nearForms(withholding(b.build(), words(terms))).map(({ kind, form }) => `${kind}: ${form}`)
}

describe('nearForms', () => {
  it.each<[string, string[], string[]]>([
    ['Annas Boot', ['Anna'], ['inflection: Annas']],
    ['Látta Annát a mólón', ['Anna'], ['inflection: Annát']],
    ['без Анны и при Анне, с Анной', ['Анна'], ['inflection: Анны', 'inflection: Анне', 'inflection: Анной']],
    ['του Γιώργου', ['Γιώργος'], ['inflection: Γιώργου']],
    ['وقال وكورفاث', ['كورفاث'], ['inflection: وكورفاث']],
    ['Die Vellgruppe im Vellfall', ['Vell'], ['compound: Vellgruppe', 'compound: Vellfall']],
    [
      'Anna Quorvoth and Qourvath, Quorrvath',
      ['Quorvath'],
      ['spelling: Quorvoth', 'spelling: Qourvath', 'spelling: Quorrvath']
    ],
    ['A. Vell, and A Vell', ['Anna Vell'], ['initials: A. Vell', 'initials: A Vell']],
    ['A. Vell left', ['Anna Vell', 'Vell'], ['initials: A. Vell']],
    ['signed A.V. there', ['Anna Vell'], ['initials: A.V.']],
    ['Vell, Anna and Vell, A.', ['Anna Vell'], ['order: Vell, Anna', 'initials: Vell, A.']],
    ['Mr Vell said so', ['Anna Vell'], ['part: Vell']],
    [
      'to anna.vell@port.example or @annavell99',
      ['Anna Vell'],
      ['address: anna.vell@port.example', 'address: @annavell99']
    ],
    [
      'see https://a.example/p/anna.vell.2031.html',
      ['Anna Vell'],
      ['address: https://a.example/p/anna.vell.2031.html']
    ],
    ['in anna_memo.pdf, vell_2031.docx', ['Anna Vell'], ['address: anna_memo.pdf', 'address: vell_2031.docx']],
    ['avell@port.example', ['Anna Vell'], ['address: avell@port.example']],
    ['#FreeAnnaVell', ['Anna Vell'], ['address: #FreeAnnaVell']],
    ['Илва Кворват', ['Ilva Quorvath'], ['script: Илва', 'script: Кворват']],
    ['Η Ίλβα Κβόρβαθ', ['Ilva Quorvath'], ['script: Ίλβα', 'script: Κβόρβαθ']],
    ['قال كورفاث ذلك', ['Quorvath'], ['script: كورفاث']]
  ])('names in “%s” what is like %j', (statement, terms, expected) => {
    expect(found(statement, ...terms)).toEqual(expected)
  })

  it.each<[string, string[]]>([
    ['Anna Vell said that the vellum was dry', ['Anna Vell', 'Vell', 'Anna']],
    ['Véll’s, VELL, Vell-Gruppe, Ve\u00adll', ['Vell']],
    ['The Annual report of the Bell; well, tell them', ['Anna', 'Vell']],
    ['The sea of the port', ['de la Mar']],
    ['It was 2031 and 2032', ['2031']],
    ['It has a manual and a canal', ['Anna']],
    ['王小明說', ['小明']]
  ])('names nothing in “%s”', (statement, terms) => {
    expect(found(statement, ...terms)).toEqual([])
  })

  it('tells how often, where first, and the words around it', () => {
    const b = new BriefBuilder()
    b.section(
      'Facts',
      b.statement(['It rained.']),
      b.statement(['The harbour clerk Quorvaths left, and Quorvaths came.'])
    )
    expect(nearForms(withholding(b.build(), words(['Quorvath'])))).toEqual([
      {
        form: 'Quorvaths',
        like: 'Quorvath',
        entryId: 'w',
        kind: 'inflection',
        count: 2,
        place: 'section 1 (“Facts”), statement 2',
        nodeId: b.sections[0]!.content[2]!.type === 'statement' ? b.sections[0]!.content[2]!.attrs.id : '',
        excerpt: 'The harbour clerk Quorvaths left, and Quorvaths came.'
      }
    ])
  })

  it('looks at all that an export prints or carries, and at nothing that goes', () => {
    const b = new BriefBuilder()
    const fine = b.source(['Of Quorvathia', 'A line on Quorvathville here.'], { publisher: 'Quorvathers’ Post' })
    const gone = b.source(['Quorvathisms', 'She met the Quorvathists.'])
    const held = b.source(['Title', 'Quorvath herself met Quorvathling.'])
    const quote = b.quote(gone, 'She met the Quorvathists.')
    const [hidden, noted] = [b.statement(['By Quorvathines.']), b.statement([])]
    b.section('In Quorvathland', hidden, b.block(quote), b.subheading('Quorvathish'), {
      ...noted,
      content: [
        { type: 'text', text: 'See ' },
        { type: 'text', text: 'it', marks: [{ type: 'link', attrs: { href: 'https://a.example/quorvath-1' } }] },
        { type: 'note', content: [{ type: 'text', text: 'A Quorvathoid.' }] },
        cite(fine),
        cite(held)
      ]
    })
    const input = withholding(
      b.build({ title: 'Quorvathiana' }),
      words(['Quorvath']),
      { kind: 'source', id: 's', sourceId: gone, reason: 'S' },
      { kind: 'passage', id: 'p', blockId: hidden.attrs.id, exact: null, reason: 'L' }
    )
    expect(nearForms(input).map(({ form, place }) => `${form}: ${place}`)).toEqual([
      'Quorvathiana: the title of the brief',
      'Quorvathland: the title of section 1',
      'Quorvathish: a subheading of section 1',
      'Quorvathoid: a note of section 1 (“In Quorvathland”), statement 2',
      'Quorvathia: the title of S1',
      'Quorvathers: the publisher of S1',
      'Quorvathville: the text of S1, which the export carries'
    ])
  })

  it('keeps silent on what was decided to be left', () => {
    const b = new BriefBuilder()
    b.section('Facts', b.statement(['Vellfall, VELLFALL and Vellgruppe']))
    const input = withholding(b.build(), words(['Vell'], ['vellfall']))
    expect(nearForms(input).map(({ form }) => form)).toEqual(['Vellgruppe'])
    expect(nearForms(withholding(b.build(), words(['Vell', 'Vellfall', 'Vellgruppe'])))).toEqual([])
  })
})

describe('what was left of one entry', () => {
  it('is asked for again when it is like another', () => {
    const b = new BriefBuilder()
    b.section('Facts', b.statement(['The Vellfall.']))
    const other: Withheld = { ...words(['Vellfal']), id: 'v' }
    const input = withholding(b.build(), words(['Vell'], ['Vellfall']), other)
    expect(nearForms(input).map(({ form, entryId }) => [form, entryId])).toEqual([['Vellfall', 'v']])
  })
})

describe('placeOfSecret', () => {
  const secrets = [
    { kind: 'words' as const, text: 'Quorvath', about: 'withheld words (entry 1)' },
    { kind: 'words' as const, text: 'Brindolm', about: 'withheld words (entry 2)' }
  ]
  const input = (): ExportInput => {
    const b = new BriefBuilder()
    const source = b.source(['Harbour', 'A line.'], { publisher: 'The Brindolm Post' })
    b.section('Rain', b.statement(['It rained.']))
    b.section('Facts', b.statement(['So ', cite(source)]), b.statement(['The clerk met unquorvathed men on the quay.']))
    return b.build()
  }

  it('names section, statement and the words around, but not the words', () => {
    const place = placeOfSecret(input(), secrets, 'withheld words (entry 1)')
    expect(place).toBe('section 2 (“Facts”), statement 3: “The clerk met un▬ed men on the quay.”')
    expect(placeOfSecret(input(), secrets, 'withheld words (entry 2)')).toBe('the publisher of S1: “The ▬ Post”')
    expect(placeOfSecret(input(), secrets.slice(1), 'withheld words (entry 1)')).toBeNull()
  })

  it('is part of the refusal', () => {
    const leaks = [{ about: 'withheld words (entry 1)', places: ['the file', 'page 1'] }]
    const { code, message } = leaked(leaks, 'PDF', (about) => placeOfSecret(input(), secrets, about))
    expect(code).toBe('leak')
    expect(message).toContain(
      'withheld words (entry 1) in page 1, which is section 2 (“Facts”), statement 3: “The clerk met'
    )
    expect(message).not.toMatch(/quorvath/i)
  })
})
