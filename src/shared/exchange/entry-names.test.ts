import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashingName, isSafeId, nameProblem } from './entry-names.ts'

describe('nameProblem', () => {
  it.each([
    'data/sources/S1/text.txt',
    'bagit.txt',
    'data/briefs/über-1.md',
    'data/a..b',
    'data/.hidden',
    'data/con-1.json',
    'data/lpt10'
  ])('accepts %s', (name) => expect(nameProblem(name)).toBeNull())

  it.each([
    '',
    '.',
    '..',
    '/a',
    'a/',
    'a//b',
    'a/../b',
    'a\\b',
    'c:/a',
    'a/b.',
    'a ',
    'con',
    'a/Aux.txt',
    'COM¹',
    'a\0',
    'a\u202eb',
    'a*'
  ])('refuses %j', (name) => expect(nameProblem(name)).not.toBeNull())

  it('accepts no name that leads out of its folder, on any system', () => {
    const part = fc.constantFrom('..', '.', '', 'a', ' ', 'C:', '\\', '/', '..\\', '%2e%2e', 'nul', '~')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', '\\', ''), (parts, separator) => {
        const name = parts.join(separator)
        if (nameProblem(name) !== null) return
        expect(posix.join('/root', name).startsWith('/root/')).toBe(true)
        expect(win32.join('C:\\root', name).startsWith('C:\\root\\')).toBe(true)
        expect(win32.resolve('C:\\root', name)).toBe(win32.join('C:\\root', name))
      })
    )
  })
})

describe('isSafeId', () => {
  it('accepts the ids that are given and nothing that is more than a name', () => {
    expect(isSafeId('3f2b8c1e-0a7d-4e55-9b1c-6a3d2e4f5a6b')).toBe(true)
    for (const id of ['', '..', 'a/b', 'a.b', 'nul', 'é', 'a'.repeat(65), 'a\n']) expect(isSafeId(id)).toBe(false)
  })
})

describe('clashingName', () => {
  it.each([
    [['a', 'b', 'c/a', 'c/b'], null],
    [['a', 'A'], 'A'],
    [['\u00e9', 'e\u0301'], 'e\u0301'],
    [['a/b', 'a'], 'a'],
    [['A', 'a/b/c'], 'a'],
    [['a/b', 'a/c', 'ab'], null]
  ])('finds in %j: %j', (names, expected) => expect(clashingName(names)).toBe(expected))
})
