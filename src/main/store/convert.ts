import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { encodeList, LISTS } from './conversion-list.ts'
import { sealLog, unsealLog } from './log-lines.ts'
import { ifThere, isSystemError, storageError, syncFolder, TEMPORARY_ENDING } from '../base/durable.ts'
import { CaseFiles, isSealed, PREVIOUS_ENDING, type Seal } from './files.ts'
import { inParallel, walkAll } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { KEY_FILES, writeKeys, type Keys } from './keys.ts'
import {
  CONVERSION_FOLDERS,
  CONVERTED,
  CONVERTING,
  PLACING,
  PRESENCE,
  QUARANTINE,
  REPLACED,
  STAGING
} from './layout.ts'
import { LOGS } from '../../shared/case/records/places.ts'
import { isLog, isOfCase, sealedNames, targetsOf } from './converted-names.ts'

/** How a case's files are to stand on the disk. */
export interface Form {
  seal: Seal | null
  /** The keys that go with the seal; null without one. */
  keys: Keys | null
}

export interface ConvertOptions {
  /** Takes files in clear for what they are beside sealed ones, and gets their names: only for what earlier versions left half done. */
  half?: string[]
}

/**
 * Brings all files of a case into another form: sealed, sealed with another key, or in clear. They are made anew in a folder within the case,
 * flushed, and listed; one rename makes them count, and further ones put them in the place of the old ones, which are removed. Until that first rename the
 * case is as it was; after it, the next opening finishes what was interrupted. So at no time do clear and sealed files count as one case. Previous versions and unfinished
 * files are dropped.
 * @throws DossierError `damaged` when a file can't be unsealed or isn't one, `case-held` when the case changes meanwhile, or a storage failure; the sentence says which form holds
 */
export async function convertCase(from: CaseFiles, to: Form, { half }: ConvertOptions = {}): Promise<CaseFiles> {
  const { root } = from
  try {
    for (const folder of [CONVERTING, REPLACED, STAGING]) await rm(join(root, folder), { recursive: true, force: true })
    await makeAnew(from, to, half)
    await rename(join(root, CONVERTING), join(root, CONVERTED))
  } catch (error) {
    // On a full disk its room is what is needed; else the next opening sweeps it.
    await rm(join(root, CONVERTING), { recursive: true, force: true }).catch((failure: unknown) => {
      if (!isSystemError(failure)) throw failure
    })
    throw storageError(error, 'the case in its new form', 'The case is as it was.')
  }
  await placeConverted(root)
  return new CaseFiles(root, to.seal, from.kinds)
}

/**
 * Puts converted files, that were found to be whole, in the place of the old ones. Can be gone on with after any step. Answers the names of those that had to be
 * put aside, since something of their name had come in between.
 * @throws DossierError a storage failure
 */
export async function placeConverted(root: string): Promise<string[]> {
  const aside: string[] = []
  try {
    if (await isThere(join(root, CONVERTED))) {
      await syncFolder(root)
      await mkdir(join(root, REPLACED), { recursive: true })
      for (const name of keysLast(await entriesOf(root))) await replaceBy(join(root, name), join(root, REPLACED, name))
      await syncFolder(root)
      await rename(join(root, CONVERTED), join(root, PLACING))
      await syncFolder(root)
    }
    if (await isThere(join(root, PLACING))) {
      const names = (await readdir(join(root, PLACING))).filter((name) => !LISTS.includes(name))
      for (const name of keysLast(names).reverse()) {
        const isTaken = await isThere(join(root, name))
        const place = isTaken ? `${name} (found while converting)` : name
        if (isTaken) aside.push(place)
        await replaceBy(join(root, PLACING, name), join(root, place))
      }
      await syncFolder(root)
      await rm(join(root, PLACING), { recursive: true })
    }
    await rm(join(root, REPLACED), { recursive: true, force: true })
    await syncFolder(root)
    return aside
  } catch (error) {
    throw storageError(error, 'the case in its new form', 'Everything is still there. Open the case again to go on.')
  }
}

/** The keys are the last to be taken away and the first to be put in place: what is sealed is never without them. */
function keysLast(names: readonly string[]): string[] {
  const isKeys = (name: string): boolean => (KEY_FILES as readonly string[]).includes(name)
  return [...names.filter((name) => !isKeys(name)), ...names.filter(isKeys)]
}

/** What stands in a case's folder, except what a conversion puts there. */
async function entriesOf(root: string): Promise<string[]> {
  return (await readdir(root)).filter((name) => !CONVERSION_FOLDERS.includes(name)).sort()
}

async function replaceBy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await rename(from, to)
}

async function isThere(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== undefined
}

/** A file as it was when it was read. */
type Stamps = Map<string, string>

