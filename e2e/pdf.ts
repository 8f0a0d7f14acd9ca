import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Throws with qpdf's own words when the file isn't sound. */
export async function checkWithQpdf(path: string): Promise<void> {
  await run('qpdf', ['--check', path])
}

/** pdfinfo's lines by their names. */
export async function pdfInfo(path: string): Promise<Record<string, string>> {
  const { stdout } = await run('pdfinfo', [path])
  const pairs = stdout.split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line))
  return Object.fromEntries(pairs.filter((pair) => pair !== null).map(([, name, value]) => [name!, value!]))
}

/** The text of each page, as pdftotext reads it. */
export async function pdfPages(path: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 64_000_000 })
  return stdout.split('\f').slice(0, -1)
}

/** A text without line breaks, for looking for words that a page may have broken. */
export function flowing(text: string): string {
  return text.replace(/\s+/g, ' ')
}
