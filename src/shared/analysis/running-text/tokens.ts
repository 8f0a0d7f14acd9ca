/** A word, number or mark of a paragraph: half-open UTF-16 offsets into the text. */
export interface Token {
  start: number
  end: number
  /** As written, with the full stop of an abbreviation; empty for what is masked. */
  text: string
  lower: string
  isWord: boolean
  /** True when it begins with a capital. */
  isCapital: boolean
  /** Index of the masked range that it stands for, such as a quotation; -1 for others. */
  masked: number
}

/** Half-open UTF-16 offsets into a text. */
export interface TextRange {
  start: number
  end: number
}

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof sen sens rep reps gov gen lt col sgt capt cmdr maj adm rev hon fr sr jr st mt no vs inc corp co ltd llc plc bros dept assn univ ' +
    'messrs mme mlle det supt insp cpl pvt brig jan feb mar apr jun jul aug sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind ' +
    'kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo etc approx al'
  ).split(' ')
)
const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[’'&@_/.-]|\u00ad)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s]/gu
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const UPPER = /^\p{Lu}/u
const DOTTED = /^\p{L}(?:\.\p{L})*$/u

/**
 * The tokens of `text` from `from` to `to`; each of `masked` (in order, apart) becomes one token. A full stop belongs to its word where that is an
 * abbreviation or an initial.
 */
export function tokenise(
  text: string,
  from: number,
  to: number,
  masked: readonly TextRange[] = [],
  first = 0
): Token[] {
  const tokens: Token[] = []
  let at = from
  for (let index = first; index < masked.length && masked[index]!.start < to; index++) {
    const { start, end } = masked[index]!
    if (end <= from) continue
    addTokens(text, at, start, tokens)
    tokens.push({ start, end, text: '', lower: '', isWord: false, isCapital: false, masked: index })
    at = end
  }
  addTokens(text, at, to, tokens)
  return tokens
}

function addTokens(text: string, from: number, to: number, tokens: Token[]): void {
  if (from >= to) return
  PIECE.lastIndex = from
  for (let match = PIECE.exec(text); match && match.index < to; match = PIECE.exec(text)) {
    const start = match.index
    let end = Math.min(start + match[0].length, to)
    let written = text.slice(start, end)
    const isWord = LETTER_OR_DIGIT.test(written[0]!) || LETTER_OR_DIGIT.test(written)
    let lower = written.toLowerCase()
    if (isWord && end < to && text[end] === '.' && (ABBREVIATIONS.has(lower) || DOTTED.test(written))) {
      end++
      written += '.'
      lower += '.'
      PIECE.lastIndex = end
    }
    tokens.push({ start, end, text: written, lower, isWord, isCapital: isWord && UPPER.test(written), masked: -1 })
  }
}
