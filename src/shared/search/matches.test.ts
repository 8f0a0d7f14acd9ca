import { describe, expect, it } from 'vitest'
import { matchesIn } from './matches.ts'
import { parseQuery } from './query-parser.ts'
import { snippetOf } from './snippet.ts'
import { tokenise } from './tokens.ts'

const found = (text: string, query: string): string[] =>
  matchesIn(tokenise(text), parseQuery(query).root).map(({ start, end }) => text.slice(start, end))

describe('the places of a query in a text', () => {
  const text = 'The board kept the memo. “Kept the Mémo?” asked the boards of Kept.'
  it.each([
    ['memo', ['memo', 'Mémo']],
    ['"kept the memo"', ['kept the memo', 'Kept the Mémo']],
    ['board*', ['board', 'boards']],
    ['memo OR mem*', ['memo', 'Mémo']],
    ['memo NOT board', ['memo', 'Mémo']],
    ['board NEAR/1 memo', []],
    ['board NEAR/2 memo', ['board', 'memo']],
    ['asked NEAR/0 memo', ['Mémo', 'asked']],
    ['title:memo', []]
  ])('%s', (query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  it('are any substrings where words aren’t parted', () => {
    expect(found('港湾委員会は覚書を保管した。', '員会')).toEqual(['員会'])
    expect(found('港湾委員会は覚書を保管した。', '書')).toEqual(['書'])
  })
})

describe('a snippet', () => {
  const snippet = (text: string, query: string): { text: string; marked: string[] } => {
    const { text: piece, marks } = snippetOf(text, matchesIn(tokenise(text), parseQuery(query).root))
    return { text: piece, marked: marks.map(([start, end]) => piece.slice(start, end)) }
  }

  it('is where most of the query stands', () => {
    const far = 'x '.repeat(300)
    const { text, marked } = snippet(`memo ${far} The harbour\nboard kept the memo ${far} harbour`, 'harbour memo')
    expect(marked).toEqual(['harbour', 'memo'])
    expect(text).toContain('The harbour board kept the memo x')
  })

  it('marks what overlaps once, and fits without a match', () => {
    expect(snippet('東京東京都', '東京 京東').marked).toEqual(['東京東京'])
    expect(snippet('', 'a')).toEqual({ text: '', marked: [] })
    expect(snippet('ab '.repeat(200), 'c').text.length).toBeLessThan(230)
    const long = 'a'.repeat(1000)
    expect(snippet(`${long} b`, long).marked[0]!.length).toBeGreaterThan(200)
  })
})
