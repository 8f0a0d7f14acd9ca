/** An invented article, in the words of an interface of a database. */
export interface MadeArticle {
  title: string
  authors: string[]
  publisher: string
  section: string
  edition: string
  page: string
  words: number
  /** ISO day. */
  day: string
  paragraphs: string[]
}

/** What an interface's language writes. */
export interface Interface {
  tag: string
  /** Name of that language in itself. */
  language: string
  months: string[]
  words: string
  by: string
  and: string
  document: string
  summary: string[]
}

export const INTERFACES: Interface[] = [
  {
    tag: 'en',
    language: 'English',
    months: ['January', 'February', 'March', 'April'],
    words: 'words',
    by: 'By',
    and: 'and',
    document: 'Document',
    summary: ['Search Summary', 'Text', 'ferry and harbour']
  },
  {
    tag: 'fr',
    language: 'Français',
    months: ['janvier', 'février', 'mars', 'avril'],
    words: 'mots',
    by: 'Par',
    and: 'et',
    document: 'Document',
    summary: ['Résumé de la recherche', 'Texte', 'bac et port']
  },
  {
    tag: 'de',
    language: 'Deutsch',
    months: ['Januar', 'Februar', 'März', 'April'],
    words: 'Wörter',
    by: 'Von',
    and: 'und',
    document: 'Dokument',
    summary: ['Zusammenfassung der Suche', 'Text', 'Fähre und Hafen']
  },
  {
    tag: 'es',
    language: 'Español',
    months: ['enero', 'febrero', 'marzo', 'abril'],
    words: 'palabras',
    by: 'Por',
    and: 'y',
    document: 'Documento',
    summary: ['Resumen de búsqueda', 'Texto', 'ferry y puerto']
  },
  {
    tag: 'it',
    language: 'Italiano',
    months: ['gennaio', 'febbraio', 'marzo', 'aprile'],
    words: 'parole',
    by: 'Di',
    and: 'e',
    document: 'Documento',
    summary: ['Riepilogo ricerca', 'Testo', 'traghetto e porto']
  },
  {
    tag: 'pt',
    language: 'Português',
    months: ['janeiro', 'fevereiro', 'março', 'abril'],
    words: 'palavras',
    by: 'Por',
    and: 'e',
    document: 'Documento',
    summary: ['Resumo da pesquisa', 'Texto', 'balsa e porto']
  },
  {
    tag: 'nl',
    language: 'Nederlands',
    months: ['januari', 'februari', 'maart', 'april'],
    words: 'woorden',
    by: 'Door',
    and: 'en',
    document: 'Document',
    summary: ['Zoekoverzicht', 'Tekst', 'veerboot en haven']
  }
]

const BODIES: Record<string, string[]> = {
  en: [
    'The harbour board of Sollen held back a memo on the hull of the ferry for nine days, two officials said on Thursday.',
    'IN the spring the yard had promised to mend the crack. It never did, the officials said under oath.'
  ],
  fr: [
    'Le conseil du port de Sollen a gardé pendant neuf jours une note sur la coque du bac, ont dit jeudi deux fonctionnaires.',
    'Le chantier avait promis de réparer la fissure au printemps. Il ne l’a jamais fait, ont-ils dit sous serment.'
  ],
  de: [
    'Die Hafenbehörde von Sollen hielt ein Schreiben über den Rumpf der Fähre neun Tage lang zurück, sagten zwei Beamte.',
    'Die Werft hatte versprochen, den Riss im Frühjahr zu flicken. Das tat sie nie, sagten die Beamten unter Eid.'
  ],
  es: [
    'La junta del puerto de Sollen retuvo durante nueve días una nota sobre el casco del ferry, dijeron dos funcionarios.',
    'LA dirección del astillero había prometido reparar la grieta en primavera. Nunca lo hizo, dijeron bajo juramento.'
  ],
  it: [
    'Il consiglio del porto di Sollen ha trattenuto per nove giorni una nota sullo scafo del traghetto, dicono due funzionari.',
    'Il cantiere aveva promesso di riparare la crepa in primavera. Non lo ha mai fatto, hanno detto sotto giuramento.'
  ],
  pt: [
    'A junta do porto de Sollen reteve durante nove dias uma nota sobre o casco da balsa, disseram dois funcionários.',
    'O estaleiro tinha prometido reparar a fenda na primavera. Nunca o fez, disseram os funcionários sob juramento.'
  ],
  nl: [
    'Het havenbestuur van Sollen hield negen dagen lang een nota over de romp van de veerboot achter, zeiden twee ambtenaren.',
    'De werf had beloofd de scheur in het voorjaar te herstellen. Dat deed ze nooit, zeiden de ambtenaren onder ede.'
  ]
}

/** Three articles in a language; the third has no writer, section, edition or page. */
export function articlesIn({ tag }: Interface): MadeArticle[] {
  const paragraphs = BODIES[tag]!
  const about = { paragraphs, words: 1212, edition: '', section: '', page: '', authors: [] as string[] }
  return [
    {
      ...about,
      title: 'Harbour board kept memo for nine days; Minister promises answers',
      authors: ['Tove Lind', 'Odile Brandt'],
      publisher: 'Coast Courier',
      section: 'Politics',
      edition: 'Late Edition',
      page: 'A1',
      day: '2031-03-04'
    },
    {
      ...about,
      title: 'Yard answers the board of the harbour',
      authors: ['Arne Moll'],
      publisher: 'The Daily Lantern',
      section: 'News',
      page: '12',
      words: 98,
      day: '2031-04-16'
    },
    { ...about, title: 'What the officials told the inquiry', publisher: 'Orre Sound Weekly', day: '2031-01-31' }
  ]
}

/** The day as an interface writes it: `4 March 2031`. */
export function written(day: string, { months }: Interface): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[month! - 1]} ${year}`
}

export function byline({ authors }: MadeArticle, { by, and }: Interface): string {
  return authors.length === 0 ? '' : `${by} ${authors.join(` ${and} `)}`
}

/** The database's number of the article at a place. */
export function accession(index: number, day: string): string {
  return `COASTC00${day.replaceAll('-', '')}e7ct0015${'abc'[index]}`
}

export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Characters as RTF writes them. */
export function rtfText(text: string): string {
  return Array.from(text.replace(/[\\{}]/g, '\\$&'), (char) =>
    char.charCodeAt(0) < 128 ? char : `\\u${char.charCodeAt(0)}?`
  ).join('')
}
