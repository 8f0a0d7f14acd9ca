import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBagInfo, formatManifestLine, parseBagInfo, parseManifest, parseOxum } from './bagit.ts'

const HASH = 'a'.repeat(64)

describe('a manifest', () => {
  it('reads back whatever the files are called', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', '%', '\n', '\r', ' ', '2', '5', '0', 'A', 'D', 'é', '/', '*') })
      .map((s) => `data/${s}x`)
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const { digests, problems } = parseManifest(names.map((path) => formatManifestLine(HASH, path)).join(''), 'm')
        expect(problems).toEqual([])
        expect([...digests.keys()]).toEqual(names)
      })
    )
  })

  it('is written as sha256sum reads it', () => {
    expect(formatManifestLine(HASH, 'data/100%.txt')).toBe(`${HASH}  data/100%25.txt\n`)
  })

  it('has lines that can’t be read and doubles named', () => {
    expect(parseManifest(`${HASH}  data/a\nhello\n\n${HASH}\tdata/a\n${'a'.repeat(63)}  data/b`, 'm').problems).toEqual(
      [
        'Line 2 of m is no SHA-256 with a file’s name.',
        'm names “data/a” twice.',
        'Line 5 of m is no SHA-256 with a file’s name.'
      ]
    )
  })
})

describe('bag-info', () => {
  it('keeps one line a field, whatever is in it', () => {
    const title = 'Ferry\nPayload-Oxum: 1.1\r\u2028x\0'
    const text = formatBagInfo([
      ['External-Description', title],
      ['Bagging-Date', '2031-03-12']
    ])
    expect(text).toBe('External-Description: Ferry Payload-Oxum: 1.1 x\nBagging-Date: 2031-03-12\n')
    expect([...parseBagInfo(text)]).toEqual([
      ['external-description', 'Ferry Payload-Oxum: 1.1 x'],
      ['bagging-date', '2031-03-12']
    ])
  })

  it('is read with folded lines, and of a repeated field the first', () => {
    expect([...parseBagInfo('A: one\r\n  two\nb : x\nA: three\nnonsense')]).toEqual([
      ['a', 'one two'],
      ['b', 'x']
    ])
  })

  it('counts as octets.streams', () => {
    expect(parseOxum('279164409832.1198')).toEqual({ bytes: 279164409832, files: 1198 })
    for (const value of ['', '1', '1.', '-1.1', '1.1.1', '1e3.1']) expect(parseOxum(value)).toBeNull()
  })
})
