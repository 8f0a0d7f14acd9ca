import type { Line } from '../lines.ts'
import { field, isField, type PressArticle, type PressField, type PressFieldName } from '../profile.ts'
import { ACCESSION } from './factiva-plain.ts'

/** Codes in the order in which they stand, and what their lines say; those of the text are `body`, null says nothing that is kept. */
const CODES: Readonly<Record<string, PressFieldName | 'body' | null>> = {
  CLM: null,
  SE: 'section',
  HD: 'title',
  BY: 'authors',
  CR: null,
  WC: 'wordCount',
  PD: 'published',
  ET: null,
  SN: 'publisher',
  SC: null,
  NGC: null,
  GC: null,
  ED: 'edition',
  PG: 'page',
  VOL: null,
  LA: 'language',
  CY: null,
  CX: null,
  RX: null,
  LP: 'body',
  TD: 'body',
  CT: null,
  RF: null,
  CO: null,
  IN: null,
  NS: null,
  RE: null,
  IPC: null,
  IPD: null,
  PUB: null,
  ART: null,
  AN: 'documentId'
}
const HEAD_CODES = new Set(Object.keys(CODES).slice(0, Object.keys(CODES).indexOf('LP')))
const NAMES = Object.keys(CODES).join('|')
/** As pages and the text files of the database have it; asterisks are what some programs make of bold. */
const WITH_TAB = new RegExp(`^\\s{0,4}\\*?(${NAMES})\\*?[ \\u00A0]?(?:\\t\\s*(.*)|)$`, 'u')
/** As it is after a visit to an editor. */
const WITH_BLANK = new RegExp(`^\\s{0,4}(${NAMES})(?:[ \\u00A0\\t]+(.*)|)$`, 'u')
/** With fewer the letters are chance. */
const FEWEST = 4
/** Lines of codes among which a head's must stand. */
const HEAD_LINES = 40

interface CodeLine {
  index: number
  code: string
  words: string
}

/** The articles of an export whose lines have codes; none of any other file. */
export function codedArticles(lines: readonly Line[]): PressArticle[] {
  const codes = codeLines(lines)
  const articles: PressArticle[] = []
  let current: CodeLine[] = []
  let hasText = false
  const end = (next: number): void => {
    const article = toArticle(lines, current, next)
    if (article) articles.push(article)
    current = []
    hasText = false
  }
  for (const code of codes) {
    if (hasText && HEAD_CODES.has(code.code)) end(code.index)
    current.push(code)
    hasText ||= CODES[code.code] === 'body' || code.code === 'AN'
  }
  end(lines.length)
  return articles
}

/** The lines that begin with a code, without those of the text that happen to. */
function codeLines(lines: readonly Line[]): CodeLine[] {
  const tabbed = lines.filter(({ text }) => WITH_TAB.test(text) && text.includes('\t')).length
  const form = tabbed >= FEWEST ? WITH_TAB : WITH_BLANK
  const found = lines.flatMap(({ text }, index): CodeLine[] => {
    const match = form.exec(text)
    return match ? [{ index, code: match[1]!, words: match[2] ?? '' }] : []
  })
  return form === WITH_TAB ? found : found.filter((_, at) => isCode(lines, found, at))
}

/** Whether a line that begins with the letters of a code, and a blank, is one: `IN the harbour` and `LA PAZ` begin a text's lines as well. */
function isCode(lines: readonly Line[], found: readonly CodeLine[], at: number): boolean {
  const { index, code, words } = found[at]!
  if (CODES[code] === 'body') return words === '' || /^\P{Ll}/u.test(words)
  if (code === 'AN') return ACCESSION.test(words) || ACCESSION.test(lines[nextOf(lines, index)]?.text ?? '')
  if (HEAD_CODES.has(code)) return isInHead(found, at)
  if (/^[a-z0-9]+ : \S/.test(words)) return true
  const next = found[at + 1]
  return next?.index === nextOf(lines, index) && !HEAD_CODES.has(next.code)
}

/** Whether a headline's code and another of a head stand with it, and no text between. */
function isInHead(found: readonly CodeLine[], at: number): boolean {
  let first = at
  while (first > 0 && at - first < HEAD_LINES && HEAD_CODES.has(found[first - 1]!.code)) first--
  let last = at
  while (last + 1 < found.length && last - at < HEAD_LINES && HEAD_CODES.has(found[last + 1]!.code)) last++
  const run = new Set(found.slice(first, last + 1).map(({ code }) => code))
  return run.has('HD') && (run.has('PD') || run.has('SN') || run.has('WC')) && run.size >= FEWEST - 1
}

function toArticle(lines: readonly Line[], codes: readonly CodeLine[], next: number): PressArticle | null {
  const seen = new Set(codes.map(({ code }) => code))
  if (seen.size < FEWEST || !seen.has('HD') || !(seen.has('PD') || seen.has('SN'))) return null
  const fields: (PressField | null)[] = []
  const body: Line[] = []
  let end = codes[0]!.index
  for (const [at, { index, code, words }] of codes.entries()) {
    const follows = codes[at + 1]?.index ?? (CODES[code] === 'body' ? next : endOfValue(lines, index, words))
    end = follows
    const own = lines.slice(index + 1, follows)
    const name = CODES[code]
    if (name === 'body') body.push({ ...lines[index]!, text: words, bold: 0 }, ...own)
    else if (name) fields.push(fieldOf(name, code, [words, ...own.map(({ text }) => text.trim())].join(' ').trim()))
  }
  return { start: codes[0]!.index, end, fields: fields.filter(isField), body: body.filter(hasWords) }
}

/** Behind the words of the last code: on its line, or where there are none on the next one. */
function endOfValue(lines: readonly Line[], index: number, words: string): number {
  return words === '' ? Math.min(lines.length, nextOf(lines, index) + 1) : index + 1
}

/** The next line that isn't empty. */
function nextOf(lines: readonly Line[], index: number): number {
  let next = index + 1
  while (next < lines.length && lines[next]!.text.trim() === '') next++
  return next
}

function hasWords({ text, element }: Line): boolean {
  return element === null || text.trim() !== ''
}

function fieldOf(name: PressFieldName, code: string, words: string): PressField | null {
  const detail = `${code} ${words}`
  if (name === 'documentId') return field(name, ACCESSION.exec(words)?.[0] ?? '', detail)
  if (name === 'wordCount') return field(name, /\d[\d.,\s\u00A0\u202F]*/u.exec(words)?.[0] ?? '', detail)
  return field(name, words, detail)
}
