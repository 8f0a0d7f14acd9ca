import { keptAs } from '../../../../shared/source/import-formats.ts'
import { layOut, type Piece } from '../../extracted/blocks.ts'
import { looksLikeSeveral, severalDocument } from '../../press/several.ts'
import { readCreditLine } from '../../metadata/credits.ts'
import type { DomDocument, DomElement } from '../../markup/dom.ts'
import { depthOf, parsePage } from '../../markup/dom.ts'
import type { Extracted, FileHint } from '../../extracted/extracted.ts'
import { addCredit, addPublisher, noFindings, toMetadata, type Findings } from '../../metadata/findings.ts'
import { readArticle, type Article } from './article.ts'
import { htmlToPieces, toHtmlPieces } from '../../markup/pieces.ts'
import { authorCandidates } from './authors.ts'
import { dateCandidates } from './dates.ts'
import { outletInTitle, titleCandidates, withoutSite } from './title.ts'
import { addDetectedLanguage, readsDayFirst } from '../../metadata/language.ts'
import { decodeEntities, isArticle } from './json-ld.ts'
import { mainArticles, readPage, type Page } from './page.ts'
import { isStub } from './paywall.ts'
import { sectionCandidates } from './sections.ts'
import { agenciesInBody, bylinedAgencies, type CreditedAgencies } from './agencies.ts'
import { NEVER_CHOSEN } from '../../metadata/found.ts'
import { readLead } from '../../article/lead.ts'
import { addHints } from '../../metadata/hints.ts'
import { countWords, oneLine } from '../../extracted/wording.ts'

const DEEPEST = 900
const CREDIT_BLOCKS = 6
const DESCRIPTIONS = ['og:description', 'description', 'twitter:description', 'dc.description']
/** Forms of the title that are surer than this aren't repeated in the text. */
const LIKELY_TITLE = 0.45
/** Metadata of a page on which no article was recognised want a look. */
const UNRECOGNISED = 0.6

/** Extracts the article of a saved page: its text as blocks, the headline first, and its metadata with evidence. */
export function extractHtml(source: string, hint: FileHint): Extracted {
  const document = parseBounded(source)
  const page = readPage(document, source, hint.url)
  for (const element of [...document.querySelectorAll('script, style')]) element.remove()
  const all = toHtmlPieces(document.body)
  if (looksLikeSeveral(all.map(({ text }) => text))) return severalDocument(all, ABOUT)
  const findings = noFindings()
  addLanguage(document, page, findings)
  findings.title.push(...titleCandidates(page))
  findings.authors.push(...authorCandidates(page))
  findings.url.push(...page.addresses.url)
  findings.canonicalUrl.push(...page.addresses.canonicalUrl)
  findings.retrieved.push(...page.retrieved)
  findings.section.push(...sectionCandidates(page))
  const language = findings.language[0]?.value ?? null
  const dates = dateCandidates(page, language)
  findings.published.push(...dates.published)
  findings.modified.push(...dates.modified)
  addSite(page, findings)
  addAgencies(bylinedAgencies(page), findings)

  const title = toMetadata(findings).title.value
  const forms = [
    ...new Set([
      title,
      ...findings.title
        .filter((entry) => entry.confidence > LIKELY_TITLE)
        .map((entry) => withoutSite(entry.value, page))
    ])
  ]
  const article = readArticle(document, {
    headlines: forms.filter((form) => form !== null),
    authors: findings.authors.flatMap((entry) => entry.value),
    descriptions: DESCRIPTIONS.flatMap((key) => page.meta.get(key) ?? [])
  })
  if (!article.recognised) for (const entry of findings.title) entry.confidence *= UNRECOGNISED
  const told = article.recognised ? null : toldBody(page)
  const body = takeCredits(told ?? article.pieces, findings, readsDayFirst(language, page.url))
  readLead(body.find((piece) => piece.type === 'paragraph')?.text ?? '', findings, readsDayFirst(language, page.url))
  addHints(findings, { name: hint.name, url: null, given: [] })
  findings.agencies.push(...agenciesInBody(body))

  const pieces: Piece[] = title === null ? body : [{ type: 'heading', level: 1, text: title }, ...body]
  const laid = layOut(pieces)
  addDetectedLanguage(findings, body.map((piece) => piece.text).join('\n'))
  return {
    ...ABOUT,
    ...laid,
    metadata: toMetadata(findings),
    notice: noticeOf(page, article, body, told !== null)
  }
}

