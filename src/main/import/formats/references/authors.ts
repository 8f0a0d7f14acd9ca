import { isPerson } from '../../metadata/names.ts'
import { oneLine } from '../../extracted/wording.ts'
import { plainWords } from './plain.ts'

const SUFFIX = /^(?:jr|sr|junior|senior|[ivx]{1,4}|\d(?:st|nd|rd|th)|ph\.?\s?d|m\.?d|esq)\.?$/i
/** What stands behind names and is none. */
const OTHERS = /^(?:(?:and\s+)?others|et\s+al\.?|u\.\s?a\.|и др\.?)$/i

/**
 * The names in a line that holds one name or several: `Lind, Tove`, `Lind, Tove; Brandt, Odile`, `Tove Lind and Odile Brandt`, `Lind, T., Brandt, O.`. A name of an institution
 * stays whole, whatever its words.
 */
export function namesInLine(written: string): string[] {
  const line = oneLine(plainWords(written)).replace(/[;,\s]+$/, '')
  return line
    .split(/\s*;\s*/)
    .flatMap(splitAtAnd)
    .flatMap(splitPairs)
    .map((name) => personName(name.replace(/,?\s+et\s+al\.?$/i, '')))
    .filter((name) => name !== '' && !OTHERS.test(name))
}

function splitAtAnd(line: string): string[] {
  const parts = line.split(/\s*,?\s+(?:and|&)\s+/i)
  if (parts.length === 1) return parts
  const areNames = parts.every((part) => /^[^,]+,\s*[^,]+/.test(part) || OTHERS.test(part))
  if (areNames) return parts
  // `Tove Lind, Odile Brandt and Arne Moll`
  const all = line.split(/\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/i)
  return all.every((part) => isPerson(part)) ? all : [line]
}

/** `Lind, Tove, Brandt, Odile`: names in pairs; `Tove Lind, Odile Brandt`: whole ones. */
function splitPairs(line: string): string[] {
  const parts = line.split(/\s*,\s*/)
  if (parts.length < 2 || parts.some((part) => SUFFIX.test(part))) return [line]
  if (parts.every((part) => part.includes(' ') && isPerson(part))) return parts
  const isPaired = parts.length >= 4 && parts.length % 2 === 0 && isPersonInPairs(parts)
  return isPaired ? parts.flatMap((last, index) => (index % 2 === 0 ? [`${last}, ${parts[index + 1]!}`] : [])) : [line]
}

function isPersonInPairs(parts: readonly string[]): boolean {
  return parts.every((part, index) =>
    index % 2 === 0 ? /^\p{L}[\p{L}'’ -]+$/u.test(part) : /^\p{Lu}[\p{L}.' -]*$/u.test(part)
  )
}

/** `Lind, Tove` and `Lind, Tove, Jr.` as `Tove Lind` and `Tove Lind Jr.`; so is BibTeX's `von Lind, Jr., Tove`. Other names as they are. */
export function personName(written: string): string {
  const [last = '', second = '', third = ''] = written.trim().split(/\s*,\s*/)
  const isSuffixed = SUFFIX.test(second) && third !== '' && !SUFFIX.test(third)
  const [first, suffix] = isSuffixed ? [third, second] : [second, third]
  return [first, last, suffix].filter((part) => part !== '').join(' ')
}
