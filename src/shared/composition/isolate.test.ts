import { describe, expect, it } from 'vitest'
import { isolated } from './isolate.ts'

describe('isolated', () => {
  it('wraps what runs the other way, and all in a language that runs from right to left', () => {
    expect(isolated('Northern Courier', 'en')).toBe('Northern Courier')
    expect(isolated('ميناء سولين', 'en')).toBe('\u2068ميناء سولين\u2069')
    expect(isolated('Northern Courier', 'ar')).toBe('\u2068Northern Courier\u2069')
    expect(isolated('Arbeit', 'arn')).toBe('Arbeit')
  })

  it('drops controls that would end the isolate early or turn round what follows', () => {
    expect(isolated('א\u2069\u202eב', 'en')).toBe('\u2068אב\u2069')
  })
})
