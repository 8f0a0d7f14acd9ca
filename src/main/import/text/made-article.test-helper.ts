/** Invented articles in several languages, for files whose truth is known. Everything comes from a sequence of chance. */

export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'nl' | 'it' | 'pl' | 'ru'

export interface MadeArticle {
  tongue: Tongue
  title: string
  standfirst: string
  authors: string[]
  publisher: string
  section: string
  city: string
  /** ISO day. */
  day: string
  paragraphs: string[]
  url: string
}

/** Draws from a sequence of numbers between 0 and 1. */
export class Chance {
  readonly #next: () => number

  constructor(seed: number) {
    let state = seed
    this.#next = () => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    }
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)]!
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  often(part: number): boolean {
    return this.#next() < part
  }
}

interface Words {
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

const CITIES = 'Sollen,Vestad,Orrehaven,Port Marit,Kvarnvik,Tollmouth,New Brannow'.split(',')

const WORDS: Record<Tongue, Words> = {
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
  nl: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    short: 'jan feb mrt apr mei jun jul aug sep okt nov dec',
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    titles: [
      'Havenbestuur hield inspectienota achter',
      'Veerbootramp: wat we weten',
      'Zeker 19 doden bij ramp met veerboot',
      'Waarom hield niemand de Marit Vane tegen?'
    ],
    first: 'Tessa Arend Sietske Joris',
    last: 'Lindeman Mollema van der Kade Oosterling',
    outlets: ['Kustkoerier', 'Dagblad van Sollen', 'Vestadse Courant', 'Orre Nieuws'],
    sections: 'Binnenland,Buitenland,Economie,Politiek',
    sentences: [
      'Het havenbestuur van Sollen hield negen dagen lang een nota over de romp van de veerboot achter, zeggen twee ambtenaren.',
      'De nota van 11 februari waarschuwt dat de inspectie „niet volgens de regels was afgerond”.',
      '„Wij gaven de commissie alles waar zij om vroeg”, zei een woordvoerder.',
      'Bij de ramp kwamen 22 mensen om het leven en raakten 64 mensen gewond.',
      'Het ministerie wilde niet reageren.',
      'Mevrouw Mollema, die haar broer verloor, zei dat de families lang genoeg hadden gewacht.',
      '„Wij willen geen geld, wij willen weten wie heeft getekend”, zei ze.',
      'Twee ingenieurs zeggen dat zij in januari en opnieuw in het voorjaar hebben gewaarschuwd.',
      'In 2029 kreeg dezelfde werf een boete van 3,2 miljoen kronen.',
      'Een datum voor de stemming is er nog niet.',
      'Donderdag gaat de zitting verder.'
    ]
  },
  it: {
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    short: 'gen feb mar apr mag giu lug ago set ott nov dic',
    weekdays: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
    titles: [
      'L’autorità portuale ha nascosto il rapporto',
      'Naufragio del traghetto: che cosa sappiamo',
      'Almeno 19 morti nel naufragio di un traghetto',
      'Perché nessuno ha fermato la Marit Vane?'
    ],
    first: 'Livia Arnaldo Silvia Ottavio',
    last: 'Lindoro Mollini Varnesi Ostello',
    outlets: ['Corriere della Costa', 'La Gazzetta di Sollen', 'Il Faro', 'Radio Orre'],
    sections: 'Esteri,Cronaca,Economia,Politica',
    sentences: [
      'L’autorità portuale di Sollen ha trattenuto per nove giorni una nota sullo scafo del traghetto, dicono due funzionari.',
      'La nota dell’11 febbraio avverte che l’ispezione «non era stata completata».',
      '«Abbiamo dato alla commissione tutto quello che ha chiesto», ha detto una portavoce.',
      'Nel naufragio sono morte 22 persone e 64 sono rimaste ferite.',
      'Il ministero non ha risposto alle domande.',
      'La signora Mollini, che ha perso il fratello, ha detto che le famiglie hanno aspettato abbastanza.',
      '«Non vogliamo denaro, vogliamo sapere chi ha firmato», ha aggiunto.',
      'Due ingegneri dicono di avere avvertito i superiori in gennaio e di nuovo in primavera.',
      'Nel 2029 lo stesso cantiere aveva pagato una multa di 3,2 milioni di corone.',
      'Non è stata fissata una data per il voto.',
      'L’udienza riprende giovedì.'
    ]
  },
  pl: {
    months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    short: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
    weekdays: 'poniedziałek wtorek środa czwartek piątek sobota niedziela',
    titles: [
      'Zarząd portu zataił notatkę z inspekcji',
      'Katastrofa promu: co wiemy',
      'Co najmniej 19 ofiar katastrofy promu',
      'Dlaczego nikt nie zatrzymał promu?'
    ],
    first: 'Halina Arkady Zofia Oskar',
    last: 'Lindowska Mollak Warnholt Ostrowicz',
    outlets: ['Kurier Północny', 'Gazeta Solleńska', 'Dziennik Portowy', 'Radio Orre'],
    sections: 'Kraj,Świat,Gospodarka,Polityka',
    sentences: [
      'Zarząd portu w Sollen przez dziewięć dni nie przekazał komisji notatki o stanie kadłuba promu, twierdzą dwaj urzędnicy.',
      'Notatka z 11 lutego ostrzega, że inspekcja „nie została ukończona”.',
      '„Daliśmy komisji wszystko, o co prosiła”, powiedziała rzeczniczka zarządu.',
      'W katastrofie zginęły 22 osoby, a 64 zostały ranne.',
      'Ministerstwo nie odpowiedziało na pytania.',
      'Pani Mollak, która straciła brata, powiedziała, że rodziny czekały już dość długo.',
      '„Nie chcemy pieniędzy, chcemy wiedzieć, kto podpisał”, dodała.',
      'Dwaj inżynierowie mówią, że ostrzegali w styczniu i ponownie wiosną.',
      'W 2029 roku ta sama stocznia zapłaciła karę 3,2 mln koron.',
      'Daty głosowania jeszcze nie ustalono.',
      'Przesłuchanie będzie kontynuowane w czwartek.'
    ]
  },
  ru: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    short: 'янв фев мар апр мая июн июл авг сен окт ноя дек',
    weekdays: 'понедельник вторник среда четверг пятница суббота воскресенье',
    titles: [
      'Портовое управление скрыло записку об осмотре',
      'Крушение парома: что известно',
      'Не менее 19 погибших при крушении парома',
      'Почему никто не остановил паром?'
    ],
    first: 'Инга Арсений Зоя Остап',
    last: 'Линдова Моллин Варнова Остров',
    outlets: ['Северный курьер', 'Солленская газета', 'Портовый вестник', 'Радио Орре'],
    sections: 'Политика,Экономика,Общество,Мир',
    sentences: [
      'Портовое управление Соллена девять дней не передавало комиссии записку о состоянии корпуса парома, сообщили два чиновника.',
      'Записка от 11 февраля предупреждает, что осмотр «не был завершён».',
      '«Мы передали комиссии всё, что она просила», — сказала представитель управления.',
      'При крушении погибли 22 человека, 64 получили ранения.',
      'Министерство не ответило на вопросы.',
      'Госпожа Моллина, потерявшая брата, сказала, что семьи ждали достаточно долго.',
      '«Нам не нужны деньги, мы хотим знать, кто подписал», — добавила она.',
      'Два инженера говорят, что предупреждали начальство в январе и ещё раз весной.',
      'В 2029 году та же верфь заплатила штраф в 3,2 млн крон.',
      'Дата голосования пока не назначена.',
      'Слушание продолжится в четверг.'
    ]
  }
}

