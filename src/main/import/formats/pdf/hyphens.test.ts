import { describe, expect, it } from 'vitest'
import { joinLines } from './hyphens.ts'

const joined = (lines: string[], language: string | null): string =>
  joinLines(lines, { words: new Set(), language, spacesLatin: false })

describe('a hyphen at a line’s end', () => {
  it.each([
    ['en', 'the ex-|minister', 'the ex-minister'],
    ['en', 'for ex-|ample', 'for example'],
    ['en', 'an anti-|war march', 'an anti-war march'],
    ['en', 'an anti-|body', 'an antibody'],
    ['en', 'pre- and post-|war', 'pre- and post-war'],
    ['fr', 'le porte-|parole', 'le porte-parole'],
    ['fr', 'pas là-|bas', 'pas là-bas'],
    ['fr', 'le minis-|tre', 'le ministre'],
    ['it', 'ha scrit-|to', 'ha scritto'],
    ['it', 'l’ex-|ministro', 'l’ex-ministro'],
    ['nl', 'de zee-|eend', 'de zee-eend'],
    ['pl', 'flaga biało-|czerwona', 'flaga biało-czerwona'],
    ['ru', 'на юго-|восток', 'на юго-восток'],
    ['de', 'der Ver-|merk', 'der Vermerk'],
    ['de', 'Ein- und Aus-|gang', 'Ein- und Ausgang']
  ])('in %s: %s', (language, broken, whole) => {
    expect(joined(broken.split('|'), language)).toBe(whole)
  })

  it('stays before a word that joins, in its own language only', () => {
    expect(joined(['an in-', 'or outdoor place'], 'en')).toBe('an in- or outdoor place')
    expect(joined(['ha det-', 'to no'], 'it')).toBe('ha detto no')
  })
})
