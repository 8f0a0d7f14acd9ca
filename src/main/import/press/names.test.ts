import { describe, expect, it } from 'vitest'
import { creditsIn } from './names.ts'

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
    ['Post, Edda', ['Edda Post']],
    ['POST, EDDA', ['Edda Post']],
    ['Post, Edda; Lind, Tove; Press, Odile M.', ['Edda Post', 'Tove Lind', 'Odile M. Press']],
    ['Desk, Edda', ['Edda Desk']],
    ['Lind, Tove; Desk, Edda', ['Tove Lind', 'Edda Desk']],
    ['Editor, Tove', ['Tove Editor']],
    ['Bote, Karl', ['Karl Bote']],
    ['By EDDA POST, Lantern Press Writer', ['Edda Post']],
    ['EDDA POST', ['Edda Post']],
    ['By Edda Post and Tove Press', ['Edda Post', 'Tove Press']],
    ['By Tove Lind, Edda Post and Odile Brandt', ['Tove Lind', 'Edda Post', 'Odile Brandt']],
    ['Tove Lind, Odile Brandt, Edda Post', ['Tove Lind', 'Odile Brandt', 'Edda Post']],
    ['Edda Post; Staff Reporter', ['Edda Post']],
    ['Par Edda Post et Arne Monde', ['Edda Post', 'Arne Monde']],
    ['Von Karl Bild und Edda Welt', ['Karl Bild', 'Edda Welt']],
    ['Tove Lind, Sollen Post', ['Tove Lind']],
    ['Tove Lind, Sollen Reporter', ['Tove Lind']],
    ['Daily Post', []],
    ['Sports Editor', []],
    ['Editor, Sports', []],
    ['Desk, Foreign', []],
    ['Post, Daily', []],
    ['Press, Associated', []],
    ['Desk, AAP', []],
    ['Sollen Reporter', []],
    ['Staff Reporter', []],
    ['Post, Edda, Staff Writer', ['Edda Post']],
    ['EDDA POST STAFF WRITER', ['Edda Post']],
    ['Lind, Tove. Post, Edda', ['Tove Lind', 'Edda Post']],
    ['Post-Brandt, Edda; Mail, Karl B', ['Edda Post-Brandt', 'Karl B Mail']],
    ['POST Edda', ['Edda Post']],
    ['Odile BRANDT; Recueilli par Odile Brandt', ['Odile Brandt']],
    ['Odile BRANDT; Odile Brandt', ['Odile Brandt']],
    ['No Byline Available', []],
    ['jso/dpa', []],
    ['Sollen News, Ind.', []],
    ['By Tove Lind CNN', ['Tove Lind']],
    ['By Odile Brandt and Tove Lind CNN', ['Odile Brandt', 'Tove Lind']],
    ['Tove Lind, Sollen Tribune, Colo.', ['Tove Lind']],
    ['Aus Sollen berichtet TOVE LIND', ['Tove Lind']],
    ['Tove', ['Tove']],
    ['Tove Lind and Odile Brandt of the Courier contributed to this report.', ['Tove Lind', 'Odile Brandt']]
  ])('of “%s”', (words, names) => {
    expect(creditsIn(words).people).toEqual(names)
  })
})

describe('the paper of the article beside its writers', () => {
  it.each<[string, string, string[]]>([
    ['Tove Lind, Sollen Eagle, Pa.', 'Sollen Eagle (Marenholm)', ['Tove Lind']],
    ['TOVE LIND Eagle Staff Writer', 'Sollen Eagle (Marenholm)', ['Tove Lind']],
    [
      'By Tove Lind and Odile Brandt Sollen Beach Post Staff Writers',
      'Sollen Beach Post',
      ['Tove Lind', 'Odile Brandt']
    ],
    ['Tove Lind / Sollen Eagle / Follow @tlind', 'Sollen Eagle', ['Tove Lind']],
    ['By Tove Lind, The Coast Courier', 'The Coast Courier', ['Tove Lind']],
    ['BY TOVE LIND and ODILE BRANDT SOLLEN DAILY NEWS', 'Daily News (Sollen)', ['Tove Lind', 'Odile Brandt']],
    ['Edda Post', 'Sollen Post', ['Edda Post']],
    ['Tove Eagle and Odile Brandt', 'Sollen Eagle', ['Tove Eagle', 'Odile Brandt']]
  ])('is nobody: “%s” in %s', (words, publisher, names) => {
    expect(creditsIn(words, publisher).people).toEqual(names)
  })
})
