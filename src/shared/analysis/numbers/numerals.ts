import { numberWordPattern, readNumberWords, scaleOf, type ReadLanguage } from './number-words.ts'
import { latin } from '../running-text/latin.ts'

/** A number as it's written, with the scale word behind it. */
export interface Numeral {
  /** Half-open, in UTF-16 units. */
  start: number
  end: number
  value: number
  /** What a scale word behind the digits multiplied by; 1 for none. */
  scale: number
  isWords: boolean
  /** Three digits behind a mark that parts thousands elsewhere: `12.500` in English. The value is that of thousands. */
  isDoubtful: boolean
}

const GROUPED =
  "\\d{1,3}(?:(?<mark>[ \\u00a0\\u202f\\u2009'’.,])\\d{3})(?:\\k<mark>\\d{3})*(?:[.,]\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}"
const DIGITS = latin(
  `(?<![\\p{L}\\d_])(?<digits>${GROUPED}|\\d+(?:[.,]\\d+)?)(?<fraction>\\s?[½¼¾⅓⅔])?(?!\\d)|(?<only>[½¼¾])`,
  'gu'
)
const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }
const HALF: Readonly<Record<ReadLanguage, string>> = {
  en: '\\s+and\\s+a\\s+half',
  de: 'einhalb',
  fr: '\\s+et\\s+demie?',
  es: '\\s+y\\s+medi[oa]'
}
const SCALE_WORDS =
  'hundred|thousand|million|billion|trillion|lakhs?|crores?|bn|tn|mln|mn|mio\\.?|mrd\\.?|md|tsd\\.?|tausend|millionen|milliarden?|mille|millions?|milliards?|mil|millón|millones'
const SCALE = latin(`^(?:[\\s\\u00a0\\u202f-]?(?<word>${SCALE_WORDS})|(?<letter>[kmbKMB]))(?![\\p{L}\\d])`, 'iu')

const halvesOf = (language: ReadLanguage): { plain: RegExp; scaled: RegExp } => ({
  plain: latin(`^${HALF[language]}(?!\\p{L})`, 'iu'),
  scaled: latin(`^${HALF[language]}(?:[\\s-](?<scale>${SCALE_WORDS}))?(?!\\p{L})`, 'iu')
})
const HALVES = { en: halvesOf('en'), de: halvesOf('de'), fr: halvesOf('fr'), es: halvesOf('es') }

/** The numbers of a text in digits and words, in order. Neither what they count nor whether they count at all is looked at. */
export function findNumerals(text: string, language: ReadLanguage): Numeral[] {
  const found = [...inDigits(text, language), ...inWords(text, language)].sort(
    (a, b) => a.start - b.start || b.end - a.end
  )
  let reached = 0
  return found.filter(({ start, end }) => {
    if (start < reached) return false
    reached = end
    return true
  })
}

function* inDigits(text: string, language: ReadLanguage): Generator<Numeral> {
  const half = HALVES[language].plain
  for (const match of text.matchAll(DIGITS)) {
    const { digits, fraction, only } = match.groups!
    const read = digits === undefined ? { value: 0, isDoubtful: false } : readDigits(digits, language)
    let value = read.value + (FRACTIONS[(fraction ?? only ?? '').trim()] ?? 0)
    let end = match.index + match[0].length
    const halved = half.exec(text.slice(end, end + 20))
    if (halved) {
      value += 0.5
      end += halved[0].length
    }
    const scaled = scaleBehind(text, end, text.slice(0, match.index))
    yield {
      start: match.index,
      end: scaled.end,
      value: exact(value * scaled.scale),
      scale: scaled.scale,
      isWords: false,
      isDoubtful: read.isDoubtful && scaled.scale === 1
    }
  }
}

/** Products of decimal numbers, without what binary ones add (`4.35 * 100`). */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/** A scale word behind digits. A letter is one behind money, and `m` before what is counted. */
function scaleBehind(text: string, end: number, before: string): { scale: number; end: number } {
  const match = SCALE.exec(text.slice(end, end + 16))
  if (!match) return { scale: 1, end }
  const { word, letter } = match.groups!
  if (
    letter !== undefined &&
    !/[€$£¥₹₽](?:[\d.,]+(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+))?\s?$/u.test(before) &&
    !/(?:^|\s)[A-Z]{3}\s?$/u.test(before)
  ) {
    const next = /^\s+(\p{L}+)/u.exec(text.slice(end + 1, end + 40))?.[1] ?? ''
    const isCount =
      /^(?:people|\p{Ll}{3,}s)$/u.test(next) &&
      !/^(?:across|was|has|plus|less|pass|metres|meters|miles|seconds)$/u.test(next)
    if (!isCount || letter === 'b') return { scale: 1, end }
  }
  const scale = scaleOf(word ?? letter!)
  return scale === null ? { scale: 1, end } : { scale, end: end + match[0].length }
}

