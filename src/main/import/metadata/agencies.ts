import { oneLine } from '../extracted/wording.ts'

/**
 * News agencies and how credit lines name them. A list is kept because a credit such as `AP`, `dpa` or `Kyodo` can't be told from other words by its
 * form, and because an agency's name must be one whatever form a paper uses: independent reports are counted by it. Forms of up to four letters
 * count only as written here.
 */
const FORMS: Record<string, string> = {
  Reuters: 'Reuters|Thomson Reuters|Thomson Reuters Foundation|Рейтер',
  AP: 'AP|Associated Press|The Associated Press|The AP',
  AFP: 'AFP|Agence France-Presse|Agence France Presse|Afp',
  dpa: 'dpa|DPA|Deutsche Presse-Agentur|dpa-infocom|dpa-AFX',
  'PA Media': 'PA Media|Press Association|PA|PA News Agency|The Press Association',
  UPI: 'UPI|United Press International',
  Bloomberg: 'Bloomberg News',
  EFE: 'EFE|Agencia EFE|Efe',
  'Europa Press': 'Europa Press|Europapress',
  ANSA: 'ANSA|Ansa|Agenzia ANSA',
  Adnkronos: 'Adnkronos|AdnKronos',
  TASS: 'TASS|Tass|ТАСС|ITAR-TASS|ИТАР-ТАСС',
  'RIA Novosti': 'RIA Novosti|РИА Новости',
  Interfax: 'Interfax|Интерфакс|Interfax-Ukraine|Інтерфакс-Україна',
  Ukrinform: 'Ukrinform|Укрінформ',
  UNIAN: 'UNIAN|УНІАН|УНИАН',
  BelTA: 'BelTA|БЕЛТА|БелТА',
  Xinhua: 'Xinhua|Xinhua News Agency|新华社|新華社|Xinhuanet',
  'China News Service': 'China News Service|中新社|中新网',
  CNA: '中央社|Central News Agency',
  Kyodo: 'Kyodo|Kyodo News|共同通信|共同通信社|共同',
  'Jiji Press': 'Jiji|Jiji Press|時事通信|時事通信社|時事',
  Yonhap: 'Yonhap|Yonhap News Agency|연합뉴스',
  PTI: 'PTI|Press Trust of India',
  ANI: 'ANI|Asian News International',
  IANS: 'IANS|Indo-Asian News Service',
  UNI: 'United News of India',
  APP: 'Associated Press of Pakistan',
  Bernama: 'Bernama',
  Antara: 'Antara|ANTARA',
  VNA: 'Vietnam News Agency|VNA',
  AAP: 'AAP|Australian Associated Press',
  'Canadian Press': 'The Canadian Press|Canadian Press|La Presse canadienne|La Presse Canadienne',
  APA: 'APA|Austria Presse Agentur',
  'Keystone-SDA': 'Keystone-SDA|Keystone-ATS|SDA|ATS|sda|ats|SDA-ATS',
  epd: 'epd|Evangelischer Pressedienst',
  KNA: 'KNA|Katholische Nachrichten-Agentur',
  Belga: 'Belga',
  ANP: 'ANP|Algemeen Nederlands Persbureau',
  NTB: 'NTB|Norsk Telegrambyrå',
  TT: 'TT|TT Nyhetsbyrån|Tidningarnas Telegrambyrå',
  Ritzau: 'Ritzau|Ritzaus Bureau|ritzau',
  STT: 'STT|Suomen Tietotoimisto|STT–Lehtikuva',
  PAP: 'PAP|Polska Agencja Prasowa',
  ČTK: 'ČTK|CTK|Czech News Agency',
  TASR: 'TASR',
  SITA: 'SITA Slovenská tlačová agentúra',
  MTI: 'MTI|Magyar Távirati Iroda',
  Agerpres: 'Agerpres|AGERPRES',
  BTA: 'БТА|Bulgarian News Agency',
  HINA: 'Hina|HINA',
  Tanjug: 'Tanjug|Танјуг|TANJUG',
  Beta: 'Beta News Agency|Novinska agencija Beta',
  STA: 'Slovenska tiskovna agencija',
  'ANA-MPA': 'ANA-MPA|ΑΠΕ-ΜΠΕ',
  Lusa: 'Lusa|Agência Lusa',
  'Agência Brasil': 'Agência Brasil',
  'Estadão Conteúdo': 'Estadão Conteúdo',
  Folhapress: 'Folhapress|FolhaPress',
  Télam: 'Télam|Telam',
  'Prensa Latina': 'Prensa Latina',
  Notimex: 'Notimex',
  Anadolu: 'Anadolu|Anadolu Agency|Anadolu Ajansı|AA',
  DHA: 'DHA|Demirören Haber Ajansı',
  İHA: 'İHA|İhlas Haber Ajansı',
  IRNA: 'IRNA',
  'Fars News': 'Fars News Agency',
  Tasnim: 'Tasnim|Tasnim News Agency',
  WAM: 'WAM|Emirates News Agency',
  SPA: 'Saudi Press Agency',
  SANA: 'SANA|Syrian Arab News Agency',
  Petra: 'Petra News Agency',
  MENA: 'Middle East News Agency',
  NNA: 'National News Agency',
  WAFA: 'WAFA|Wafa',
  MAP: 'Maghreb Arabe Presse|MAP Express',
  APS: 'Algérie Presse Service',
  TAP: 'Tunis Afrique Presse',
  NAN: 'News Agency of Nigeria|NAN',
  GNA: 'Ghana News Agency',
  SAPA: 'South African Press Association'
}
const LONGEST_FORM = 40
const EXACT = 4

