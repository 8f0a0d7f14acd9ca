/** More that articles are made of: headlines and outlets that are hard to tell from what stands beside them. All invented. */
export interface FreshWords {
  titles: string[]
  names: string[]
  outlets: string[]
  cities: string[]
  /** Sentences that begin an article; DAY becomes another day than that of the article. */
  openings: string[]
  /** Paragraphs as they stand. */
  paragraphs: string[]
}

export type FreshTongue = 'en' | 'de' | 'fr' | 'es'

export const FRESH_WORDS: Record<FreshTongue, FreshWords> = {
  en: {
    titles: [
      'Vestad attack: police stop sharing information with Orre after leaks',
      '“We were told to stay inside”: survivors recall the night of the fire',
      "'Nobody will be left behind,' says governor",
      'May: deal with the islands is closer than ever',
      'March for housing draws thousands',
      'What happened at Lantern Tower on 14 June 2016',
      'Budget 2031 - what it means for you',
      'Analysis — The quiet collapse of a coastal bank',
      'Marek Quill appointed head of the coastguard',
      'By the numbers: a decade of storms',
      'From Vestad to Sollen in nine hours',
      'I lost my brother to the sea. Now I want answers',
      'Interview: Hester Farrow on why she left the board',
      'Two held over depot blast',
      'Storm Ilse: live updates as winds reach 90mph',
      'Vestad 2, Sollen 1: late goal settles cup final',
      'Ministers "furious" over leaked pictures',
      'Fishing row: islands agree 12-month truce',
      '10 things to know about the new ferry law',
      'How a £3m grant vanished',
      'Death toll rises to 22',
      'Source of the leak named',
      'Police: no charges in depot fire',
      'Governor who hid gifts should resign, panel says, as pressure mounts on a cabinet already short of allies and time'
    ],
    names: [
      'Amara Okonje',
      'J. P. Hallworth',
      'Ciarán Ó Dubhlain',
      'Fatima al-Rashni',
      'Lucy Penhale',
      'Robert van Dree',
      'Sean McAlloran',
      'Ngozi Ubanwe',
      'Mary-Kate Ellisham',
      'April Sumnor',
      'Will Paige-Low',
      'Grace Lakely',
      'Daniel S. Orrick',
      'Priya Nandesh'
    ],
    outlets: [
      'KTV News',
      'The Point',
      'Signal',
      'Vestad Evening News',
      'harbourwire.com',
      'Coastline.com',
      'Sollen Herald & Mail',
      'The Brannow Independent',
      'NRT',
      'Orre Broadcasting Corporation',
      'Daily Post of Vestad',
      'Insight',
      'Tollmouth Live',
      'The Sunday Lantern',
      'Time and Tide',
      'Channel 6',
      'Al-Sahil English',
      'The North-East Argus'
    ],
    cities: ['Sollen', 'Vestad', 'Port Marit', 'New Brannow', 'Kvarnvik'],
    openings: [
      'Police in Sollen have stopped sharing information with the neighbouring force in an unprecedented move, according to reports.',
      'A man of 34 has been charged after a blast at a fuel depot on DAY, prosecutors said.',
      'On DAY, the governor’s office received a letter that it would never answer.',
      '“I heard the crash and I ran,” says a nurse who was first at the scene.',
      'Thousands of people marched through the centre of the capital on Saturday to demand lower rents.',
      'It began with a phone call.',
      'The coastguard has a new chief.',
      'At least 22 people have died and dozens are missing, officials said late on Wednesday, after the worst storm in a decade hit the coast.'
    ],
    paragraphs: [
      'The decision came after sensitive pictures from the scene were leaked to the foreign press.',
      'The governor said she intends to "make clear" that intelligence between the two forces must remain secure.',
      'She will meet other leaders on Thursday.',
      '"This is completely unacceptable," an official said.',
      'A spokesman declined to comment.',
      'The area was closed until 6.30pm, and trains were diverted through New Brannow. Bus services ran as normal.',
      'Among those present was Dr. A. Tolley, who led the first review in 2014. He called the findings “a matter of record”.',
      'But not everyone agrees.',
      'The panel heard from 41 witnesses over eleven days, read some 9,000 pages of letters and visited the site three times before it came to its view that nobody at the board had asked the simplest of questions.',
      '“We asked for the papers in April. We asked again in May. We are still waiting,” the letter says.',
      'According to the ministry, the grant was paid in three parts: £1.2m in 2012, £0.9m in 2013 and the rest a year later.',
      'Neighbours described a loud bang, then silence.',
      'What happens next is up to the court.',
      'Turnout was 61.4 per cent, the lowest since records began.',
      'The statement, published on the board’s site late on Monday, ran to four lines and named no one.',
      '“They should be ashamed,” said Una Brannagh, 58, whose house lost its roof. “Nobody came to see us, and nobody called.”',
      'The inquiry continues.',
      'Earlier this year the paper reported that two inspectors had been moved to other posts after raising concerns.',
      'In a separate development, the mayor of Port Marit said the town would build its own sea wall.',
      'The company, which employs 1,400 people, said it was co-operating fully with investigators.',
      'Why that should matter to people who live forty miles inland is a question that the report does not answer.',
      'He added: "We do not speculate on matters before the court."',
      'Forecasters expect winds to ease by Friday morning.',
      'Additional trains will run at the weekend, the operator said, and tickets bought before the storm remain valid.'
    ]
  },
  de: {
    titles: [
      'Polizei in Vestad stoppt Austausch von Daten nach Leck',
      '„Wir sollten drinnen bleiben“: Überlebende berichten',
      'Kommentar: Die Brücke hätte nie verkauft werden dürfen',
      'Was am 14. Juni 2016 im Laternenturm geschah',
      'Haushalt 2031 – was sich ändert',
      'Zwei Festnahmen nach Explosion im Tanklager'
    ],
    names: ['Annegret Solms-Weide', 'Jörg Bückert', 'Mai Thurmann', 'Cem Aydarli', 'Friederike von Tessen'],
    outlets: ['Norddeutsche Warte', 'Der Kurier', 'Signal', 'Tagesblick', 'kueste-aktuell.de', 'Die Woche Vestad'],
    cities: ['Sollen', 'Vestad', 'Kvarnvik'],
    openings: [
      'Die Polizei in Sollen gibt keine Daten mehr an die Nachbarbehörde weiter, wie am Mittwoch bekannt wurde.',
      'Nach der Explosion in einem Tanklager am DAY ist ein 34-Jähriger angeklagt worden.',
      'Es begann mit einem Anruf.'
    ],
    paragraphs: [
      'Zuvor waren Bilder vom Tatort an die ausländische Presse gelangt.',
      '„Das ist völlig unannehmbar“, sagte ein Beamter.',
      'Ein Sprecher wollte sich nicht äußern.',
      'Doch nicht alle sind dieser Meinung.',
      'Das Gremium hörte an elf Tagen 41 Zeugen und las rund 9000 Seiten Briefe, bevor es zu dem Schluss kam, dass niemand in der Behörde die einfachste aller Fragen gestellt hatte.',
      'Die Wahlbeteiligung lag bei 61,4 Prozent.',
      'Nach Angaben des Ministeriums wurde das Geld in drei Teilen gezahlt.',
      'Am Freitag soll der Wind nachlassen. Die Bahn setzt zusätzliche Züge ein.',
      'Dr. A. Tolling, der die erste Prüfung im Jahr 2014 leitete, sprach von einer „Tatsache“.',
      'Wie es weitergeht, entscheidet das Gericht.'
    ]
  },
  fr: {
    titles: [
      'La police de Vestad ne partage plus ses informations',
      '« On nous a dit de rester à l’intérieur » : les survivants racontent',
      'Budget 2031 : ce qui change',
      'Mai, le mois de toutes les grèves',
      'Deux arrestations après l’explosion d’un dépôt'
    ],
    names: ['Élodie Marchevel', 'Jean-Luc Tarnaud', 'Samia Benhadour', 'Yann Le Quéver'],
    outlets: [
      'Le Point du Jour',
      'Le Relais',
      'L’Indépendant de la Côte',
      'mer-infos.fr',
      'Signal',
      'La Tribune de Sollen'
    ],
    cities: ['Sollen', 'Vestad', 'Port-Marit'],
    openings: [
      'La police de Sollen ne transmet plus d’informations à sa voisine, a-t-on appris mercredi.',
      'Un homme de 34 ans a été mis en examen après l’explosion d’un dépôt de carburant le DAY.',
      'Tout a commencé par un appel.'
    ],
    paragraphs: [
      'Des images de la scène avaient été publiées par la presse étrangère.',
      '« C’est tout à fait inacceptable », a dit un responsable.',
      'Un porte-parole n’a pas souhaité s’exprimer.',
      'Mais tout le monde n’est pas de cet avis.',
      'La commission a entendu 41 témoins pendant onze jours et lu quelque 9 000 pages de lettres avant de conclure que personne n’avait posé la plus simple des questions.',
      'La participation a été de 61,4 %.',
      'Selon le ministère, la somme a été versée en trois fois.',
      'Le vent devrait faiblir vendredi. Des trains supplémentaires circuleront.',
      'La suite dépend du tribunal.'
    ]
  },
  es: {
    titles: [
      'La policía de Vestad deja de compartir información',
      '«Nos dijeron que no saliéramos»: hablan los supervivientes',
      'Presupuesto 2031: lo que cambia',
      'Dos detenidos por la explosión en un depósito',
      '¿Quién firmó la venta del puente?'
    ],
    names: ['Rocío Almendrales', 'José Luis Tarragal', 'Amaia Etxarren', 'Íñigo de la Vallina'],
    outlets: ['La Mañana de Sollen', 'El Punto', 'Signal', 'costahoy.es', 'El Independiente del Norte'],
    cities: ['Sollen', 'Vestad', 'Puerto Marit'],
    openings: [
      'La policía de Sollen ya no comparte información con la fuerza vecina, según se supo el miércoles.',
      'Un hombre de 34 años ha sido acusado tras la explosión en un depósito de combustible el DAY.',
      'Todo empezó con una llamada.'
    ],
    paragraphs: [
      'La prensa extranjera había publicado imágenes del lugar.',
      '«Es del todo inaceptable», dijo un responsable.',
      'Un portavoz no quiso hacer declaraciones.',
      'Pero no todos están de acuerdo.',
      'La comisión escuchó a 41 testigos durante once días y leyó unas 9.000 páginas de cartas antes de concluir que nadie había hecho la más sencilla de las preguntas.',
      'La participación fue del 61,4 por ciento.',
      'Según el ministerio, el dinero se pagó en tres partes.',
      'El viento amainará el viernes. Habrá más trenes.',
      'Lo que ocurra ahora depende del tribunal.'
    ]
  }
}
