import { DossierError } from '../../shared/api/errors.ts'
import {
  DECLARATION_FILE,
  declarationProblem,
  FETCH_FILE,
  INFO_FILE,
  MANIFEST_FILE,
  parseBagInfo,
  parseManifest,
  parseOxum,
  PAYLOAD,
  TAG_MANIFEST_FILE
} from '../../shared/exchange/bagit.ts'
import { hashFile, printable, readWhole, refused, type BagFiles } from './bag-files.ts'
import { MOST_PROBLEMS } from './limits.ts'
import { openBag } from './open-bag.ts'
import { refuseCancelled, severalAtOnce, type BundleWork } from './work.ts'

/** Files hashed at once: most of the time of a small one is waiting for it. */
const AT_ONCE = 8

/** What checking a bundle against its own manifests found. */
export interface BundleCheck {
  ok: boolean
  /** A sentence each, naming the file. */
  problems: string[]
  /** Files of the payload and their bytes. */
  files: number
  bytes: number
}

/** A bag checked, with what is needed to read on. */
export interface CheckedBag {
  check: BundleCheck
  /** SHA-256 by path, from the manifest. */
  digests: ReadonlyMap<string, string>
  /** Of `bag-info.txt`, by label in lower case. */
  info: ReadonlyMap<string, string>
}

/**
 * Checks a bundle, or any other BagIt bag with a SHA-256 manifest, in a folder or a zip: every file's hash, that none is
 * missing or too many, the payload's size and number, the tag files.
 * @throws DossierError `not-found`, `unsupported`, `damaged`, `too-large` or `io` when it can't be read as a bag at all;
 * `cancelled`
 */
export async function checkBundle(path: string, work: BundleWork = {}): Promise<BundleCheck> {
  const bag = await openBag(path)
  try {
    return (await checkBag(bag, work)).check
  } finally {
    await bag.close()
  }
}

/** As `checkBundle`, of a bag that is open. */
export async function checkBag(bag: BagFiles, work: BundleWork): Promise<CheckedBag> {
  if (!bag.sizes.has(DECLARATION_FILE)) {
    throw new DossierError(
      'unsupported',
      `“${bag.name}” isn’t a bundle: it has no ${DECLARATION_FILE}. Nothing was read.`
    )
  }
  const problems = new Problems()
  problems.add(declarationProblem(await readTag(bag, DECLARATION_FILE)))
  if (bag.sizes.has(FETCH_FILE)) {
    problems.add(`${FETCH_FILE} names files that are to be fetched from elsewhere. Dossier fetches nothing.`)
  }
  const info = bag.sizes.has(INFO_FILE) ? parseBagInfo(await readTag(bag, INFO_FILE)) : new Map<string, string>()
  const payload = [...bag.sizes.keys()].filter((path) => path.startsWith(PAYLOAD))
  const digests = await readManifest(bag, MANIFEST_FILE, problems)
  if (digests === null) problems.add(noManifest(bag))
  else {
    for (const path of digests.keys()) {
      if (!path.startsWith(PAYLOAD))
        problems.add(`${MANIFEST_FILE} names “${printable(path)}”, which isn’t in ${PAYLOAD}.`)
    }
    for (const path of payload) {
      if (!digests.has(path)) problems.add(`“${path}” isn’t in ${MANIFEST_FILE}: it was added.`)
    }
  }
  const tagDigests = await readManifest(bag, TAG_MANIFEST_FILE, problems)
  await checkHashes(bag, new Map([...(tagDigests ?? []), ...(digests ?? [])]), problems, work)
  const bytes = payload.reduce((sum, path) => sum + bag.sizes.get(path)!, 0)
  problems.add(oxumProblem(info.get('payload-oxum'), bytes, payload.length))
  return {
    check: { ok: problems.count === 0, problems: problems.list(), files: payload.length, bytes },
    digests: digests ?? new Map(),
    info
  }
}

async function checkHashes(
  bag: BagFiles,
  digests: ReadonlyMap<string, string>,
  problems: Problems,
  { signal, onProgress }: BundleWork
): Promise<void> {
  let done = 0
  const wrong = new Map<string, string>()
  await severalAtOnce(digests, AT_ONCE, async ([path, digest]) => {
    refuseCancelled(signal)
    onProgress?.({ stage: 'check', done: done++, total: digests.size })
    if (!bag.sizes.has(path)) wrong.set(path, `“${printable(path)}” is missing.`)
    else if ((await hashFile(bag, path)).sha256 !== digest)
      wrong.set(path, `“${path}” was changed: its hash isn’t the manifest’s.`)
  })
  for (const path of digests.keys()) problems.add(wrong.get(path) ?? null)
}

async function readManifest(bag: BagFiles, name: string, problems: Problems): Promise<Map<string, string> | null> {
  if (!bag.sizes.has(name)) return null
  const manifest = parseManifest(await readTag(bag, name), name)
  for (const problem of manifest.problems) problems.add(printable(problem, 300))
  return manifest.digests
}

function noManifest(bag: BagFiles): string {
  const others = [...bag.sizes.keys()].flatMap((path) => /^manifest-([a-z0-9]+)\.txt$/.exec(path)?.[1] ?? [])
  return others.length === 0
    ? `There is no ${MANIFEST_FILE}, so nothing can be checked.`
    : `There is no ${MANIFEST_FILE}, only checksums of another kind (${others.join(', ')}), which Dossier doesn’t check. Ask for a bag with SHA-256.`
}

function oxumProblem(value: string | undefined, bytes: number, files: number): string | null {
  if (value === undefined) return null
  const oxum = parseOxum(value)
  if (!oxum) return `${INFO_FILE} has a Payload-Oxum that can’t be read.`
  return oxum.bytes === bytes && oxum.files === files
    ? null
    : `${INFO_FILE} counts ${oxum.files} files with ${oxum.bytes} bytes in ${PAYLOAD}; there are ${files} with ${bytes}.`
}

/** A tag file as text. @throws DossierError `damaged` when it isn't UTF-8 */
async function readTag(bag: BagFiles, path: string): Promise<string> {
  const { bytes } = await readWhole(bag, path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw refused(bag.name, `${path} in it isn’t UTF-8 text.`)
    throw error
  }
}

/** The first problems as sentences, the rest as a number: a bag can name a million missing files. */
class Problems {
  count = 0
  readonly #sentences: string[] = []

  add(sentence: string | null): void {
    if (sentence === null) return
    if (this.#sentences.length < MOST_PROBLEMS) this.#sentences.push(sentence)
    this.count++
  }

  list(): string[] {
    const more = this.count - this.#sentences.length
    return more === 0 ? this.#sentences : [...this.#sentences, `There are ${more} more problems.`]
  }
}
