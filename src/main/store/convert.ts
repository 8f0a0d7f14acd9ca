import { readFile, rm, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { sealLog, unsealLog } from './custody-log.ts'
import { storageError, syncFolder, TEMPORARY_ENDING, writeDurably } from './durable.ts'
import { CaseFiles, PREVIOUS_ENDING } from './files.ts'
import { inParallel, walkFiles } from './folders.ts'
import { isSealed, KEY_FILES, MasterSeal, wrap, writeKeys, type Keys } from './keys.ts'
import { LOGS, PRESENCE, sourceFile, SOURCES, STAGING } from './layout.ts'
import { readRecord, SOURCE } from './record.ts'

/** A case's keys, opened. */
export interface OpenKeys {
  keys: Keys
  master: Uint8Array
  passphrase: string
}

/**
 * Seals or unseals every file of a case, as the state of its keys says, file by file, each replaced durably. An interrupted conversion is gone on with at the
 * next opening. Previous versions are dropped: they would stand in clear. Answers the files as they are then.
 * @throws DossierError a storage failure, or `damaged` when a sealed file can't be unsealed; the case can be read with its passphrase all the same
 */
export async function finishConversion(mixed: CaseFiles, { keys, master, passphrase }: OpenKeys): Promise<CaseFiles> {
  const sealing = keys.state === 'sealing'
  const { root } = mixed
  const sealed = new CaseFiles(root, new MasterSeal(master))
  const plain = new CaseFiles(root, null)
  try {
    await rm(join(root, STAGING), { recursive: true, force: true })
    const { files } = await walkFiles(root, (name) => name !== PRESENCE)
    const names = files
      .map((file) => file.replaceAll('\\', '/'))
      .filter((name) => !(KEY_FILES as readonly string[]).includes(name))
    // Originals last: an unsealed one takes its type from its source's document.
    const originals = names.filter((name) => /\/original(\.[a-z0-9]+)?$/.test(name))
    for (const part of [names.filter((name) => !originals.includes(name)), originals]) {
      await inParallel(part, (name) => (sealing ? sealOne(sealed, name) : unsealOne(sealed, plain, name)))
    }
    if (sealing) {
      await writeKeys(root, await wrap(keys.caseId, master, passphrase, 'sealed'))
      return sealed
    }
    for (const file of KEY_FILES) await rm(join(root, file), { force: true })
    await syncFolder(root)
    return plain
  } catch (error) {
    const kept = 'Everything is still there. Open the case again to go on.'
    throw storageError(error, 'the case in its new form', kept)
  }
}

async function sealOne(sealed: CaseFiles, name: string): Promise<void> {
  const path = join(sealed.root, ...name.split('/'))
  if (name.endsWith(TEMPORARY_ENDING) || name.endsWith(PREVIOUS_ENDING)) return unlink(path)
  const bytes = await readFile(path)
  if (isLog(name)) {
    const text = bytes.toString('utf8')
    if (text.startsWith('{')) await writeDurably(path, sealLog(sealed, deviceOf(name), text))
    return
  }
  if (isSealed(bytes)) return
  await sealed.write(name, bytes)
  if (sealed.path(name) !== path) await unlinkDurably(path)
}

async function unsealOne(sealed: CaseFiles, plain: CaseFiles, name: string): Promise<void> {
  const path = join(sealed.root, ...name.split('/'))
  if (name.endsWith(TEMPORARY_ENDING) || name.endsWith(PREVIOUS_ENDING)) return unlink(path)
  const bytes = await readFile(path)
  if (isLog(name)) {
    const stored = bytes.toString('utf8')
    if (!stored.startsWith('{')) await writeDurably(path, unsealLog(sealed, deviceOf(name), stored))
    return
  }
  if (!isSealed(bytes)) return
  const target = await plainName(plain, name)
  await plain.write(target, sealed.seal!.unseal(name, bytes))
  if (plain.path(target) !== path) await unlinkDurably(path)
}

/** The name of a file once it's unsealed. */
async function plainName(plain: CaseFiles, name: string): Promise<string> {
  if (!name.startsWith(`${SOURCES}/`) || basename(name) !== 'original') return name
  const id = basename(dirname(name))
  try {
    const { source } = await readRecord(plain, sourceFile(id, 'meta.json'), SOURCE)
    return sourceFile(id, source.original.file)
  } catch (error) {
    if (error instanceof DossierError) return `${name}.bin`
    throw error
  }
}

async function unlinkDurably(path: string): Promise<void> {
  await unlink(path)
  await syncFolder(dirname(path))
}

function isLog(name: string): boolean {
  return name.startsWith(`${LOGS}/`) && name.endsWith('.jsonl')
}

function deviceOf(name: string): string {
  return name.slice(`${LOGS}/`.length, -'.jsonl'.length)
}
