import { readFile, stat } from 'node:fs/promises'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Container } from '../../../shared/source/source.ts'
import type { CollectedFile } from '../../import/collect/collect.ts'
import type { Entry, FileHint } from '../../import/extracted/extracted.ts'
import { LARGEST_FILE } from '../../import/extracted/limits.ts'
import type { Place } from '../../import/collect/places.ts'
import { readingError } from '../../base/durable.ts'

/** What an incoming file holds: its bytes, or where it stands when it's too large to be anything but a container. */
export type Loaded = { bytes: Uint8Array } | { path: Place }

/** A file, or an item inside a container, on its way into the case. */
export interface Incoming {
  /** For people: the path, with ` › ` before each place inside a container. */
  path: string
  hint: FileHint
  /** What it was taken out of. */
  container: Container | null
  /** In how many containers it stands. */
  depth: number
  /** Why it is only to be named, in sentences. */
  passedOver?: string
  /** The bytes of a file's name that isn't UTF-8. */
  nameBytes?: Buffer
  /** Rejects with a DossierError. */
  load(): Promise<Loaded>
}

/** Stands before each place inside a container in a path for people. */
export const WITHIN = ' › '

/** A file on disk. */
export function incomingFile(file: CollectedFile): Incoming {
  return {
    path: file.path,
    hint: { name: file.name, url: null, given: [] },
    container: null,
    depth: 0,
    ...(file.passedOver === undefined ? {} : { passedOver: file.passedOver }),
    ...(file.nameBytes === null ? {} : { nameBytes: file.nameBytes }),
    load: () => (file.error ? Promise.reject(file.error) : load(file))
  }
}

/** What was pasted. */
export function incomingPaste(name: string, bytes: Uint8Array, url: string | null): Incoming {
  return {
    path: name,
    hint: { name, url, given: [] },
    container: null,
    depth: 0,
    load: () => Promise.resolve({ bytes })
  }
}

/** An item inside a file that is coming in itself. */
export function incomingEntry(entry: Entry, within: Incoming, sha256: string | null): Incoming {
  const { container } = within
  return {
    path: within.path + WITHIN + entry.path,
    hint: { ...entry.hint, level: entry.hint.level ?? (within.hint.level ?? 0) + 1 },
    container: container
      ? { ...container, path: container.path + WITHIN + entry.path }
      : { name: within.hint.name, sha256, path: entry.path },
    depth: within.depth + 1,
    ...(entry.passedOver === undefined ? {} : { passedOver: entry.passedOver }),
    load: () =>
      entry.error
        ? Promise.reject(new DossierError(entry.error.code, entry.error.message))
        : Promise.resolve({ bytes: entry.bytes })
  }
}

async function load({ place, name }: CollectedFile): Promise<Loaded> {
  try {
    if ((await stat(place)).size > LARGEST_FILE) return { path: place }
    return { bytes: await readFile(place) }
  } catch (error) {
    throw readingError(error, `“${name}”`, 'Nothing was imported from it; the file is unchanged.')
  }
}
