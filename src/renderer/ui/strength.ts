/** How hard a passphrase is to guess, as far as counting can tell. */
export interface Strength {
  level: 'none' | 'weak' | 'fair' | 'good'
  /** What was counted, and what to do about it. */
  words: string
}

const WORDS = { fair: 4, good: 6 }
const CHARACTERS = { fair: 14, good: 20 }
/** Fewer different characters than this are a pattern, however long. */
const DIFFERENT = 8

/**
 * Judges a passphrase by its length and its number of words and by nothing else: it can't know whether somebody could guess the
 * words, and says so.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFC')]
  const words = passphrase.split(/[\s\-_.]+/).filter((word) => [...word].length > 1).length
  if (characters.length === 0)
    return { level: 'none', words: 'Six or more words picked by chance are easy to keep and hard to guess.' }
  const counted = `${characters.length} ${characters.length === 1 ? 'character' : 'characters'}, ${words} ${words === 1 ? 'word' : 'words'}`
  const varied = new Set(characters).size >= DIFFERENT
  const reaches = (level: 'fair' | 'good'): boolean =>
    varied &&
    characters.length >= CHARACTERS[level] &&
    (words >= WORDS[level] || characters.length >= CHARACTERS[level] + 4)
  if (reaches('good'))
    return { level: 'good', words: `${counted}: long enough, if nobody can guess it from knowing you.` }
  if (reaches('fair')) return { level: 'fair', words: `${counted}: a fair length. More words make it safer.` }
  return { level: 'weak', words: `${counted}: a computer could find it by trying. Take more words.` }
}
