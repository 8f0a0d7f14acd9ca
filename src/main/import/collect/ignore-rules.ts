/** Why an entry of a folder, on disk or in an archive, is passed over: `hidden`, one of a `system`'s own, or the `assets` of a saved page. */
export type Ignored = { kind: 'hidden' } | { kind: 'system' } | { kind: 'assets'; page: string }

const PAGE = /\.(?:[xs]?html?|php|aspx?)$/i
/** Folders in which browsers put a saved page's images and scripts (`Page_files`, `Page-Dateien`, `Page_fichiers`, …). */
const PAGE_ASSETS =
  /(?:[_-](?:files|Dateien|fichiers|archivos|ficheros|file|bestanden|arquivos|pliki|filer|tiedostot|soubory)|\.files)$/u
/** Kinds of files that no page is made of. */
const DOCUMENT =
  /\.(?:pdf|do[ct][xm]?|odt|fodt|rtf|epub|eml|msg|mbox|mht|mhtml|warc|warc\.gz|wacz|zip|7z|rar|ris|bib|xlsx?|ods|pptx?|odp)$/i
/** Kinds of files that a sentence names. */
const MOST_KINDS = 6

/** The saved pages among the names in a folder, by their names without ending. */
export function pagesAmong(names: Iterable<string>): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const name of names) if (PAGE.test(name)) pages.set(name.replace(PAGE, ''), name)
  return pages
}

/**
 * Why the entry of a folder is passed over; null when it isn't. `pages` are those beside it. A folder named like one of assets is none without its page: then
 * somebody put there what they want to read.
 */
export function ignoredOf(name: string, isFolder: boolean, pages: ReadonlyMap<string, string>): Ignored | null {
  if (/^(?:Thumbs\.db|desktop\.ini|__MACOSX|\.DS_Store|\.localized)$/i.test(name) || name.startsWith('._'))
    return { kind: 'system' }
  if (name.startsWith('.')) return { kind: 'hidden' }
  if (!isFolder || !PAGE_ASSETS.test(name)) return null
  const page = pages.get(name.replace(PAGE_ASSETS, ''))
  return page === undefined ? null : { kind: 'assets', page }
}

/** Whether a file is taken though it stands among a page's assets: browsers make no such files, so that somebody else put it there, or the page shows it. */
export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(name)
}

/** What a folder that is passed over holds: how many files of which kinds, counted up to a bound. */
export class IgnoredCount {
  readonly #kinds = new Map<string, number>()
  #files = 0
  /** Whether there are more than were counted. */
  isPartial = false

  get files(): number {
    return this.#files
  }

  add(name: string): void {
    const kind = /\.[a-z0-9]{1,8}$/i.exec(name.slice(1))?.[0].toLowerCase() ?? 'without ending'
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1)
    this.#files++
  }

  /** `12 files: 9 .js, 3 .png`. */
  words(): string {
    const kinds = [...this.#kinds].sort(([, a], [, b]) => b - a)
    const named = kinds.slice(0, MOST_KINDS).map(([kind, count]) => `${count} ${kind}`)
    if (kinds.length > MOST_KINDS) named.push('others')
    const many = `${this.isPartial ? 'more than ' : ''}${this.#files.toLocaleString('en')}`
    return `${many} ${this.#files === 1 ? 'file' : 'files'}: ${named.join(', ')}`
  }
}

/** The sentences for a file that is passed over. */
export function ignoredFileWords(name: string, { kind }: Ignored): string {
  return kind === 'system'
    ? `“${name}” was passed over: systems put such files beside people’s own.`
    : `“${name}” was passed over: it is hidden, since its name begins with a dot. Import it by itself if you need it.`
}

/** The sentences for a folder that is passed over. */
export function ignoredFolderWords(name: string, aside: Ignored, count: IgnoredCount): string {
  const again = `Import the folder by itself if you need ${count.files === 1 ? 'it' : 'them'}.`
  if (aside.kind === 'assets')
    return `“${name}” was passed over: it holds what the saved page “${aside.page}” is made of (${count.words()}). ${again}`
  const why =
    aside.kind === 'system'
      ? 'systems put such folders beside people’s own'
      : 'it is hidden, since its name begins with a dot'
  return `“${name}” was passed over: ${why} (${count.words()}). ${again}`
}
