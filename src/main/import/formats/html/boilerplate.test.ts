import { describe, expect, it } from 'vitest'
import { isAboutAuthor, isInvitation, isPictureCredit, isTrail } from './boilerplate.ts'

describe('lines that are no text of an article', () => {
  it.each([
    'Read more: Crossings to Vestad resume with one ferry',
    'Sign up for the harbour’s newsletter, which comes every morning before the first ferry leaves the quay of Sollen.',
    '© 2031 Harbour Post. All rights reserved.',
    'Lesen Sie auch: Warum die Fähre nicht fuhr',
    'Diese Webseite verwendet Cookies, um Ihnen die Fahrpläne zu zeigen. Wenn Sie weiter lesen, sind Sie damit einverstanden.',
    'Читайте также: Паром снова ходит',
    '» Leggi anche: il traghetto',
    'Advertisement',
    '12 comments',
    '- Anzeige -',
    'Anzeige – Fährkarten gibt es im Hafen von Sollen.',
    'War dieser Artikel hilfreich?',
    'Möchten Sie diesen Beitrag teilen?',
    'Der Beitrag wurde am Mittwoch, den 5. März 2031 um 15:21 Uhr veröffentlicht und wurde unter Fähren abgelegt.',
    'Wir respektieren deine Privatsphäre und stellen deshalb ohne dein Einverständnis keine Verbindung zum Netzwerk her.',
    'If you enjoyed reading this post – would you consider supporting our work? Just click here. Thanks!',
    'For the latest stories and breaking news updates download the Harbour Post apps for iOS and Android.',
    'Le puede interesar: El memorando del transbordador',
    'Warning: Creating default object from empty value in /srv/www/includes/classes.php on line 407',
    'The harbour has a new quay, which the ferry uses from May on. See for yourself! Read more',
    'Auskunft über die Fähren der letzten Woche… mehr •••'
  ])('takes out %s', (line) => {
    expect(isInvitation(line)).toBe(true)
  })

  it.each([
    'Commenting on the memo, the minister said that nobody had shown it to him before the ferry sailed.',
    'Copyright law has nothing to say about memos, a lawyer of the board told the inquiry in Sollen on Thursday.',
    'Loading of the ferry began at noon, and nobody counted the lorries that went aboard in those two hours.',
    'Recommended repairs were put off, according to two officials who saw the list of the yard in January.',
    'Follow the money, the inspector told the inquiry, and you will find out who kept the memo in a drawer.',
    'More on the inquiry’s findings was expected on Friday, when its chair was to speak to survivors in Sollen.',
    'The beam was wrong, as the warning on line 4 of the memo said.',
    'The article was published on Monday, and nobody read it before the ferry sailed to Vestad.',
    'Der Beitrag wurde am Montag erhöht, wie die Reederei in Sollen am Abend mitteilte, und soll noch steigen.',
    'For the latest repair the yard of Sollen had asked three times as much as the board wanted to pay.',
    'Anzeige gegen die Reederei erstattete am Montag der Kapitän, der das Memorandum gelesen hatte.',
    'Die Kapitänin sagte am Ende nur noch: Ich kann nicht … mehr.',
    'He wanted no more than that, he said, and she asked for much more.',
    'He ate cookies while the inquiry heard the captain.'
  ])('keeps %s', (line) => {
    expect(isInvitation(line)).toBe(false)
  })

  it('takes out a sentence that is a link', () => {
    const line = 'More on the inquiry: the captain’s evidence, the memo and the nine days in which nobody asked.'
    expect(isInvitation(line, 0.9)).toBe(true)
    expect(isInvitation(line, 0)).toBe(false)
  })

  it('knows who made a picture from a source of text', () => {
    expect(isPictureCredit('The quay at Sollen. Photo: Arne Moll/Harbour Post')).toBe(true)
    expect(isPictureCredit('The quay at Sollen on Friday | © Arne Moll')).toBe(true)
    expect(isPictureCredit('The defects were of a technical nature, the yard says. (Quelle: Sollen Radio)')).toBe(false)
    expect(isPictureCredit('The quay at Sollen (Arne Moll/AFP)')).toBe(true)
    expect(isPictureCredit('The board would not say who read the memo. (Reuters/AFP)')).toBe(false)
    expect(isPictureCredit('The board would not say who read the memo - Reuters')).toBe(false)
    expect(isPictureCredit('Reuters reported on Thursday that the memo had been withheld.')).toBe(false)
  })

  it('knows a trail from a sentence', () => {
    expect(isTrail('Home » News » Ferries » Memo withheld')).toBe(true)
    expect(isTrail('The memo went from the yard > the board. Nobody read it.')).toBe(false)
  })

  it('knows a note on the writer', () => {
    expect(isAboutAuthor('Tove Lind is a reporter in Sollen.', ['Tove Lind'])).toBe(true)
    expect(isAboutAuthor('About the author: Tove Lind writes about ferries.', ['Tove Lind'])).toBe(true)
    expect(isAboutAuthor('Arne Moll is the captain of the ferry.', ['Tove Lind'])).toBe(false)
    expect(isAboutAuthor('A friend of Tove Lind is a captain.', ['Tove Lind'])).toBe(false)
  })
})