/** Makes an article in one of the languages. */
export function makeArticle(chance: Chance, tongue: Tongue): MadeArticle {
  const words = WORDS[tongue]
  const name = (): string => `${chance.pick(words.first.split(' '))} ${chance.pick(lastNames(words.last))}`
  const authors = chance.often(0.3) ? [name(), name()] : [name()]
  const month = chance.whole(1, 12)
  const day = `${chance.whole(1996, 2035)}-${two(month)}-${two(chance.whole(1, 28))}`
  const title = chance.pick(words.titles)
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
  return {
    tongue,
    title,
    standfirst:
      chance
        .pick(words.titles.filter((other) => other !== title))
        .replace(/[?“”„«»]/gu, '')
        .trim() + chance.pick(['', '.']),
    authors: authors[0] === authors[1] ? authors.slice(1) : authors,
    publisher: chance.pick(words.outlets),
    section: chance.pick(words.sections.split(',')),
    city: chance.pick(CITIES),
    day,
    paragraphs: paragraphs(chance, words),
    url: `https://news.example/${slug}-${chance.whole(1000, 9999)}`
  }
}

/** Four to eleven paragraphs, the same sentence never twice unless numbers in it differ. */
function paragraphs(chance: Chance, { sentences }: Words): string[] {
  const pool: string[] = []
  const next = (): string => {
    if (pool.length === 0) pool.push(...shuffled(chance, sentences))
    return pool
      .pop()!
      .replace(/\d+/g, (number) => String(Number(number) + (number.length < 3 ? chance.whole(0, 6) : 0)))
  }
  return Array.from({ length: chance.whole(4, 11) }, () =>
    Array.from({ length: chance.pick([1, 1, 2, 3]) }, next).join(' ')
  )
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  const left = [...list]
  return list.map(() => left.splice(chance.whole(0, left.length - 1), 1)[0]!)
}

