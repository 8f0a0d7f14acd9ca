import { normaliseForMatch, oneLine } from '../extracted/wording.ts'
import type { Line, PressText } from './lines.ts'
import type { PressArticle } from './profile.ts'

/** What a reader must know of such an article. */
export const UNUSUAL =
  'This article’s text doesn’t stand where the database’s exports have it. Dossier kept the paragraphs that belong to no field as its text: compare it with the file.'

const SHORTEST_SENTENCE = 60
const SHORTEST_PARAGRAPH = 120
/** What databases add: rights, certificates, how to cite, labels and codes. */
const ADDED =
  /^\W*(?:©|\(c\)|copyright|\p{L}*\s?certifi|all rights|alle rechte|tous droits|todos los derechos|le présent document|(?:this|the present) (?:document|material|certificate)|ce (?:document|certificat)|source citation|all documents are|please do not)|^\s*\p{Lu}[\p{L}\p{N} ()/’'-]{1,40}:\s(?!.*[.!?][“”»"')]?$)|^\s*\^?[A-ZА-Я]{2,3}[\t:]|https?:\/\/|^\S{1,12} : /iu

/**
 * An article with the paragraphs that its profile left out, where what it took as the text holds none and others stand in its part of the file, in no
 * field: no text is lost where an export differs from those that are known. Other articles, and those of which the database says that they have no text,
 * stay as they are.
 */
export function withLostText(text: PressText, article: PressArticle): PressArticle {
  if (article.notice !== undefined || paragraphsIn(text, article.body).length > 0) return article
  const fields = article.fields.map(({ value, detail }) => normaliseForMatch(`${value} ${detail}`))
  const own = article.body.map((line) => normaliseForMatch(line.text)).filter((line) => line !== '')
  const lost = paragraphsIn(text, text.lines.slice(article.start, article.end)).filter((lines) => {
    const words = normaliseForMatch(wordsOf(lines))
    const isTaken = own.some((line) => words.includes(line))
    return !isTaken && !ADDED.test(lines[0]!.text) && !fields.some((known) => known.includes(words))
  })
  if (lost.length === 0) return article
  const blank = (line: Line): Line => ({ ...line, text: '', soft: false, bold: 0 })
  const body = lost.flatMap((lines) => (text.kind === 'text' ? [blank(lines[0]!), ...lines] : lines))
  return { ...article, body: [...article.body, ...body], notice: UNUSUAL }
}

/** The paragraphs of running text among lines: those of a plain text may be broken. */
function paragraphsIn({ kind }: PressText, lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = []
  let isOpen = false
  for (const line of lines) {
    const hasWords = line.text.trim() !== ''
    if (hasWords && isOpen && (kind === 'text' || line.soft)) paragraphs.at(-1)!.push(line)
    else if (hasWords) paragraphs.push([line])
    isOpen = hasWords
  }
  return paragraphs.filter((own) => isRunning(wordsOf(own)))
}

function wordsOf(lines: readonly Line[]): string {
  return oneLine(lines.map(({ text }) => text).join(' '))
}

function isRunning(words: string): boolean {
  if (words.length >= SHORTEST_PARAGRAPH) return true
  return words.length >= SHORTEST_SENTENCE && /[.!?…。][“”«»"')]?$/u.test(words)
}
