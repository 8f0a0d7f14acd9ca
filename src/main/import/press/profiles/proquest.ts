import { findDates } from '../../metadata/dates.ts'
import type { Labelled } from '../labels.ts'
import type { Line, PressText } from '../lines.ts'
import { field, isField, LONGEST_HEAD_LINE, type PressArticle, type PressField, type PressProfile } from '../profile.ts'
import { proquestLabel, TEXT_LABELS, type ProquestLabel } from './proquest-labels.ts'

type Label = Labelled<ProquestLabel> & { index: number }

/** Labels above the text; all others stand below it. */
const ABOVE = new Set<ProquestLabel>(['authors', 'info', 'abstract', 'text', 'links'])
/** Fewer labels in a row are lines of a text. */
const FEWEST = 3
/** Lines that a value may go on for. */
const MOST_VALUE = 2
/** What stands between records, and around all of them. */
const FURNITURE =
  /^\s*(?:[_=*-]{8,}|\p{L}+\s+\d+\s+(?:of|von|de|sur|di|van|z|из)\s+\d+|(?:e-?mail|correo|courriel)\s+\d+\s+\p{L}+\s+\d+|bibliography|citation style\b.*|table of contents|all documents are reproduced\b.*|please do not reply\b.*)\s*$/iu
const NO_ABSTRACT =
  /^(?:none available|not available|aucun|no disponible|nicht verfügbar|non disponibile|niet beschikbaar)/iu
const ADDED = /^(?:enlarge this image\.?|html>)$/i
const ABSTRACT_ONLY = 'The database’s export holds only the abstract of this article, not its text.'

/**
 * ProQuest: pages, plain text, and the mails that it sends. A record is a headline, labelled lines (author, publication), the text below a label of its
 * own, and a row of labelled lines.
 */
export const proquest: PressProfile = {
  name: 'ProQuest',
  extractor: 'proquest/1',
  signs: new RegExp(`ProQuest|(?:${TEXT_LABELS})(?:\\s|&nbsp;)*[:：]`, 'i'),
  articlesOf({ lines }: PressText): PressArticle[] {
    const labels = lines.map((line, index): Label | null => {
      const label = proquestLabel(line)
      return label && { ...label, index }
    })
    const articles: PressArticle[] = []
    let from = 0
    for (const tail of tailsOf(lines, labels)) {
      // Two texts in one record are those of two, of which one has no end.
      if (labels.slice(from, tail.end).filter((label) => label?.name === 'text').length > 1) return []
      const article = readRecord(lines, labels, from, tail)
      if (article) articles.push(article)
      from = tail.end
    }
    return articles
  }
}

/** The labelled lines at the end of a record. */
interface Tail {
  labels: Label[]
  end: number
}

function tailsOf(lines: readonly Line[], labels: readonly (Label | null)[]): Tail[] {
  const tails: Tail[] = []
  let run: Label[] = []
  let end = 0
  let unlabelled = 0
  const finish = (): void => {
    if (new Set(run.map(({ name, detail }) => (name === 'other' ? detail : name))).size >= FEWEST && isRecord(run))
      tails.push({ labels: run, end })
    run = []
    unlabelled = 0
  }
  for (const [index, label] of labels.entries()) {
    if (lines[index]!.text.trim() === '') continue
    if (label && !ABOVE.has(label.name)) {
      const again = label.name === 'other' ? -1 : run.findIndex(({ name }) => name === label.name)
      // What stands so often is a line of the text first, unless a record ended there.
      if (again !== -1 && isRecord(run.slice(0, again + 1))) finish()
      else if (again !== -1) run = run.slice(again + 1)
      run.push(label)
      end = index + 1
      unlabelled = 0
    } else if (
      label ||
      ++unlabelled > MOST_VALUE ||
      FURNITURE.test(lines[index]!.text) ||
      run.at(-1)?.name === 'database'
    )
      finish()
  }
  finish()
  return tails
}

/** Whether labels tell of a publication or a document of the database, as no text's own lines would. */
function isRecord(run: readonly Label[]): boolean {
  const seen = new Set(run.map(({ name }) => name))
  const signs: ProquestLabel[] = ['publication', 'published', 'documentId', 'url', 'database', 'language']
  return signs.filter((name) => seen.has(name)).length >= 2
}

