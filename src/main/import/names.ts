import { findDates, MONTH } from './dates.ts'
import { countWords, normaliseForMatch, oneLine } from './wording.ts'

/** Words that names of papers, stations and agencies hold and names of people don't. */
const OUTLET_WORD =
  /(?<!\p{L})(?:agency|agence|agentur|agencia|agenzia|news|newspapers?|newswire|press|presse|prensa|stampa|media|medien|times|post|courier|courrier|kurier|herald|heraldo|tribune|gazette|gazeta|journal|chronicle|chronik|guardian|observer|independent|telegraph|mirror|lantern|examiner|inquirer|enquirer|echo|argus|star|sun|mail|express|record|review|reporter|dispatch|bulletin|digest|weekly|daily|sunday|morning|evening|standard|globe|sentinel|monitor|beacon|advertiser|magazine|magazin|radio|rundfunk|television|tv|broadcasting|network|channel|online|wire|today|zeitung|tagblatt|tageblatt|tageszeitung|nachrichten|anzeiger|rundschau|allgemeine|spiegel|bote|blatt|woche|welt|monde|figaro|libération|matin|soir|dépêche|nouvelles|quotidien|hebdo|diario|periódico|noticias|correo|mundo|país|nación|corriere|repubblica|giornale|gazzetta|messaggero|jornal|folha|estado|notícias|correio|krant|dagblad|courant|nieuws|avis|avisen|tidende|tidning|tidningen|nytt|nyheter|bladet|sanomat|lehti|uutiset|wiadomości|rzeczpospolita|noviny|hírlap|gazetesi|haber|ajansı|blog|ministry|ministerium|ministère|ministerio|ministero|department|office|council|board|authority|commission|committee|university|institute|foundation|association|union|group|gmbh|inc|ltd|llc)(?!\p{L})/iu
/** The same as the end of a compound, and words of languages that inflect them. */
const OUTLET_COMPOUND =
  /\p{L}{2}(?:zeitung|kurier|rundschau|blatt|anzeiger|nachrichten|bote|presse|koerier|courant|krant|nieuws)$|(?<!\p{L})(?:voz|faro|phare|écho|gazeta|dziennik|kurier|głos|tygodnik|przegląd|газета|курьер|вестник|известия|новости|правда|радио|агентство|вісник)(?!\p{L})/iu
const OUTLET_NAME =
  /^(?:reuters|ap|afp|dpa|upi|tass|ansa|efe|apa|pti|ani|xinhua|kyodo|yonhap|interfax|bloomberg|bbc|cnn|itv|cbs|nbc|abc|npr|pbs|msnbc|fox|sky|zdf|ard|rtl|orf|srf|nrk|svt|yle|rte|rté|cbc|politico|axios|vox|vice|quartz|slate|salon|wired|forbes|fortune|newsweek|buzzfeed|taz|faz|sz|el país|haaretz|aftenposten|aftonbladet|al jazeera|deutsche welle|dw|ritzau|tt|ntb|belga|ats|sda|condé nast|hearst|gannett|vox media|associated press|the associated press|agence france-presse|keystone-sda|rolling stone|mother jones|vanity fair|talking points memo|business insider|ars technica|huffpost|propublica|bellingcat|mediapart|correctiv|breitbart|sputnik|newsmax|metro|time|clarín|infobae|stern|focus|bild)$/iu
const PARTICLE = '(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|af|av|y|e|und|mc)'
const NAME_WORD =
  "(?:(?:[dl]['’]|(?:al|el|ad|as|an|ar|ben|bin)-)?\\p{Lu}[\\p{L}\\p{M}]*(?:['’.-]+\\p{L}[\\p{L}\\p{M}]*)*\\.?)"
const PERSON = new RegExp(
  `^(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\\.?\\s+)?${NAME_WORD}(?:\\s+(?:${PARTICLE}\\s+)*${NAME_WORD}){1,4}$`,
  'u'
)
const BYLINE_WORDS =
  'written by|posted by|published by|story by|words by|text by|report by|reported by|reporting by|article by|geschrieben von|verfasst von|veröffentlicht von|ein (?:beitrag|artikel|bericht) von|texte? par|publié par|écrit par|propos recueillis par|escrito por|publicado por|scritto da|a cura di|pubblicato da|door onze|tekst|text|texte|texto|testo|author|authors|autor|autorin|autoren|auteur|autores|autore|by|von|par|por|di|da|door|av|af|skrevet av|od|przez|автор|текст|作者|文|记者|記者|撰文|责任编辑|責任編輯|著者|執筆'
