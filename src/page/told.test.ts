import { describe, expect, it } from 'vitest'
import { compareTold } from './told.ts'

const FOUND = 'abcd0123'.repeat(8)
const FILE = '9f'.repeat(32)
const told = (typed: string) => compareTold(typed, FOUND, FILE)

describe('a fingerprint that somebody was told', () => {
  const groups = FOUND.match(/.{4}/g)!
  it.each([
    ['in groups', groups.join(' ')],
    ['with colons, of which the first group is letters alone', groups.join(':')],
    ['in capitals behind a word', `Fingerprint: ${FOUND.toUpperCase()}`],
    ['behind the name of the hash', `SHA-256 = ${FOUND}`],
    ['with dashes of all kinds and a space of no width', groups.join('–').replace('–', '\u200b—')],
    ['with commas and line ends', groups.join(',\n')],
    ['in full width', FOUND.replaceAll('a', 'ａ').replaceAll('1', '１')],
    ['with O and l for 0 and 1', FOUND.replaceAll('0', 'O').replaceAll('1', 'l')]
  ])('is the same %s', (_, typed) => {
    expect(told(typed)).toEqual({ kind: 'same' })
  })

  it('is another one, a part, the file’s hash, or none', () => {
    expect(told(`abce${FOUND.slice(4)}`)).toEqual({ kind: 'other', at: 4 })
    expect(told(`${FOUND}a`)).toEqual({ kind: 'other', at: 65 })
    expect(told(FOUND.slice(0, 12))).toEqual({ kind: 'part', length: 12 })
    expect(told(FILE)).toEqual({ kind: 'file' })
    expect(told('what is this')).toEqual({ kind: 'bad' })
    expect(told(' – ')).toEqual({ kind: 'nothing' })
  })
})