function readRecord(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  from: number,
  tail: Tail
): PressArticle | null {
  const first = tail.labels[0]!.index
  const above: Label[] = []
  for (let index = from; index < first; index++) {
    const label = labels[index]
    // Below the label of the text everything is text.
    if (above.some(({ name }) => name === 'text')) break
    if (label && ABOVE.has(label.name)) above.push(label)
  }
  const text = above.find(({ name }) => name === 'text')
  const abstract = above.find(({ name }) => name === 'abstract')
  const head = headOf(lines, from, above[0]?.index ?? first)
  if (!head && !tail.labels.some(({ name }) => name === 'title')) return null
  const body = text ? bodyBelow(lines, text, first) : []
  const end = tail.end
  const fields = fieldsOf([...above, ...tail.labels], head?.line.text ?? '')
  const start = head?.start ?? above[0]?.index ?? first
  if (body.some(hasWords)) return { start, end, fields, body }
  const next = above.find(({ index }) => abstract !== undefined && index > abstract.index)?.index ?? first
  const summary = abstract && !NO_ABSTRACT.test(abstract.value) ? bodyBelow(lines, abstract, next) : []
  return { start, end, fields, body: summary, notice: ABSTRACT_ONLY }
}

/** The line of the headline: the first that is no furniture, the nearest to the labels of those in bold. */
function headOf(lines: readonly Line[], from: number, to: number): { line: Line; start: number } | null {
  const candidates = lines
    .slice(from, to)
    .flatMap((line, at) => (line.text.trim() === '' || FURNITURE.test(line.text) ? [] : [{ line, start: from + at }]))
  const bold = candidates.filter(({ line }) => line.bold >= line.text.length)
  if (bold.length > 0) return bold.at(-1)!
  // Without bold the headline is the line behind the record's rule or number, or above the labels.
  const rule = lines.slice(from, to).findLastIndex(({ text }) => FURNITURE.test(text))
  return candidates.find(({ start }) => start > from + rule) ?? null
}

function bodyBelow(lines: readonly Line[], { index, value }: Label, end: number): Line[] {
  const below = lines.slice(index + 1, end).filter(({ text }) => !ADDED.test(text.trim()))
  return value === '' ? below : [{ ...lines[index]!, text: value, bold: 0 }, ...below]
}

function hasWords({ text }: Line): boolean {
  return text.trim() !== ''
}

function fieldsOf(labels: readonly Label[], headline: string): PressField[] {
  const labelled = (name: ProquestLabel): Label | undefined =>
    labels.find((label) => label.name === name && label.value !== '')
  const title = labelled('title')
  const publication = labelled('publication') ?? labelled('info')
  const page = labelled('pages') ?? labelled('firstPage')
  const info = labelled('info')
  const published = labelled('published')
  const url = labelled('url')
  const about = (name: PressField['name'], label: Label | undefined): PressField | null =>
    label ? field(name, label.value, label.detail) : null
  return [
    title
      ? field('title', withoutEdition(title.value), title.detail)
      : field('title', withoutEdition(headline), headline),
    about('authors', labelled('authors')),
    ...publicationFields(publication),
    about('published', [published, info].find((label) => label && findDates(label.value).length > 0) ?? published),
    about('section', labelled('section')),
    page ? about('page', page) : pageIn(info),
    about('language', labelled('language')),
    about('documentId', labelled('documentId')),
    url ? field('url', url.value.replace(/\?accountid=.*$/, ''), url.detail) : null
  ].filter(isField)
}

/** `Harbour board kept memo: [Final Edition]`: the database adds the edition, or the desk. */
function withoutEdition(title: string): string {
  return title.replace(/:\s*\[[^\][]{2,60}\]\s*$/, '')
}

/** `Coast Courier, Late Edition (East Coast); Sollen` names an edition and a place too, `Coast Courier ; Sollen [Sollen]04 Mar 2031: A.2.` a day and a page. */
function publicationFields(label: Label | undefined): (PressField | null)[] {
  if (!label) return []
  const value = label.value.slice(0, LONGEST_HEAD_LINE)
  const date = findDates(value)[0]
  const before = date ? value.slice(0, date.start) : value
  const name = before.split(/\s*;\s*|\s*\[/)[0]!.replace(/[\s.,]+$/, '')
  const edition = /^(.+?),\s+([^,]*\b(?:edition|édition|ausgabe|edición|edizione|edição|editie)\b.*)$/iu.exec(name)
  return [
    field('publisher', edition?.[1] ?? name, label.detail),
    edition ? field('edition', edition[2]!, label.detail) : null
  ]
}

function pageIn(info: Label | undefined): PressField | null {
  const page = /\d{4}\s*:\s*([\p{L}\d][\p{L}\d.-]{0,9}?)\.?\s*$/u.exec(
    info?.value.slice(0, LONGEST_HEAD_LINE) ?? ''
  )?.[1]
  return info && page !== undefined ? field('page', page, info.detail) : null
}
