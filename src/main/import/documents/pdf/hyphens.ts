const BROKEN = /([\p{L}\p{M}]+)[-\u2010\u00AD]$/u
const FOLLOWING = /^[\p{L}\p{M}]+/u
/** `pre- and post-war`: the hyphen stands for a word left out. */
const JOINING = /^(?:and|or|nor|to|und|oder|bis|et|ou|y|o|e|en|of|och|og|ja|i|lub)$/u
/** Ends of words that are no words themselves: what stands before them was broken by the setter. */
const TAIL =
  /^(?:[bcdfghklmnprstv]?(?:tions?|sions?|tional(?:ly)?|tioned|tive(?:ly)?|ments?|mental|nesse?s?|ingly|ously|ities|ability|ibility|ances?|ences?|cial(?:ly)?|tial(?:ly)?|tious|cious|tures?|lichen?|keiten?|heiten?|ungen?|schaft(?:en)?|ement|zione|zioni|ción|ciones)|ing|ings|ity|ly|ism|ist|ists|ous|ung|isch(?:e[nrs]?)?)$/u

/**
 * Joins the lines of a paragraph: one space between two, and none behind a hyphen. The hyphen goes when it's sure that only the line's end made it: it's
 * a soft one, the document has the whole word elsewhere, or what follows is no word. Otherwise it stays, since it may be the writer's.
 */
export function joinLines(lines: readonly string[], vocabulary: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    const word = BROKEN.exec(text)?.[1]
    const rest = FOLLOWING.exec(line)?.[0]
    if (word === undefined || rest === undefined || JOINING.test(rest)) return `${text} ${line}`
    return isBrokenWord(text, word, rest, vocabulary) ? text.slice(0, -1) + line : text + line
  })
}

function isBrokenWord(text: string, word: string, rest: string, vocabulary: ReadonlySet<string>): boolean {
  if (text.endsWith('\u00AD')) return true
  const joined = (word + rest).toLowerCase()
  if (vocabulary.has(`${word}-${rest}`.toLowerCase())) return false
  return vocabulary.has(joined) || (TAIL.test(rest) && word.length > 1)
}

/** The words that a document has within its lines, in lower case, with their hyphens. */
export function vocabularyOf(lines: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const line of lines)
    for (const word of line.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) words.add(word)
  return words
}
