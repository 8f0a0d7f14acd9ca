import { MANIFEST_FILE, manifestKind, parseManifest, PAYLOAD, type Algorithm } from '../exchange/bagit.ts'
import { foldedName, pathProblem } from '../exchange/entry-names.ts'
import { isSystemFile, printable, refused, type BagFiles } from './bag-files.ts'
import type { Findings } from './findings.ts'
import { say } from '../wording/say.ts'

/** A manifest with its name and kind. */
export interface ReadManifest {
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

export async function readManifests(
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
      found.warnings.add(say('{1*} has checksums of a kind that Dossier doesn’t know; they weren’t checked.', file))
      continue
    }
    const { algorithm } = kind
    const hasFile = (path: string): boolean => bag.sizes.has(path)
    const { digests, problems, warnings } = parseManifest(await readTag(file), file, { algorithm, version, hasFile })
    for (const problem of problems) found.problems.add(problem)
    for (const warning of warnings) found.warnings.add(warning)
    manifests[kind.of].push({ file, algorithm, digests })
  }
  if (manifests.payload.length === 0) {
    found.problems.add(
      manifests.payloadFiles.length === 0
        ? say('There is no {1*}, so nothing can be checked.', MANIFEST_FILE)
        : say(
            'There is no {1*}, only checksums of a kind that Dossier doesn’t know ({2*}).',
            MANIFEST_FILE,
            manifests.payloadFiles.join(', ')
          )
    )
  }
  return manifests
}

/** Names that some system can't have are told when the bag means them, and refused when they were merely put there. @throws DossierError `damaged` */
export function checkOddities(bag: BagFiles, { payload, tags }: Manifests, found: Findings): void {
  const isMeant = (path: string): boolean => [...payload, ...tags].some(({ digests }) => digests.has(path))
  for (const { paths, sentence, note } of bag.oddities) {
    if (!paths.every(isMeant)) throw refused(bag, sentence)
    found.warnings.add(note)
  }
}

/** Holds the names in the manifests and the files in `data/` against each other. Answers the files that count as the payload. */
export function checkPayloadNames(
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
        found.problems.add(say('{1*} names “{2*}”, which isn’t in {3*}.', file, printable(path), PAYLOAD))
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
        found.warnings.add(say('{1*} names “{2*}”; the file is called “{3*}”.', file, printable(path), printable(twin)))
        digests.delete(path)
        digests.set(twin, digest)
      } else if (twin !== path && isSystemFile(path)) {
        found.warnings.add(say('“{1*}”, a file of the system, is missing.', path))
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
        found.warnings.add(say('“{1*}”, a file of the system, was passed over.', path))
      else found.problems.add(say('“{1*}” isn’t in {2*}: it was added.', printable(path), file))
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

export function checkTagNames(
  bag: BagFiles,
  { tags, payloadFiles }: Manifests,
  version: string,
  found: Findings
): void {
  for (const { file, digests } of tags) {
    for (const path of [...digests.keys()]) {
      const isInside = pathProblem(path) === null && !path.startsWith(PAYLOAD)
      if (!isInside) {
        found.problems.add(say('{1*} names “{2*}”, which is no tag file of the bag.', file, printable(path)))
        digests.delete(path)
      } else if (manifestKind(path)?.of === 'tags') {
        ;(version === '1.0' ? found.problems : found.warnings).add(
          say('{1*} names a manifest of the tag files (“{2*}”).', file, printable(path))
        )
      }
    }
    for (const path of payloadFiles) {
      if (!digests.has(path))
        (version === '1.0' ? found.problems : found.warnings).add(say('{1*} doesn’t name {2*}.', file, path))
    }
  }
  const listed = new Set(tags.flatMap(({ digests }) => [...digests.keys()]))
  const isLoose = (path: string): boolean =>
    !path.startsWith(PAYLOAD) && !listed.has(path) && manifestKind(path)?.of !== 'tags' && !isSystemFile(path)
  const loose = tags.length === 0 ? [] : [...bag.sizes.keys()].filter(isLoose)
  for (const path of loose) found.warnings.add(say('“{1*}” is in no manifest of the tag files.', printable(path)))
}

export function isGoneSystemFile(bag: BagFiles, path: string): boolean {
  return isSystemFile(path) && !bag.sizes.has(path)
}
