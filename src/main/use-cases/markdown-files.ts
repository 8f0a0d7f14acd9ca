import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { refuseInCase } from '../store/case-around.ts'
import { readingError, storageError, writeDurably } from '../store/durable.ts'
import { exportBrief } from './briefs.ts'
import type { OpenCase } from './open-case.ts'

/** Reads a brief's Markdown. @throws DossierError `unsupported` for what isn't text in UTF-8, `not-found`, `denied`, `io` */
export async function readMarkdownFile(path: string): Promise<string> {
  const name = basename(path)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw readingError(error, `“${name}”`, 'Nothing was imported.')
  }
  const text = textOf(bytes)
  if (text !== null) return text
  throw new DossierError(
    'unsupported',
    `“${name}” isn’t text in UTF-8, as Markdown is. Nothing was imported. Save the brief as Markdown; an article is imported as a source instead.`
  )
}

/** The text that bytes are in UTF-8, without a byte-order mark; null when they are something else. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Writes a brief as Markdown to a file, whole or not at all. @throws DossierError `bad-request` within a case, or a storage failure */
export async function writeMarkdown(open: OpenCase, briefId: string, path: string): Promise<void> {
  await refuseInCase(path, open.store.path)
  const markdown = await exportBrief(open, briefId)
  try {
    await writeDurably(path, markdown)
  } catch (error) {
    throw storageError(error, `“${basename(path)}”`, 'A file of that name, if there was one, is unchanged.')
  }
}