function lastNames(last: string): string[] {
  return last
    .replaceAll('von der ', 'von_der_')
    .replaceAll('van der ', 'van_der_')
    .split(' ')
    .map((name) => name.replaceAll('_', ' '))
}

/** How a day is written in an article's language; `kind` narrows it. */
export function writtenDay(
  chance: Chance,
  { tongue, day }: Pick<MadeArticle, 'tongue' | 'day'>,
  kind: 'any' | 'long' | 'yearless' = 'any'
): string {
  const { months, short, weekdays } = WORDS[tongue]
  const [year = '', m = '', d = ''] = day.split('-')
  const [month, number] = [Number(m) - 1, Number(d)]
  const long = months.split(' ')[month]!
  const brief = short.split(' ')[month]!
  const weekday = weekdays.split(' ')[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
  if (tongue === 'en') {
    const point = brief === 'May' ? '' : '.'
    if (kind === 'yearless')
      return chance.pick([`${long} ${number}`, `${brief} ${number}`, `${brief}${point} ${number}`])
    const forms = [
      `${number} ${long} ${year}`,
      `${long} ${number}, ${year}`,
      `${weekday}, ${long} ${number}, ${year}`,
      `${weekday} ${number} ${long} ${year}`
    ]
    if (kind === 'long') return chance.pick(forms)
    return chance.pick([
      ...forms,
      day,
      `${number} ${brief} ${year}`,
      `${brief}${point} ${number}, ${year}`,
      `${number}-${brief}-${year}`,
      `${weekday.slice(0, 3)} ${number} ${brief} ${year}`
    ])
  }
  const spoken: Record<Exclude<Tongue, 'en'>, string> = {
    de: `${number}. ${long} ${year}`,
    fr: `${number === 1 ? '1er' : number} ${long} ${year}`,
    es: `${number} de ${long} de ${year}`,
    nl: `${number} ${long} ${year}`,
    it: `${number} ${long} ${year}`,
    pl: `${number} ${long} ${year}`,
    ru: `${number} ${long} ${year}`
  }
  if (kind === 'yearless') return tongue === 'de' ? `${number}. ${long}` : `${number} ${chance.pick([long, brief])}`
  const full = spoken[tongue]
  if (kind === 'long') return chance.pick([full, `${weekday}, ${full}`])
  return chance.pick([full, full, `${weekday}, ${full}`, `${two(number)}.${m}.${year}`, day])
}

/** A time of the day as the language writes it, maybe with a zone. */
export function writtenTime(chance: Chance, tongue: Tongue): string {
  const [hour, minute] = [chance.whole(6, 22), two(chance.whole(0, 59))]
  if (tongue === 'de') return `${hour}:${minute} Uhr`
  if (tongue === 'fr') return `${hour}h${minute}`
  if (tongue !== 'en') return `${two(hour)}:${minute}`
  const half = hour > 12 ? hour - 12 : hour
  const mark = hour >= 12 ? 'pm' : 'am'
  return chance.pick([
    `${two(hour)}:${minute}`,
    `${two(hour)}:${minute} GMT`,
    `${half}:${minute} ${mark}`,
    `${half}.${minute}${mark}`,
    `${half}:${minute} ${mark.toUpperCase()} ET`,
    `${two(hour)}:${minute} BST`
  ])
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Names as a byline joins them. */
export function joined(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)!}`
}
