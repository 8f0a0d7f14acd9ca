import { DossierError } from '../../shared/errors/errors.ts'
import {
  ALGORITHMS,
  DECLARATION_FILE,
  FETCH_FILE,
  INFO_FILE,
  infoProblems,
  MANIFEST_FILE,
  manifestKind,
  parseBagInfo,
  parseFetch,
  parseManifest,
  parseOxum,
  PAYLOAD,
  readDeclaration,
  STRONG,
  type Algorithm,
  type Declaration
} from '../../shared/exchange/bagit.ts'
import { CASE_RECORD_FILE, VERSION_LABEL } from '../../shared/exchange/bundle-files.ts'
import { foldedName, pathProblem } from '../../shared/exchange/entry-names.ts'
import { hashFileBy, isSystemFile, printable, readWhole, refused, type BagFiles } from './bag-files.ts'
import { MOST_PROBLEMS } from './limits.ts'
import { openBag } from './open-bag.ts'
import { decodeTag } from './tag-text.ts'
import { refuseCancelled, severalAtOnce, type BundleWork } from './work.ts'

/** Files hashed at once: most of the time of a small one is waiting for it. */
const AT_ONCE = 8

/** What checking a bundle against its own manifests found. */
export interface BundleCheck {
  ok: boolean
  /** What makes it no whole bag, a sentence each, naming the file. */
  problems: string[]
  /** What is allowed in a bag but worth knowing, a sentence each. */
  warnings: string[]
  /** Files of the payload and their bytes. */
  files: number
  bytes: number
  /** True for a hand-over bundle of Dossier's; false for a bag of other things. */
  dossier: boolean
  /** The kinds of checksums that were checked, strongest first. */
  algorithms: Algorithm[]
}

/** A bag checked, with what is needed to read on. */
export interface CheckedBag {
  check: BundleCheck
  /** Checksums of the payload by path, from the strongest manifest; null when that isn't at least SHA-256. */
  strong: { algorithm: Algorithm; digests: ReadonlyMap<string, string> } | null
  /** Of `bag-info.txt`, by label in lower case. */
  info: ReadonlyMap<string, string>
}

/**
 * Checks a bundle, or any other BagIt bag (RFC 8493, and the drafts before it), in a folder or a zip: its declaration, every file's checksums by all manifests,
 * that none is missing or too many, the payload's size and number, the tag files.
 * @throws DossierError `not-found`, `unsupported`, `damaged`, `too-large` or `io` when it can't be read as a bag at all;
 * `cancelled`
 */
export async function checkBundle(path: string, work: BundleWork = {}): Promise<BundleCheck> {
  const bag = await openBag(path, 'bag')
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
  const found = new Findings()
  const declared = readDeclaration(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readWhole(bag, DECLARATION_FILE))
  )
  // What is wrong with the declaration doesn't keep the rest from being checked.
  const { version, encoding }: Declaration =
    typeof declared === 'string' ? { version: '1.0', encoding: 'UTF-8' } : declared
  if (typeof declared === 'string') found.problems.add(declared)
  const readTag = async (path: string): Promise<string> =>
    decodeTag(await readWhole(bag, path), encoding, { bag: bag.name, path })
  if (!bag.hasPayload) found.problems.add(`There is no folder ${PAYLOAD}`)

  const info = bag.sizes.has(INFO_FILE) ? await readTag(INFO_FILE) : ''
  const fields = parseBagInfo(info)
  for (const problem of infoProblems(info)) (version === '1.0' ? found.problems : found.warnings).add(problem)
  const manifests = await readManifests(bag, { version, readTag }, found)
  if (bag.sizes.has(FETCH_FILE)) checkFetch(await readTag(FETCH_FILE), { bag, payload: manifests.payload }, found)
  checkOddities(bag, manifests, found)
  const payload = checkPayloadNames(bag, manifests.payload, version, found)
  checkTagNames(bag, manifests, version, found)
  await checkHashes(bag, [...manifests.tags, ...manifests.payload], found, work)
  const bytes = payload.reduce((sum, path) => sum + bag.sizes.get(path)!, 0)
  const oxum = oxumProblem(fields.get('payload-oxum'), bytes, payload.length)
  // Files of the system come and go without anybody's doing.
  if (
    oxum !== null &&
    manifests.payload.some(({ digests }) => [...digests.keys()].some((path) => isGoneSystemFile(bag, path)))
  )
    found.warnings.add(oxum)
  else found.problems.add(oxum)
  const algorithms = (Object.keys(ALGORITHMS) as Algorithm[]).filter((one) =>
    manifests.payload.some(({ algorithm }) => algorithm === one)
  )
  const strongest = STRONG.find((one) => algorithms.includes(one))
  if (algorithms.length > 0 && strongest === undefined) found.warnings.add(tooWeak(algorithms))
  return {
    check: {
      ok: found.problems.count === 0,
      problems: found.problems.list(),
      warnings: found.warnings.list(),
      files: payload.length,
      bytes,
      dossier: fields.has(VERSION_LABEL.toLowerCase()) || bag.sizes.has(CASE_RECORD_FILE),
      algorithms
    },
    strong:
      strongest === undefined
        ? null
        : {
            algorithm: strongest,
            digests: manifests.payload.find(({ algorithm }) => algorithm === strongest)!.digests
          },
    info: fields
  }
}

