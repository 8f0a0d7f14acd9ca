import { findDates } from '../../metadata/dates.ts'
import { afterByline } from '../../metadata/names.ts'
import { isWithin, type Line, type PressText } from '../lines.ts'
import { isNamesLine } from '../names.ts'
import { field, isField, LONGEST_HEAD_LINE, type PressArticle, type PressField, type PressProfile } from '../profile.ts'

/** The database's own number of an article: the kind of medium, the day, the code of the publication, and a mark. */
export const NUMBER = /(?<!\S)\p{Ll}{2,8}[·•]\d{8}[·•][A-Z0-9]{1,12}[·•][^\s<>]{1,80}/u
const WORDS = /(\d[\d\s\u00A0\u202F.,]*)\s*(?:mots?|words?|palabras?|Wörter)(?!\p{L})/iu
const PAGE = /(?:^|[,;]\s*)(?:pp?|page|pág|S)\.?\s*(\S.*?)\s*$/u
const WEEKDAY =
  /[,;\s]*(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),?\s*$/iu
const TIME = /^[\s-]*\d{1,2}:\d{2}(?::\d{2})?\s*(?:(?:UTC|GMT)?\s*[-+]\d{2}:?\d{2}|UTC|GMT|Z)?/
/** What stands below every text: rights, and for whom the copy was made. */
const LEGAL =
  /^(?:©|\(c\)\s|Tous droits réservés|All rights reserved|Le présent document est protégé|(?:This|The present) (?:document|material)\b.{0,30} protected|Ce certificat est émis|Certificat émis|This certificate is issued|Certificate issued|Ce document référence un lien URL|This document references a URL|Numéro de document|Document number|Date d.émission|Date of issue|News document number)/iu
const ADDED =
  /^(?:\[Additional Text\]:?|(?:Illustration|Note|Légende|Caption)\(?s?\)?\s*:?|Cet article est paru dans .*|This article (?:appeared|was published) in .*|Aussi paru dans|Also published in|Voir aussi ?:?|See also:?|Article\(s\) en relation ?:?|Related article\(s\) ?:?|\.)$/iu
const REFERRED = /non hébergé par|not hosted by/i
/** Pointers to other articles and attachments. */
const POINTERS =
  /(?:^|\s)(?:apd-\S*|source-name-APD|docComplementLink|rdp__attachnews|rdp__newsdoc|icon-logo-container)(?:\s|$)/
const NO_TEXT = 'The database’s export holds only a reference to this article, not its text.'
const LONGEST_BYLINE = 120

/**
 * Europresse and Eureka (Cision): pages of both makes, with and without the classes that name each part, and what is left of them in plain text or a
 * word processor's file. An article is the publication's name, a line of section, day, words and page, the headline, the text, and the number.
 */
export const europresse: PressProfile = {
  name: 'Europresse',
  extractor: 'europresse/1',
  signs: /DocPublicationName|\p{Ll}{2,8}(?:·|•|&#183;|&middot;)\d{8}(?:·|•|&#183;|&middot;)[A-Z0-9]/u,
  articlesOf(text: PressText): PressArticle[] {
    const { lines } = text
    const heads = headsOf(lines)
    return heads.flatMap((head, at) => readArticle(lines, head, heads[at + 1]?.start ?? lines.length))
  }
}

/** Where an article begins, and its line of section, day, words and page. */
interface Head {
  start: number
  header: number
}

function headsOf(lines: readonly Line[]): Head[] {
  const isName = (line: Line): boolean => isWithin(line, /(?:^|\s)DocPublicationName(?:\s|$)/)
  const named = lines.flatMap((line, index) => (isName(line) && !isName(lines[index - 1] ?? line) ? [index] : []))
  if (lines.length > 0 && isName(lines[0]!)) named.unshift(0)
  if (named.length > 0) {
    return named.map((start) => {
      let header = start + 1
      while (header < lines.length - 1 && isName(lines[header]!)) header++
      return { start, header }
    })
  }
  return plainHeads(lines)
}

/** Without classes an article ends with its number, and begins with two lines of which the second is its head. */
function plainHeads(lines: readonly Line[]): Head[] {
  const heads: Head[] = []
  let from = 0
  for (const [end, { text }] of lines.entries()) {
    if (!NUMBER.test(text) || text.trim().length > 140) continue
    // Two heads before one number are those of two articles.
    if (lines.slice(from, end).filter((line) => isHeader(line.text) && WORDS.test(line.text)).length > 1) return []
    const header = headerIn(lines, from, end)
    if (header > from) {
      let start = header - 1
      while (start > from && lines[start]!.text.trim() === '') start--
      heads.push({ start, header })
    }
    from = end + 1
  }
  return heads
}

/** The line of day and words: the last that counts words, since a list of contents may stand in front; else the first that may be one. */
function headerIn(lines: readonly Line[], from: number, end: number): number {
  const own = lines.slice(from, end)
  const counted = own.findLastIndex(({ text }) => isHeader(text) && WORDS.test(text))
  return from + (counted === -1 ? own.findIndex(({ text }) => isHeader(text)) : counted)
}

function isHeader(line: string): boolean {
  return (
    line.length < 200 &&
    findDates(line).length > 0 &&
    (WORDS.test(line) || PAGE.test(line) || /day|di\s|,/iu.test(line))
  )
}

function readArticle(lines: readonly Line[], { start, header }: Head, next: number): PressArticle[] {
  const all = lines.slice(header + 1, next)
  const head = lines.slice(start, header).map(({ text }) => text.slice(0, LONGEST_HEAD_LINE))
  const legal = all.findIndex(isLegal)
  const own = legal === -1 ? all : all.slice(0, legal)
  const number = lines.slice(start, next).findLastIndex(({ text }) => NUMBER.test(text))
  const documentId = number === -1 ? null : NUMBER.exec(lines[start + number]!.text)![0]
  const { title, authors, body } = readText(own.filter((line) => !isWithin(line, POINTERS)))
  if (title.length === 0) return []
  const joined = title.map(({ text }) => text.trim()).join(' ')
  const link = own.find(
    ({ text, href }) => href !== null && /^(?:Cet article est paru|This article)/i.test(text.trim())
  )
  const fields = [
    field('title', joined),
    ...publicationFields(head),
    ...headerFields(lines[header]!.text.trim().slice(0, LONGEST_HEAD_LINE)),
    field('authors', authors.map(({ text }) => text.trim()).join('; ')),
    documentId === null ? null : field('documentId', documentId, lines[start + number]!.text),
    link ? field('url', link.href!, link.text) : null
  ]
  const isReferred = all.some(({ text }) => REFERRED.test(text))
  const text = body.filter((line) => !ADDED.test(line.text.trim()))
  const last = number === -1 ? start + 1 + all.length : start + number + 1
  return [
    {
      start,
      end: Math.min(next, last),
      fields: fields.filter(isField),
      body: text,
      ...(isReferred ? { notice: NO_TEXT } : {})
    }
  ]
}

/** Whether what stands below a text begins: rights, the certificate, or the number in a line of its own. */
function isLegal(line: Line): boolean {
  const words = line.text.trim()
  return (
    isWithin(line, /Doc-LegalInfo|publiC|rdp__certificat/i) || LEGAL.test(words) || NUMBER.exec(words)?.[0] === words
  )
}

/** `Libération, no. 7990` with the edition on a line of its own; `Le Courrier de la Côte (site web) - Le Courrier`. */
function publicationFields(lines: readonly string[]): (PressField | null)[] {
  const written = lines.map((text) => text.trim()).filter((text) => text !== '')
  const [first = '', ...others] = written
  const detail = written.join(', ')
  const web = /^(.+?)\s*\(((?:site )?web[^)]*|online|en ligne|tablette|numérique|website)\)(?:\s+-\s.*)?$/iu.exec(first)
  const issue = /^(.+?),\s*((?:no|nº|n°|nr|vol)\.?\s*\S.*)$/iu.exec(web?.[1] ?? first)
  const edition = [web?.[2], ...others, others.length === 0 && !web ? issue?.[2] : undefined].filter(
    (part) => part !== undefined
  )
  return [field('publisher', issue?.[1] ?? web?.[1] ?? first, detail), field('edition', edition.join(', '), detail)]
}