function readDigits(written: string, language: ReadLanguage): { value: number; isDoubtful: boolean } {
  const marks = written.replace(/\d/gu, '')
  const decimal = language === 'en' ? '.' : ','
  const plain = (mark: string): number => Number(written.replaceAll(mark, ''))
  if (marks === '') return { value: Number(written), isDoubtful: false }
  const kinds = [...new Set(marks)]
  if (kinds.length === 1) {
    const [mark = ''] = kinds
    if (!'.,'.includes(mark)) return { value: plain(mark), isDoubtful: false }
    const behind = written.length - written.lastIndexOf(mark) - 1
    if (marks.length > 1) return { value: plain(mark), isDoubtful: false }
    if (mark !== decimal && behind === 3) return { value: plain(mark), isDoubtful: false }
    // Thousands of another country, if what is counted has no parts.
    if (behind === 3 && !/^0/u.test(written)) return { value: plain(mark), isDoubtful: true }
    return { value: Number(written.replace(mark, '.')), isDoubtful: false }
  }
  const last = marks.at(-1)!
  const cut = written.lastIndexOf(last)
  return { value: Number(`${written.slice(0, cut).replace(/\D/gu, '')}.${written.slice(cut + 1)}`), isDoubtful: false }
}

/** What a number of doubtful thousands is if it's measured and has parts: `12.500` as twelve and a half. */
export function asDecimal({ value, scale }: Numeral): number {
  return scale === 1 ? value / 1000 : value
}

const wordExpressions = new Map<ReadLanguage, RegExp>()

function wordExpression(language: ReadLanguage): RegExp {
  let known = wordExpressions.get(language)
  if (!known) {
    const word = `(?:${numberWordPattern(language)})(?![\\p{L}\\d])`
    const joins = { en: 'and\\s+', de: 'und\\s+', fr: 'et\\s+', es: 'y\\s+' }[language]
    const article = { en: 'an?', de: 'eine?', fr: 'une?', es: 'una?' }[language]
    known = latin(`(?<![\\p{L}\\d_])(?:${article}[\\s-])?${word}(?:[\\s\\u00a0-]+(?:${joins})?${word})*`, 'giu')
    wordExpressions.set(language, known)
  }
  return known
}

function* inWords(text: string, language: ReadLanguage): Generator<Numeral> {
  const half = HALVES[language].scaled
  for (const match of text.matchAll(wordExpression(language))) {
    // As many of the words as make a number: `three two-storey houses` are three.
    for (let [from, words] = [match.index, match[0]]; words !== '';) {
      const value = readNumberWords(words.replace(/\u00a0/gu, ' '), language)
      if (value === null) {
        const shorter = words.replace(/[\s-]*[^\s-]+$/u, '')
        if (shorter !== '') {
          words = shorter
          continue
        }
        const skipped = /^[^\s-]+[\s-]*/u.exec(match[0].slice(from - match.index))?.[0].length ?? match[0].length
        from += skipped
        words = match[0].slice(from - match.index)
        continue
      }
      const end = from + words.length
      const halved = half.exec(text.slice(end, end + 30))
      const scale = halved?.groups?.scale === undefined ? 1 : (scaleOf(halved.groups.scale) ?? 1)
      yield {
        start: from,
        end: end + (halved?.[0].length ?? 0),
        value: halved ? (value + 0.5) * scale : value,
        scale,
        isWords: true,
        isDoubtful: false
      }
      from = end
      words = match[0].slice(from - match.index).replace(/^[\s-]+(?:and\s+)?/iu, (gap) => {
        from += gap.length
        return ''
      })
    }
  }
  if (language !== 'en') return
  for (const match of text.matchAll(
    /(?<![\p{L}-])(?:(?<half>half\s+an?)|(?<quarter>an?\s+quarter\s+of\s+an?)|(?<three>three[\s-]quarters\s+of\s+an?))\s+(?<unit>million|billion|dozen)(?!\p{L})/giu
  )) {
    const whole = match.groups!.unit!.toLowerCase() === 'dozen' ? 12 : scaleOf(match.groups!.unit!)!
    yield {
      start: match.index,
      end: match.index + match[0].length,
      value: whole * (match.groups!.half !== undefined ? 0.5 : match.groups!.three !== undefined ? 0.75 : 0.25),
      scale: 1,
      isWords: true,
      isDoubtful: false
    }
  }
}