function tooWeak(algorithms: readonly Algorithm[]): string {
  const names = algorithms.map((one) => ALGORITHMS[one].name).join(' and ')
  return `Its checksums are ${names} only: they show accidents, not that nobody put another file in a file’s place. To be taken in as a case a bundle needs SHA-256 or SHA-512.`
}

/** A manifest with its name and kind. */
interface ReadManifest {
  file: string
  algorithm: Algorithm
  digests: Map<string, string>
}

interface Manifests {
  payload: ReadManifest[]
  tags: ReadManifest[]
  /** Names of all manifests of the payload, those of unknown kinds too. */
  payloadFiles: string[]
}

async function readManifests(
  bag: BagFiles,
  { version, readTag }: { version: string; readTag: (path: string) => Promise<string> },
  found: Findings
): Promise<Manifests> {
  const manifests: Manifests = { payload: [], tags: [], payloadFiles: [] }
  for (const file of [...bag.sizes.keys()].sort()) {
    const kind = manifestKind(file)
    if (!kind) continue
    if (kind.of === 'payload') manifests.payloadFiles.push(file)
    if (kind.algorithm === 'unknown') {
      found.warnings.add(`${file} has checksums of a kind that Dossier doesn’t know; they weren’t checked.`)
      continue
    }
    const { algorithm } = kind
    const hasFile = (path: string): boolean => bag.sizes.has(path)
    const { digests, problems, warnings } = parseManifest(await readTag(file), file, { algorithm, version, hasFile })
    for (const problem of problems) found.problems.add(printable(problem, 300))
    for (const warning of warnings) found.warnings.add(printable(warning, 300))
    manifests[kind.of].push({ file, algorithm, digests })
  }
  if (manifests.payload.length === 0) {
    found.problems.add(
      manifests.payloadFiles.length === 0
        ? `There is no ${MANIFEST_FILE}, so nothing can be checked.`
        : `There is no ${MANIFEST_FILE}, only checksums of a kind that Dossier doesn’t know (${manifests.payloadFiles.join(', ')}).`
    )
  }
  return manifests
}