/** `Politique, mardi 4 mars 2031 612 mots, p. 3`. */
function headerFields(header: string): (PressField | null)[] {
  const date = findDates(header)[0]
  const before = (date ? header.slice(0, date.start) : '').replace(WEEKDAY, '').replace(/^[\s,;–-]+|[\s,;–-]+$/gu, '')
  const after = date ? header.slice(date.end).replace(TIME, '') : header
  return [
    field('section', before, header),
    date ? field('published', date.day, header) : null,
    field('wordCount', WORDS.exec(after)?.[1] ?? '', header),
    field('page', PAGE.exec(after)?.[1] ?? '', header)
  ]
}

interface Text {
  title: Line[]
  authors: Line[]
  body: Line[]
}

function readText(lines: readonly Line[]): Text {
  const isTitle = (line: Line): boolean => isWithin(line, /titreArticleVisu/i)
  const first = lines.findIndex(isTitle)
  if (first === -1) return readPlain(lines)
  const title = lines.filter(isTitle)
  const rest = lines.filter((line) => !isTitle(line))
  const above = lines.slice(0, first)
  const isAuthor = (line: Line): boolean =>
    isWithin(line, /(?:^|\s)docAuthors(?:\s|$)/) ||
    (isWithin(line, /sm-margin-bottomNews/) && !isWithin(line, /(?:^|\s)titreArticle(?:\s|$)/))
  const marked = rest.filter((line) => isAuthor(line) && !above.includes(line))
  if (marked.length > 0) return { title, authors: marked, body: rest.filter((line) => !marked.includes(line)) }
  const below = rest.filter((line) => !above.includes(line))
  const author = below.slice(0, 2).find(({ text }) => isByline(text))
  return { title, authors: author ? [author] : [], body: rest.filter((line) => line !== author) }
}

/** The headline is the first line, or of a head of several lines the one in bold; below it the byline. */
function readPlain(lines: readonly Line[]): Text {
  const from = lines.findIndex(({ text }) => text.trim() !== '')
  if (from === -1) return { title: [], authors: [], body: [] }
  const head = lines.slice(from, from + 4)
  const bold = head.findIndex(({ text, bold: length }) => length > 0 && length >= text.trim().length)
  const at = from + Math.max(0, bold)
  const below = lines.slice(at + 1)
  const next = below.findIndex(({ text }) => text.trim() !== '')
  const isAuthor = next !== -1 && isByline(below[next]!.text)
  return {
    title: [lines[at]!],
    authors: isAuthor ? [below[next]!] : [],
    body: [...lines.slice(from, at), ...(isAuthor ? below.slice(next + 1) : below)]
  }
}

function isByline(line: string): boolean {
  const words = line.trim()
  if (words.length > LONGEST_BYLINE || /[.!?:]$/.test(words)) return false
  if (afterByline(words) !== null) return true
  return isNamesLine(words)
}