const BY_FORM = new Map(
  Object.entries(FORMS).flatMap(([name, forms]) => forms.split('|').map((form) => [keyOf(form), name] as const))
)
const SEPARATOR =
  /\s*(?:(?<=\p{Ll}{3})\.\s+(?=\p{Lu})|[/,;|•·+&()[\]]|\s[-–—]\s|^[-–—]+|(?<!\p{L})(?:and|und|et|y|e|og|och|en|ja|with|mit|avec|con|com|met|med|from|par|via|i|и|та)(?!\p{L}))\s*/u
/** What a report takes from an agency: `con información de EFE`, `mit Material der dpa`, `com informações da Lusa`. */
const TAKEN =
  '(?:(?:additional|further|some|weiteren?|zusätzlichem?) )?(?:reporting|reports?|information(?:en|s)?|infos?|información|informaciones|datos|informações|informatie|informazioni|material(?:ien)?|agenturmaterial|inputs?|files?|contributions?|content|copy|dépêches?|notas?)'
const ARTICLE =
  "(?:from|by|of|the|de|da|do|das|dos|del|des|di|della|dell['’]|d['’]|der|den|des|von|van|fra|från|la|l['’])"
const AROUND = new RegExp(
  String.raw`^(?:(?:by|from|via|von|par|por|di|da|source|sources|quelle|quellen|fuente|fonte|bron|källa|kilde|źródło|источник|джерело|text|texte|agency|agencies|agenturen|agence|agencia|agência|agenzia|agentur|nachrichtenagentur|©|\(c\)|copyright|the)[\s:]+|(?:with|mit|avec|con|com|met|med) |${TAKEN}(?: |$)(?:${ARTICLE}(?:\s+|(?<=['’])))*)+|[\s,]+(?:staff(?: reporters?| writers?)?|(?:news |sports? |entertainment |national |business |medical |science |political |foreign )*(?:writers?|reporters?|correspondents?|journalists?|sports?|national|entertainment|business|news)|contributed(?: to this (?:report|story|article))?|korrespondent(?:in)?|(?:19|20)\d\d)\.?$|[.:*]+$`,
  'giu'
)

/** The agencies that a credit line or byline names, such as `By Reuters staff`, `dpa/AFP`, `Quelle: APA`, `The Associated Press`. */
export function agenciesIn(credit: string): string[] {
  const names = [credit, ...credit.split(SEPARATOR)].flatMap((part) => {
    const name = agencyNamed(part)
    return name === null ? [] : [name]
  })
  return [...new Set(names)]
}

/** The agency whose name the words are, words such as `By` and `staff` aside; null when they are something else. */
export function agencyNamed(words: string): string | null {
  let text = oneLine(words)
  if (text.length > 2 * LONGEST_FORM) return null
  for (;;) {
    const name = BY_FORM.get(keyOf(text))
    const shorter = text.replace(AROUND, '').trim()
    if (name !== undefined || shorter === text) return name ?? null
    text = shorter
  }
}

function keyOf(form: string): string {
  return form.length <= EXACT ? form : form.toLowerCase()
}

const LEAD = /^[^()/]{0,60}[(/]([^()/]{2,40}(?:\/[^()/]{2,20})?)[)/]\s*[.–—-]/u
const CONTRIBUTED = /(?:associated press|reuters|afp|agence france-presse|press association)(?='?s?\b)/iu

/** The agencies that the first words of a report credit: `SOLLEN, March 4 (Reuters) -`, `Berlin (dpa/lno) -`, `(ANSA) - ROMA`. */
export function agenciesInLead(paragraph: string): string[] {
  const named = LEAD.exec(paragraph)?.[1]
  return named === undefined ? [] : agenciesIn(named)
}

/** The agencies that a closing line credits: `AFP`, `(dpa)`, `Quelle: APA`, `The Associated Press contributed to this report.` */
export function agenciesInClosing(paragraph: string): string[] {
  if (paragraph.length <= 60) return agenciesIn(paragraph)
  if (
    paragraph.length > 300 ||
    !/contribut(?:ed|ing)|with (?:files|reporting) from|mit material (?:der|von)/iu.test(paragraph)
  )
    return []
  const named = CONTRIBUTED.exec(paragraph)?.[0]
  return named === undefined ? [] : agenciesIn(named)
}

/**
 * The agencies of a credit that lists them with the signs of those who edited their texts: `dpa/AFP/tli`, `(Reuters/AFP)`, `mit dpa/tli`. Null for any other words.
 */
export function agencyList(words: string): string[] | null {
  const parts = oneLine(words)
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/^(?:[Vv]on|[Bb]y|[Mm]it|[Ww]ith|[Pp]ar|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed)\s/u, '')
    .split(/\s?\/\s?/u)
  const agencies = parts.flatMap((part) => agencyNamed(part) ?? [])
  if (parts.length < 2 || agencies.length === 0) return null
  return parts.every((part) => agencyNamed(part) !== null || /^\p{Ll}{2,4}$/u.test(part)) ? agencies : null
}
