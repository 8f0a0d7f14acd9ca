import { findDates } from '../../../metadata/dates.ts'
import { normaliseForMatch } from '../../../extracted/wording.ts'
import type { PressText } from '../../lines.ts'
import { SEVERAL } from '../../several.ts'
import { isWriterName } from '../../names.ts'
import { field, isField, type PressArticle, type PressField, type PressProfile } from '../../profile.ts'
import { paragraphsOf, segmentsOf, type Segment } from './segments.ts'
import { readSourceLine } from './source-line.ts'

/** GENIOS, wiso and the press archives on them: each article ends with labels that begin with its source. */
export const genios: PressProfile = {
  name: 'GENIOS',
  extractor: 'genios/1',
  signs: /GBI-?\s?Genios|wiso-net\.de|genios\.de|Dauerhafte Adresse des Dokuments|Dokumentnummer/i,
  articlesOf
}

const LABEL =
  /^(Quelle|Ressort|Rubrik|Aus?gabe|Mutation|Dokumentnummer|Autor(?:en|in)?|Verfasser|Seite|ISSN|Branche|Firma|Personen?|Ort|Region|Land|Schlagw[oö]rte?r?|Thema|Themen|Datum|Weblink|Link|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten)\s?:\s*(.*)$/iu
const RIGHTS = /^(?:©|\(c\)|Alle Rechte vorbehalten)/iu
const LAST = /GBI-?\s?Genios/iu
const IDENTIFIED = /^(?:Dokumentnummer|Dauerhafte Adresse)/iu
/** What the printed form adds to each page. */
const FURNITURE = /^(?:Dokumente?|Inhaltsverzeichnis|Seite\s+\d+(?:\s+von\s+\d+)?|\d+\s*\/\s*\d+)$/iu
/** A line of the list of contents: `1. Ferry board hid leak report ........ 2`. */
const CONTENTS = /^\d{1,4}\.\s.*(?:\s?\.){3,}\s*\d{1,5}$/u
const MOST_LABELS = 24
const LONGEST_TITLE = 300
const MOST_TITLE_LINES = 4

interface Label {
  name: string
  value: string
}

function articlesOf(text: PressText): PressArticle[] {
  const segments = segmentsOf(text).filter((segment) => !FURNITURE.test(segment.text))
  const sources = segments.flatMap((_, index) => (isSource(segments, index) ? [index] : []))
  const articles: PressArticle[] = []
  let from = 0
  for (const [index, source] of sources.entries()) {
    const next = sources[index + 1] ?? segments.length
    const first = index === 0 ? behindContents(segments, source) : from
    const own = bodyOf(segments.slice(first, source), readSourceLine(LABEL.exec(segments[source]!.text)?.[2] ?? ''))
    const foot = footOf(segments, source, {
      next,
      isLast: index === sources.length - 1,
      isBare: !own.some(isParagraph)
    })
    const article = articleOf(text, segments, { first, source, ...foot })
    // The text of an article that seems to have none may stand with the next one.
    if (index === 0 && sources.length > 1 && article.body.length === 0)
      return [{ start: 0, end: text.lines.length, fields: [], body: [...text.lines], notice: SEVERAL }]
    articles.push(article.body.length === 0 ? { ...article, notice: NO_TEXT } : article)
    from = foot.end
  }
  const last = articles.at(-1)
  if (last) last.end = text.lines.length
  return articles
}

const NO_TEXT = 'The database’s export holds no text of this article.'

