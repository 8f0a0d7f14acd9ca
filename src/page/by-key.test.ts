import { describe, expect, it } from 'vitest'
import { hangsOnKey } from './by-key.ts'
import type { Progress } from './queue.ts'

/** A key of minisign whose bytes are all one. */
const keyOf = (byte: number): string => `RW${Buffer.alloc(40, byte).toString('base64')}`
const [FIRST, SECOND] = [keyOf(0x41), keyOf(0x42)].map((key) => key.slice(0, 56))
const judged = { kind: 'pdf' } as Progress

describe('a key that was pasted', () => {
  const signed = (publicKey: string) => ({ signature: 'a signature', publicKey })

  it.each<[string, Progress]>([
    ['waits', 'waiting'],
    ['is being checked', 'running'],
    ['was checked', judged]
  ])('has a signed file checked again that %s', (_, progress) => {
    expect(hangsOnKey(signed(''), progress, FIRST!)).toBe(true)
    expect(hangsOnKey(signed(FIRST!), progress, ` ${SECOND}\n`)).toBe(true)
    expect(hangsOnKey(signed(FIRST!), progress, '')).toBe(true)
  })

  it('changes nothing where it’s the same, isn’t one yet, or there is nothing that was signed', () => {
    expect(hangsOnKey(signed(FIRST!), judged, `${FIRST}\n`)).toBe(false)
    expect(hangsOnKey(signed(FIRST!), judged, SECOND!.slice(0, 40))).toBe(false)
    expect(hangsOnKey(signed('RWhalf'), judged, '')).toBe(false)
    expect(hangsOnKey({ signature: null, publicKey: '' }, judged, FIRST!)).toBe(false)
  })

  it('starts nothing that somebody stopped or that broke off', () => {
    const failed = { kind: 'failed' } as Progress
    for (const progress of ['stopped', 'crashed', failed] as const)
      expect(hangsOnKey(signed(''), progress, FIRST!)).toBe(false)
  })
})
