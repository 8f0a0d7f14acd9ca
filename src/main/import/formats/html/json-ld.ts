import type { DomDocument } from '../../markup/dom.ts'
import { oneLine } from '../../extracted/wording.ts'

/** What is read of one JSON-LD node (schema.org). Everything is optional in the wild. */
export interface LdNode {
  types: string[]
  /** True for one of a list of things, as pages list other articles. */
  isListed: boolean
  name: string | null
  headline: string | null
  url: string | null
  authors: string[]
  /** Those of the authors that it says are persons. */
  persons: string[]
  /** Organisations among the authors, and those that the text is said to come from. */
  organisations: string[]
  /** Names of the parts of the site in which the page stands, the outermost first. */
  crumbs: string[]
  section: string[]
  body: string | null
  /** Whether it can be read without paying, where it says so. */
  isFree: boolean | null
  /** How many words it says that its text has. */
  wordCount: number | null
  publisher: string[]
  published: string[]
  created: string[]
  modified: string[]
  language: string | null
}

const ARTICLE_TYPE =
  /(?:News|Blog|Report|Opinion|Review|Analysis|Scholarly|Tech|Background|Satirical|Advertiser|AskPublic)?(?:Article|Posting)$|^(?:Report|Review|Recipe|ReportageNewsArticle)$/u
const PAGE_TYPE = /WebPage$|^Product$|VideoObject|PodcastEpisode|^Event$/u
/** True for a node that stands for an article. */
export function isArticle(node: LdNode): boolean {
  return node.types.some((type) => ARTICLE_TYPE.test(type))
}

/** True for a node that stands for a page or something else that is published on it. */
export function isWebPage(node: LdNode): boolean {
  return node.types.some((type) => PAGE_TYPE.test(type))
}

type Fields = Record<string, unknown>
interface Found {
  fields: Fields
  isListed: boolean
}

const DEEPEST = 12
const MOST_NODES = 5000
const NESTED = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart', 'item', 'breadcrumb']

/**
 * Reads the JSON-LD scripts of a page, mending what sites get wrong (comments around, raw line breaks, trailing commas). Only
 * own properties of plain objects are read, so a key such as `__proto__` is a key like others.
 */
export function readJsonLd(document: DomDocument): LdNode[] {
  const found: Found[] = []
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const value = parseLeniently(script.textContent ?? '')
    collect(value, found)
  }
  const byId = new Map<string, Fields>()
  for (const { fields } of found) {
    const id = own(fields, '@id')
    if (typeof id === 'string' && own(fields, 'name') !== undefined && !byId.has(id)) byId.set(id, fields)
  }
  return found.map(({ fields, isListed }) => toNode(fields, isListed, byId))
}

function parseLeniently(source: string): unknown {
  const text = source.replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)|(?:\/\/)?\s*(?:\]\]>|-->)\s*$/g, '').trim()
  if (text === '') return null
  const attempts = [
    () => text,
    // Raw control characters inside strings are the usual mistake.
    () =>
      text
        .replace(/\p{Cc}+/gu, ' ')
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    () => text.replace(/&quot;/g, '"').replace(/&amp;/g, '&')
  ]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt()) as unknown
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    }
  }
  return null
}

function collect(root: unknown, found: Found[]): void {
  const queue: { value: unknown; depth: number; isListed: boolean }[] = [{ value: root, depth: 0, isListed: false }]
  for (let entry = queue.shift(); entry && found.length < MOST_NODES; entry = queue.shift()) {
    const { value, depth, isListed } = entry
    if (value === null || typeof value !== 'object' || depth > DEEPEST) continue
    if (Array.isArray(value)) {
      queue.unshift(...value.slice(0, MOST_NODES).map((item: unknown) => ({ value: item, depth: depth + 1, isListed })))
      continue
    }
    const fields = value as Fields
    found.push({ fields, isListed })
    for (const key of NESTED) {
      const nested = own(fields, key)
      if (typeof nested === 'object')
        queue.push({ value: nested, depth: depth + 1, isListed: isListed || key === 'itemListElement' })
    }
  }
}

