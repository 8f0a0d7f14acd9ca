import { MORE_WORDS } from './made-words-more.test-helper.ts'

export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'nl' | 'it' | 'pl' | 'ru'

/** What made articles of one language are made of. Names are invented. */
export interface Words {
  months: string
  short: string
  weekdays: string
  titles: string[]
  first: string
  last: string
  outlets: string[]
  sections: string
  sentences: string[]
}

export const WORDS: Record<Tongue, Words> = {
  en: {
    months: 'January February March April May June July August September October November December',
    short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    titles: [
      'Harbour board kept inspection memo from ferry inquiry',
      'Ferry inquiry: what we know so far',
      '“No one told us,” says minister after sinking',
      'Why did nobody stop the Marit Vane?',
      'At least 19 dead as ferry sinks in Orre Sound',
      'Port of Tollmouth to close for three weeks in May',
      'Survivors’ group asks for open hearing',
      'Council votes 12-9 to sell the old shipyard',
      'Storm cuts power to 40,000 homes on the coast',
      'Grain prices fall again as harvest beats forecasts',
      'Mayor of Vestad resigns over contract for new bridge',
      'US and Vestad to share shipping data, officials say',
      'Teachers in New Brannow walk out for a second day',
      'Court orders release of the harbour papers in full, but not before the inquiry has heard from its last witness'
    ],
    first: 'Tove Arne Signe Ilse Marek Una Corwin Delphine Jory Hester',
    last: 'Lind Moll Farrow Varnholt Quill Brannagh Oster O’Dell Haversham Tolley-Reed',
    outlets: [
      'Northern Courier',
      'Daily Lantern',
      'Sollen Radio',
      'Coastline Weekly',
      'Harbour Post',
      'The Vestad Times',
      'Orre Sound Today',
      'The Tollmouth Gazette',
      'Brannow Star',
      'SVN News'
    ],
    sections: 'News,World,Business,Politics,Local News,UK,Opinion',
    sentences: [
      'The board that runs the harbour held back a memo on the ferry’s hull from the official inquiry for nine days, according to two officials.',
      'The memo, dated 11 February, warned that the inspection “had not been completed to the standard the board requires”.',
      'A spokesperson for the board said: “We gave the inquiry everything it asked for, at the time it asked for it.”',
      'The sinking killed 22 people and injured 64, the coastguard says.',
      'Earlier reports had spoken of 19 dead.',
      'Ms Farrow, who lost her brother, said the families had waited long enough.',
      '“We do not want money,” she said. “We want to know who signed.”',
      'The ministry did not answer questions by the time of publication.',
      'In 2029 the same yard had been fined 3.2 million crowns for work on a sister ship.',
      'The hearing continues on Thursday.',
      'No date has been set for the vote, but members expect it before the summer.',
      'Two engineers told the paper they had raised the matter in January and again in the spring.'
    ]
  },
  de: {
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    short: 'Jan. Feb. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
    weekdays: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
    titles: [
      'Hafenbehörde hielt Prüfvermerk zurück',
      'Fährunglück: Was wir bisher wissen',
      '„Niemand hat uns gewarnt“',
      'Mindestens 19 Tote bei Fährunglück im Orresund',
      'Warum hat niemand die Marit Vane aufgehalten?',
      'Sturm legt Strom an der Küste lahm'
    ],
    first: 'Tove Arne Jutta Ilse Henrik Katrin',
    last: 'Lindner Mollhaus Varnholt Osterkamp Brehmer von der Lühe',
    outlets: ['Vestader Tageblatt', 'Küstenkurier', 'Sollener Nachrichten', 'Orre-Zeitung', 'Hafenrundschau'],
    sections: 'Politik,Wirtschaft,Nachrichten,Ausland,Regionales',
    sentences: [
      'Die Hafenbehörde hat der Untersuchungskommission neun Tage lang einen Vermerk über den Rumpf der Fähre vorenthalten, wie zwei Beamte sagen.',
      'Der Vermerk vom 11. Februar warnt, die Prüfung sei „nicht nach den Regeln abgeschlossen“ worden.',
      '„Wir haben der Kommission alles gegeben, worum sie bat“, sagte eine Sprecherin.',
      'Bei dem Unglück starben 22 Menschen, 64 wurden verletzt.',
      'Das Ministerium antwortete bis Redaktionsschluss nicht.',
      'Am Donnerstag wird die Anhörung fortgesetzt.',
      'Frau Brehmer, die ihren Bruder verlor, sagte, die Familien hätten lange genug gewartet.',
      '„Wir wollen kein Geld, wir wollen wissen, wer unterschrieben hat“, sagte sie.',
      'Zwei Ingenieure sagten der Zeitung, sie hätten im Januar und noch einmal im Frühjahr gewarnt.',
      'Schon im Jahr 2029 hatte die Werft eine Strafe von 3,2 Millionen Kronen gezahlt.',
      'Ein Termin für die Abstimmung steht noch nicht fest.'
    ]
  },
  fr: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    short: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
    weekdays: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
    titles: [
      'La capitainerie a gardé une note d’inspection',
      'Naufrage du ferry : ce que l’on sait',
      '« Personne ne nous a prévenus »',
      'Au moins 19 morts dans le naufrage d’un ferry',
      'Pourquoi personne n’a arrêté le « Marit Vane » ?'
    ],
    first: 'Solène Armand Delphine Yves Maud',
    last: 'Lindel Mollard Vernholt Quillot d’Orrey',
    outlets: ['Le Courrier du Nord', 'La Dépêche de Sollen', 'L’Écho de Vestad', 'Radio Orre', 'Le Phare'],
    sections: 'Monde,Société,Politique,Économie',
    sentences: [
      'La capitainerie de Sollen a gardé pendant neuf jours une note sur la coque du ferry, selon deux fonctionnaires.',
      'La note du 11 février avertit que l’inspection « n’avait pas été achevée ».',
      '« Nous avons donné à la commission tout ce qu’elle demandait », a déclaré une porte-parole.',
      'Le naufrage a fait 22 morts et 64 blessés.',
      'Le ministère n’a pas répondu à nos questions.',
      'L’audience reprendra jeudi.',
      'Mme Mollard, qui a perdu son frère, a dit que les familles avaient assez attendu.',
      '« Nous ne voulons pas d’argent, nous voulons savoir qui a signé », a-t-elle ajouté.',
      'Deux ingénieurs disent avoir alerté leur direction en janvier, puis au printemps.',
      'En 2029, le même chantier avait payé une amende de 3,2 millions de couronnes.',
      'Aucune date n’a été fixée pour le vote.'
    ]
  },
  es: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    short: 'ene feb mar abr may jun jul ago sep oct nov dic',
    weekdays: 'lunes martes miércoles jueves viernes sábado domingo',
    titles: [
      'La autoridad portuaria ocultó el informe de inspección',
      'Naufragio del transbordador: lo que sabemos',
      'Al menos 19 muertos al hundirse un transbordador',
      '«Nadie nos avisó»',
      '¿Por qué nadie detuvo al Marit Vane?'
    ],
    first: 'Inés Martín Elvira Tomás Nuria',
    last: 'Lindares Mollar Varela Ostos Quiroz',
    outlets: ['El Correo de Sollen', 'La Voz de Vestad', 'Diario de la Costa', 'El Faro', 'Radio Orre'],
    sections: 'Mundo,Sociedad,Economía,Política',
    sentences: [
      'La autoridad portuaria de Sollen retuvo durante nueve días un informe sobre el casco del transbordador, según dos funcionarios.',
      'El informe, fechado el 11 de febrero, advierte que la inspección «no se había completado».',
      '«Dimos a la comisión todo lo que pidió», dijo una portavoz.',
      'En el naufragio murieron 22 personas y 64 resultaron heridas.',
      'El ministerio no respondió a las preguntas de este diario.',
      'La vista continúa el jueves.',
      'La señora Mollar, que perdió a su hermano, dijo que las familias ya habían esperado bastante.',
      '«No queremos dinero, queremos saber quién firmó», añadió.',
      'Dos ingenieros dijeron que habían avisado en enero y otra vez en primavera.',
      'En 2029 el mismo astillero había pagado una multa de 3,2 millones de coronas.',
      'No se ha fijado fecha para la votación.'
    ]
  },
  ...MORE_WORDS
}