/** Names that some system can't have are told when the bag means them, and refused when they were merely put there. @throws DossierError `damaged` */
function checkOddities(bag: BagFiles, { payload, tags }: Manifests, found: Findings): void {
  const isMeant = (path: string): boolean => [...payload, ...tags].some(({ digests }) => digests.has(path))
  for (const { paths, sentence } of bag.oddities) {
    if (!paths.every(isMeant)) throw refused(bag.name, sentence)
    found.warnings.add(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`)
  }
}

/** Holds the names in the manifests and the files in `data/` against each other. Answers the files that count as the payload. */
function checkPayloadNames(
  bag: BagFiles,
  manifests: readonly ReadManifest[],
  version: string,
  found: Findings
): string[] {
  const present = [...bag.sizes.keys()].filter((path) => path.startsWith(PAYLOAD))
  const twins = new Map(present.map((path) => [foldedName(path), path]))
  const listedAnywhere = new Set<string>()
  for (const { file, digests } of manifests) {
    for (const [path, digest] of [...digests]) {
      if (!path.startsWith(PAYLOAD)) {
        found.problems.add(`${file} names “${printable(path)}”, which isn’t in ${PAYLOAD}.`)
        digests.delete(path)
        continue
      }
      const twin = bag.sizes.has(path) ? path : twinOf(path, twins)
      if (
        twin !== path &&
        twin !== undefined &&
        (digests.get(twin) ?? digest) === digest &&
        !isLostCase(path, twin, digests)
      ) {
        // Systems that don't tell case or composition of letters apart keep one file for both names.
        found.warnings.add(`${file} names “${printable(path)}”; the file is called “${printable(twin)}”.`)
        digests.delete(path)
        digests.set(twin, digest)
      } else if (twin !== path && isSystemFile(path)) {
        found.warnings.add(`“${path}”, a file of the system, is missing.`)
      }
    }
    for (const path of digests.keys()) listedAnywhere.add(path)
  }
  for (const { file, digests } of manifests) {
    for (const path of present) {
      if (digests.has(path)) continue
      // Before version 1.0 it was enough to stand in one manifest.
      if (version !== '1.0' && listedAnywhere.has(path)) continue
      if (isSystemFile(path) && !listedAnywhere.has(path))
        found.warnings.add(`“${path}”, a file of the system, was passed over.`)
      else found.problems.add(`“${printable(path)}” isn’t in ${file}: it was added.`)
    }
  }
  return present.filter((path) => listedAnywhere.has(path) || !isSystemFile(path))
}

function twinOf(path: string, twins: ReadonlyMap<string, string>): string | undefined {
  return twins.get(foldedName(path))
}

/** True for a name that differs in case from the file's, which isn't named itself: no system keeps one for the other unasked. */
function isLostCase(path: string, twin: string, digests: ReadonlyMap<string, string>): boolean {
  return path.normalize('NFC') !== twin.normalize('NFC') && !digests.has(twin)
}

/** The files that are to be fetched are in place, named by the manifests, and nowhere else. */
function checkFetch(
  content: string,
  { bag, payload }: { bag: BagFiles; payload: readonly ReadManifest[] },
  found: Findings
): void {
  const isFine = (path: string | null): boolean =>
    path !== null && bag.sizes.has(path) && payload.some(({ digests }) => digests.has(path))
  const sentence = `${FETCH_FILE} names files that are to be fetched from elsewhere. Dossier fetches nothing.`
  if (parseFetch(content).every(isFine)) found.warnings.add(`${sentence} All of them are there.`)
  else found.problems.add(sentence)
}

function checkTagNames(bag: BagFiles, { tags, payloadFiles }: Manifests, version: string, found: Findings): void {
  for (const { file, digests } of tags) {
    for (const path of [...digests.keys()]) {
      const isInside = pathProblem(path) === null && !path.startsWith(PAYLOAD)
      if (!isInside) {
        found.problems.add(`${file} names “${printable(path)}”, which is no tag file of the bag.`)
        digests.delete(path)
      } else if (manifestKind(path)?.of === 'tags') {
        ;(version === '1.0' ? found.problems : found.warnings).add(
          `${file} names a manifest of the tag files (“${printable(path)}”).`
        )
      }
    }
    for (const path of payloadFiles) {
      if (!digests.has(path)) (version === '1.0' ? found.problems : found.warnings).add(`${file} doesn’t name ${path}.`)
    }
  }
  const listed = new Set(tags.flatMap(({ digests }) => [...digests.keys()]))
  const isLoose = (path: string): boolean =>
    !path.startsWith(PAYLOAD) && !listed.has(path) && manifestKind(path)?.of !== 'tags' && !isSystemFile(path)
  const loose = tags.length === 0 ? [] : [...bag.sizes.keys()].filter(isLoose)
  for (const path of loose) found.warnings.add(`“${printable(path)}” is in no manifest of the tag files.`)
}

async function checkHashes(
  bag: BagFiles,
  manifests: readonly ReadManifest[],
  found: Findings,
  { signal, onProgress }: BundleWork
): Promise<void> {
  const wanted = new Map<string, Map<Algorithm, string>>()
  for (const { algorithm, digests } of manifests) {
    for (const [path, digest] of digests)
      wanted.set(path, (wanted.get(path) ?? new Map<Algorithm, string>()).set(algorithm, digest))
  }
  let done = 0
  const wrong = new Map<string, string>()
  await severalAtOnce(wanted, AT_ONCE, async ([path, digests]) => {
    refuseCancelled(signal)
    onProgress?.({ stage: 'check', done: done++, total: wanted.size })
    if (isGoneSystemFile(bag, path)) return
    if (!bag.sizes.has(path)) return void wrong.set(path, `“${printable(path)}” is missing.`)
    const { digests: actual } = await hashFileBy(bag, path, [...digests.keys()])
    if ([...digests].some(([algorithm, digest]) => actual[algorithm] !== digest))
      wrong.set(path, `“${path}” was changed: its hash isn’t the manifest’s.`)
  })
  for (const path of wanted.keys()) found.problems.add(wrong.get(path) ?? null)
}

function isGoneSystemFile(bag: BagFiles, path: string): boolean {
  return isSystemFile(path) && !bag.sizes.has(path)
}

function oxumProblem(value: string | undefined, bytes: number, files: number): string | null {
  if (value === undefined) return null
  const oxum = parseOxum(value)
  if (!oxum) return `${INFO_FILE} has a Payload-Oxum that can’t be read.`
  return oxum.bytes === bytes && oxum.files === files
    ? null
    : `${INFO_FILE} counts ${oxum.files} files with ${oxum.bytes} bytes in ${PAYLOAD}; there are ${files} with ${bytes}.`
}

/** What a check found. */
class Findings {
  readonly problems = new Problems('problems')
  readonly warnings = new Problems('notes')
}

/** The first problems as sentences, the rest as a number: a bag can name a million missing files. */
class Problems {
  count = 0
  readonly #what: string
  readonly #sentences: string[] = []

  constructor(what: string) {
    this.#what = what
  }

  add(sentence: string | null): void {
    if (sentence === null || this.#sentences.includes(sentence)) return
    if (this.#sentences.length < MOST_PROBLEMS) this.#sentences.push(sentence)
    this.count++
  }

  list(): string[] {
    const more = this.count - this.#sentences.length
    return more === 0 ? this.#sentences : [...this.#sentences, `There are ${more} more ${this.#what}.`]
  }
}
