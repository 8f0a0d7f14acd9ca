import { CustodyEntry } from '../../shared/case/custody.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { CaseFiles } from './files.ts'
import { parseJson } from '../../shared/case/stored/document-text.ts'
import { logName } from './layout.ts'

/** A log's line as it is stored: in a sealed case each is sealed, in Base64; the chain of hashes in them holds their order. */
export function lineToStore(files: CaseFiles, device: string, line: string): string {
  if (!files.seal) return line
  return Buffer.from(files.seal.seal(logName(device), Buffer.from(line))).toString('base64')
}

/** A stored line's text. One that can't be unsealed becomes a line that is no entry, which the check of the chain names. */
function storedLine(files: CaseFiles, device: string, stored: string): string {
  if (!files.seal) return stored
  try {
    return Buffer.from(files.seal.unseal(logName(device), Buffer.from(stored, 'base64'))).toString('utf8')
  } catch (error) {
    if (error instanceof DossierError) return '?'
    throw error
  }
}

/** Turns a whole log as it's stored into its text, or its text into what is stored. */
export function unsealLog(files: CaseFiles, device: string, stored: string): string {
  const lines = stored.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line) => storedLine(files, device, line)), tail].join('\n')
}

export function sealLog(files: CaseFiles, device: string, text: string): string {
  const lines = text.split('\n')
  const tail = lines.pop()!
  return [...lines.map((line) => lineToStore(files, device, line)), tail].join('\n')
}

interface StoredLine {
  n: number
  text: string
  /** Where the next line begins, in bytes. */
  end: number
}

/** The whole lines of a stored log. */
export function linesOf(files: CaseFiles, device: string, stored: Buffer): StoredLine[] {
  const lines: StoredLine[] = []
  for (let start = 0, end = stored.indexOf(10); end >= 0; start = end + 1, end = stored.indexOf(10, start)) {
    const n = lines.length + 1
    lines.push({ n, text: storedLine(files, device, stored.toString('utf8', start, end)), end: end + 1 })
  }
  return lines
}

export function isEntry(line: string): boolean {
  return CustodyEntry.safeParse(parseJson(line)).success
}
