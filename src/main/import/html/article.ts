import { Readability } from '@mozilla/readability'
import type { Piece } from '../blocks.ts'
import type { DomDocument, DomElement } from './dom.ts'
import { toHtmlPieces } from './pieces.ts'
import { countWords, normaliseForMatch, oneLine } from '../wording.ts'

/** The blocks of a page's article, and how they were found. */
export interface Article {
  pieces: Piece[]
  /** False when no article was recognised and the whole page's text stands in for it. */
  recognised: boolean
}

const MOST_ELEMENTS = 150_000
const SHORT_ARTICLE = 250
/** Less than this is no article but what was left over. */
const FEWEST_WORDS = 30

/** What is no article wherever it stands. */
const FURNITURE =
  'script, style, nav, footer, form, button, aside, dialog, [role="navigation"], [role="complementary"], [role="banner"], [role="dialog"], [role="alertdialog"], [role="search"], [aria-modal="true"], [hidden], [id*="onetrust" i], [class*="cookie" i], [id*="cookie" i], [class*="consent" i], [id*="consent" i]'
/** What is mostly none; kept when it holds a good part of the text. */
const DOUBTFUL =
  '[class*="related" i], [class*="newsletter" i], [class*="promo" i], [class*="share" i], [class*="sharing" i], [class*="social" i], [class*="gallery" i], [class*="recirc" i], [class*="recommend" i], [class*="subscribe" i], [class*="advert" i], [class*="teaser" i], [class*="most-read" i], [class*="breadcrumb" i], [class*="kicker" i], [class*="eyebrow" i], [class*="tag-list" i], [class*="author-bio" i], [class*="credit" i], [aria-hidden="true"]'
/** Short lines that invite to do something else. */
const INVITATION =
  /^(?:image \d+ of|photo( \d+)?( of|:|s:)|\(?image:|\(?(?:image|photo|picture)s? (?:credit|courtesy|by)|\(?credits?:|read (?:more|also|next)\b|also read|related(?: articles?| stories| content| links?)?:?$|see also\b|more:|more (?:from|on|like|about)\b|sign up|subscribe\b|follow (?:us|him|her|@)|advertisement|sponsored|share (?:this|on)|click here|watch:|listen:|don['’]?t miss|recommended|most (?:read|popular)|trending|newsletter|get (?:the |our )?.{0,30}newsletter|if you (?:enjoyed|liked) this|join our|all rights reserved|leggi anche|lesen sie auch|lire aussi|lea también|leia também|lees ook|läs också|les også|mehr zum thema|download (?:the|our)|contact us|\d* ?comments?$|tags?:|topics?:|filed under|this article (?:was )?(?:originally|first)|have a (?:news )?tip|send (?:us )?tips|skip to|back to top|print this)/iu

/**
 * Finds a page's article with Readability, takes out what isn't its text, and makes blocks of it. Where Readability finds
 * nothing the page's whole text is taken. Changes the document. `headlines` are known forms of the title, not repeated.
 */
export function readArticle(document: DomDocument, headlines: readonly string[], again: () => DomDocument): Article {
  const article = recognise(document)
  if (article) {
    const before = countWords(article.textContent ?? '')
    removeFurniture(article, before)
    const pieces = withoutHeadline(prune(toHtmlPieces(article)), headlines)
    if (countWords(pieces.map((piece) => piece.text).join(' ')) >= FEWEST_WORDS) return { pieces, recognised: true }
  }
  const whole = again()
  const all = toHtmlPieces(whole.body)
  removeFurniture(whole.body, countWords(whole.body.textContent ?? ''))
  const pieces = withoutHeadline(prune(toHtmlPieces(whole.body)), headlines)
  return { pieces: pieces.length > 0 ? pieces : all, recognised: false }
}

function recognise(document: DomDocument): DomElement | null {
  try {
    const reader = new Readability<DomElement>(document as never, {
      charThreshold: SHORT_ARTICLE,
      keepClasses: true,
      maxElemsToParse: MOST_ELEMENTS,
      disableJSONLD: true,
      serializer: (node) => node as unknown as DomElement
    })
    return reader.parse()?.content ?? null
  } catch (error) {
    // Too many elements, or a tree that Readability can't walk: the caller reads the page's whole text.
    if (error instanceof Error) return null
    throw error
  }
}

function removeFurniture(root: DomElement, allWords: number): void {
  for (const element of [...root.querySelectorAll(FURNITURE)]) {
    // Some sites wrap the whole page in a form or a consent class.
    if (countWords(element.textContent ?? '') < Math.max(150, allWords * 0.4)) element.remove()
  }
  for (const element of [...root.querySelectorAll(DOUBTFUL)]) {
    if (/^(?:P|H1)$/.test(element.tagName) || countWords(element.textContent ?? '') > 120) continue
    element.remove()
  }
  for (const element of [...root.querySelectorAll('figure')]) keepCaptionOnly(element)
  for (const element of [...root.querySelectorAll('p, li, div, ul, td')]) {
    if (isLinkList(element)) element.remove()
  }
}

/** Of a figure the caption is text; figures that hold running text (quotes, tables, code) stay whole. */
function keepCaptionOnly(figure: DomElement): void {
  if (figure.querySelector('table, pre, blockquote') || countWords(figure.textContent ?? '') > 150) return
  const captions = [...figure.querySelectorAll('figcaption')]
  if (captions.length > 0) figure.replaceWith(...captions)
  else figure.remove()
}

/** Short and made of links nearly whole: a teaser, a tag, a list of further articles. */
function isLinkList(element: DomElement): boolean {
  const name = element.tagName
  if (/^(?:DIV|TD)$/.test(name) && element.querySelector('p')) return false
  const text = oneLine(element.textContent ?? '')
  if (text === '' || countWords(text) > 40) return false
  const linked = [...element.querySelectorAll('a')].reduce(
    (sum, link) => sum + oneLine(link.textContent ?? '').length,
    0
  )
  return linked > text.length * 0.85
}

/** Drops invitations, and headings under which nothing is left. */
function prune(pieces: Piece[]): Piece[] {
  const kept = pieces.filter((piece) => !(countWords(piece.text) <= 30 && INVITATION.test(piece.text)))
  return kept.filter((piece, index) => piece.type !== 'heading' || index < kept.length - 1)
}

/** The headline stands first already; a repetition among the first blocks is the page's own headline. */
function withoutHeadline(pieces: Piece[], headlines: readonly string[]): Piece[] {
  const known = new Set(headlines.map(normaliseForMatch))
  return pieces.filter((piece, index) => index > 3 || !known.has(normaliseForMatch(piece.text)))
}
