/** Letters of the Latin script as a range of a character class. */
const LETTERS = 'A-Za-zÀ-ɏ'

/**
 * An expression in which `\p{L}` stands for the letters of the Latin script: all of Unicode's, compared without regard to case, take a hundred times as long to
 * compile, and there are many such expressions.
 */
export function latin(source: string, flags: string): RegExp {
  let isClass = false
  const light = source.replace(/\\p\{L\}|\\.|[[\]]/gu, (part) => {
    if (part === '\\p{L}') return isClass ? LETTERS : `[${LETTERS}]`
    if (part === '[') isClass = true
    else if (part === ']') isClass = false
    return part
  })
  return new RegExp(light, flags)
}
