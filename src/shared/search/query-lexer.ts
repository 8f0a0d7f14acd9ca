import { TEXT_FIELDS, type TextField } from './query.ts'

export type FieldName = TextField | 'date' | 'in'

/** A piece of a query as it was written. `end` is where it ends there. */
export type Piece =
  | { type: 'open'; end: number }
  | { type: 'close'; end: number }
  | { type: 'minus'; end: number }
  | { type: 'field'; field: FieldName; end: number }
  /** `closed` is false when the quote was left open. */
  | { type: 'quoted'; text: string; star: boolean; closed: boolean; end: number }
  | { type: 'word'; text: string; star: boolean; end: number }

const FIELD_NAMES = [...TEXT_FIELDS, 'date', 'in'].join('|')
const FIELD = new RegExp(`(${FIELD_NAMES}):(?=[^\\s)])`, 'iy')
const SPACE = /\s+/y
/** Straight and typographic double quotes: text fields put the latter in unasked. Any of them closes what any of them opened. */
const QUOTED = /["“”„]([^"“”„]*)(["“”„])?(\*?)/y
const WORD = /[^\s()"“”„]+/y

/** True for a field that still lacks what is looked for in it. */
export function isBareField(text: string): boolean {
  return new RegExp(`^(?:${FIELD_NAMES}):$`, 'i').test(text)
}

/** Parts a query into its pieces. Whatever it is, each of its characters belongs to a piece or parts pieces. */
export function piecesOf(query: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(query)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < query.length) {
    if (match(SPACE)) continue
    const character = query[at]!
    if (character === '(' || character === ')') {
      at++
      pieces.push(character === '(' ? { type: 'open', end: at } : { type: 'close', end: at })
      continue
    }
    if (character === '-' && /^[^\s\-)]/.test(query.slice(at + 1, at + 2))) {
      pieces.push({ type: 'minus', end: ++at })
      continue
    }
    const field = match(FIELD)
    if (field) {
      pieces.push({ type: 'field', field: field[1]!.toLowerCase() as FieldName, end: at })
      continue
    }
    const quoted = match(QUOTED)
    if (quoted) {
      const [, text, close, star] = quoted
      pieces.push({ type: 'quoted', text: text!, star: star !== '', closed: close !== undefined, end: at })
      continue
    }
    const text = match(WORD)![0]
    const bare = text.replace(/\*+$/, '')
    pieces.push({ type: 'word', text: bare, star: bare.length < text.length, end: at })
  }
  return pieces
}
