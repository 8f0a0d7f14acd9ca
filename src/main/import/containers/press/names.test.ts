import { describe, expect, it } from 'vitest'
import { writersIn } from './names.ts'

describe('the writers that a database names', () => {
  it.each<[string, string[]]>([
    ['By Tove Lind', ['Tove Lind']],
    ['By Tove Lind and Odile Brandt, Staff Writers', ['Tove Lind', 'Odile Brandt']],
    ['Lind, Tove; Brandt, Odile', ['Tove Lind', 'Odile Brandt']],
    ['Lind, Tove', ['Tove Lind']],
    ['TOVE LIND', ['Tove Lind']],
    ['By TOVE LIND and ODILE VAN DER BRANDT', ['Tove Lind', 'Odile van der Brandt']],
    ['TOVE O’NEILL-LIND', ['Tove O’Neill-Lind']],
    ['Tove Lind, Ports Correspondent', ['Tove Lind']],
    ['Tove Lind; tlind@courier.example', ['Tove Lind']],
    ['Von Tove Lind und Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Par Tove Lind et Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Por Tove Lind y Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Di Tove Lind e Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Door Tove Lind en Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Propos recueillis par Tove Lind', ['Tove Lind']],
    ['Entretien réalisé par Tove Lind', ['Tove Lind']],
    ['RECUEILLI À SOLLEN PAR TOVE LIND PHOTO ARNE MOLL', ['Tove Lind']],
    ['Tove Lind avec Arne Moll', ['Tove Lind', 'Arne Moll']],
    ['Tove LIND Envoyée spéciale', ['Tove Lind']],
    ['Staff Reporter', []]
  ])('of “%s”', (words, names) => {
    expect(writersIn(words)).toEqual(names)
  })
})