function isParagraph({ text }: Segment): boolean {
  return text.length >= LONGEST_CAPTION || (text.length >= SHORTEST_SENTENCE && /[.!?][“”«»"']?$/u.test(text))
}
const LONGEST_CAPTION = 120
const SHORTEST_SENTENCE = 60

/** The label of an article's source: a number or an address of the document follows. */
function isSource(segments: readonly Segment[], index: number): boolean {
  if (!/^Quelle\s?:/iu.test(segments[index]!.text)) return false
  const behind = segments.slice(index + 1, index + MOST_LABELS)
  const next = behind.findIndex(({ text }) => /^Quelle\s?:/iu.test(text))
  return behind
    .slice(0, next === -1 ? behind.length : next)
    .some(({ text }) => IDENTIFIED.test(text) || LAST.test(text))
}

/** The labels of an article, and its text where that stands below them. Places of segments, half-open. */
interface Foot {
  labels: number
  text: number
  textEnd: number
  end: number
}

/** What ends an article's labels or its text: nothing of it stands behind. */
const CLOSING = /^(?:Dauerhafte Adresse|Alle Rechte vorbehalten)|GBI-?\s?Genios/iu

/** Reads what stands from the label of the source to the one of the next article: labels and rights, or labels, the text, and rights. */
function footOf(
  segments: readonly Segment[],
  source: number,
  { next, isLast, isBare }: { next: number; isLast: boolean; isBare: boolean }
): Foot {
  const labels = labelRunEnd(segments, source, next)
  const usual = footEnd(segments, source, next)
  // An article that has its text above the labels ends with the first notice of the database, any other with the last.
  const closing = segments.slice(labels, next).findLastIndex(({ text }) => CLOSING.test(text))
  const end = !isBare ? usual : closing !== -1 ? labels + closing + 1 : isLast ? next : usual
  let textEnd = end
  while (textEnd > labels && isFoot(segments[textEnd - 1]!)) textEnd--
  const text = segments.slice(labels, textEnd)
  return isBare || text.some(isParagraph)
    ? { labels, text: labels, textEnd: Math.max(labels, textEnd), end: Math.max(labels, end) }
    : { labels: end, text: end, textEnd: end, end }
}

function isFoot({ text }: Segment): boolean {
  return LABEL.test(text) || RIGHTS.test(text) || LAST.test(text) || /^https?:\/\//iu.test(text)
}

/** The segment behind the labels that stand together: a paragraph below a label that has its value is none of them. */
function labelRunEnd(segments: readonly Segment[], source: number, next: number): number {
  let isOpen = false
  for (let at = source; at < next; at++) {
    const segment = segments[at]!
    const [, name, value = ''] = LABEL.exec(segment.text) ?? []
    if (name !== undefined) isOpen = value.trim() === ''
    else if (isFoot(segment) || OTHER_LABEL.test(segment.text) || (isOpen && !isParagraph(segment))) isOpen = false
    else if (segment.apart || isParagraph(segment)) return at
  }
  return next
}
const OTHER_LABEL = /^\p{Lu}[\p{L} .-]{2,30}:\s{1,40}\S.{0,80}$/u

/** The segment behind the labels and the notices of rights. */
function footEnd(segments: readonly Segment[], source: number, next: number): number {
  let end = source + 1
  for (let at = source + 1; at < Math.min(next, source + MOST_LABELS); at++) {
    if (isFoot(segments[at]!)) end = at + 1
    if (LAST.test(segments[at]!.text)) break
  }
  return end
}

/** Where the first article begins: behind the list of contents, at its own head. */
function behindContents(segments: readonly Segment[], source: number): number {
  const contents = segments
    .slice(0, source)
    .findLastIndex(({ text }) => text.length <= LONGEST_TITLE && CONTENTS.test(text))
  return contents + 1
}

interface Place extends Foot {
  first: number
  source: number
}

/** What stands above the labels, without the line that names the source. */
function bodyOf(own: readonly Segment[], source: { publisher: string; published: string | null }): readonly Segment[] {
  return titleOf(own.slice(headOf(own, source))).rest
}

function articleOf(
  text: PressText,
  segments: readonly Segment[],
  { first, source, labels: labelsEnd, text: below, textEnd, end }: Place
): PressArticle {
  const labels = labelsOf([...segments.slice(source, labelsEnd), ...segments.slice(textEnd, end)])
  const named = readSourceLine(valueOf(labels, 'quelle') ?? '')
  const above = segments.slice(first, source)
  const head = above.slice(headOf(above, named))
  const behind = segments.slice(below, textEnd)
  // Where nothing stands above the labels, the headline stands below them.
  const { title, rest } = titleOf(head.length > 0 ? head : behind)
  const { author, body } = authorOf(head.length > 0 ? [...rest, ...behind] : rest)
  return {
    start: segments[first]!.line,
    end: segments[end - 1]!.line + 1,
    fields: [
      field('title', title),
      field('publisher', named.publisher, `Quelle: ${valueOf(labels, 'quelle') ?? ''}`),
      named.published === null ? null : field('published', named.published, `Quelle: ${valueOf(labels, 'quelle')!}`),
      ...labelFields(labels),
      field('authors', author ?? ''),
      field('page', named.page ?? ''),
      field('edition', named.edition ?? '')
    ]
      .filter(isField)
      .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index),
    body: paragraphsOf(text.lines, body)
  }
}

/** A value may stand below its label, and go on over lines. */
function labelsOf(segments: readonly Segment[]): Label[] {
  const labels: Label[] = []
  for (const { text } of segments) {
    const [, name, value = ''] = LABEL.exec(text) ?? []
    const last = labels.at(-1)
    if (name !== undefined) labels.push({ name: name.toLowerCase(), value: value.trim() })
    else if (last && !RIGHTS.test(text)) last.value = `${last.value} ${text}`.trim()
  }
  return labels
}

function valueOf(labels: readonly Label[], name: string): string | null {
  return labels.find((label) => label.name === name)?.value ?? null
}

function labelFields(labels: readonly Label[]): (PressField | null)[] {
  return labels.map(({ name, value }) => {
    const detail = `${name}: ${value}`
    if (name === 'ressort' || name === 'rubrik') return field('section', value, detail)
    if (/^(?:aus?gabe|mutation)$/.test(name)) return field('edition', value, detail)
    if (/^(?:autor|verfasser)/.test(name)) return field('authors', value, detail)
    if (name === 'seite') return field('page', value, detail)
    if (name === 'dokumentnummer') return field('documentId', value, detail)
    if (name.startsWith('dauerhafte')) return field('url', /https?:\/\/\S+/.exec(value)?.[0] ?? '', detail)
    return null
  })
}

/** How many segments name the source above the headline. */
function headOf(segments: readonly Segment[], source: { publisher: string; published: string | null }): number {
  const name = normaliseForMatch(source.publisher)
  const isHead = ({ text }: Segment): boolean =>
    name !== '' &&
    normaliseForMatch(text).startsWith(name) &&
    (source.published === null || findDates(text, true)[0]?.day === source.published) &&
    text.length < source.publisher.length + 120
  let head = segments.slice(0, 3).findIndex(isHead) + 1
  if (head === 0) return 0
  while (head < segments.length && /^(?:Ressort|Rubrik|Aus?gabe|Mutation|Seite)\s?:/iu.test(segments[head]!.text))
    head++
  return head
}

/** The headline is what stands together first, or what is bold. */
function titleOf(segments: readonly Segment[]): { title: string; rest: readonly Segment[] } {
  const bold = segments.findIndex((segment) => !segment.bold)
  const together = segments.findIndex((segment, index) => index > 0 && (segment.apart || segment.indented))
  const size = bold > 0 ? bold : together === -1 ? 1 : together
  const lines = segments.slice(0, size)
  const length = lines.reduce((sum, { text }) => sum + text.length, 0)
  const used = size > MOST_TITLE_LINES || length > LONGEST_TITLE ? 1 : size
  return {
    title: segments
      .slice(0, used)
      .map(({ text }) => text)
      .join(' '),
    rest: segments.slice(used)
  }
}

/** A name that stands alone above the text, or below a standfirst, or at the end of the text. */
function authorOf(segments: readonly Segment[]): { author: string | null; body: readonly Segment[] } {
  const isName = (index: number): boolean => {
    const { text, apart, indented } = segments[index]!
    return apart && !indented && isWriterName(nameIn(text))
  }
  const starts = segments.flatMap(({ apart }, index) => (apart || index === 0 ? [index] : []))
  for (const start of [...starts.slice(0, 2), segments.length - 1]) {
    if (start < 0 || start >= segments.length || segments.length < 3 || !isName(start)) continue
    return { author: nameIn(segments[start]!.text), body: segments.filter((_, index) => index !== start) }
  }
  return { author: null, body: segments }
}

/** `Von Tove Lind aus Sollen*`: the name. */
function nameIn(text: string): string {
  return text
    .replace(/^Von\s+/iu, '')
    .replace(/\*$/, '')
    .replace(/\s(?:aus|in)\s\p{Lu}.*$/u, '')
}
