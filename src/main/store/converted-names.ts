import { basename, dirname, join } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { conflictCopies } from '../../shared/case/conflict-copies.ts'
import type { CaseFiles } from './files.ts'
import { isDocument } from '../../shared/case/records/kinds.ts'
import { sourceFile, SOURCES } from '../../shared/case/records/places.ts'
import { QUARANTINE } from './layout.ts'
import { HEADS, LOGS } from '../../shared/case/records/places.ts'
import { SOURCE } from '../../shared/case/records/source.ts'
import { readRecord } from './record.ts'

const HEAD_DOCUMENT = new RegExp(`^${HEADS}/[^/]+\\.json$`)

const ORIGINAL = new RegExp(`^${SOURCES}/[^/]+/[^/]+/original(?:\\.[a-z0-9]+)?$`)

/** Under which name each file is stored afterwards: an original's tells its type in clear only. */
export async function targetsOf(
  from: CaseFiles,
  to: CaseFiles,
  names: readonly string[]
): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  const present = new Set(names)
  for (const name of names) {
    const [, id, file] = /^sources\/[^/]+\/([^/]+)\/(original(?:\.[a-z0-9]+)?)$/.exec(name) ?? []
    if (id === undefined || file === undefined) {
      targets.set(name, name)
      continue
    }
    const own = await originalName(from, id)
    const wanted = from.seal ? ['original', own] : [own]
    const place = dirname(name)
    const first = wanted.find((candidate) => candidate !== null && present.has(`${place}/${candidate}`))
    // A file that merely looks like the original, beside it, keeps its name.
    const isOwn = first === undefined || first === file
    targets.set(name, isOwn ? to.stored(sourceFile(id, own ?? file)) : name)
  }
  return targets
}

async function originalName(files: CaseFiles, id: string): Promise<string | null> {
  try {
    return (await readRecord(files, sourceFile(id, 'meta.json'), SOURCE)).source.original.file
  } catch (error) {
    // One that is damaged or missing tells nothing; what can't be read now is a failure.
    if (error instanceof DossierError && (error.code === 'damaged' || error.code === 'not-found')) return null
    throw error
  }
}

/** Tells under which name a file's bytes are sealed: what was moved to the quarantine, and conflict copies, under that of what they are or were. */
export function sealedNames(from: CaseFiles, names: readonly string[]): (name: string) => string {
  const copies = new Map<string, string>()
  const byFolder = Map.groupBy(names, (name) => dirname(name))
  for (const [folder, all] of byFolder) {
    const isOwn = (name: string): boolean =>
      isOfCase(from, folder === '.' ? name : `${folder}/${name}`) && /^[\w-]+\.json$/.test(name)
    const found = conflictCopies(
      all.map((name) => basename(name)),
      isOwn
    )
    for (const { name, of } of found) copies.set(join(folder, name), join(folder, of))
  }
  return (name) => {
    const quarantined = new RegExp(`^${QUARANTINE}/[^/]+/(.+)$`).exec(name)
    return (quarantined?.[1] ?? copies.get(name) ?? name).replaceAll('\\', '/')
  }
}

/** True for the names that a case's own documents, originals and ends of logs have. */
export function isOfCase({ kinds }: CaseFiles, name: string): boolean {
  return isDocument(kinds, name) || HEAD_DOCUMENT.test(name) || ORIGINAL.test(name)
}

export function isLog(name: string): boolean {
  return name.endsWith('.jsonl') && (name.startsWith(`${LOGS}/`) || name.startsWith(`${QUARANTINE}/`))
}
