import { describe, expect, it } from 'vitest'
import { findNamedQuotations, findQuotations, type Quotation } from './quotations.ts'

/** Quotation and speaker as they stand in the text. */
function told(text: string): [string, string | null][] {
  return findQuotations(text).map(({ start, end, speaker }) => [
    text.slice(start, end),
    speaker === null ? null : text.slice(speaker.start, speaker.end)
  ])
}

describe('findQuotations', () => {
  it.each([
    [
      'verb first',
      '“The ferry was late,” said Orla Venn, the harbour master of Brantholm.',
      '“The ferry was late,”',
      'Orla Venn'
    ],
    ['speaker first', 'Orla Venn said: “The ferry was late.”', '“The ferry was late.”', 'Orla Venn'],
    ['straight marks', '"The ferry was late," Venn said on Monday.', '"The ferry was late,"', 'Venn'],
    ['British marks', '‘It’s the workers’ choice,’ Ms Venn said.', '‘It’s the workers’ choice,’', 'Ms Venn'],
    ['typewriter marks', "''The ferry was late,'' Ms. Venn said.", "''The ferry was late,''", 'Ms. Venn'],
    ['a verb that is on no list', '“Splendid!” beamed Orla Venn.', '“Splendid!”', 'Orla Venn'],
    ['a day between', 'Orla Venn on Thursday told reporters, “We waited.”', '“We waited.”', 'Orla Venn'],
    ['a bracket between', 'Mayor Orla Venn (Ind., Arden) said: “We waited.”', '“We waited.”', 'Mayor Orla Venn'],
    ['a label', 'ORLA VENN: “We waited for nine days.”', '“We waited for nine days.”', 'ORLA VENN'],
    [
      'a signature',
      '“We waited for nine days and nobody told us why.”\n— Orla Venn',
      '“We waited for nine days and nobody told us why.”',
      'Orla Venn'
    ],
    [
      'a signature within the marks',
      '"We waited for nine days and nobody told us why.\nOrla Venn, harbour master."\nThe ferry came on Monday.',
      '"We waited for nine days and nobody told us why.',
      'Orla Venn'
    ],
    [
      'a name behind a dash',
      'QUAYS CLOSE AGAIN - Orla Venn: “We waited for nine days.”',
      '“We waited for nine days.”',
      'Orla Venn'
    ],
    ['“according to”', 'According to Venn, “nobody came”.', '“nobody came”', 'Venn'],
    [
      'a name between commas',
      '“No,” the harbour master’s spokesman, Piet Maron, told us.',
      '“No,”',
      'the harbour master’s spokesman'
    ],
    [
      'a participle',
      'Orla Venn released a statement on Monday, insisting that the mayor had “no right”.',
      '“no right”',
      'Orla Venn'
    ],
    [
      'within a bracket',
      'The ferry was late. (“Nobody told us,” said one passenger.)',
      '“Nobody told us,”',
      'one passenger'
    ],
    ['a pronoun', 'Venn was angry. “Nobody asked us,” she said.', '“Nobody asked us,”', 'she']
  ])('finds who spoke: %s', (_, text, quotation, speaker) => {
    expect(told(text)).toEqual([[quotation, speaker]])
  })

  it.each([
    'The so-called “smart” quay closed on Monday.',
    'She read the novel “The Grey Ferry” twice.',
    'Venn told her story in a memoir, “The Grey Ferry”.',
    'Venn spoke to reporters on “Morning in Arden”.',
    'He bought a “vintage” boat.',
    'The plate is 3" thick and the \'90s were long.'
  ])('finds nobody quoted in: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('leaves a script’s label out of the words', () => {
    const text = '“VENN: We waited for nine days and nobody came to tell us why.”'
    const [{ inner }] = findQuotations(text) as [Quotation]
    expect(text.slice(inner.start, inner.end)).toBe('We waited for nine days and nobody came to tell us why.')
  })

  it('begins anew where a script’s label names another', () => {
    const text = '"VENN: We waited for nine days.\n"Nobody came.\n"MARON: Nobody told me that you waited."'
    expect(told(text)).toEqual([
      ['"VENN: We waited for nine days.\n"Nobody came.', 'VENN'],
      ['"MARON: Nobody told me that you waited."', 'MARON']
    ])
  })

  it('joins a speech that goes on over paragraphs', () => {
    const text = '“We waited for hours.\n“Nobody came,” said Orla Venn.'
    expect(told(text)).toEqual([['“We waited for hours.\n“Nobody came,”', 'Orla Venn']])
  })

  it.each([
    ['British', '‘The ferry was late,’ said Orla Venn. ‘Nobody came.’', ['‘The ferry was late,’', '‘Nobody came.’']],
    [
      'angled',
      '« The ferry was late », said Orla Venn. « Nobody came. »',
      ['« The ferry was late »', '« Nobody came. »']
    ],
    ['low', '„The ferry was late,“ said Orla Venn. „Nobody came.“', ['„The ferry was late,“', '„Nobody came.“']],
    [
      'cornered',
      '「The ferry was late,」 said Orla Venn. 「Nobody came.」',
      ['「The ferry was late,」', '「Nobody came.」']
    ]
  ])('reads %s marks', (_, text, quotations) => {
    expect(told(text)).toEqual(quotations.map((quotation) => [quotation, 'Orla Venn']))
  })

  it('gives both halves of an interrupted quotation the same speaker', () => {
    const text = '“We waited,” Orla Venn said, “and nobody came.”'
    expect(told(text)).toEqual([
      ['“We waited,”', 'Orla Venn'],
      ['“and nobody came.”', 'Orla Venn']
    ])
  })
})

describe('findNamedQuotations', () => {
  const spoken = (text: string) => findNamedQuotations(text).map(({ name, carriers }) => ({ name, carriers }))

  it('gives a surname its full name', () => {
    const text = 'Orla Venn runs the harbour of Brantholm.\n“The ferry was late,” Ms. Venn said.'
    expect(spoken(text)).toEqual([{ name: 'Orla Venn', carriers: [] }])
  })

  it('takes “she” for the only person there is, and for nobody where there are two', () => {
    const one = 'Orla Venn was angry.\n“Nobody asked us,” she said.'
    expect(spoken(one)).toEqual([{ name: 'Orla Venn', carriers: [] }])
    const two = 'Orla Venn and Ruth Aldane were angry.\n“Nobody asked us,” she said.'
    expect(spoken(two)).toEqual([{ name: null, carriers: [] }])
  })

  it('takes the name that stands beside a description', () => {
    const text = '“No,” the harbour master’s spokesman, Piet Maron, told us.'
    expect(spoken(text)).toEqual([{ name: 'Piet Maron', carriers: [] }])
  })

  it('keeps a description whole', () => {
    const text = '“The ferry was late,” said a spokesman for the harbour office.'
    expect(spoken(text)).toEqual([{ name: 'a spokesman for the harbour office', carriers: [] }])
  })

  it('names who carried the words', () => {
    const text = '“The ferry was late,” Orla Venn told the Northern Courier News.'
    expect(spoken(text)).toEqual([{ name: 'Orla Venn', carriers: ['Northern Courier News'] }])
  })
})
