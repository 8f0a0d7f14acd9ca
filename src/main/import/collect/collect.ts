import { lstat, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { DossierError } from '../../../shared/errors/errors.ts'
import { systemFailure, toDossierError } from '../../../shared/errors/system-error.ts'
import {
  IgnoredCount,
  ignoredFileWords,
  ignoredFolderWords,
  ignoredOf,
  isDocumentName,
  pagesAmong,
  type Ignored
} from './ignore-rules.ts'
import { ifThere } from '../../base/durable.ts'
import { decode } from '../encoding/decode.ts'
import { entriesIn, placeOfLossy, type FolderEntry, type Place } from './places.ts'

/** A file to import, one or a folder that is passed over, or a place that could not be looked into. */
export interface CollectedFile {
  /** For people, and to tell files apart: no two have the same. */
  path: string
  /** For the system. */
  place: Place
  /** Name without folder. */
  name: string
  /** The bytes of a name that isn't UTF-8. */
  nameBytes: Buffer | null
  /** Why the file or folder can't be read; importing it is pointless. */
  error?: DossierError
  /** Why it is passed over, in sentences: it's only to be named. */
  passedOver?: string
}

export interface CollectOptions {
  /** Stops after so many files, so that a whole disk chosen by mistake doesn't end in a wait without end. */
  most?: number
  signal?: AbortSignal
}

/** Something that is still to be looked at. */
interface Pending {
  place: Place
  path: string
  name: string
  nameBytes: Buffer | null
  aside: Ignored | null
  /** The folder that was named and in which this lies; null for what was named itself. */
  within: NamedFolder | null
}

/** A folder that was named: nothing that lies outside of it is taken by way of it. */
interface NamedFolder {
  name: string
  /** Without links; each byte one character. */
  real: string
}

/** Made when it is first needed, which takes long. */
let collator: Intl.Collator | undefined

/** Compares names as people number them: 2 before 10. */
function naturally(a: string, b: string): number {
  return (collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' })).compare(a, b)
}

/** Files of a folder that is passed over are counted up to so many. */
const MOST_COUNTED = 10_000

/**
 * Lists the files under the given paths: files as given, folders recursively in natural order (`2.txt` before `10.txt`). Nothing is left out in silence: hidden
 * entries, the asset folders of saved pages (but for documents in them), a folder reached twice and links that lead out of the folder that was named are listed as
 * passed over, what can't be read with its error, and so is where it stopped at the most it may list.
 */
export async function collectFiles(paths: readonly string[], options: CollectOptions = {}): Promise<CollectedFile[]> {
  const { most = 100_000, signal } = options
  const files: CollectedFile[] = []
  const seen = new Map<string, string>()
  const pending: Pending[] = paths.map((entry) => asGiven(path.resolve(entry))).reverse()
  while (pending.length > 0) {
    if (signal?.aborted) throw new DossierError('cancelled', 'Looking for files was cancelled. Nothing was imported.')
    if (files.length >= most) return [...files, ...notLookedAt(pending, most)]
    const current = pending.pop()!
    try {
      if (await leadsOut(current)) {
        files.push(passed(current, outsideWords(current)))
        continue
      }
      const found = await stat(current.place)
      if (current.aside !== null) {
        const documents = await lookAside(current, current.aside, found.isDirectory(), files, signal)
        pending.push(...documents.reverse())
      } else if (found.isDirectory()) {
        const real = await realOf(current.place)
        const before = seen.get(real)
        if (before === undefined) {
          seen.set(real, current.path)
          const folder = { ...current, within: current.within ?? { name: current.name, real } }
          pending.push(...inOrder(folder, await entriesIn(current.place)).reverse())
        } else
          files.push(
            passed(
              current,
              `“${current.name}” was passed over: it is the folder “${before}”, which was looked through already.`
            )
          )
      } else if (found.isFile()) {
        files.push(fileOf(current))
      } else {
        files.push(failed(current, 'is neither a file nor a folder'))
      }
    } catch (error) {
      if (current.aside !== null) {
        files.push(passed(current, ignoredFileWords(current.name, current.aside)))
        continue
      }
      const told = await strangeEntry(current, error)
      if (told === null) throw error
      if ('aside' in told) pending.push(told)
      else files.push(told)
    }
  }
  return files
}

function asGiven(given: string): Pending {
  return { place: given, path: given, name: path.basename(given), nameBytes: null, aside: null, within: null }
}

function inOrder(folder: Pending, entries: readonly FolderEntry[]): Pending[] {
  const pages = pagesAmong(entries.flatMap(({ name, isFolder }) => (isFolder ? [] : [name])))
  return entries
    .toSorted((a, b) => naturally(a.name, b.name) || (a.name < b.name ? -1 : 1))
    .map((entry) => pendingIn(folder, entry, ignoredOf(entry.name, entry.isFolder, pages)))
}

function pendingIn(folder: Pending, { place, name, nameBytes }: FolderEntry, aside: Ignored | null): Pending {
  return { place, path: path.join(folder.path, name), name, nameBytes, aside, within: folder.within }
}

/** Whether something is a link to what lies outside of the folder that was named. */
async function leadsOut({ place, within }: Pending): Promise<boolean> {
  if (within === null || !(await lstat(place)).isSymbolicLink()) return false
  const real = await realOf(place)
  return real !== within.real && !real.startsWith(within.real.endsWith(path.sep) ? within.real : within.real + path.sep)
}

function outsideWords({ name, within }: Pending): string {
  return `“${name}” was passed over: it is a link to something outside of the folder “${within?.name ?? ''}”. Import what it leads to by itself if you need it.`
}

/** Where something lies, without links; each byte one character. */
async function realOf(place: Place): Promise<string> {
  return (await realpath(place, 'buffer')).toString('latin1')
}

/** Lists what is passed over: a file, or a folder with what it holds. Answers the documents in it, which are taken. */
async function lookAside(
  current: Pending,
  aside: Ignored,
  isFolder: boolean,
  files: CollectedFile[],
  signal: AbortSignal | undefined
): Promise<Pending[]> {
  if (!isFolder) {
    files.push(passed(current, ignoredFileWords(current.name, aside)))
    return []
  }
  const count = new IgnoredCount()
  const documents: Pending[] = []
  const unread: CollectedFile[] = []
  const folders = [current]
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    if (signal?.aborted) throw new DossierError('cancelled', 'Looking for files was cancelled. Nothing was imported.')
    try {
      for (const entry of await entriesIn(folder.place)) {
        const inside = pendingIn(folder, entry, null)
        if (entry.isFolder) folders.push(inside)
        else if (aside.kind === 'assets' && isDocumentName(entry.name)) documents.push(inside)
        else count.add(entry.name)
      }
    } catch (error) {
      const told = toDossierError(error, { what: `“${folder.name}”`, done: 'read', kept: KEPT })
      if (!told) throw error
      unread.push({ ...fileOf(folder), error: told })
    }
    if (count.files >= MOST_COUNTED && folders.length > 0) {
      count.isPartial = true
      break
    }
  }
  if (count.files > 0) files.push(passed(current, ignoredFolderWords(current.name, aside, count)))
  files.push(...unread)
  return documents.sort((a, b) => naturally(a.path, b.path))
}

/** What is told of an entry that can't be looked at, or the entry with its right place; null for a defect. */
async function strangeEntry(current: Pending, error: unknown): Promise<CollectedFile | Pending | null> {
  let cause = error
  try {
    const strange = await strangeName(current, error)
    if (typeof strange === 'string') return failed(current, strange)
    if (strange !== null) return strange
  } catch (looking) {
    // Why the folder can't be looked through says more than that the name wasn't found in it.
    if (systemFailure(looking) === null) throw looking
    cause = looking
  }
  const told = toDossierError(cause, { what: `“${current.name}”`, done: 'read', kept: KEPT })
  return told && { ...fileOf(current), error: told }
}

/** Why something that is there can't be found, or its right place when its name only lost bytes on the way here. Null when there is nothing of that name. */
async function strangeName(current: Pending, error: unknown): Promise<string | Pending | null> {
  const { place } = current
  if (systemFailure(error)?.system !== 'ENOENT') return null
  // Names of other bytes than UTF-8 reach programs with this sign in place of them.
  if (typeof place === 'string' && place.includes('\uFFFD')) {
    const found = await ifThere(placeOfLossy(place))
    if (!found || !Buffer.isBuffer(found.place))
      return 'has a name that isn’t Unicode text, and no file or more than one looks like that; import its folder instead'
    const name = found.nameBytes === null ? current.name : decode(found.nameBytes).text
    return { ...current, ...found, name, path: path.join(path.dirname(current.path), name) }
  }
  return (await ifThere(lstat(place)))?.isSymbolicLink() ? 'is a link that leads nowhere' : null
}

const KEPT = 'Nothing was imported from it.'

/** What is said of the rest when there are more files than may be listed, once for each folder in which something is left. */
function notLookedAt(pending: readonly Pending[], most: number): CollectedFile[] {
  const left = new Map<string, number>()
  for (const entry of pending) {
    const folder = path.dirname(entry.path)
    left.set(folder, (left.get(folder) ?? 0) + 1)
  }
  return [...left].map(([folder, count]) => {
    const name = path.basename(folder) || folder
    const message = `${count === 1 ? 'One entry' : `${count.toLocaleString('en')} entries`} of “${name}” ${count === 1 ? 'was' : 'were'} not looked at, since an import takes ${most.toLocaleString('en')} files at once. Nothing was imported from there. Import the folder in parts.`
    return { path: folder, place: folder, name, nameBytes: null, error: new DossierError('too-large', message) }
  })
}

function fileOf({ place, path: shown, name, nameBytes }: Pending): CollectedFile {
  return { path: shown, place, name, nameBytes }
}

function passed(current: Pending, passedOver: string): CollectedFile {
  return { ...fileOf(current), passedOver }
}

function failed(current: Pending, reason: string): CollectedFile {
  return {
    ...fileOf(current),
    error: new DossierError('unsupported', `“${current.name}” ${reason}. ${KEPT}`)
  }
}