async function makeAnew(from: CaseFiles, { seal, keys }: Form, half: string[] | undefined): Promise<void> {
  const { root } = from
  const made = join(root, CONVERTING)
  const to = new CaseFiles(made, seal, from.kinds)
  const clear = new CaseFiles(root, null, from.kinds)
  const { files, folders } = await walkCase(root)
  for (const folder of folders) await mkdir(join(made, folder), { recursive: true })
  const before = await stampsOf(root, files)
  const targets = await targetsOf(from, to, files)
  const sealedAs = sealedNames(from, files)
  const list: Record<string, string> = {}
  const unfit: string[] = []
  await inParallel(files, async (name) => {
    const stored = await readFile(join(root, ...name.split('/')))
    const target = targets.get(name)!
    const isClear = half !== undefined && isInClear(name, stored)
    if (isClear) half.push(name)
    const bytes = convertFile(isClear ? clear : from, to, { name, target, sealedAs }, stored)
    if (bytes === null) return void unfit.push(name)
    await writeFlushed(join(made, ...target.split('/')), bytes)
    list[target] = sha256(bytes)
  })
  if (unfit.length > 0) throw notSealed(unfit.sort())
  if (keys) await writeKeys(made, keys)
  for (const file of keys ? KEY_FILES : []) list[file] = sha256(await readFile(join(made, file)))
  for (const [name, bytes] of encodeList(list, { from: from.seal, to: seal }))
    await writeFlushed(join(made, name), bytes)
  for (const folder of folders.toReversed()) await syncFolder(join(made, folder))
  const after = await walkCase(root)
  if (!isSame(before, await stampsOf(root, after.files))) {
    throw new DossierError(
      'case-held',
      'Files of the case were changed while it was being converted, perhaps by a program that synchronises its folder. The case is as it was. Pause that program and try again.'
    )
  }
}

function isInClear(name: string, stored: Buffer): boolean {
  return isLog(name) ? stored.subarray(0, 1).toString() === '{' : !isSealed(stored)
}

/** A file's bytes in its new form; null when it isn't what was sealed in its place. */
function convertFile(
  from: CaseFiles,
  to: CaseFiles,
  { name, target, sealedAs }: { name: string; target: string; sealedAs: (name: string) => string },
  stored: Buffer
): Uint8Array | null {
  if (isLog(name)) {
    const device = basename(name, '.jsonl')
    const inLogs = name.startsWith(`${LOGS}/`) ? name.slice(`${LOGS}/`.length, -'.jsonl'.length) : device
    return Buffer.from(sealLog(to, inLogs, unsealLog(from, inLogs, stored.toString('utf8'))))
  }
  const isKept = name.startsWith(`${QUARANTINE}/`)
  const plain = from.seal ? unsealed(from.seal, [sealedAs(name), name], stored) : stored
  // What was kept as damaged stays as it is, and so does what others put into the folder.
  if (plain === null) return !isKept && (isOfCase(from, name) || isOfCase(from, sealedAs(name))) ? null : stored
  return to.seal ? to.seal.seal(to.stored(sealedAs(target)), plain) : plain
}

function unsealed(seal: Seal, names: readonly string[], stored: Uint8Array): Uint8Array | null {
  for (const name of new Set(names)) {
    try {
      return seal.unseal(name, stored)
    } catch (error) {
      if (!(error instanceof DossierError) || error.code !== 'damaged') throw error
    }
  }
  return null
}

function notSealed(names: readonly string[]): DossierError {
  const shown = names.slice(0, 5).map((name) => `“${name}”`)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  return new DossierError(
    'damaged',
    `${shown.join(', ')}${more} can’t be taken over: damaged, or not sealed with this case’s key. The case is as it was. Repair it, or take out of its folder what doesn’t belong there, and try again.`
  )
}

/** The names of all files of a case that are converted. @throws DossierError `unsupported` for links and special files, which would be lost */
async function walkCase(root: string): Promise<{ files: string[]; folders: string[] }> {
  // Who else writes is told anew.
  const skipped = new Set<string>([...CONVERSION_FOLDERS, ...KEY_FILES, PRESENCE])
  const { files, folders, others } = await walkAll(root, (name) => !skipped.has(name))
  if (others.length > 0) {
    throw new DossierError(
      'unsupported',
      `“${others[0]}” in the case’s folder is a link or no regular file. The case is as it was. Take it out and try again.`
    )
  }
  const names = files.map((name) => name.replaceAll('\\', '/'))
  const isDropped = (name: string): boolean => name.endsWith(TEMPORARY_ENDING) || name.endsWith(PREVIOUS_ENDING)
  return { files: names.filter((name) => !isDropped(name)), folders }
}

async function stampsOf(root: string, names: readonly string[]): Promise<Stamps> {
  const stamps: Stamps = new Map()
  await inParallel(names, async (name) => {
    const { size, mtimeNs } = await stat(join(root, ...name.split('/')), { bigint: true })
    stamps.set(name, `${size}-${mtimeNs}`)
  })
  return stamps
}

function isSame(a: Stamps, b: Stamps): boolean {
  return a.size === b.size && [...a].every(([name, stamp]) => b.get(name) === stamp)
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
