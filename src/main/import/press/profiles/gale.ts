import { findDates } from '../../metadata/dates.ts'
import { labelsOf, type Labelled } from '../labels.ts'
import type { Line, PressText } from '../lines.ts'
import { field, isField, LONGEST_HEAD_LINE, type PressArticle, type PressField, type PressProfile } from '../profile.ts'

/** Labels in the languages of Gale's interface that could be known: English, French, German, Spanish, Italian, Portuguese, Dutch. */
const LABELS = {
  title: 'Title|Document Title|Titre|Titel|Título|Titolo',
  authors: 'Author|Authors|Author(s)|Byline|Auteur|Auteurs|Autor|Autoren|Autores|Autore|Autori',
  published:
    'Date|Publication Date|Date de publication|Datum|Erscheinungsdatum|Fecha|Fecha de publicación|Data|Data di pubblicazione|Data de publicação|Publicatiedatum',
  publication: 'From|Publication Title|Publication|Source|Journal|De|Aus|Quelle|Fuente|Fonte|Da|Bron|Uit',
  section: 'Section|Bereich|Sección|Sezione|Seção|Sectie|Rubrique',
  edition: 'Edition|Édition|Ausgabe|Edición|Edizione|Edição|Editie',
  page: 'Page|Pages|Page number|Seite|Seiten|Página|Páginas|Pagina|Pagine',
  length: 'Length|Word count|Longueur|Länge|Longitud|Lunghezza|Comprimento|Lengte',
  language: 'Language|Langue|Sprache|Idioma|Lingua|Taal',
  text: 'Full Text|Texte intégral|Volltext|Texto completo|Testo completo|Volledige tekst',
  documentId:
    'Gale Document Number|Numéro de document Gale|Gale-Dokumentnummer|Número de documento de Gale|Numero documento Gale|Número do documento Gale|Gale-documentnummer',
  other:
    'Publisher|Document Type|Copyright|Lexile Measure|Content Level|Source Citation|Disclaimer|ISSN|Volume|Issue|Accession number|Topics|Subjects|Éditeur|Verlag|Editorial|Editore|Editora|Uitgever|Type de document|Dokumenttyp|Tipo de documento|Tipo di documento|Documenttype'
}
type GaleLabel = keyof typeof LABELS
type Label = Labelled<GaleLabel> & { index: number }

const labelOf = labelsOf<GaleLabel>(LABELS)
const NUMBER = /GALE\s?[|\\/]\s?[A-Z]{1,3}\d{6,12}/
/** What stands below a text: how to cite it, and whose it is. */
const END =
  /^\s*(?:source citation\b|citation de la source|quellenangabe|cita de la fuente|citazione|citação da fonte|bronvermelding|copyright:|disclaimer:|https?:\/\/link\.gale\.com\/)/iu
const LONGEST_BYLINE = 160
const COPYRIGHT = /^(?:copyright|©|\(c\))/i

/**
 * Gale (OneFile, In Context, Academic): pages and plain text. A record is a headline, labelled lines, the text below a label of its own, how to cite it, and
 * the database's number at the end.
 */
export const gale: PressProfile = {
  name: 'Gale',
  extractor: 'gale/1',
  signs: NUMBER,
  articlesOf({ lines }: PressText): PressArticle[] {
    const articles: PressArticle[] = []
    let from = 0
    for (const [index, { text }] of lines.entries()) {
      if (text.length > LONGEST_HEAD_LINE || !NUMBER.test(text) || labelOf({ text })?.name !== 'documentId') continue
      // Two texts before one number are those of two records.
      if (lines.slice(from, index).filter((line) => labelOf(line)?.name === 'text').length > 1) return []
      const article = readRecord(lines, from, index)
      if (article) articles.push(article)
      from = index + 1
    }
    return articles
  }
}

function readRecord(lines: readonly Line[], from: number, last: number): PressArticle | null {
  const labels: Label[] = []
  let text: Label | null = null
  for (let index = from; index < last && !text; index++) {
    const label = labelOf(lines[index]!)
    if (!label) continue
    labels.push({ ...label, index })
    if (label.name === 'text') text = { ...label, index }
  }
  if (!text) return null
  const below = lines.slice(text.index + 1, last)
  const end = below.findIndex(({ text: words }) => END.test(words))
  const body = below.slice(0, end === -1 ? below.length : end)
  const lead =
    text.value === '' || COPYRIGHT.test(text.value) ? [] : [{ ...lines[text.index]!, text: text.value, bold: 0 }]
  const own = [...lead, ...withoutCopyright(body)]
  const byline = bylineAbove(own)
  const head = headline(lines, from, labels[0]!.index)
  const fields = fieldsOf(byline ? [...labels, byline] : labels, lines[last]!, head?.line ?? null)
  if (!fields.some(({ name }) => name === 'title')) return null
  return {
    start: head?.index ?? labels[0]!.index,
    end: last + 1,
    fields,
    body: byline ? own.slice(byline.index + 1) : own
  }
}

