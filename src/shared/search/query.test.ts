import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysAsked, daysPublished, isAsked } from './dates.ts'
import { parseQuery, parseTyped } from './query-parser.ts'

const read = (query: string): string => parseQuery(query).read
const typed = (query: string): string => parseTyped(query).read

describe('a query', () => {
  it.each([
    ['harbour memo', 'harbour AND memo'],
    ['"kept the memo"', '"kept the memo"'],
    ['“kept the memo” „x y“', '"kept the memo" AND "x y"'],
    ['a OR b c', 'a OR b AND c'],
    ['(a OR b) c', '(a OR b) AND c'],
    ['a NOT b', 'a AND NOT b'],
    ['a -b -"c d" -(e f)', 'a AND NOT b AND NOT "c d" AND NOT (e AND f)'],
    ['-a', 'NOT a'],
    ['a - b -- c --d', 'a AND b AND c AND d'],
    ['well-known', '"well known"'],
    ['harbo* "kept the me"*', 'harbo* AND "kept the me"*'],
    ['a NEAR/5 b', 'a NEAR/5 b'],
    ['a NEAR/5 b NEAR/3 "c d"', 'a NEAR/5 b AND b NEAR/3 "c d"'],
    ['a NEAR/2 (b OR c*)', 'a NEAR/2 b OR a NEAR/2 c*'],
    ['a NEAR/2 title:b', 'a AND title:b'],
    ['a near/5 b NEAR c', 'a AND "near 5" AND b AND near AND c'],
    ['don’t 1,000.50', '"don t" AND "1 000 50"'],
    ['東京 東*', '東京 AND 東*'],
    ['publisher:"Northern Courier" Title:memo', 'publisher:"northern courier" AND title:memo'],
    ['title:(a OR -b)', 'title:a OR NOT title:b'],
    ['-tag:x lang:en-GB tlp:TLP:AMBER+STRICT key:S1', 'NOT tag:x AND lang:"en gb" AND tlp:"amber strict" AND key:s1'],
    ['in:quotes in:Source in:all', 'in:quotes AND in:sources AND "in all"'],
    ['date:2031-05 date:>=2031-02-10 date:none', 'date:2031-05 AND date:>=2031-02-10 AND date:none'],
    ['date:2031-13 date:soon', '"date 2031 13" AND "date soon"'],
    ['foo:bar https://a.example/b', '"foo bar" AND "https a example b"'],
    ['title: title:', 'title AND title'],
    ['OR', 'or'],
    ['a OR', 'a AND or'],
    ['AND a', 'and AND a'],
    ['a OR OR b', 'a OR or AND b'],
    ['a NOT', 'a AND not'],
    ['NOT', 'not'],
    ['a AND AND b', 'a AND and AND b'],
    ['(a OR', 'a AND or'],
    ['a) OR (b', 'a OR b'],
    ['"kept the', '"kept the"'],
    ['"', ''],
    ['() * - & 🙂', ''],
    ['a & b', 'a AND b'],
    ['', '']
  ])('%s is read as %s', (query, expected) => {
    expect(read(query)).toBe(expected)
  })

  it.each([
    ['harbour me', 'harbour AND me*'],
    ['harbour me ', 'harbour AND me'],
    ['"kept the me', '"kept the me"*'],
    ['"kept the memo"', '"kept the memo"'],
    ['publisher:nor', 'publisher:nor*'],
    ['in:quo', 'in:quotes'],
    ['memo date:2031-0', 'memo'],
    ['memo -date:', 'memo'],
    ['memo date:2031-05', 'memo AND date:2031-05'],
    ['memo title:', 'memo'],
    ['memo OR', 'memo AND or*']
  ])('that is being typed, %s, is read as %s', (query, expected) => {
    expect(typed(query)).toBe(expected)
  })

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        ' ',
        '-',
        '*',
        'AND',
        ' OR ',
        ' NOT ',
        ' NEAR/3 ',
        'title:',
        'date:',
        'in:',
        '2031',
        '東',
        'é',
        'a',
        'b',
        '“'
      ),
      fc.string({ unit: 'binary', maxLength: 3 })
    ),
    { maxLength: 30 }
  )

  it('never fails, and is read as itself once it was read', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const query = parts.join('')
        const first = parseQuery(query)
        expect(parseQuery(first.read)).toEqual(first)
        parseTyped(query)
      }),
      { numRuns: 2000 }
    )
  })

  it('of deep brackets and many neighbours is read too', () => {
    expect(read(`${'('.repeat(20_000)}a${')'.repeat(20_000)}`)).toBe('a')
    const many = `(${Array.from({ length: 300 }, (_, i) => `w${i}`).join(' OR ')})`
    expect(parseQuery(`${many} NEAR/3 ${many}`).root?.type).toBe('and')
    expect(parseQuery('NOT '.repeat(20_001) + 'a').read).toBe('NOT a')
  })

  it('of very many words counts with its first 500, and is read as itself', () => {
    const han = Array.from({ length: 10_000 }, (_, i) => String.fromCodePoint(0x4e00 + (i % 900))).join('')
    for (const query of [
      han,
      [...han].join(' '),
      [...han].join(' OR '),
      `(${[...han].join(' ')}) NEAR/2 a`,
      `title:${han}`
    ]) {
      const first = parseQuery(query)
      expect(parseQuery(first.read)).toEqual(first)
      expect([...first.read.replace(/[^\p{sc=Han}]/gu, '')]).toHaveLength(500)
    }
    expect(parseQuery(`${'a '.repeat(500)}b date:2031`).read.endsWith('a AND date:2031')).toBe(true)
  })
})

describe('dates', () => {
  it('count whole', () => {
    expect(daysAsked('2031-02')).toEqual({ from: 20310201, to: 20310228 })
    expect(daysAsked('2032')).toEqual({ from: 20320101, to: 20321231 })
    expect(daysAsked('2031-02..2031-03')).toEqual({ from: 20310201, to: 20310331 })
    expect(daysAsked('2031-02..')).toEqual({ from: 20310201, to: null })
    expect(daysAsked('>=2031-02-10')).toEqual({ from: 20310210, to: null })
    expect(daysAsked('<2031-02')).toEqual({ from: null, to: 20310200 })
    expect(['..', '2031-02-30', '2031-2', 'a..b', '>=', '1..2..3'].map(daysAsked)).toEqual(Array(6).fill(null))
  })

  it('of a source are its local day, or all days that may be meant', () => {
    const asked = (query: string, published: string | null): boolean =>
      isAsked(daysAsked(query)!, daysPublished(published))
    expect(asked('2031-03-04', '2031-03-04T23:30:00-05:00')).toBe(true)
    expect(asked('2031-03-05', '2031-03-04T23:30:00-05:00')).toBe(false)
    expect(asked('2031-03-05', '2031-03')).toBe(true)
    expect(asked('2031-02-10..2031-02-20', '2031')).toBe(true)
    expect(asked('none', null)).toBe(true)
    expect(asked('none', '2031')).toBe(false)
    expect(asked('2031', null)).toBe(false)
  })
})
