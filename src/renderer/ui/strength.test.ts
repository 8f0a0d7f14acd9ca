import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'none'],
    ['harbour', 'weak'],
    ['harbour1', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['ab ab ab ab ab ab ab ab ab ab', 'weak'],
    ['quay lamp otter', 'weak'],
    ['quay lamp otter violet', 'fair'],
    ['quay lamp otter violet seven brick', 'good'],
    ['x7Kq-93mzP!vvR2w#Tn8Lb0a', 'good']
  ])('%s: %s', (passphrase, level) => {
    expect(strengthOf(passphrase).level).toBe(level)
  })

  it('tells what it counted, in whole characters', () => {
    expect(strengthOf('ø').words).toMatch(/^1 character, 0 words/)
    expect(strengthOf('two words').words).toMatch(/^9 characters, 2 words/)
  })
})
