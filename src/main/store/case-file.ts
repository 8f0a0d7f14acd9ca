import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DossierError } from '../../shared/api/errors.ts'
import { CASE_SCHEMA, CaseRecord } from '../../shared/case/case.ts'
import { Document } from './document.ts'
import { isSystemError } from './durable.ts'

export const CASE_FILE = 'case.json'

/**
 * Reads `case.json` of a case.
 * @throws DossierError `not-found`, `damaged`, `case-newer`, `io`
 */
export async function readCase(path: string): Promise<Document<CaseRecord>> {
  const file = join(path, CASE_FILE)
  let raw: string
  try {
    raw = await readFile(file, 'utf8')
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      throw new DossierError('not-found', `There is no case in “${path}”: it has no ${CASE_FILE}.`, { cause: error })
    }
    throw new DossierError('io', `The case in “${path}” could not be read.`, { cause: error })
  }
  const version: unknown = (parseJson(raw) as { schema?: unknown } | null)?.schema
  if (typeof version === 'number' && version > CASE_SCHEMA) {
    throw new DossierError(
      'case-newer',
      'This case was written by a newer version of Dossier. It was not touched. Update Dossier to open it.'
    )
  }
  return Document.read<CaseRecord>(file, CaseRecord, 'the case')
}

/** Parsed JSON; null when it isn't JSON, which no record is. */
export function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
