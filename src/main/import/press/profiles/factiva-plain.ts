import { findDates } from '../../metadata/dates.ts'
import { afterByline } from '../../metadata/names.ts'
import { languageTag } from '../language-names.ts'
import { isWithin, type Line, type OpenElement, type PressText } from '../lines.ts'
import { isNamesLine } from '../names.ts'
import { field, isField, LONGEST_HEAD_LINE, type PressArticle, type PressField } from '../profile.ts'

/** The database's own number of an article: the code of its publication, the day, and a mark. */
export const ACCESSION = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]{1,9}?0{2,6}(?:19|20)\d{6}[a-z0-9]{3,14}(?![A-Za-z0-9])/
/** The line below an article's text: `Document COASTC0020310304e7340001a` in the interface's language. */
const LAST = new RegExp(`^\\s*\\p{L}[\\p{L} .]{0,30}[ \\u00A0\\t]*(${ACCESSION.source})\\s*$`, 'u')
const UNIT = 'words?|mots?|Wörter|Wort|palabras?|parol[ae]|palavras?|woord(?:en)?|слов\\p{L}*|ord|słów|字|語|ワード'
/** A line with the number of words, which stands in every head. */
export const WORDS = new RegExp(`^\\s*(\\d[\\d.,'’ \\u00A0\\u202F]{0,12})(?:${UNIT})\\s*$`, 'iu')
/** The same in a page or text as it stands. */
export const WORDS_SIGN = new RegExp(
  `(?:^|[\\n>])\\s{0,4}\\d[\\d.,'’ \\u00A0\\u202F]{0,12}(?:${UNIT})\\s{0,40}(?:$|[\\n<])`,
  'iu'
)
const TIME = /^\s*\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]m|Uhr|[A-Z]{2,4}))?\s*$/i
const COPYRIGHT = /^\s*(?:©|\(c\)|copyright|\p{L}*\s*copyright|todos los derechos|tous droits|alle rechte)/iu
const SOURCE_CODE = /^\s*[A-Z][A-Z0-9]{1,9}\s*$/
const PAGE =
  /^\s*(?:(?:pages?|Seiten?|páginas?|pagin[ae]|pp?\.)\s*)?[A-Z]{0,4}[-.]?\d{1,4}[A-Z]?(?:\s*[-,;]\s*[A-Z]{0,4}\d{1,4})*\s*$/iu
const VOLUME = /^\s*(?:vol(?:ume)?|volumen|band|jaargang|issue|numéro|nummer|ausgabe)\b/iu
/** Classes and ids of the elements that hold an article each. */
const ARTICLE = /(?:^|\s)article(?:\s|-|$)/
/** Lines between the day and the text. */
const MOST_HEAD = 14
/** Lines above the number of words: rubric, headline, standfirst, byline. */
const MOST_ABOVE = 6

/** The articles of an export without codes: each has a line with its number of words, one with its day below, and one with its own number at the end. */
export function plainArticles(text: PressText): PressArticle[] {
  const { lines } = text
  const articles: PressArticle[] = []
  let from = 0
  for (let index = 0; index < lines.length; index++) {
    if (!isHead(lines, index)) continue
    const end = endOf(lines, index)
    // Two articles without a line between them that ends the first can't be told apart.
    if (end === null) return []
    const article = readLines(lines, startOf(lines, from, index), index, end)
    // Without a number, and outside of a page's own element, the language must stand where it does in such a head.
    const sign = articleAround(lines[index]!) ? 'publisher' : 'language'
    if (!article.fields.some(({ name }) => name === 'documentId' || name === sign)) return []
    articles.push(article)
    from = end
    index = end - 1
  }
  return articles
}

function isBrief({ text }: Line): boolean {
  return text.length <= LONGEST_HEAD_LINE
}

function isDay(line: string): boolean {
  if (line.length > LONGEST_HEAD_LINE) return false
  const date = findDates(line)[0]
  return date !== undefined && line.trim().length <= date.end - date.start + 16
}