const BYLINE = new RegExp(`^\\W*(?:${BYLINE_WORDS})(?:[:：]\\s*|\\s+|[●／/](?=\\p{L}))(?=\\S)`, 'iu')
/** Words that say what a writer does, not how the writer is called. */
const ROLE =
  /(?<!\p{L})(?:correspondents?|editor(?:ial)?|reporters?|columnists?|writer|staff|journalist(?:e|a|in)?|redakteur(?:in)?|korrespondent(?:in)?|redaktion|rédaction|redacción|redazione|redactie|contributor|contributing|producer|photographer|chief|bureau|desk|head of|political|business|senior|special to|investigations|freelance|analyst|envoyé|corresponsal|redactor|inviato|newsroom)(?!\p{L})/iu
/** The beginning of a date without a year behind a name: `Tove Lind March 4`. */
const DAY_BEHIND = new RegExp(`(?:^|\\s)(?:${MONTH}\\.?\\s+\\d|\\d{1,2}\\.?\\s+${MONTH}(?!\\p{L})).*$`, 'iu')
/** What is left of a date whose day stands further on: `Tove Lind Monday`. */
const WEEKDAY_BEHIND = /\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu
const NOBODY =
  /^(?:(?:see|view|read|more|all|show|follow|find|visit|about|meet|posts?|articles?|written|click|here|last|updated?|published|posted|photos?|image|comments?)\b.*|by|von|admin(?:istrator)?|root|user|author|autor|webmaster|n\/a|null|undefined|none|unknown|anonymous|redaktion|die redaktion|rédaction|la rédaction|redacción|redazione|redactie|editor(?:s|ial|ial team)?|the editors|staff(?: writer| reporter)?s?|news ?desk|our (?:own )?correspondents?|our foreign staff|agencies|guest|gast|online|web|wire(?: services| reports)?|share|follow|contact|email|home|about|super user|test|por|par|di|publi(?:é|cado|cada)\b.*|search for\b.*|(?:η )?συντακτική ομάδα|rss.*|mehr über.*|редакция|redakcja|newsroom|a note\b.*)$/iu

/** A writer’s occupation, where `reporter` may as well be the name of a paper. */
const OCCUPATION = /(?:reporter|correspondent|editor|writer|columnist|staff|desk)s?$/iu

/** True when the words look like the name of a paper, station, agency or institution. */
export function isOutlet(name: string): boolean {
  const text = name.trim()
  if (OCCUPATION.test(text) && !LEADING_ARTICLE.test(text) && isRole(text)) return false
  return (
    OUTLET_NAME.test(text) ||
    /^(?:The|Le|La|Les|El|Los|Las|Il|Die|Der|Das|De|Het)\s+\p{Lu}[\p{L}-]+$/u.test(text) ||
    OUTLET_WORD.test(text) ||
    OUTLET_COMPOUND.test(text) ||
    /\s(?:Report|Reports|Staff)$/u.test(text) ||
    /^(?:[\w-]+\.)+(?:com|org|net|info|news|[a-z]{2})$/i.test(text)
  )
}

const LEADING_ARTICLE = /^(?:The|Le|La|Les|El|Los|Las|Il|Die|Der|Das|De|Het)\s+\p{Lu}/u

/** True when the words look like one person's first and last names. */
export function isPerson(name: string): boolean {
  const text = name.trim()
  if (text.length > 60 || isOutlet(text) || ROLE.test(text) || LEADING_ARTICLE.test(text)) return false
  return PERSON.test(capsToNames(text))
}

/** Words beside those of `ROLE` in what a writer is called. */
const BEAT =
  /^(?:of|the|at|and|for|der|des|für|de|du|affairs|news|home|foreign|world|local|national|health|crime|education|environment|science|sports?|media|transport|ports?|defence|defense|agency|agencies|agenturen|agences|agencias|wires?|economics|legal|courts?|culture|arts|technology|deputy|assistant|special|security|our|own|with|europe|regional|group)$/iu

/** True when the words say what a writer does (`Chief Reporter`, `Ports Correspondent`) and nothing else. */
export function isRole(words: string): boolean {
  const all = oneLine(words).split(' ')
  return (
    all.length <= 5 && all.some((word) => ROLE.test(word)) && all.every((word) => ROLE.test(word) || BEAT.test(word))
  )
}

/** The words after `By`, `Von`, `Texte par` and the like; null when the line doesn't begin so. */
export function afterByline(line: string): string | null {
  const match = BYLINE.exec(line)
  return match ? line.slice(match[0].length).trim() : null
}

