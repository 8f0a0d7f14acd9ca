import type { Entry } from '../../extracted/extracted.ts'
import { entryName, shown } from '../../container/entry-name.ts'
import type { OtherKind } from './page.ts'

/** Why records of an archive gave no source: other kinds, pieces of pages, redirections, pages that were there already. */
type Reason = OtherKind | 'piece' | 'redirect' | 'again'

const WORDS: Record<Exclude<Reason, 'document'>, [one: string, many: string]> = {
  resource: ['file that pages load, such as an image or a script', 'files that pages load, such as images and scripts'],
  piece: ['piece of a page, such as a frame or an advertisement', 'pieces of pages, such as frames and advertisements'],
  redirect: ['address that only leads to another', 'addresses that only lead to others'],
  error: ['answer of a server without the page', 'answers of servers without the page'],
  again: ['page archived again without a change', 'pages archived again without a change']
}
/** Documents that are named one by one. */
const MOST_NAMED = 1000

/** What an archive holds besides the pages that are taken out of it. */
export class PassedOverRecords {
  readonly #counts = new Map<Reason, number>()
  readonly #documents = new Set<string>()

  add(reason: Reason, url = ''): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1)
    if (reason === 'document' && this.#documents.size < MOST_NAMED) this.#documents.add(url)
  }

  /** A line for each document, and one for all the rest. */
  *entries(archive: string): Generator<Entry> {
    for (const url of this.#documents) {
      const why = `“${shown(url)}” was passed over: out of a web archive only pages and PDFs are taken. Take it out of “${archive}” with another program and import it.`
      yield entryOf(url, why)
    }
    const parts = Object.entries(WORDS).flatMap(([reason, [one, many]]) => {
      const count = this.#counts.get(reason as Reason) ?? 0
      return count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? one : many}`]
    })
    const unnamed = (this.#counts.get('document') ?? 0) - this.#documents.size
    if (unnamed > 0) parts.push(`${unnamed.toLocaleString('en')} further documents`)
    if (parts.length > 0) yield entryOf('other records', `Passed over in “${archive}”: ${parts.join('; ')}.`)
  }
}

function entryOf(path: string, why: string): Entry {
  const hint = { name: entryName(path, 'unnamed'), url: null, given: [] }
  return { path, hint, bytes: new Uint8Array(), error: null, passedOver: why }
}
