import { hyphenPoints } from '../../../base/hyphenation.ts'
import { compound } from './compounds.ts'

const BROKEN = /([\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?)[-\u2010\u00AD]$/u
const FOLLOWING = /^[\p{L}\p{M}]+/u
/** `pre- and post-war`: the hyphen stands for a word left out. By language, since `to` ends Italian words. */
const JOINING: Readonly<Record<string, RegExp>> = {
  en: /^(?:and|or|nor|to)$/u,
  de: /^(?:und|oder|bis|sowie|bzw)$/u,
  fr: /^(?:et|ou)$/u,
  es: /^(?:y|o|e|u)$/u,
  it: /^(?:e|o|ed)$/u,
  pt: /^(?:e|ou)$/u,
  ca: /^(?:i|o)$/u,
  nl: /^(?:en|of|tot)$/u,
  sv: /^(?:och|eller)$/u,
  da: /^(?:og|eller)$/u,
  no: /^(?:og|eller)$/u,
  nb: /^(?:og|eller)$/u,
  fi: /^(?:ja|tai)$/u,
  pl: /^(?:i|lub|oraz|a)$/u,
  cs: /^(?:a|nebo|i)$/u,
  ru: /^(?:и|или)$/u,
  uk: /^(?:та|і|й|або)$/u
}
const ANY_JOINING = /^(?:and|or|nor|und|oder|bis|sowie|bzw|et|och|og)$/u

function isJoining(word: string, language: string | null): boolean {
  return (language === null ? ANY_JOINING : (JOINING[language.split('-')[0]!.toLowerCase()] ?? ANY_JOINING)).test(word)
}
/** A hyphen that stands for the word's end, and the same at the line's end: in English, which keeps it (`pre- and post-war`). */
const SUSPENDED = /\p{L}[-\u2010] (?:and|or|nor|to|und|oder|bis|et|ou|y|o|e|en|of|och|og) [\p{L}\p{M}]+[-\u2010]$/u
const LONGEST_WORD = 60
/** Shorter parts are words by chance. */
const FEWEST_LETTERS = 4
/** Ends of words that are no words themselves: what stands before them was broken by the setter. */
const TAIL =
  /^(?:[bcdfghklmnprstv]?(?:tions?|sions?|tional(?:ly)?|tioned|tive(?:ly)?|ments?|mental|nesse?s?|ingly|ously|ities|ability|ibility|ances?|ences?|cial(?:ly)?|tial(?:ly)?|tious|cious|tures?|lichen?|keiten?|heiten?|ungen?|schaft(?:en)?|ement|zione|zioni|ción|ciones)|ing|ings|ity|ly|ism|ist|ists|ous|ung|isch(?:e[nrs]?)?|ers?|est|ish|als?|ally|ic|ical|ically|ary|ory|able|ible|ful|fully|dom|teen|teenth|ted|ded|ned)$/u
/** Scripts that put no space between words, and their punctuation. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Javanese}\\p{Script=Bopomofo}\\u3001-\\u301f\\u30fb\\u30fc\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65“”‘’…—'
const UNSPACED_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\u3001-\u301f\uff01-\uff0f\uff1a-\uff20\uff5b-\uff65]/u
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u')
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')
const WIDE_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]*$/iu
const GOES_ON_AS_ADDRESS = /^[\w~%-]*(?:[/?=&#_%~]|\.(?:html?|php|aspx?|pdf|jsp)\b|\.\w+\/)/iu

/** What a document shows of its words, by which broken ones are told from those with a hyphen of their own. */
export interface WordEvidence {
  /** Words within lines in lower case, with their hyphens. */
  words: ReadonlySet<string>
  /** BCP 47; null when it isn't known. */
  language: string | null
  /** It puts a space between Chinese or Japanese and Latin letters or digits. */
  spacesLatin: boolean
}

/**
 * Joins the lines of a paragraph as they were before they were broken: one space between two, none in scripts without spaces, in an address, and behind
 * a hyphen or dash that has none before it. The hyphen goes when only the line's end made it.
 */
export function joinLines(lines: readonly string[], evidence: WordEvidence): string {
  return lines.reduce((text, line) => {
    const word = BROKEN.exec(text.slice(-LONGEST_WORD))?.[1]
    const rest = FOLLOWING.exec(line)?.[0]
    if (
      word !== undefined &&
      rest !== undefined &&
      !isJoining(rest, evidence.language) &&
      !ADDRESS.test(text.slice(-300))
    )
      return isBrokenWord(text, word, rest, line, evidence) ? text.slice(0, -1) + line : text + line
    return text + between(text, line, evidence) + line
  })
}

/** What stands between two lines that no hyphen within a word joins. */
function between(text: string, line: string, { spacesLatin, language }: WordEvidence): '' | ' ' {
  const end = text.slice(-2)
  if (ENDS_UNSPACED.test(text) && BEGINS_UNSPACED.test(line))
    return UNSPACED_LETTER.test(end.slice(-1)) || UNSPACED_LETTER.test(line[0]!) ? '' : ' '
  if (isWide(end.slice(-1)) !== isWide(line[0]!) && (isWide(end.slice(-1)) || isWide(line[0]!)))
    return spacesLatin && /[\p{L}\p{N}]/u.test(end.slice(-1)) && /^[\p{L}\p{N}]/u.test(line) ? ' ' : ''
  if (ADDRESS.test(text.slice(-300)))
    return /[/\-_?&=#%~.:]$/.test(text)
      ? /[.:]$/.test(text) && !GOES_ON_AS_ADDRESS.test(line)
        ? ' '
        : ''
      : GOES_ON_AS_ADDRESS.test(line)
        ? ''
        : ' '
  // A figure's hyphen, a dash set close, a slash between words.
  if (
    /[\p{L}\p{N}][-\u2010\u2011]$/u.test(end) &&
    /^[\p{L}\p{N}]/u.test(line) &&
    !isJoining(FOLLOWING.exec(line)?.[0] ?? '', language)
  )
    return ''
  if (/[\p{L}\p{N}.,!?”’"')][–—]$/u.test(end) && /^[\p{L}\p{N}“‘"'(]/u.test(line)) return ''
  if (/^—[\p{L}\p{N}“‘"']/u.test(line) && /[\p{L}\p{N}.,!?”’"')]$/u.test(text)) return ''
  if (/[\p{L}\p{N}]\/$/u.test(end) && /^[\p{L}\p{N}]/u.test(line)) return ''
  return ' '
}

function isWide(character: string): boolean {
  return WIDE_LETTER.test(character) || /[\u3001-\u301f\uff01-\uff0f\uff1a-\uff20]/u.test(character)
}

function isBrokenWord(text: string, word: string, rest: string, line: string, evidence: WordEvidence): boolean {
  if (text.endsWith('\u00AD')) return true
  const { words, language } = evidence
  const last = /[\p{L}\p{M}]+$/u.exec(word)![0]
  // `pre- and post-\nwar`, `UN-\nbacked`, `Saudi-\nled`.
  const isSuspended = /^en\b/iu.test(language ?? 'en') && SUSPENDED.test(text.slice(-LONGEST_WORD))
  if (isSuspended || (/^\p{Lu}{2,}$/u.test(last) && /^\p{Ll}/u.test(rest))) return false
  if (/^\p{Lu}/u.test(last) && /^(?:led|born|run|made|era|style|wide)$/.test(rest)) return false
  // A capital within a word was there before the line's end, unless all are.
  const isShouted = last.length > 1 && last === last.toUpperCase() && rest === rest.toUpperCase()
  if (/^\p{Lu}/u.test(rest) && !isShouted) return false
  const [before, after] = [last.toLowerCase(), rest.toLowerCase()]
  const behind = line.slice(rest.length)
  if (words.has(`${before}-${after}`) || before.length === 1) return false
  if (words.has(before + after)) return true
  // `mother-\nin-law`, `vis-à-\nvis`: one of several hyphens, unless the word is cut where its part is (`self-govern-\nment`).
  const isOneOfSeveral = /^[-\u2010][\p{L}\p{M}]/u.test(behind) || new RegExp(`[-\u2010]${last}-$`, 'u').test(text)
  if (TAIL.test(after) && before.length > 1) return true
  const known = compound(before, after, (language ?? 'en').split('-')[0]!)
  if (known === 'kept') return false
  if (isOneOfSeveral) return isDivided(before, after, language) && !words.has(before) && after.length > 3
  if (known === 'joined') return true
  // Two words of the document that it never writes as one.
  if (before.length >= FEWEST_LETTERS && after.length >= FEWEST_LETTERS && words.has(before) && words.has(after))
    return false
  return isDivided(before, after, language) || !(words.has(before) && words.has(after))
}

/** Whether the language's patterns divide the word there. */
function isDivided(before: string, after: string, language: string | null): boolean {
  const tags = language === null ? ['en'] : /^en/i.test(language) ? ['en-us', 'en-gb'] : [language]
  return tags.some((tag) => hyphenPoints(before + after, tag).includes(before.length))
}

/** The words that a document has within its lines, in lower case, with their hyphens. */
export function vocabularyOf(lines: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const line of lines) {
    // What stands at either end may be a part of a word.
    const whole = line.toLowerCase().replace(/[\p{L}\p{M}]+[-\u2010\u00AD]$/u, '')
    for (const word of whole.match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu) ?? []) {
      words.add(word.replaceAll('\u2010', '-'))
      if (word.includes('-')) for (const part of pairsOf(word)) words.add(part)
    }
  }
  return words
}

/** `mother-in-law` shows `mother-in` and `in-law`. */
function pairsOf(word: string): string[] {
  const parts = word.split('-')
  return parts.slice(1).map((part, i) => `${parts[i]!}-${part}`)
}

/** Whether a text puts a space between Chinese or Japanese characters and Latin letters or digits. */
export function spacesLatin(text: string): boolean {
  const sample = text.slice(0, 50_000)
  const spaced =
    sample.match(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[A-Za-z0-9])/gu)?.length ?? 0
  const close =
    sample.match(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[A-Za-z0-9])/gu)?.length ?? 0
  return spaced > close
}
