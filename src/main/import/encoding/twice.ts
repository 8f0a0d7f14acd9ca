/** What bytes 80 to BF are in windows-1252 and Latin-1. */
const BEHIND = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
/** A character of UTF-8 that was taken for Latin ones, `Ã©`: of Latin, Greek and Cyrillic, and general punctuation. */
const TWICE = new RegExp(`[ÂÃÄÅÎÏÐÑ]${BEHIND}|â${BEHIND}{2}`, 'gu')
const FEWEST = 3
const LOOKED_AT = 1 << 20

/** Whether text was encoded as UTF-8 twice, so that `é` stands as `Ã©`: most of its characters beyond ASCII make pairs that no language has. */
export function isEncodedTwice(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT)
  let [pairs, inPairs] = [0, 0]
  for (const [pair] of looked.matchAll(TWICE)) {
    pairs++
    inPairs += pair.length
  }
  if (pairs < FEWEST) return false
  // eslint-disable-next-line no-control-regex -- all but ASCII is meant
  const wide = looked.match(/[^\u0000-\u007F]/g)?.length ?? 0
  return inPairs * 2 > wide
}
