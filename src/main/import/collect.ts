import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { systemFailure, toDossierError } from '../../shared/api/system-error.ts'

/** A file to import, or a place that could not be looked into. */
export interface CollectedFile {
  path: string
  /** Name without folder. */
  name: string
  /** Why the file or folder can't be read; importing it is pointless. */
  error?: DossierError
}

export interface CollectOptions {
  /** Stops after so many files, so that a whole disk chosen by mistake doesn't end in a wait without end. */
  most?: number
  signal?: AbortSignal
}

const naturally = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
/** Folders in which browsers put a saved page's images and scripts (`Page_files`, `Page-Dateien`, `Page_fichiers`, …). */
const PAGE_ASSETS =
  /(?:[_-](?:files|Dateien|fichiers|archivos|ficheros|file|bestanden|arquivos|pliki|filer|tiedostot|soubory)|\.files)$/u

/**
 * Lists the files under the given paths: files as given, folders recursively in natural order (`2.txt` before `10.txt`),
 * without hidden entries and the asset folders of saved pages. A folder reached twice through links is read once. What can't
 * be read is listed with its error.
 */
export async function collectFiles(paths: readonly string[], options: CollectOptions = {}): Promise<CollectedFile[]> {
  const { most = 100_000, signal } = options
  const files: CollectedFile[] = []
  const seen = new Set<string>()
  const pending = paths.map((entry) => path.resolve(entry)).reverse()
  while (pending.length > 0 && files.length < most) {
    if (signal?.aborted) throw new DossierError('cancelled', 'Looking for files was cancelled. Nothing was imported.')
    const current = pending.pop()!
    try {
      const found = await stat(current)
      if (found.isDirectory()) {
        const real = await realpath(current)
        if (seen.has(real)) continue
        seen.add(real)
        pending.push(...(await entriesOf(current)).reverse())
      } else if (found.isFile()) {
        files.push({ path: current, name: path.basename(current) })
      } else {
        files.push(failed(current, 'is neither a file nor a folder'))
      }
    } catch (error) {
      const name = path.basename(current)
      const strange = await strangeName(current, error)
      if (strange) {
        files.push(failed(current, strange))
        continue
      }
      const told = toDossierError(error, { what: `“${name}”`, done: 'read', kept: KEPT })
      if (!told) throw error
      files.push({ path: current, name, error: told })
    }
  }
  return files
}

async function entriesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const pages = new Set(
    entries.flatMap((entry) => (/\.x?html?$/i.test(entry.name) ? [entry.name.replace(/\.x?html?$/i, '')] : []))
  )
  return entries
    .filter((entry) => !isSystemName(entry.name))
    .filter((entry) => !entry.isDirectory() || !isAssetFolder(entry.name, pages))
    .map((entry) => entry.name)
    .sort((a, b) => naturally.compare(a, b) || (a < b ? -1 : 1))
    .map((name) => path.join(folder, name))
}

/** Hidden files and folders, and those that systems put beside people's own. */
export function isSystemName(name: string): boolean {
  return name.startsWith('.') || /^(?:Thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name)
}

/** `Page_files` beside `Page.html`, `pages` being names without ending; English `_files` also when its page was moved away. */
export function isAssetFolder(name: string, pages: ReadonlySet<string>): boolean {
  return PAGE_ASSETS.test(name) && (pages.has(name.replace(PAGE_ASSETS, '')) || name.endsWith('_files'))
}

/** Why something that is there can't be found: its name can't be told, or it is a link to nowhere. Null when there is nothing of that name. */
async function strangeName(place: string, error: unknown): Promise<string | null> {
  if (systemFailure(error)?.system !== 'ENOENT') return null
  // Names of other bytes than UTF-8 reach programs with this sign in place of them.
  if (path.basename(place).includes('\uFFFD'))
    return 'has a name that isn’t Unicode text; rename it and import it again'
  return (await lstat(place).catch(() => null))?.isSymbolicLink() ? 'is a link that leads nowhere' : null
}

const KEPT = 'Nothing was imported from it.'

function failed(place: string, reason: string): CollectedFile {
  const name = path.basename(place)
  return { path: place, name, error: new DossierError('unsupported', `“${name}” ${reason}. ${KEPT}`) }
}
