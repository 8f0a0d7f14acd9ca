import { BriefBuilder, cite, citeNothing } from './brief.test-helper.ts'
import type { ExportInput } from '../../../shared/composition/input.ts'

/** A brief as an analyst would write it, with every kind of finding. */
export function sampleBrief(options: Partial<ExportInput['options']> = {}): ExportInput {
  const b = new BriefBuilder()
  const courier = b.source(
    [
      'Harbour board signed breakwater contract before tender closed',
      'SOLLEN, 25 February — The Sollen harbour board signed the contract for the new breakwater nine days before the tender closed, according to minutes seen by the Northern Courier.',
      'The minutes, dated 11 January, record a “binding undertaking” with the builder for 48.2 million crowns. Four other firms handed in offers after that date.',
      '“We followed every rule that applied to us at the time,” the board’s chair said on Thursday. “The undertaking was not a contract.”',
      'The chair declined to say who had drawn up the undertaking, or why the four other firms had not been told of it.'
    ],
    {
      publisher: 'Northern Courier',
      published: '2031-02-25',
      authors: ['Staff reporters'],
      url: 'https://northern-courier.example/2031/02/25/harbour-board-signed-breakwater-contract-before-tender-closed.html?ref=front&section=politics'
    }
  )
  const agency = b.source(
    [
      'Sollen breakwater: ministry opens inquiry',
      'VESTAD — The transport ministry has opened an inquiry into the award of the breakwater contract at the port of Sollen, a spokesperson said on Friday.',
      'The ministry put the value of the contract at 51 million crowns, more than the figure in the harbour board’s own minutes.',
      'The inquiry is not permitted to examine payments made before 2029, the spokesperson added.'
    ],
    { publisher: 'Vestad News Agency', published: '2031-02-28T16:40:00+01:00', url: 'https://vna.example/n/88213' }
  )
  const lantern = b.source(
    [
      'Προς το λιμάνι: Το υπουργείο ανακοίνωσε έρευνα',
      'Το υπουργείο ανακοίνωσε ότι η έρευνα θα διαρκέσει έξι μήνες.',
      'Представитель порта отказался от комментариев: «Мы ничего не подписывали».'
    ],
    { publisher: 'Daily Lantern', published: '2031-03', language: 'el' },
    'altered'
  )
  const radio = b.source(
    [
      'Morning bulletin, 1 March',
      'The builder said it had received a first payment of 9.6 million crowns in December, before any contract was announced.',
      'A former clerk of the board told Sollen Radio that the undertaking was drawn up “over a weekend, by two people”.'
    ],
    { publisher: 'Sollen Radio', published: '2031-03-01' }
  )
  const minutes = b.quote(courier, 'signed the contract for the new breakwater nine days before the tender closed')
  const chair = b.quote(
    courier,
    '“We followed every rule that applied to us at the time,” the board’s chair said on Thursday. “The undertaking was not a contract.”',
    'Chair of the harbour board'
  )
  const inquiry = b.quote(agency, 'The inquiry is not permitted to examine payments made before 2029')
  const value = b.quote(agency, 'The ministry put the value of the contract at 51 million crowns')
  const greek = b.quote(lantern, 'Το υπουργείο ανακοίνωσε ότι η έρευνα θα διαρκέσει έξι μήνες.')
  const port = b.quote(lantern, '«Мы ничего не подписывали»', 'Spokesperson of the port')
  const payment = b.quote(
    radio,
    'The builder said it had received a first payment of 9.6 million crowns in December, before any contract was announced.'
  )
  const clerk = b.quote(
    radio,
    'the undertaking was drawn up “over a weekend, by two people”',
    'Former clerk of the board'
  )

  b.section(
    'Bottom line',
    b.statement([
      'The harbour board of Sollen bound itself to one builder before the tender closed, and money had already moved by then ',
      cite(minutes),
      ' ',
      cite(payment),
      '. The ministry’s inquiry cannot look at the years in which the arrangement was most likely made ',
      cite(inquiry),
      '.'
    ])
  )
  b.section(
    'Key judgements',
    b.statement(
      [
        'The undertaking of 11 January was meant to settle the award in advance of the tender ',
        cite(minutes),
        ', although the board’s chair denies that it was a contract at all ',
        cite(chair, 'contradicts'),
        '.'
      ],
      { kind: 'judgement', likelihood: 'very likely', confidence: 'moderate' }
    ),
    b.block(minutes),
    b.block(chair),
    b.statement(['The inquiry will end without naming who drew up the undertaking ', cite(inquiry, 'context'), '.'], {
      kind: 'judgement',
      likelihood: 'roughly even chance',
      confidence: 'low'
    }),
    b.block(inquiry, 'The inquiry is permitted to examine payments made before 2029'),
    b.statement(['The builder knew of the award before the other firms had handed in their offers.'], {
      kind: 'judgement',
      likelihood: 'likely',
      confidence: 'high'
    })
  )
  b.section(
    'Facts',
    b.subheading('Money'),
    b.statement(['Two figures for the value of the contract are in circulation:'], { kind: 'fact' }),
    b.list(
      'bulletList',
      b.statement(['48.2 million crowns in the board’s own minutes ', cite(courier, 'supports', '¶ 3'), ';']),
      b.statement([
        '51 million crowns according to the ministry, which doesn’t say how it arrived at the figure ',
        cite(value),
        '.'
      ])
    ),
    b.block(value, 'The ministry put the value of the contract at 51 million  crowns'),
    b.statement(['A first payment reached the builder in December ', cite(payment), ' ', citeNothing('S9'), '.'], {
      kind: 'fact'
    }),
    b.block(payment),
    b.subheading('Who drew up the undertaking'),
    b.statement(
      [
        'Nobody has said so on the record. A former clerk speaks of two people ',
        cite(clerk),
        '; the port denies that anything was signed ',
        cite(port, 'contradicts'),
        '.'
      ],
      { kind: 'fact' }
    ),
    b.block(clerk),
    b.block(port),
    b.lost('Both men were seen leaving the board’s offices on the Sunday evening.', 'Harbour Post, undated')
  )
  b.section(
    'Chronology',
    b.list(
      'orderedList',
      b.statement(['December 2030: first payment to the builder ', cite(payment), '.']),
      b.statement(['11 January 2031: the board’s “binding undertaking” ', cite(courier, 'supports', '¶ 3'), '.']),
      b.statement(['20 January 2031: the tender closes ', cite(minutes), '.']),
      b.statement([
        '28 February 2031: the ministry opens its inquiry, which is to last six months ',
        cite(agency),
        ' ',
        cite(greek),
        '.'
      ])
    ),
    b.block(greek)
  )
  b.section(
    'Gaps',
    b.statement([
      'It isn’t known who drew up the undertaking, on whose instruction, and whether the four other firms were told of it before they handed in their offers.'
    ])
  )
  return b.build({}, options)
}
