import { DossierError } from '../errors/errors.ts'
import {
  ALGORITHMS,
  DECLARATION_FILE,
  FETCH_FILE,
  INFO_FILE,
  infoProblems,
  parseBagInfo,
  parseFetch,
  parseOxum,
  PAYLOAD,
  readDeclaration,
  STRONG,
  type Algorithm,
  type Declaration
} from '../exchange/bagit.ts'
import { CASE_RECORD_FILE, VERSION_LABEL } from '../exchange/bundle-files.ts'
import { hashFileBy, printable, readWhole, type BagFiles } from './bag-files.ts'
import { decodeDeclaration, decodeTag } from './tag-text.ts'
import { refuseCancelled, severalAtOnce, type CheckWork } from './work.ts'
import {
  type ReadManifest,
  checkOddities,
  checkPayloadNames,
  checkTagNames,
  isGoneSystemFile,
  readManifests
} from './bag-manifests.ts'
import { Findings } from './findings.ts'
import { say, sentences, type Said } from '../wording/say.ts'

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
 * Checks a bag that is open: a bundle, or any other BagIt bag (RFC 8493, and the drafts before it): its declaration, every file's checksums by all manifests,
 * that none is missing or too many, the payload's size and number, the tag files.
 * @throws DossierError `unsupported`, `damaged`, `too-large` or `io` when it can't be read as a bag at all; `cancelled`
 */
export async function checkBag(bag: BagFiles, work: CheckWork): Promise<CheckedBag> {
  if (!bag.sizes.has(DECLARATION_FILE)) {
    throw new DossierError(
      'unsupported',
      say('“{1*}” isn’t a bundle: it has no {2*}. Nothing was read.', bag.name, DECLARATION_FILE)
    )
  }
  const found = new Findings()
  const declared = readDeclaration(decodeDeclaration(await readWhole(bag, DECLARATION_FILE)))
  // What is wrong with the declaration doesn't keep the rest from being checked.
  const { version, encoding }: Declaration =
    typeof declared === 'string' ? { version: '1.0', encoding: 'UTF-8' } : declared
  if (typeof declared === 'string') found.problems.add(declared)
  const readTag = async (path: string): Promise<string> =>
    decodeTag(await readWhole(bag, path), encoding, { bag, path })
  if (!bag.hasPayload) found.problems.add(say('There is no folder {1*}', PAYLOAD))

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

function tooWeak(algorithms: readonly Algorithm[]): Said {
  const names = algorithms.map((one) => ALGORITHMS[one].name).join(' and ')
  return say(
    'Its checksums are {1*} only: they show accidents, not that nobody put another file in a file’s place. To be taken in as a case a bundle needs SHA-256 or SHA-512.',
    names
  )
}

/** The files that are to be fetched are in place, named by the manifests, and nowhere else. */
function checkFetch(
  content: string,
  { bag, payload }: { bag: BagFiles; payload: readonly ReadManifest[] },
  found: Findings
): void {
  const isFine = (path: string | null): boolean =>
    path !== null && bag.sizes.has(path) && payload.some(({ digests }) => digests.has(path))
  const sentence = say('{1*} names files that are to be fetched from elsewhere. Dossier fetches nothing.', FETCH_FILE)
  if (parseFetch(content).every(isFine)) found.warnings.add(sentences(sentence, say('All of them are there.')))
  else found.problems.add(sentence)
}

async function checkHashes(
  bag: BagFiles,
  manifests: readonly ReadManifest[],
  found: Findings,
  { signal, onProgress }: CheckWork
): Promise<void> {
  const wanted = new Map<string, Map<Algorithm, string>>()
  for (const { algorithm, digests } of manifests) {
    for (const [path, digest] of digests)
      wanted.set(path, (wanted.get(path) ?? new Map<Algorithm, string>()).set(algorithm, digest))
  }
  let done = 0
  const wrong = new Map<string, Said>()
  await severalAtOnce(wanted, AT_ONCE, async ([path, digests]) => {
    refuseCancelled(signal)
    onProgress?.({ stage: 'check', done: done++, total: wanted.size })
    if (isGoneSystemFile(bag, path)) return
    if (!bag.sizes.has(path)) return void wrong.set(path, say('“{1*}” is missing.', printable(path)))
    const { digests: actual } = await hashFileBy(bag, path, [...digests.keys()])
    if ([...digests].some(([algorithm, digest]) => actual[algorithm] !== digest))
      wrong.set(path, say('“{1*}” was changed: its hash isn’t the manifest’s.', path))
  })
  for (const path of wanted.keys()) found.problems.add(wrong.get(path) ?? null)
}

function oxumProblem(value: string | undefined, bytes: number, files: number): Said | null {
  if (value === undefined) return null
  const oxum = parseOxum(value)
  if (!oxum) return say('{1*} has a Payload-Oxum that can’t be read.', INFO_FILE)
  return oxum.bytes === bytes && oxum.files === files
    ? null
    : say(
        '{1*} counts {2#} files with {3#} bytes in {4*}; there are {5#} with {6#}.',
        INFO_FILE,
        oxum.files,
        oxum.bytes,
        PAYLOAD,
        files,
        bytes
      )
}