const ABOUT = { extractor: 'html/1', ...keptAs('html') }

function noticeOf(page: Page, article: Article, body: readonly Piece[], isTold: boolean): string | null {
  if (isTold) return TOLD
  const words = body.reduce((sum, { text }) => sum + countWords(text), 0)
  if (isStub(page, mainArticles(page), words, article.stops)) return STUB
  return article.recognised || body.length < FEW_BLOCKS ? null : UNRECOGNISED_TEXT
}

const STUB =
  'Only the beginning of this article is in the file: the page keeps the rest for subscribers or registered readers. Import a copy that you saved while signed in to have all of it.'
const TOLD = 'The page shows no article: this is the text that it gives to search engines.'
const UNRECOGNISED_TEXT = 'No article was recognised on the page: this is all of its text.'
const FEW_BLOCKS = 3
const SHORTEST_BODY = 80

/** The text of the article in the page's data, for pages that show it by script only; null when there's none of some length. */
function toldBody(page: Page): Piece[] | null {
  const body = mainArticles(page).find((node) => node.body !== null)?.body ?? ''
  const text = decodeEntities(body)
  if (countWords(text) < SHORTEST_BODY) return null
  if (/<(?:p|div|br)\b/iu.test(text)) return htmlToPieces(text)
  return text.split(/\n+/u).flatMap((line) => (line.trim() === '' ? [] : [{ type: 'paragraph', text: oneLine(line) }]))
}

/**
 * Parses a page; a body nested deeper than any real one is replaced by its blocks side by side, because what reads a page
 * next takes time that grows with depth.
 */
function parseBounded(source: string): DomDocument {
  const document = parsePage(source)
  if (depthOf(document.body) <= DEEPEST) return document
  const blocks = toHtmlPieces(document.body).map((piece) => {
    const element = document.createElement(piece.type === 'heading' ? `h${piece.level ?? 2}` : 'p')
    element.textContent = piece.text
    return element
  })
  for (const child of [...document.body.childNodes]) (child as DomElement).remove()
  document.body.append(...blocks)
  return document
}

function addLanguage(document: DomDocument, page: Page, findings: Findings): void {
  const add = (value: string | null | undefined, from: string, what: string, confidence: number): void => {
    const tag = (value ?? '').trim().split(',')[0]!.replaceAll('_', '-')
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag))
      findings.language.push({ value: tag, from, detail: `${what}: ${tag}`, confidence })
  }
  const root = document.documentElement
  add(root.getAttribute('lang') ?? root.getAttribute('xml:lang'), 'meta', 'html lang', 0.92)
  for (const node of page.ld.filter(isArticle)) add(node.language, 'json-ld', 'inLanguage', 0.85)
  for (const key of ['og:locale', 'content-language', 'dc.language', 'language'])
    add(page.meta.get(key)?.[0], 'meta', key, 0.8)
}

function addSite(page: Page, findings: Findings): void {
  for (const { name, from, detail, confidence } of page.site) addPublisher(findings, name, from, detail, confidence)
  const named = outletInTitle(page)
  if (named !== null) addPublisher(findings, named, 'title', named, 0.6)
  if (page.host !== '')
    findings.publisher.push({ value: page.host, from: 'url', detail: page.url ?? page.host, confidence: 0.45 })
}

/** An agency is no person: it stays among what else was found where the author stands. */
function addAgencies(credited: CreditedAgencies, findings: Findings): void {
  findings.agencies.push(...credited.agencies)
  for (const entry of credited.bylines) findings.authors.push({ ...entry, confidence: NEVER_CHOSEN })
}

/** Byline and date lines above the text become metadata (where the page's own say nothing better) and leave the text. */
function takeCredits(pieces: Piece[], findings: Findings, dayFirst: boolean): Piece[] {
  return pieces.filter((piece, index) => {
    if (index >= CREDIT_BLOCKS || piece.type === 'heading' || piece.type === 'caption' || countWords(piece.text) > 22)
      return true
    const credit = readCreditLine(piece.text, dayFirst)
    if (!credit) return true
    addCredit(findings, credit, piece.text, 0.72)
    return false
  })
}