function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined
}

function toNode(fields: Fields, isListed: boolean, byId: ReadonlyMap<string, Fields>): LdNode {
  const writers = own(fields, 'author') ?? own(fields, 'creator')
  const types = strings(own(fields, '@type'))
  const body = own(fields, 'articleBody')
  return {
    types,
    isListed,
    name: strings(own(fields, 'name'))[0] ?? null,
    headline: strings(own(fields, 'headline'))[0] ?? null,
    url: strings(own(fields, 'url'))[0] ?? idOf(own(fields, 'mainEntityOfPage')),
    authors: namesOf(writers, byId, 'people'),
    persons: namesOf(writers, byId, 'persons'),
    organisations: [
      ...namesOf(writers, byId, 'organisations'),
      ...namesOf(own(fields, 'sourceOrganization'), byId, 'all'),
      ...namesOf(own(fields, 'provider'), byId, 'all')
    ],
    crumbs: types.includes('BreadcrumbList') ? crumbsOf(own(fields, 'itemListElement')) : [],
    section: strings(own(fields, 'articleSection')),
    body: typeof body === 'string' ? body : null,
    isFree: truthOf(own(fields, 'isAccessibleForFree')),
    wordCount: Number(strings(own(fields, 'wordCount'))[0] ?? Number.NaN) || null,
    publisher: namesOf(own(fields, 'publisher'), byId, 'all'),
    published: strings(own(fields, 'datePublished')),
    created: strings(own(fields, 'dateCreated')),
    modified: strings(own(fields, 'dateModified')),
    language: languageOf(own(fields, 'inLanguage'))
  }
}

/** Sites write truth values as such, as words, and as addresses of schema.org. */
function truthOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const word = /(?:^|\/)(true|false)$/iu.exec(typeof value === 'string' ? value.trim() : '')?.[1]
  return word === undefined ? null : word.toLowerCase() === 'true'
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const id = value !== null && typeof value === 'object' ? own(value as Fields, '@id') : undefined
  return typeof id === 'string' ? id : null
}

function strings(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list
    .flatMap((item) =>
      typeof item === 'string' || typeof item === 'number' ? [oneLine(decodeEntities(String(item)))] : []
    )
    .filter(Boolean)
}

function crumbsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((entry) => {
    if (entry === null || typeof entry !== 'object') return []
    const item = own(entry as Fields, 'item')
    const named = own(entry as Fields, 'name') === undefined && item !== null && typeof item === 'object' ? item : entry
    return strings(own(named as Fields, 'name')).slice(0, 1)
  })
}

function namesOf(
  value: unknown,
  byId: ReadonlyMap<string, Fields>,
  which: 'people' | 'persons' | 'organisations' | 'all'
): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((item) => {
    if (typeof item === 'string')
      return which === 'organisations' || which === 'persons' || /^https?:/i.test(item) ? [] : strings(item)
    if (item === null || typeof item !== 'object') return []
    const own_ = item as Fields
    const id = own(own_, '@id')
    const fields = own(own_, 'name') === undefined && typeof id === 'string' ? (byId.get(id) ?? own_) : own_
    const types = strings(own(fields, '@type'))
    const isOrganisation = types.some((type) => /Organization$/.test(type))
    if (which !== 'all' && isOrganisation !== (which === 'organisations')) return []
    if (which === 'persons' && !types.some((type) => /(?:^|\/)Person$/u.test(type))) return []
    return strings(own(fields, 'name'))
  })
}

function languageOf(value: unknown): string | null {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return strings(own(value as Fields, 'alternateName') ?? own(value as Fields, 'name'))[0] ?? null
  return strings(value)[0] ?? null
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…'
}

/** HTML's character references, which many sites leave in JSON. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : '\uFFFD'
    }
  )
}
