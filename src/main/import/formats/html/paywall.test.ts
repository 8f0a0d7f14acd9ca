import { describe, expect, it } from 'vitest'
import { isStop } from './paywall.ts'

describe('sentences that stop a reader', () => {
  it.each([
    'You have read your last free article. Subscribe for 1 crown a week.',
    "You've reached your monthly limit of free articles.",
    'You have 2 free articles remaining this month',
    'Subscribe to continue reading.',
    'Subscribe to read on',
    'To continue reading, please log in or start a free trial',
    'This article is for subscribers only',
    'Already a subscriber? Log in',
    'Sign in to read the full story',
    'Cancel anytime.',
    'Dieser Artikel ist nur für Abonnenten verfügbar.',
    'Sie haben Ihre kostenlosen Artikel für diesen Monat gelesen.',
    'Jetzt abonnieren und weiterlesen',
    'Um weiterzulesen, melden Sie sich an oder schließen Sie ein Abo ab.',
    'Bereits Abonnent? Hier anmelden',
    'Cet article est réservé aux abonnés.',
    'Il vous reste 80% de cet article à lire. La suite est réservée aux abonnés.',
    'Abonnez-vous pour lire la suite',
    'Contenido exclusivo para suscriptores',
    'Suscríbete para seguir leyendo',
    'Has leído tu último artículo gratis',
    'Conteúdo exclusivo para assinantes',
    'Assine para continuar lendo',
    'Questo articolo è riservato agli abbonati',
    'Abbonati per continuare a leggere',
    'Dit artikel is alleen beschikbaar voor abonnees',
    'Logga in för att läsa hela artikeln',
    'Logg inn for å lese hele saken',
    'Материал доступен только подписчикам',
    'この記事は有料会員限定です',
    '订阅后继续阅读',
    'Subscribe'
  ])('knows %s', (line) => {
    expect(isStop(line)).toBe(true)
  })

  it.each([
    'The board asked owners to subscribe to continue the fund, two officials said.',
    'Passengers had to sign in to see the list of the drowned.',
    'You have read the articles of the treaty, the judge told the minister.',
    'Customers can cancel at any time, the company said.',
    'He had already subscribed to the fund when the ferry sank.',
    'The newspaper put its archive behind a paywall in 2029.',
    'Der Minister hat den Artikel gelesen und sich beim Verlag angemeldet.',
    'Sie waren bereits Mitglieder des Vereins, sagte der Anwalt.',
    'Il faut passer le pont pour accéder à la plage.',
    'El ministro ha leído los artículos del acuerdo.',
    'The minister read of it in the newspaper on the tenth day.',
    'O ministro leu os artigos do acordo.'
  ])('leaves %s in the text', (line) => {
    expect(isStop(line)).toBe(false)
  })
})
