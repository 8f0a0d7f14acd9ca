import { readCreditLine } from '../metadata/credits.ts'
import { fieldOf, readFieldLine } from '../metadata/fields.ts'
import { isOutlet, isPerson, isRole } from '../metadata/names.ts'
import { readNames } from '../metadata/bylines.ts'
import { countWords, oneLine, smallWords } from '../extracted/wording.ts'
import { readDateline } from './dateline.ts'
import { isInstitution } from './institutions.ts'
import { leadOf } from './lead.ts'

/** One line or paragraph at the beginning of a file. */
export interface HeadLine {
  text: string
  /** Number of empty lines before it. */
  gap: number
}

const SECTION =
  /^(?:(?:news|world|uk|us|business|sports?|opinion|politics|culture|science|health|technology|tech|local|national|international|europe|money|weather|comment|analysis|exclusive|breaking|live|features?|explained|interview|investigations?|environment|economy|finance|markets?|region(?:al)?|home|front page|nachrichten|politik|wirtschaft|ausland|inland|kultur|panorama|regionales|lokales|gesellschaft|meinung|wissen|monde|société|économie|politique|actualités?|france|mundo|economía|política|sociedad|internacional|nacional|opinión|esteri|cronaca|economia|politica|attualità|interni|binnenland|buitenland|economie|politiek|kraj|świat|gospodarka|polityka|wiadomości|политика|экономика|общество|мир|новости|в мире)(?: (?:news|&|and|und|et) ?\p{L}*)?|(?:local|world|breaking|business|uk|us) news)$/iu
const RULE = /^[\s\-–—*_=~#.·•+]{1,}$/u
const NOISE =
  /^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| uhr)?(?: [A-Z]{2,4})?|\d+ of \d+ documents?|(?:document|record|item|result|article) \d+ of \d+|all rights reserved\.?|print(?: this (?:page|article))?|share(?: this.*)?|save|listen|watch|play|advertisement|(?:\d+ |view |leave a )?comments?|read more|related(?: articles| stories| topics)?|more on this story|follow(?: us)?|subscribe|sign up|e-?mail|facebook|twitter|whatsapp|copy link|bookmark|teilen|merken|drucken|kommentare|partager|commentaires|imprimer|compartir|comentarios|guardar|(?:words?: ?)?\d{2,5} (?:words?|wörter|mots|palabras|parole|woorden)|\d+\s*-?\s*min(?:ute)?s?\.?(?: read| lesezeit)?|exclusive|breaking(?: news)?|updated?|for immediate release|press release|news release|media release|pressemitteilung|communiqué de presse|comunicado(?: de prensa)?|(?:copyright|\(c\)|©)\s.{0,120})$/iu
/** What press databases put on lines of their own below the headline: a time, a page, the code of a paper, a language. */
const DATABASE_LINE =
  /^(?:(?:p(?:age|g)?\.?\s?)?[A-Z]?\d{1,3}|[A-Z][A-Z0-9]{2,7}|English|German|French|Spanish|Italian|Dutch|Polish|Russian|Portuguese|Deutsch|Französisch|Englisch)$/u
