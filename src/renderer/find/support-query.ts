import { wordsOf } from '../../shared/search/tokens.ts'

/** Words sought at most: more say less. */
const MOST = 14
/** Shorter words stand in every text; numbers never do. */
const SHORTEST = 4
/** English words that long which say nothing of what a statement is about. */
const EMPTY = new Set(
  (
    'about after again also although among another because been before being between both could does done during each either ' +
    'even from have having into itself just less like likely many might more most much must only other over same shall should ' +
    'since some such than that their them then there these they this those through under until upon very were what when where ' +
    'which while whom will with within without would your probably almost certain certainly assess assessed judge judged'
  ).split(' ')
)

/** A query that finds what may support some words of a brief: sources and quotes with any of them, those with the most first. Null for no words. */
export function supportQuery(text: string): string | null {
  const words = wordsOf(text).filter((word) => (word.length >= SHORTEST || /\p{N}/u.test(word)) && !EMPTY.has(word))
  const sought = [...new Set(words)].slice(0, MOST)
  if (sought.length === 0) return null
  return `(${sought.join(' OR ')}) (in:quotes OR in:sources)`
}
