import { describe, expect, it } from 'vitest'
import type { FileHint } from '../../extracted/extracted.ts'
import { named } from '../../reading/document.test-helper.ts'
import { extractText } from './text.ts'
import { unwrap } from '../../article/paragraphs.ts'

const BODY =
  'The board that runs the harbour held back a memo for nine days, officials say.\n\nThe hearing continues on Thursday, the ministry told the paper.'
const read = (
  head: string,
  tail = '',
  hint: FileHint = named('article.txt')
): ReturnType<typeof extractText>['metadata'] => extractText(`${head}${BODY}${tail}`, hint).metadata

describe('a wire’s date without a year', () => {
  const lead = 'Ferry sinks off Sollen\n\nSOLLEN, Dec 30 (Reuters) - '

  it('stays words when no year stands anywhere', () => {
    expect(read(lead).published).toEqual({
      value: null,
      evidence: { from: 'dateline', detail: 'SOLLEN, Dec 30 (Reuters) -' },
      confidence: 0,
      alternatives: []
    })
  })

  it.each([
    ['a copyright line', lead, '\n\n© 2031 Reuters', named('article.txt'), '2031-12-30'],
    [
      'the day it was retrieved, which it isn’t after',
      lead,
      '\n\nRetrieved 2 January 2032',
      named('article.txt'),
      '2031-12-30'
    ],
    ['the day in its address', lead, '', named('article.txt', 'https://news.example/2032/01/02/ferry'), '2031-12-30'],
    ['the name of the file', lead, '', named('2031-12-31-ferry.txt'), '2031-12-30']
  ])('takes it from %s', (_, head, tail, hint, day) => {
    const { published } = read(head, tail, hint)
    expect([published.value, ...published.alternatives.map(({ value }) => value)]).toContain(day)
  })
})

it('keeps apart when a copy was retrieved and when it was published', () => {
  for (const line of [
    'Retrieved 15 January 2036',
    'Accessed on 15 January 2036 from https://news.example/',
    'Abgerufen am 15.01.2036',
    'Consulté le 15 janvier 2036'
  ]) {
    const { published, retrieved } = read(`Ferry sinks off Sollen\nBy Tove Lind\n4 March 2031\n${line}\n\n`)
    expect([line, retrieved.value, published.value]).toEqual([line, '2036-01-15', '2031-03-04'])
  }
})

it('names agencies without taking them for the paper', () => {
  const { publisher, agencies } = read('Northern Courier\n\nFerry sinks off Sollen\nBy Reuters\n4 March 2031\n\n')
  expect([publisher.value, agencies.value]).toEqual(['Northern Courier', ['Reuters']])
  const alone = read('Ferry sinks off Sollen\n\nSOLLEN (AFP) — ')
  expect([alone.agencies.value, alone.publisher.value]).toEqual([['AFP'], 'AFP'])
  expect(alone.publisher.confidence).toBeLessThan(0.6)
})

describe('unwrap', () => {
  it('leaves whole lines, verses and lists as they are', () => {
    for (const lines of [
      ['A paragraph that stands on one line, as most do.', 'Another one on the next line.', 'A third.'],
      ['the sea was grey', 'the harbour shut', 'and no one spoke'],
      ['- one thing and another', '- a second thing', '12. a third']
    ])
      expect(unwrap(lines)).toEqual(lines)
  })

  it('joins what was broken, at any indent, and at a hyphen without a space', () => {
    expect(
      unwrap([
        '    The board that runs the harbour held back',
        'a memo on the hull from the well-',
        'informed inquiry for nine days, they say.',
        '    The hearing continues on Thursday, the',
        'ministry told the paper.'
      ])
    ).toEqual([
      '    The board that runs the harbour held back a memo on the hull from the well-informed inquiry for nine days, they say.',
      '    The hearing continues on Thursday, the ministry told the paper.'
    ])
  })

  it('ends a paragraph at a full line where the others are of one sentence', () => {
    const lines = [
      'The board that runs the harbour held back a memo',
      'on the hull.',
      'The hearing continues on Thursday.',
      'Two engineers told the paper that they had given',
      'warning in the spring and again in June.',
      'Nobody said that the inspection had been stopped.',
      'Investigators read letters of the board for weeks',
      'before they met.'
    ]
    expect(unwrap(lines)).toContain('Nobody said that the inspection had been stopped.')
  })
})

it('reads lines of millions of characters, of words or of blanks', () => {
  for (const line of ['x'.repeat(8_000_000), `By${' '.repeat(100_000)}x`, `${'.'.repeat(300_000)}x`])
    expect(extractText(`${line}\n\n${BODY}`, named('article.txt')).text).toContain(line.slice(-1))
})
