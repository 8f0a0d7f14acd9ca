import type { Given } from '../../extracted/extracted.ts'
import { normaliseForMatch } from '../../extracted/wording.ts'
import type { ReferenceItem } from '../../extracted/extracted.ts'

/** A reference and the export in which it stands. */
export interface ListedReference {
  item: ReferenceItem
  /** Folder of the export, to which its paths are relative. */
  folder: string
  /** Name of the export. */
  list: string
}

/** Shorter names (`1.pdf`, `index.html`) belong to anything. */
const SHORTEST_NAME = 10
/** Shorter titles (`News`) as well. */
const SHORTEST_TITLE = 12
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|twclid|wt_\w+|at_\w+|ocid|cmpid|xtor|smid|ns_\w+|__twitter_impression)$/i

/** Finds the references of imported files, and knows which were of use. Ambiguous names, addresses and titles find nothing. */
export class ReferenceIndex {
  readonly #references: ListedReference[] = []
  readonly #byPath = new Map<string, Set<ListedReference>>()
  readonly #byName = new Map<string, Set<ListedReference>>()
  readonly #byAddress = new Map<string, Set<ListedReference>>()
  readonly #byTitle = new Map<string, Set<ListedReference>>()
  readonly #used = new Set<ListedReference>()

  constructor(references: readonly ListedReference[] = []) {
    for (const reference of references) this.add(reference)
  }

  add(reference: ListedReference): void {
    this.#references.push(reference)
    const { item, folder } = reference
    for (const file of item.files.flatMap(spellings)) {
      add(this.#byPath, normalisePath(file, folder), reference)
      add(this.#byName, nameOf(file), reference)
    }
    if (item.given.url !== undefined) add(this.#byAddress, normaliseAddress(item.given.url), reference)
    if (item.title !== null) add(this.#byTitle, normaliseForMatch(item.title), reference)
  }

  /** What is known of the file at a path: as its reference names it, or by a telling name that only one reference has. Paths compare without case. */
  ofFile(path: string): Given | null {
    const exact = this.#byPath.get(normalisePath(path, ''))
    const name = nameOf(path)
    const isTelling = name.replace(/\.\w+$/, '').length >= SHORTEST_NAME
    return this.#use(exact ?? (isTelling ? this.#byName.get(name) : undefined))
  }

  /** What is known of a document by its address: scheme, `www.`, a slash at the end, fragment and tracking parameters aside. */
  ofAddress(url: string): Given | null {
    return this.#use(this.#byAddress.get(normaliseAddress(url)))
  }

  /** What is known of a document by its title: letters and digits compare, without case. */
  ofTitle(title: string): Given | null {
    const words = normaliseForMatch(title)
    return words.length < SHORTEST_TITLE ? null : this.#use(this.#byTitle.get(words))
  }

  /** The references that nothing was found for, in order. */
  unused(): ListedReference[] {
    return this.#references.filter((reference) => !this.#used.has(reference))
  }

  #use(found: ReadonlySet<ListedReference> | undefined): Given | null {
    const [reference, other] = found ?? []
    if (reference === undefined || other !== undefined) return null
    this.#used.add(reference)
    return reference.item.given
  }
}

function add(map: Map<string, Set<ListedReference>>, key: string, reference: ListedReference): void {
  const known = map.get(key)
  if (known) known.add(reference)
  else map.set(key, new Set([reference]))
}

/** A path as it stands, and with its percent signs read, which addresses and some exporters have in paths. */
function spellings(path: string): string[] {
  if (!/%[0-9a-f]{2}/i.test(path)) return [path]
  try {
    return [path, decodeURIComponent(path)]
  } catch (error) {
    // Per cent that mean nothing else.
    if (error instanceof URIError) return [path]
    throw error
  }
}

/** An absolute or relative path of any system, without `.`, `..`, case and composition. */
function normalisePath(path: string, folder: string): string {
  const written = folded(path.replace(/^file:(?:\/\/(?:localhost)?(?=\/))?/i, '')).replace(/^\/+(?=[a-z]:\/)/, '')
  const isAbsolute = /^(?:\/|[a-z]:\/)/.test(written)
  const parts: string[] = []
  for (const part of (isAbsolute ? written : `${folded(folder)}/${written}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function nameOf(path: string): string {
  return folded(path).split('/').at(-1)!
}

function folded(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC').toLowerCase()
}

function normaliseAddress(written: string): string {
  if (!URL.canParse(written)) return written.trim()
  const url = new URL(written)
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`
}
