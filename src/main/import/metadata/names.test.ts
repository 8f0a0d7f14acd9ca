import { describe, expect, it } from 'vitest'
import { isHandle, isWriter } from './names.ts'
import { readNames } from './bylines.ts'

describe('names in bylines', () => {
  it.each<[string, string[], string[]]>([
    // Surnames that are words of the trade.
    ['By Edda Post', ['Edda Post'], []],
    ['Edda Times', ['Edda Times'], []],
    ['Karl Bild', ['Karl Bild'], []],
    ['Ines Welt', ['Ines Welt'], []],
    ['Tom Reporter', ['Tom Reporter'], []],
    ['Edda Editor', ['Edda Editor'], []],
    ['EDDA HERALD', ['EDDA HERALD'], []],
    ['Ida Wells-Post', ['Ida Wells-Post'], []],
    ['Arne Press, Edda Wire and James L. Page', ['Arne Press', 'Edda Wire', 'James L. Page'], []],
    ['Harbour Post', [], ['Harbour Post']],
    ['The Post', [], ['The Post']],
    ['Evening Star', [], ['Evening Star']],
    ['Tove Lind for Evening Star', ['Tove Lind'], ['Evening Star']],
    // Several writers.
    ['Tove Lind & Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind und Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind et Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind y Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind e Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind og Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind; Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind | Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind/Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Tove Lind, Arne Moll, Edda Page', ['Tove Lind', 'Arne Moll', 'Edda Page'], []],
    ['Tove Lind with Arne Moll', ['Tove Lind', 'Arne Moll'], []],
    ['Lind, Tove; Moll, Arne', ['Tove Lind', 'Arne Moll'], []],
    ['Lind, Tove (Sollen)', ['Tove Lind'], []],
    ['van der Lind, Tove', ['Tove van der Lind'], []],
    ['LIND, Tove', ['Tove LIND'], []],
    // Agencies.
    ['Tove Lind with AFP', ['Tove Lind'], ['AFP']],
    ['Tove Lind/AFP', ['Tove Lind'], ['AFP']],
    ['Tove Lind (Reuters)', ['Tove Lind'], ['Reuters']],
    ['Tove Lind avec AFP', ['Tove Lind'], ['AFP']],
    ['Tove Lind mit dpa', ['Tove Lind'], ['dpa']],
    ['Tove Lind mit Material der dpa', ['Tove Lind'], ['dpa']],
    ['Tove Lind con información de EFE', ['Tove Lind'], ['EFE']],
    ['Tove Lind com informações da Lusa', ['Tove Lind'], ['Lusa']],
    ['Tove Lind, AP contributed', ['Tove Lind'], ['AP']],
    ['GARY MOLL, AP Sports Writer', ['GARY MOLL'], ['AP']],
    ['Tove Lind, from wire reports', ['Tove Lind'], []],
    ['dpa/AFP', [], ['dpa', 'AFP']],
    // Roles, desks, places, accounts and what a form leaves.
    ['Tove Lind, Political Editor', ['Tove Lind'], []],
    ['Tove Lind in Sollen', ['Tove Lind'], []],
    ['Tove Lind, Wirtschaftsredakteurin', ['Tove Lind'], []],
    ['Environment correspondent', [], []],
    ['Sports Editor', [], []],
    ['Newsdesk', [], []],
    ['Web Desk', [], []],
    ['Staff', [], []],
    ['admin', [], []],
    ['Redaktion', [], []],
    ['Facebook', [], []],
    ['12:20pm', [], []],
    ['Wednesday', [], []],
    ['{{author}}', [], []],
    ['undefined undefined', [], []],
    ['Author Name', [], []],
    ['tlind (Tove Lind)', ['Tove Lind'], []],
    ['harbourpost - Tove Lind', ['Tove Lind'], []],
    ['© Tove Lind Tove Lind', ['Tove Lind'], []],
    ['Alles von Tove Lind', ['Tove Lind'], []],
    ['Von Tove Lind am 4. März 2031 um 9 Uhr', ['Tove Lind'], []],
    ['Tove Lind Date', ['Tove Lind'], []],
    ['Zuletzt geändert am', [], []],
    ['Gesponserte Inhalte', [], []],
    ['記者 王小明', ['王小明'], []]
  ])('reads %s', (words, people, outlets) => {
    expect(readNames(words, true)).toEqual({ people, outlets })
  })

  it('takes a word of the trade for a surname in bylines only', () => {
    expect(readNames('Edda Post')).toEqual({ people: [], outlets: ['Edda Post'] })
  })

  it.each(['tlind42', '@tovelind', 'tove.lind', 'toveLind', 'tove_lind'])('takes %s for an account', (name) => {
    expect(isHandle(name)).toBe(true)
    expect(isWriter(name)).toBe(false)
  })

  it.each(['Heiner', 'McDonald', 'DeShawn', 'O’Neil', 'Łukasz', '王小明'])('takes %s for no account', (name) => {
    expect(isHandle(name)).toBe(false)
  })
})
