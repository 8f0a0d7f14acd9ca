import type { FreshWords, FreshTongue } from './fresh-words.test-helper.ts'

/** Another stock of invented headlines, names, outlets and paragraphs, for layouts that are read for the first time. */
export const FIFTH_WORDS: Record<FreshTongue, FreshWords> = {
  en: {
    titles: [
      'Sunday’s vote: who is standing, and where?',
      'The day the lights went out',
      'Election 2016: Harbour Party wins five seats in Orre',
      'Why I Left Vestad',
      'No. 7 bridge reopens to lorries',
      '‘It was chaos’',
      'Explained: what is a sea wall?',
      'Watch: moment the roof of the market hall collapses',
      'Letter from Sollen',
      'Ferry firm fined £250,000 after crew member’s death',
      'Islands to vote on 8 June 2017 in referendum',
      '"I was never asked" - clerk breaks silence over missing ballots',
      'Rail strike off as union accepts 4% offer',
      'Mother of missing boy makes new appeal',
      'Obituary: Hester Quill, keeper of the Tollmouth light'
    ],
    names: [
      'Ola van den Berk',
      "Ellen O'Rourne",
      'T. J. Maddock',
      'Dana El-Hadary',
      'Hope Winters',
      'Chris Dayland',
      'Mirela Kostova',
      'Abdul Karim Sabet',
      'Rosalind Peake'
    ],
    outlets: [
      'Common Ground',
      'The Daily Brief',
      'Crux',
      'Open Water',
      'Sollen Today',
      'RTV 2',
      'The Ledger',
      'The Saturday Review of Orre',
      'vestad24.com',
      'Orre & Isles Gazette',
      'CNO',
      'Evening Call',
      'Northlight',
      'Brannow Examiner'
    ],
    cities: ['Sollen', 'Tollmouth', 'St Ansgar'],
    openings: [
      'A ferry firm has been fined after a member of its crew was crushed at Tollmouth quay on DAY.',
      'The lights of Sollen went out at 4.12pm and did not come back for nine hours, the grid operator has confirmed.',
      '“It was chaos,” is how Rosa Minden remembers the morning of the vote.',
      'Commuters face delays again this week.',
      'The mother of a boy who has been missing since DAY has made a new appeal for witnesses to come forward.'
    ],
    paragraphs: [
      'Magistrates heard that a chain had been reported as worn three weeks earlier.',
      'The firm pleaded guilty and apologised to the family.',
      'No one else was hurt.',
      'In a statement, the operator said: “A fault in one substation led to others shutting down. We are looking at why the protection did not work.”',
      'Shops in the old town closed early.',
      'Polls open at 7am and close at 10pm. A result is expected on Monday.',
      'The last time the islands voted, in 1998, the margin was 212 votes.',
      '"We knocked on every door in the street," said Inspector Ray Holm, "and nobody had seen him."',
      'Anyone with information can call the police on 101.',
      'The keeper was 91. She leaves two sons, five grandchildren and a dog called Beacon.',
      'Is it enough? The union thinks so; its members, who have not been paid for the strike days, may not.',
      'It is understood that the offer, which covers two years, was made late on Tuesday after talks that had been broken off in March were taken up again at the request of both sides.',
      'A second hearing is due in the autumn.'
    ]
  },
  de: {
    titles: ['Wer am Sonntag zur Wahl steht', 'Reederei muss 250.000 Kronen zahlen', '„Es war das reine Chaos“'],
    names: ['Beate Ohlendiek', 'Timo Farenholt', 'Dr. Jana Krey'],
    outlets: ['Nordblick', 'Kompass', 'Der Lotse', 'Sollener Allgemeine'],
    cities: ['Sollen'],
    openings: [
      'Eine Reederei muss zahlen, weil am DAY ein Mitglied der Besatzung am Kai von Tollmünde ums Leben kam.',
      'Um 16.12 Uhr gingen in Sollen die Lichter aus.'
    ],
    paragraphs: [
      'Das Unternehmen bekannte sich schuldig.',
      'Niemand sonst wurde verletzt.',
      '„Wir prüfen, warum der Schutz versagt hat“, teilte der Betreiber mit.',
      'Die Geschäfte in der Altstadt schlossen früher.',
      'Zuletzt hatten die Inseln 1998 abgestimmt, damals lagen nur 212 Stimmen zwischen beiden Lagern, was bis heute nicht vergessen ist.',
      'Im Herbst wird weiter verhandelt.'
    ]
  },
  fr: {
    titles: [
      'Dimanche, qui se présente ?',
      'Un armateur condamné à 250 000 couronnes d’amende',
      '« C’était le chaos »'
    ],
    names: ['Maëlle Quérien', 'Paul-Henri Vasseloin'],
    outlets: ['L’Aube', 'Le Sémaphore', 'Grand Large', 'La Gazette des Îles'],
    cities: ['Sollen'],
    openings: [
      'Un armateur a été condamné après la mort d’un marin sur le quai de Tollmouth le DAY.',
      'À 16 h 12, les lumières de Sollen se sont éteintes.'
    ],
    paragraphs: [
      'L’entreprise a plaidé coupable.',
      'Personne d’autre n’a été blessé.',
      '« Nous cherchons pourquoi la protection n’a pas fonctionné », a indiqué l’exploitant.',
      'Les magasins de la vieille ville ont fermé plus tôt.',
      'La dernière fois que les îles ont voté, en 1998, l’écart n’avait été que de 212 voix, ce que personne ici n’a oublié.',
      'Une autre audience est prévue à l’automne.'
    ]
  },
  es: {
    titles: ['Quién se presenta el domingo', 'Multa de 250.000 coronas a una naviera', '«Fue un caos»'],
    names: ['Lorena Pazos', 'Miguel Ángel Sotres'],
    outlets: ['La Brújula', 'Norte Abierto', 'El Semáforo', 'Gaceta de las Islas'],
    cities: ['Sollen'],
    openings: [
      'Una naviera ha sido multada por la muerte de un marinero en el muelle el DAY.',
      'A las 16.12 se apagaron las luces de Sollen.'
    ],
    paragraphs: [
      'La empresa se declaró culpable.',
      'Nadie más resultó herido.',
      '«Estudiamos por qué falló la protección», informó el operador.',
      'Las tiendas del casco antiguo cerraron antes.',
      'La última vez que votaron las islas, en 1998, la diferencia fue de 212 votos, algo que aquí nadie ha olvidado.',
      'Habrá otra vista en otoño.'
    ]
  }
}