/** The line behind an article: behind its number, or its element of a page; of the last one the end of the file. */
function endOf(lines: readonly Line[], words: number): number | null {
  const own = articleAround(lines[words]!)
  for (let index = words + 1; index < lines.length; index++) {
    if (isBrief(lines[index]!) && LAST.test(lines[index]!.text)) return index + 1
    if (own && articleAround(lines[index]!)?.start !== own.start) return index
    if (isHead(lines, index)) return null
  }
  return lines.length
}

/** The element of a page that holds an article and nothing else. */
function articleAround({ element }: Line): OpenElement | null {
  let outermost: OpenElement | null = null
  for (let open = element; open; open = open.parent) if (ARTICLE.test(open.classes)) outermost = open
  return outermost
}

/** Whether a number of words stands in a line, and a day below. */
function isHead(lines: readonly Line[], index: number): boolean {
  const line = lines[index]!
  return isBrief(line) && WORDS.test(line.text) && isDay(lines[nextOf(lines, index)]?.text ?? '')
}

function nextOf(lines: readonly Line[], index: number): number {
  let next = index + 1
  while (next < lines.length && lines[next]!.text.trim() === '') next++
  return next
}

/** Where an article begins: a page says so; else behind the article above, and of the first one not far above its number of words. */
function startOf(lines: readonly Line[], from: number, words: number): number {
  const marked = lines.slice(from, words).findIndex((line) => isWithin(line, ARTICLE))
  if (marked !== -1) return from + marked
  let start = words
  for (let above = words - 1, taken = 0; above >= from && taken < MOST_ABOVE; above--) {
    if (lines[above]!.text.trim() === '') {
      // Behind an empty line stands what is no head, unless nothing of the head was seen yet.
      if (taken > 0 && !isByline(lines[start]!.text)) break
      continue
    }
    start = above
    taken++
  }
  return start
}

function isByline(line: string): boolean {
  if (line.length > LONGEST_HEAD_LINE) return false
  return afterByline(line) !== null || isNamesLine(line)
}

function readLines(lines: readonly Line[], start: number, words: number, end: number): PressArticle {
  const above = lines.slice(start, words).filter((line) => line.text.trim() !== '' && isBrief(line))
  const day = nextOf(lines, words)
  const document = LAST.exec(lines[end - 1]!.text.slice(0, LONGEST_HEAD_LINE))
  const last = document ? end - 1 : end
  const { fields, text } = readHead(lines, day + 1, last)
  const body = lines.slice(text, last).filter(({ text: own, element }) => element === null || own.trim() !== '')
  const count = WORDS.exec(lines[words]!.text)![1]!
  const head = readAbove(above)
  const own = [
    ...head.fields,
    field('wordCount', count, lines[words]!.text),
    field('published', lines[day]!.text),
    ...fields,
    document ? field('documentId', document[1]!, document[0]) : null
  ]
  const first = head.first ? lines.indexOf(head.first, start) : words
  return { start: first, end, fields: own.filter(isField), body }
}

