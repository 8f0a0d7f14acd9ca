import { createRequire } from 'node:module'
import iconv from 'iconv-lite'
import type * as Jschardet from 'jschardet'
import { bareText } from './bare-text.ts'
import { codecOf, encodingOf } from './labels.ts'

/** Read when a guess is first needed: its tables are a megabyte. */
const load = createRequire(import.meta.url)

/** The encoding that bytes look like. */
export interface Guess {
  encoding: string
  /** Whether no other one that gives another text comes near. */
  isSure: boolean
  /** How much more it looks so than like another encoding: 1 for as much. */
  over(encoding: string): number
}

/** Encodings of web pages and mails. Those of DOS and the old Mac, which few files have, must look better. */
const COMMON =
  /^(?:windows-\d+|iso-8859-(?:2|5|6|7|8|15)|koi8-[ru]|ibm866|shift_jis|euc-jp|gb18030|gbk|big5|euc-kr|x-mac-cyrillic|macintosh)$/
const RARE =
  /^(?:iso-8859-(?:3|4|10|13|14|16)|cp(?:437|737|775|85[0257]|86[0-35])|mac(?:greek|turkish|centeuro|iceland))$/
const RARE_SHARE = 0.9
/** What a guess is ahead of the next one that gives another text when it's sure: with a tenth, 62 of 1,832 were wrong, with a fifth 1 of 1,546. */
const MARGIN = 1.2
const FEWEST_CHARACTERS = 6
/** With fewer characters beyond ASCII a declaration is always believed. */
const ENOUGH_CHARACTERS = 20
const EASTERN = /^(?:shift_jis|euc-jp|gb18030|gbk|big5|euc-kr)$/
const OTHER_SCRIPT = '[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Thai}]'
const MIXED = new RegExp(`\\p{Script=Latin}${OTHER_SCRIPT}|${OTHER_SCRIPT}\\p{Script=Latin}`, 'u')
/** The encodings in which quotation marks and dashes stand at the same places. */
const WINDOWS = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1257']

/** What a Western text has in any case: most files that nothing is known of are one. */
const LEAST_WESTERN = 0.05

/** The encoding that the words of a text or page look like; null when they look like none. */
export function guessEncoding(bytes: Uint8Array): Guess | null {
  const bare = bareText(bytes)
  const texts = new Map<string, string>()
  const as = (encoding: string): string => {
    const text = texts.get(encoding) ?? iconv.decode(bare, codecOf(encoding))
    texts.set(encoding, text)
    return text
  }
  const western = as('windows-1252')
  const sameInAll = WINDOWS.every((encoding) => as(encoding) === western)
  // Signs within words are another encoding's letters.
  // eslint-disable-next-line no-control-regex -- all but ASCII is meant
  const hasLetters = /[\p{L}--[\u0000-\u007Fªµº]]|\p{L}[[\u00A1-\u00BF]--[\u00AD·]]\p{L}/v.test(western)
  if (sameInAll || !hasLetters) return { encoding: 'windows-1252', isSure: sameInAll, over: () => 1 }
  const found = weigh(bare, as)
  const [best, ...others] = [...found].sort(([, a], [, b]) => b - a)
  if (best === undefined) return null
  const read = as(best[0])
  // Mac's Cyrillic has most letters where Windows has them: it's always near, and the right one of the two is ahead all the same.
  const other = others.find(([encoding]) => encoding !== 'x-mac-cyrillic' && as(encoding) !== read)
  const characters = [...read].filter((char) => char > '\u007F').length
  return {
    encoding: best[0],
    isSure: characters >= FEWEST_CHARACTERS && best[1] > MARGIN * (other?.[1] ?? 0),
    over: (encoding) =>
      characters < ENOUGH_CHARACTERS || !COMMON.test(best[0]) || as(encoding) === read
        ? 1
        : best[1] / Math.max(0.001, found.get(encoding) ?? 0)
  }
}

/** How much a text looks like each encoding. */
function weigh(bare: Buffer, as: (encoding: string) => string): ReadonlyMap<string, number> {
  const found = new Map<string, number>([['windows-1252', LEAST_WESTERN]])
  const { detectAll } = load('jschardet') as typeof Jschardet
  for (const { encoding: label, confidence } of detectAll(bare)) {
    const encoding = label === null ? null : encodingOf(label)
    if (encoding === null || !(COMMON.test(encoding) || RARE.test(encoding))) continue
    const share = COMMON.test(encoding) ? 1 : RARE_SHARE
    const weight = confidence * share * (EASTERN.test(encoding) ? 1 : 1 - oddness(as(encoding)))
    found.set(encoding, Math.max(weight, found.get(encoding) ?? 0))
  }
  return found
}

/** The share of words with letters beyond ASCII that are put together as none is: of two scripts, or with signs between letters, as in capitals of another encoding (`RиUNION`). */
function oddness(text: string): number {
  // eslint-disable-next-line no-control-regex -- all but ASCII is meant
  const words = text.split(/[\s\p{P}]+/u).filter((word) => /[^\u0000-\u007F]/.test(word))
  const odd = words.filter((word) => MIXED.test(word) || /\p{L}[\p{S}\p{Cn}\p{Co}]+\p{L}/u.test(word))
  return words.length === 0 ? 0 : odd.length / words.length
}