/** The writer's line that stands first in a text, with its label: `Byline: Tove Lind`. */
function bylineAbove(body: readonly Line[]): Label | null {
  const index = body.findIndex(({ text }) => text.trim() !== '')
  const label = index !== -1 && body[index]!.text.length <= LONGEST_BYLINE ? labelOf(body[index]!) : null
  return label?.name === 'authors' && label.value !== '' ? { ...label, index } : null
}

/** The line above the labels, the bold one where one is. */
function headline(lines: readonly Line[], from: number, to: number): { line: Line; index: number } | null {
  const above = lines
    .slice(from, to)
    .flatMap((line, at) =>
      line.text.trim() === '' || line.text.length > LONGEST_HEAD_LINE ? [] : [{ line, index: from + at }]
    )
  return above.findLast(({ line }) => line.bold > 0 && line.bold >= line.text.length) ?? above.at(-1) ?? null
}

/** A notice of rights stands above the text, or is what its first line says. */
function withoutCopyright(body: readonly Line[]): Line[] {
  const first = body.findIndex(({ text }) => text.trim() !== '')
  return first !== -1 && COPYRIGHT.test(body[first]!.text.trim()) ? body.slice(first + 1) : [...body]
}

function fieldsOf(labels: readonly Label[], number: Line, head: Line | null): PressField[] {
  const labelled = (name: GaleLabel): Label | undefined =>
    labels.find((label) => label.name === name && label.value !== '')
  const about = (name: PressField['name'], label: Label | undefined): PressField | null =>
    label ? field(name, label.value, label.detail) : null
  const publication = labelled('publication')
  const words = labelled('length')
  const issue = issueOf(publication?.value.slice(0, LONGEST_HEAD_LINE) ?? '')
  return [
    about('title', labelled('title')) ?? (head ? field('title', head.text) : null),
    about('authors', labelled('authors')),
    publication ? field('publisher', issue.publisher, publication.detail) : null,
    about('published', labelled('published') ?? (issue.isDated ? publication : undefined)),
    about('section', labelled('section')) ?? (publication ? field('section', issue.section, publication.detail) : null),
    about('edition', labelled('edition')),
    about('page', labelled('page')) ?? (publication ? field('page', issue.page, publication.detail) : null),
    words ? field('wordCount', /\d[\d.,\s]*/.exec(words.value)?.[0] ?? '', words.detail) : null,
    about('language', labelled('language')),
    field('documentId', NUMBER.exec(number.text)![0], number.text)
  ].filter(isField)
}

/** What a label says of a paper and its issue; empty for nothing. */
interface Issue {
  publisher: string
  isDated: boolean
  section: string
  page: string
}

const PLACE_OR_ISSUE = /[\s.,;]*(?:\([^()]*\)|\[[^\][]*\])?[\s.,;([]*$/u
/** A month, or a year, without a day. */
const MONTH = /[\s.,]*(?:\d{1,4}(?:\.\d{1,4})?\s*)?\((?:\p{L}{3,9}\.?\s+)?(?:19|20)\d\d\).*$/u
const VOLUME = /\s*(?:\((?:vol|issue|no|nr|bd|t)\b.*|[.,;]\s*(?:vol(?:ume)?|issue|no|nr|bd)\b[.\s]*\d.*)$/iu

/**
 * Reads `Coast Courier(Vol. 12, Issue 3)`, `Coast Courier [Sollen], 4 Mar. 2031, p. A1`, and `Coast Courier (Sollen, Marenholm). (Mar. 4, 2031): News: pA1.`,
 * of which the section goes without a label.
 */
function issueOf(written: string): Issue {
  const date = findDates(written)[0]
  const name = (date ? written.slice(0, date.start) : written)
    .replace(MONTH, '')
    .replace(VOLUME, '')
    .replace(PLACE_OR_ISSUE, '')
  const [behind = '', ...more] = date
    ? written
        .slice(date.end)
        .replace(/^[\s).\]]+/, '')
        .split(/\s*:\s*/)
    : []
  const parts = [behind, ...more].map((part) => part.replace(/^[\s,;.]+|[\s,;.]+$/g, '')).filter((part) => part !== '')
  const page = parts.flatMap((part) => PAGE.exec(part)?.[1] ?? [])[0] ?? ''
  const section = parts.find((part) => /^\p{L}/u.test(part) && !PAGE.test(part)) ?? ''
  return { publisher: name, isDated: date !== undefined, section, page }
}
const PAGE = /^pp?\.?\s?([A-Z]{0,4}\d[\w]*(?:\s?[-–,]\s?[A-Z]{0,4}\d+)*)(?:\([\dA-Z]+\))?$/u
