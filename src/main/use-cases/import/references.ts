import { basename, dirname } from 'node:path'
import type { ImportItem } from '../../../shared/import/report.ts'
import { hasEndingOf } from '../../../shared/source/import-formats.ts'
import type { SourceMetadata } from '../../../shared/source/source.ts'
import type { Given, ReferenceItem } from '../../import/extracted/extracted.ts'
import { ReferenceIndex } from '../../import/formats/references/match.ts'
import type { Incoming } from './incoming.ts'
import { referenceItem } from './items.ts'

/** Titles that a report names of references without a file. */
const MOST_NAMED = 5

/** What reference managers' exports among the imported files say of the other files. */
export class ImportReferences {
  readonly #index = new ReferenceIndex()
  readonly #lists: { path: string; count: number }[] = []

  /** True for a name that reference managers give to what they export. */
  static isLikely(name: string): boolean {
    return hasEndingOf(name, 'references')
  }

  has(path: string): boolean {
    return this.#lists.some((list) => list.path === path)
  }

  /** Takes over an export. `place` is its path, that of a container standing for a folder. */
  add(path: string, place: string, items: readonly ReferenceItem[]): void {
    this.#lists.push({ path, count: items.length })
    for (const item of items) this.#index.add({ item, folder: dirname(place), list: path })
  }

  /** What is said of the file at a place. */
  ofFile(place: string): Given | null {
    return this.#index.ofFile(place)
  }

  /** What is said of a document with such metadata. */
  ofDocument({ url, canonicalUrl, title }: SourceMetadata): Given | null {
    for (const address of [canonicalUrl.value, url.value]) {
      const given = address === null ? null : this.#index.ofAddress(address)
      if (given) return given
    }
    return title.value === null ? null : this.#index.ofTitle(title.value)
  }

  /** The report's lines, one for each export. */
  items(): ImportItem[] {
    const unused = this.#index.unused()
    return this.#lists.map(({ path, count }) => {
      const missing = unused.filter(({ list }) => list === path).map(({ item }) => item)
      const named = missing.slice(0, MOST_NAMED).map(({ title, given }) => `“${title ?? given.url ?? given.detail}”`)
      const rest = missing.length > named.length ? ` and ${missing.length - named.length} more` : ''
      const without = missing.length === 0 ? '' : ` Without a file among those imported: ${named.join(', ')}${rest}.`
      return referenceItem(
        path,
        `“${basename(path)}” describes ${count === 1 ? 'one work' : `${count} works`}; what it says went to ${count - missing.length} of the imported files.${without}`
      )
    })
  }
}

/** The place of an incoming file as a path, a container standing for a folder. */
export function placeOf({ path }: Pick<Incoming, 'path'>): string {
  return path.replaceAll(' › ', '/')
}