/** Rubric, headline and byline, and the first of their lines: a list of contents may stand above. */
function readAbove(above: readonly Line[]): { fields: (PressField | null)[]; first: Line | undefined } {
  const isHeadline = (line: Line): boolean => isWithin(line, /Headline/)
  const marked = above.some(isHeadline)
  const bold = marked ? isHeadline : (line: Line): boolean => line.bold >= line.text.trim().length && line.bold > 0
  const isAuthor = (line: Line): boolean => isWithin(line, /(?:^|\s)author(?:\s|$)/)
  const rest = above.filter((line) => !isAuthor(line))
  const authors = above.filter(isAuthor)
  let headline = rest.filter(bold)
  if (headline.length === 0) {
    if (authors.length === 0 && rest.length > 1 && isByline(rest.at(-1)!.text)) authors.push(rest.pop()!)
    headline = rest.length > 1 && isRubric(rest[0]!.text) ? rest.slice(1) : rest
  } else if (!marked) headline = withoutSection(headline, rest)
  const behind = rest.indexOf(headline.at(-1)!)
  const byline = authors.length > 0 ? authors : rest.slice(behind + 1).filter(({ text }) => isByline(text))
  const rubric = rest.slice(0, Math.max(0, rest.indexOf(headline[0]!))).slice(-1)
  const section = rubric.filter(({ text }) => marked || isSection(text))
  const joined = (some: readonly Line[], between = ' '): string => some.map(({ text }) => text.trim()).join(between)
  return {
    fields: [
      field('section', joined(section)),
      field('title', joined(headline)),
      field('authors', joined(byline, '; '))
    ],
    first: section[0] ?? headline[0]
  }
}

/** Of lines in bold the first may be the section; where it alone is bold the headline stands below. */
function withoutSection(headline: Line[], rest: readonly Line[]): Line[] {
  const [first, next] = [headline[0]!.text.trim(), headline[1]]
  if (!next) {
    const below = rest[rest.indexOf(headline[0]!) + 1]
    return below && SECTION_SIGN.test(first) && !isByline(below.text) ? [below] : headline
  }
  const words = (text: string): number => text.trim().split(/\s+/).length
  const behind = headline.slice(1).reduce((count, { text }) => count + words(text), 0)
  // A headline may go on behind a line break, and then only a sign tells.
  const isAbove = SECTION_SIGN.test(first) || (!next.soft && isSection(first) && words(first) < behind)
  return isAbove ? headline.slice(1) : headline
}
/** `Foreign Desk; SECTA`, `Section B`, `News; Pg. 3`. */
const SECTION_SIGN =
  /;\s*(?:SECT\S*|Section\s\S{1,3}|Pg\b.*)$|^(?:Section|SECT)\s?[A-Z0-9]{1,3}$|^(?:\p{Lu}\S*\s){1,4}Desk$|^(?:News|Business|World|Sports?|Opinion|National|Foreign|Finance|Politics)(?:\sNews)?$/u

function isSection(line: string): boolean {
  const words = line.trim()
  return words.length <= 60 && words.split(/\s+/).length <= 6 && !/[.?!:,\d]$/.test(words)
}

function isRubric(line: string): boolean {
  const words = line.trim().split(/\s+/)
  return words.length <= 3 && line.trim().length <= 40 && !/[.?!:,]$/.test(line.trim())
}

/** The lines below the day: hour, publication and its code, edition, page, volume, language, copyright; and where the text begins. */
function readHead(lines: readonly Line[], from: number, last: number): { fields: (PressField | null)[]; text: number } {
  const fields: (PressField | null)[] = []
  let text = from
  let publisher: string | null = null
  let code = false
  for (let index = from, taken = 0; index < last && taken < MOST_HEAD; index++) {
    const line = lines[index]!
    const words = line.text.trim()
    if (words === '') continue
    if (!isBrief(line)) break
    taken++
    if (isWithin(line, /articleParagraph/i)) return { fields, text: index }
    text = index + 1
    if (TIME.test(words)) continue
    if (publisher === null) {
      publisher = words
      fields.push(field('publisher', words))
    } else if (COPYRIGHT.test(words)) return { fields, text }
    else if (!code && SOURCE_CODE.test(words)) code = true
    else if (languageTag(words) !== null && words.split(/\s/).length <= 3) {
      fields.push(field('language', words))
      const next = nextOf(lines, index)
      return { fields, text: COPYRIGHT.test(lines[next]?.text ?? '') && next < last ? next + 1 : text }
    } else if (PAGE.test(words)) fields.push(field('page', words))
    else if (code && !VOLUME.test(words)) fields.push(field('edition', words))
  }
  return { fields, text }
}