const DOMAIN = /^(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,12}$/u
const LONGEST_HEADLINE = 240
const CAPTION =
  /^(?:[[(]?(?:photo(?:graph)?|image|picture|foto|bild|immagine|imagen|zdjęcie|фото)(?: (?:by|credit|von))?\s*[:/]|(?:image|media) caption\s|bildunterschrift)\s*\S.{0,160}$/iu
const BODY_MARK = /^(?:body|full text|volltext|texte intégral)$/iu

export function isRule(text: string): boolean {
  return RULE.test(text)
}

/** A line that says nothing that is kept. */
export function isNoise(text: string): boolean {
  return RULE.test(text) || NOISE.test(text)
}

export function isSection(text: string): boolean {
  return SECTION.test(text)
}

export function isDatabaseLine(text: string): boolean {
  return DATABASE_LINE.test(text)
}

/** The last step of a site's path to a page, `Home > News > Coast`; null for other lines. */
export function sectionInPath(text: string): string | null {
  const steps = text.split(/\s*[>›→]\s*/u)
  const isPath =
    steps.length > 1 && steps.every((step) => /^[\p{L}\p{N}][^.!?:]{0,30}$/u.test(step) && countWords(step) <= 4)
  return isPath ? steps.at(-1)! : null
}

/** A headline without the outlet's name behind a bar or dash, as the titles of saved pages have it, and that name. */
export function headlineAndOutlet(text: string): { headline: string; outlet: string | null } {
  const match = text.length > LONGEST_HEADLINE ? null : /^(.{12,})\s(?:[|·•»]|[-–—]|::)\s(.{2,40})$/u.exec(text)
  const [, headline, outlet] = match ?? []
  if (headline === undefined || outlet === undefined || !isOutletName(outlet)) return { headline: text, outlet: null }
  return { headline, outlet }
}

/** The address of a site without a path, as readers of feeds name an outlet. */
export function isDomain(text: string): boolean {
  return DOMAIN.test(text)
}

/** What says what a picture shows or who took it. */
export function isCaption(text: string): boolean {
  return CAPTION.test(text)
}

/** Up to four capitalised words without marks, as names of papers are. */
export function isNameLike(text: string): boolean {
  return (
    countWords(text) <= 4 && smallWords(text).length === 0 && /^(?:\p{Lu}|\p{N})[\p{L}\p{M}\p{N} &’'.-]*$/u.test(text)
  )
}

/** A line that says that the text begins. */
export function isBodyMark(text: string): boolean {
  return BODY_MARK.test(text)
}

export function isKnownField(text: string): boolean {
  const line = readFieldLine(text)
  return line !== null && fieldOf(line.key) !== null
}

/** But for a field's, no line of a head is as long as this, in characters. */
const LONGEST_HEAD_LINE = 2_000

/** A line of a head that no wrapped line goes on and that goes on none: a field, a date, a byline, a rule, an address. */
export function isHeadLine(line: string): boolean {
  const text = oneLine(line)
  if (text.length > LONGEST_HEAD_LINE) return isKnownField(text)
  return (
    isKnownField(text) ||
    isNoise(text) ||
    /^https?:\/\/\S+$/i.test(text) ||
    readCreditLine(text) !== null ||
    (isOutletName(text) && countWords(text) >= 2) ||
    isDateline(text) ||
    isSection(text) ||
    isDomain(text) ||
    isDatabaseLine(text) ||
    isRole(text) ||
    peopleIn(text).some((name) => name.includes(' '))
  )
}

/** A day with the name of an institution beside it. */
function isDateline(text: string): boolean {
  return readDateline(text, true)?.parts.some(isInstitution) === true
}

/** Short, and no sentence of a running text. */
export function isHeadlineLike(text: string): boolean {
  const words = countWords(text)
  if (words === 0 || words > 32 || text.length > LONGEST_HEADLINE || leadOf(text) !== null) return false
  return !(endsWithStop(text) && words > 12)
}

function endsWithStop(text: string): boolean {
  return /[.。]["'”’»)]*$/u.test(text)
}

/** A headline without Markdown's heading or emphasis marks. */
export function withoutMarks(text: string): string {
  return text.replace(/^#{1,6}\s+/, '').replace(/^(\*{1,2}|_{1,2})(.+)\1$/u, '$2')
}

/** The name of a paper or station, and no headline that holds such a word: it has no words in lower case but articles and the like. */
export function isOutletName(text: string): boolean {
  const words = countWords(text)
  return (
    isOutlet(text) &&
    words <= 6 &&
    smallWords(text).length <= (words <= 3 ? 1 : 0) &&
    /^[\p{Lu}\p{Lo}\p{N}]|^[a-z]{3}$/u.test(text) &&
    !endsWithStop(text) &&
    !/[,;|·]/u.test(text)
  )
}

/** How much a line looks like a headline, and not like a name, a section or a sentence of the text. From about -4 to 4. */
export function headlineScore(text: string): number {
  const words = countWords(text)
  if (isSection(text) || isNoise(text) || words === 0) return -4
  let score = 0
  if (words >= 4) score++
  if (words >= 6) score++
  if (/\p{Ll}/u.test(text)) {
    if (smallWords(text).length > 0) score++
    else if (words <= 4) score -= isPerson(text) && words < 4 ? 2.5 : 1.5
  }
  if (/[?:!]|^["“„«‘]/u.test(text)) score++
  if (isOutletName(text)) score -= 2
  if (words <= 2) score -= words === 1 ? 2 : 1
  if (isNamed(text)) score -= 3
  if (endsWithStop(text)) score -= words > 12 ? 4 : 2.5
  return words > 32 ? -4 : score
}

/** Names of people, or names with an occupation behind a comma or an outlet behind a bar. */
function isNamed(text: string): boolean {
  const [names = '', behind, more] = text.split(/\s*[,|·•]\s*/u)
  const isApart = behind !== undefined && more === undefined && (isRole(behind) || /[|·•]/u.test(text))
  return peopleIn(isApart ? names : text).length > (isApart ? 0 : 1)
}

/** The people that a line without `By` names, `in Sollen` behind them aside; none when it holds anything else. */
export function peopleIn(text: string): string[] {
  if (text.length > LONGEST_HEADLINE) return []
  const names = text.replace(/\s+(?:in|aus|à|en|i|w)\s+\p{Lu}[\p{L}\s-]*$/u, '').replace(/^[-–—]\s*/u, '')
  if (smallWords(names.replace(/(?<!\p{L})(?:and|und|et|y|e|og|och|en|oraz|i|ja|и|&)(?!\p{L})/gu, '')).length > 0)
    return []
  const { people, outlets } = readNames(names)
  const letters = (words: string): number => words.replace(/[^\p{L}]/gu, '').length
  const isAll = letters(people.join('')) >= letters(names) * 0.85
  return outlets.length === 0 && isAll && people.every(isPerson) ? people : []
}

/** What a line such as a footnote says: `Tove Lind, “Memo withheld”, Northern Courier, 4 March 2031`. */
export interface Citation {
  writers: string
  title: string
  /** Outlet and date. */
  rest: string
}

const CITATION = /^([^“”„«»"]{3,90}?)[,.:]?\s+[“"„«]\s?(.{8,220}?)[,.]?\s?[”"“»][,.]?\s+(.{6,120})$/u

/** Reads a line that is a whole reference; null for any other. */
export function readCitation(text: string): Citation | null {
  const [, writers, title, rest] = CITATION.exec(text) ?? []
  if (writers === undefined || title === undefined || rest === undefined) return null
  const credit = readCreditLine(rest)
  const isWhole = credit !== null && credit.dates.length === 1 && peopleIn(writers).length > 0
  return isWhole ? { writers, title, rest } : null
}
