import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { ifThere } from '../base/durable.ts'
import type { Seal } from './files.ts'
import { inParallel, walkAll } from '../base/folders.ts'
import { sha256 } from '../base/hash.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'

/** The lists of a converted case: sealed with the key that it had, and with the one that it gets. */
const FROM_LIST = 'converted-from'
const TO_LIST = 'converted-to'
export const LISTS: readonly string[] = [FROM_LIST, TO_LIST]

const List = z.object({ format: z.literal('dossier conversion 1'), files: z.record(z.string(), z.string()) })

/** The list of a conversion's files, with the SHA-256 of each as it's stored, sealed with the case's old and its new key where there are any. */
export function encodeList(
  files: Readonly<Record<string, string>>,
  { from, to }: { from: Seal | null; to: Seal | null }
): [name: string, bytes: Uint8Array][] {
  const bytes = Buffer.from(JSON.stringify({ format: 'dossier conversion 1', files }))
  const lists: [string, Uint8Array][] = []
  if (from) lists.push([FROM_LIST, from.seal(FROM_LIST, bytes)])
  if (to) lists.push([TO_LIST, to.seal(TO_LIST, bytes)])
  return lists
}

/** True when what a conversion made is exactly what a list of it names, and the list was sealed with this key. Rejects with the system's error. */
export async function isListed(folder: string, seal: Seal, which: 'from' | 'to'): Promise<boolean> {
  const name = which === 'from' ? FROM_LIST : TO_LIST
  const stored = await ifThere(readFile(join(folder, name)))
  if (!stored) return false
  let text: string
  try {
    text = Buffer.from(seal.unseal(name, stored)).toString('utf8')
  } catch (error) {
    if (error instanceof DossierError && error.code === 'damaged') return false
    throw error
  }
  const parsed = List.safeParse(parseJson(text))
  if (!parsed.success) return false
  const { files, others } = await walkAll(folder)
  const names = files.map((file) => file.replaceAll('\\', '/')).filter((file) => !LISTS.includes(file))
  const listed = new Map(Object.entries(parsed.data.files))
  if (others.length > 0 || names.length !== listed.size) return false
  let same = true
  await inParallel(names, async (file) => {
    if (sha256(await readFile(join(folder, ...file.split('/')))) !== listed.get(file)) same = false
  })
  return same
}