/** What a byline gives: people, and the outlet when it names one. */
export interface Credits {
  people: string[]
  outlets: string[]
}

const JOINED = /\s*(?:;|\||\s\/\s|\s•\s|\s·\s|(?<!\p{L})(?:and|und|et|y|og|och|en|oraz|ja|и|&)(?!\p{L})|\s\+\s|\n)\s*/iu

/**
 * Splits the words of a byline into people and outlets: `Tove Lind and Arne Moll`, `Tove Lind, Political Correspondent`,
 * `TOVE LIND for Daily Lantern`, `Lind, Tove; Moll, Arne`. Roles, places, dates, addresses and handles are left out.
 */
export function readNames(words: string): Credits {
  const credits: Credits = { people: [], outlets: [] }
  for (const part of splitNames(oneLine(words))) {
    const name = cleanName(part)
    if (name === null) continue
    const list = isOutlet(name) ? credits.outlets : credits.people
    if (!list.some((known) => normaliseForMatch(known) === normaliseForMatch(name))) list.push(name)
  }
  return credits
}

function splitNames(words: string): string[] {
  // Italian and Polish join names by a letter, which as a capital is an initial.
  const parts = words
    .replace(/\s[ei]\s(?=\p{Lu})/gu, '; ')
    .split(JOINED)
    .flatMap((part) => part.split(/\s+(?:for|für|pour|para|per|voor)\s+(?=\p{Lu}|[\w-]+\.\p{L})/u))
  return parts.flatMap((part) => {
    const commas = part.split(/\s*,\s*/).filter(Boolean)
    const isTurned = parts.length > 1 || commas.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !isOutlet(word))
    if (commas.length === 2 && isTurned && commas.every((word) => !word.includes(' ')))
      return [`${commas[1]} ${commas[0]}`]
    return commas
  })
}

/** One name without by-words, dates, addresses, places and roles; null when nothing of a name is left. */
export function cleanName(words: string): string | null {
  let name = oneLine(words.replace(/<[^>]*>/g, ' ').replace(/\u00A0/g, ' '))
  if (/^(?:https?:|www\.|@)/i.test(name)) return null
  for (let again = afterByline(name); again !== null; again = afterByline(name)) name = again
  name = name.replace(WEEKDAY_BEHIND, '')
  const date = findDates(name)[0]
  if (date) name = name.slice(0, date.start)
  name = name
    .replace(DAY_BEHIND, '')
    .replace(/\S+@\S+|\s@\w+/g, '')
    .replace(/\s*[([{<].*$/u, '')
    .replace(/\s+[–—|•·]\s.*$/u, '')
    .replace(/\s+-\s.*$/u, '')
    .replace(/^(?:in|at|from|aus|bei|à)\s+\p{Lu}.*$/u, '')
    .replace(/\s+(?:in|at|on|aus|à|en|i|reports?|berichtet|is a|is the|covers|was)\s.*$/u, '')
    .replace(/,?\s+(?:posted|published|updated|veröffentlicht|publié)\b.*$/iu, '')
    .replace(/^[\s,;:–"'“”*_-]+|[\s,;:–"'“”*_-]+$/gu, '')
  if (/^(?:ph\.?\s?d|m\.?d|msc|ma|mba|rd|rn|mph|jr|sr|esq|dpa|jd|bsc)\.?$/i.test(name)) return null
  if (/\d/.test(name) && /\s/.test(name) && !isOutlet(name)) return null
  if (name === '' || name.length > 80 || countWords(name) > 8 || /^\P{L}*$/u.test(name) || NOBODY.test(name))
    return null
  if (/^\p{Ll}/u.test(name) && !/\s\p{Lu}/u.test(name) && /\s/.test(name)) return null
  if (ROLE.test(name) && !isOutlet(name)) return withoutRole(name)
  return name
}

/** `Chief Reporter Tove Lind` keeps the name, `Political Correspondent` nothing. */
function withoutRole(name: string): string | null {
  const rest = oneLine(
    name
      .split(/\s+/)
      .filter((word) => !ROLE.test(word) && !/^(?:of|the|at|in|and|for)$/i.test(word))
      .join(' ')
  )
  return PERSON.test(rest) && !/^(?:Staff|Foreign|Home|Crime|World)\b/.test(rest) ? rest : null
}

/** `TOVE LIND` as `Tove Lind`, for looking at shapes only. */
function capsToNames(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
