import { latin1 } from './bytes.ts'
import { Lexer } from './lexer.ts'
import { readIndirect } from './indirect.ts'
import type { Section } from './sections.ts'
import { isArray, isDict, MalformedPdf, type Dict } from './value.ts'
import { say } from '../wording/say.ts'

/** What the linearization of a file holds, all of it whole numbers (ISO 32000-1, F.3.3). */
const ENTRIES = new Set(['Linearized', 'L', 'H', 'O', 'E', 'N', 'T', 'P'])

/**
 * Whether a file is linearized and was left as it was. Throws `MalformedPdf` where readers that go by its linearization would read another
 * table than those that don't, or where the file doesn't begin with an object.
 */
export function readLinearization(bytes: Uint8Array, sections: readonly Section[]): boolean {
  const found = linearizationOf(bytes)
  // With more behind it the file was updated, and no longer counts as linearized.
  if (!found || found.dict.get('L') !== bytes.length) return false
  const [newest, main] = sections
  const next = new Lexer(bytes, found.end)
  next.skipWhite()
  const table = found.dict.get('T')
  const leads = main && (table === main.entries || table === main.entries - 1)
  if (next.at !== newest?.stretch.start || !leads) throw new MalformedPdf(say('the file has two beginnings'))
  return true
}

/** The first object of a file, when it is a linearization. */
export function linearizationOf(bytes: Uint8Array): { dict: Dict; end: number } | null {
  const lexer = new Lexer(bytes)
  lexer.skipWhite()
  const start = lexer.at
  const { value, end } = readIndirect(bytes, start, (length) => (typeof length === 'number' ? length : null))
  if (!isDict(value) || !value.has('Linearized')) return null
  const wrong = new MalformedPdf(say('its linearization is none'))
  for (const [key, each] of value) {
    const numbers = key === 'H' && isArray(each) ? each : [each]
    if (!ENTRIES.has(key) || !numbers.every(Number.isInteger)) throw wrong
  }
  // Readers look for its end by its letters.
  if (/%|\(/.test(latin1(bytes, start, end))) throw wrong
  return { dict: value, end }
}
