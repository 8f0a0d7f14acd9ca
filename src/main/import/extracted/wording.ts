/** The text on one line: runs of white space become one space; NBSP stays, it is a character of the source. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\n\r\f\v]+/g, ' ').replace(/^ | $/g, '')
}

/** A line without blanks at its end. An expression for it would take time in the square of their number. */
export function withoutBlanksAtEnd(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  return line.slice(0, end)
}

/** A line of a mail without the marks of quotation before it. An expression for it can exceed the stack on a line of millions of marks. */
export function withoutQuoteMarks(line: string): string {
  let start = 0
  while (line[start] === ' ' || line[start] === '>') start++
  return line.slice(start)
}

/** Letters and digits only, lower case, single spaces: two spellings of one headline or name compare equal. */
export function normaliseForMatch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Words of a text; where a script writes none apart (Chinese, Japanese, Thai), two characters count as one. What is longer than any word counts as
 * several, so that no text is too much for the expression.
 */
export function countWords(text: string): number {
  const spaced = text.match(WORD)?.length ?? 0
  return spaced + (UNSPACED.test(text) ? Math.ceil((text.match(UNSPACED_ALL)?.length ?? 0) / 2) : 0)
}
const WORD = /[[\p{L}\p{N}]--[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]]{1,200}(?:['’]\p{L}{1,200})?/gv
const UNSPACED = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/
const UNSPACED_ALL = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/g

/** The words in lower case that names of people and papers don't hold: none in `Le Courrier du Nord`. */
export function smallWords(text: string): string[] {
  const small: string[] = text.match(/(?<![\p{L}\p{N}'’-])(?!(?:[dl]['’]|\p{Ll}{2,3}-)\p{Lu})\p{Ll}[\p{L}'’-]*/gu) ?? []
  return small.filter((word) => !IN_NAMES.test(word))
}
const IN_NAMES =
  /^(?:d[aeiou]s?|del|della|dell|der|den|van|von|zu|zur|am|an|im|la|le|les|el|los|las|y|e|et|und|and|of|the|for|in|on|en|upon|sur|al|av|af|by|dpa|taz|i|w|z|na|и|в|на)$/u

/** True when the text ends as a sentence does, quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？:;]["'”’»)\]]*$/u.test(text.trimEnd())
}
