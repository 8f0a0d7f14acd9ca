/** A word of a name. */
export const NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u

/** With a capital at the beginning of a sentence, and no name. */
export const NOT_A_NAME =
  /^(?:The|A|An|Its|His|Her|Their|Our|My|This|That|These|Those|Some|Several|Two|Three|Four|Five|Many|Most|No|One|All|Both)$/u

/** The words of a phrase that are names'. */
export function namesIn(phrase: string): string[] {
  return phrase
    .split(/\s+/u)
    .map(clean)
    .filter((word, at) => NAME.test(word) && !(at === 0 && NOT_A_NAME.test(word)))
}

const SMALL =
  /^(?:the|a|an|its|his|her|their|our|this|that|these|those|some|several|of|for|by|from|in|at|on|and|to|with|who|which|two|three|four|five|many|other|another|later|also|have|has|had|been|seen|it)$/iu

/** The words of a phrase that say what it names. */
export function wordsIn(phrase: string): string[] {
  return (phrase.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu) ?? [])
    .map((word) => word.replace(/[.’']+$/u, ''))
    .filter((word) => !SMALL.test(word))
}

/** A word without the marks around it and without a possessive. */
export function clean(word: string): string {
  return word.replace(/^[("“‘]+|[,;:)”’".]+$/gu, '').replace(/[’']s$/u, '')
}

/** A name without its article. */
export function bare(name: string): string {
  return name
    .trim()
    .replace(/^the\s+/iu, '')
    .replace(/[’']s$/u, '')
    .replace(/[,.;:]+$/u, '')
    .trim()
}
