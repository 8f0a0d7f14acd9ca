import { addField, type Findings } from '../findings.ts'
import type { FieldName } from '../fields.ts'
import { oneLine } from '../wording.ts'

/** Two-letter codes of Factiva's exports and what their lines say; those of the text itself are `body`. */
const CODES: Record<string, FieldName> = {
  HD: 'title',
  BY: 'authors',
  PD: 'published',
  SN: 'publisher',
  SE: 'section',
  LP: 'body',
  TD: 'body'
}
const CODE_LINE =
  /^\s{0,2}(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|CLM|ART|DJ)(?:\s+(.*)|)$/u
/** With fewer the letters are chance. */
const FEWEST = 4

/**
 * Reads an article in Factiva's form of coded lines (`HD Headline`, `PD 4 March 2031`, `LP` and `TD` before the text) into the findings, and
 * gives the lines of its text; null for any other file.
 */
export function readFactiva(lines: readonly string[], findings: Findings, dayFirst: boolean): string[] | null {
  const codes = new Set(lines.flatMap((line) => CODE_LINE.exec(line)?.[1] ?? []))
  if (codes.size < FEWEST || !codes.has('HD') || !(codes.has('LP') || codes.has('TD'))) return null
  const fields: { code: string; lines: string[] }[] = []
  const text: string[] = []
  let current = ''
  for (const line of lines) {
    const match = CODE_LINE.exec(line)
    if (match) {
      current = match[1]!
      fields.push({ code: current, lines: [] })
    }
    const words = match ? (match[2] ?? '') : line
    if (CODES[current] === 'body') text.push(match ? words.trim() : words)
    else fields.at(-1)?.lines.push(words)
  }
  for (const { code, lines: own } of fields) {
    const value = oneLine(own.join(' '))
    const field = CODES[code]
    if (field === undefined || field === 'body' || value === '') continue
    addField(
      findings,
      field,
      value.replace(field === 'authors' ? /^by\s+/i : /^$/, ''),
      'header',
      `${code} ${value}`,
      dayFirst
    )
  }
  return text
}
