/** Superscript digits, several numbers with commas or a dash between them too, and daggers. */
const RAISED =
  /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?:[,\u207b][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})*(?![\u00b9\u00b2\u00b3\u2070\u2074-\u207b])|[\u2020\u2021]{1,3}/y
/** Numbers of notes in brackets, as encyclopedias and papers print them. */
const BRACKETED = /\[(?:note |nb |n )?\d{1,3}\]/y
const WORD = /[\p{L}\p{N}\p{M}]/u
/** What may end a word, a clause or somebody's words before the mark of a note, and the joiner that a reader puts where it's sure of one. */
const CLOSING = /[.,;:!?…)\]"'”’»›」』。，、！？\u2060]$/u
/** A word in front of a raised digit that isn't a unit of length, whose square or cube it would be. */
const BEFORE_RAISED =
  /(?:^|[^\p{L}\p{N}\p{M}])(?!(?:foot|feet|inch|inches|yards?|miles?|met(?:re|er)s?|mètres?|metros?|metri)$)\p{L}[\p{L}\p{M}'’-]{3,}$/iu
/** Scripts without spaces, where a word needs no length. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u
/** Characters looked at in front of a mark. */
const REACH = 32

/**
 * The length of the mark of a note (`¹`, `[3]`, `†`) that stands at an offset, attached to a word or to what closes one; 0
 * when none does. A raised digit after a number or a unit (`10²`, `km²`) is none, nor are brackets that stand by themselves,
 * in which authors put words of their own.
 */
export function noteMarkAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  if (code !== 0x5b && !(code >= 0xb2 && code <= 0xb9) && !(code >= 0x2020 && code <= 0x2079)) return 0
  const bracketed = code === 0x5b
  const pattern = bracketed ? BRACKETED : RAISED
  pattern.lastIndex = offset
  const mark = pattern.exec(text)?.[0] ?? ''
  if (mark === '') return 0
  const before = text.slice(Math.max(0, offset - REACH), offset)
  const closes = CLOSING.test(before)
  const attached =
    closes || (bracketed ? WORD.test(before.slice(-1)) : BEFORE_RAISED.test(before) || UNSPACED.test(before))
  if (!attached) return 0
  const next = text.slice(offset + mark.length, offset + mark.length + 1)
  return WORD.test(next) && !(bracketed || closes || UNSPACED.test(next)) ? 0 : mark.length
}

/** The numbers or signs of a note's mark, one for each note, whatever way they are written: `³` and `[3]` are both `3`. */
export function noteLabels(mark: string): string[] {
  return mark.normalize('NFKC').replace(/[[\]]/g, '').split(',')
}
