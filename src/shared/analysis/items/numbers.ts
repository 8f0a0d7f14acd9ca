import { findAmounts, rangeOfAmount, type Amount } from '../numbers/amounts.ts'
import { readLanguageOf } from '../numbers/number-words.ts'
import { findNumerals } from '../numbers/numerals.ts'
import { currencyBefore, measureOf, unitBehind } from '../numbers/units.ts'
import type { Report } from '../reports/report.ts'
import { datesOfReport, type DateItem } from './dates.ts'

/** A number in a statement that counts or measures, with its bound and unit. */
export interface NumberItem extends Amount {
  /** Nothing behind it says what it counts or measures (`the college put it at 58`): that stands elsewhere. */
  isBare?: boolean
  /** It's a length of time, such as `eleven hours`. */
  isLength?: boolean
}

/** The numbers of a statement; those of its dates are none. */
export function numbersOf(text: string, dates: readonly Pick<DateItem, 'start' | 'end'>[]): NumberItem[] {
  // `Shortly after nine in the evening` tells the time.
  const amounts = findAmounts(text, 'en', dates).filter(
    ({ end, number }) => !CLOCK.test(text.slice(end)) && !AGED.test(text.slice(0, number.start))
  )
  const counted = amounts.map((amount): NumberItem => {
    if (amount.unit !== null || !BARE.test(text.slice(amount.end))) return amount
    const before = amounts.findLast(({ end, unit }) => end <= amount.start && unit !== null)
    return { ...amount, unit: before?.unit ?? null, isBare: true }
  })
  const taken = [...dates, ...amounts]
  const lengths = lengthsIn(text, 'en').filter(
    ({ start, end }) => !taken.some((other) => start < other.end && end > other.start)
  )
  return [...counted, ...lengths].sort((a, b) => a.start - b.start)
}

/** What may stand behind a number that says nothing of what it counts. */
const BARE = /^\s*(?:[.,;:)–—]|$|(?:and|but|or|while|in|on|from|after|before|then|now|so|by)\b)/iu
const LENGTH =
  /^[\s-]+(?<unit>second|minute|hour|day|night|week|month|year|decade)s?(?![\p{L}-])(?!\s+(?:ago|later|earlier|before|after|old))/u

/** Lengths of time, each by its unit. */
function lengthsIn(text: string, language: ReturnType<typeof readLanguageOf>): NumberItem[] {
  return findNumerals(text, language).flatMap(({ start, end, value }): NumberItem[] => {
    const unit = LENGTH.exec(text.slice(end, end + 24))?.groups!.unit
    if (unit === undefined || value <= 1) return []
    return [{ start, end, number: { start, end }, value, high: null, bound: 'exact', unit, isLength: true }]
  })
}

/** `A woman over seventy` tells an age. */
const AGED =
  /(?<!\p{L})(?:wo)?(?:man|boy|girl|person|pensioner|child|teenager|patient|victim|resident)\s+(?:of|over|under|above|below|aged|about)\s+$/iu
const CLOCK =
  /^\s*(?:o[’']clock\b|(?:in the (?:morning|afternoon|evening|night)|at night|this (?:morning|evening))\b|[ap]\.?m\b)/iu
/** Units of which amounts know nothing: what stands before them counts nothing. */
const OTHER_UNIT = /^\s?(?:mg|µg|μg|g|ml|cl|mm|cm|dB|mSv|°|ppm|Hz|kHz|V|A|W|bar|hPa|knots?)(?![\p{L}])|^[:.]\d/u

interface KnownNumbers {
  amounts: readonly Amount[]
  lengths: readonly NumberItem[]
  /** Plain numbers, whether or not they count anything there. */
  bare: ReadonlySet<number>
  /** Numbers of which the text doesn't say the unit, but that it has one, or may have. */
  open: readonly { amount: Amount; isOf: (unit: string) => boolean }[]
  /** Shares in words, in per cent: `one in five`, `a quarter`. */
  shares: readonly number[]
}

const cache = new WeakMap<Report, KnownNumbers>()

function numbersIn(report: Report): KnownNumbers {
  const before = cache.get(report)
  if (before) return before
  const { text } = report
  const language = readLanguageOf(report.language)
  const dates = datesOfReport(report).filter(({ start, end }) => end > start)
  const bare = new Set<number>()
  for (const { start, end, value } of findNumerals(text, language)) {
    if (dates.some((date) => start < date.end && end > date.start)) continue
    if (unitBehind(text.slice(end, end + 40)) || currencyBefore(text.slice(Math.max(0, start - 12), start))) continue
    if (OTHER_UNIT.test(text.slice(end))) continue
    bare.add(value)
  }
  const amounts = findAmounts(text, language, dates).filter(
    ({ unit, number }) => unit !== null || !OTHER_UNIT.test(text.slice(number.end))
  )
  const open = amounts.flatMap((amount) => {
    if (amount.unit !== null) return []
    const isOf = unitMeant(text.slice(amount.end, amount.end + 40), amount.value)
    return isOf ? [{ amount, isOf }] : []
  })
  const known = { amounts, bare, lengths: lengthsIn(text, language), open, shares: sharesIn(text) }
  cache.set(report, known)
  return known
}

const CURRENCY = /^[A-Z]{3}$/u
/** Names of more than one country's money. */
const SOME_MONEY =
  /^\s+(?:francs?|crowns?|kron(?:or|er|a|e)|dollars?|pounds?|pesos?|dinars?|dirhams?|rupees?|shillings?|marks?|lira|guilders?|thalers?)(?!\p{L})/iu
const OF_WHOLE = /^\s+(?:out\s+)?of\s+(?:the\s+|its\s+|a\s+total\s+of\s+)?(?<whole>\p{N}[\p{N}.,]*\s?\S.*)$/u
/** Bare numbers below this aren't money. */
const LEAST_MONEY = 1000

/** Which units a number without one may have, by what stands behind it: `cheaper by a million`, `750,000 francs`, `412 of 640 km`. */
function unitMeant(behind: string, value: number): ((unit: string) => boolean) | null {
  if (SOME_MONEY.test(behind)) return (unit) => CURRENCY.test(unit)
  const whole = OF_WHOLE.exec(behind)?.groups?.['whole']
  if (whole !== undefined) {
    const unit = findAmounts(whole, 'en', [])[0]?.unit ?? null
    return unit === null ? null : (other) => measureOf(other).dimension === measureOf(unit).dimension
  }
  return value >= LEAST_MONEY && BARE.test(behind) ? (unit) => CURRENCY.test(unit) : null
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10
}
const SHARE =
  /(?<!\p{L})(?:(?<few>a|an|one|two|three|four|five|six|seven|eight|nine)[\s-]+)?(?<part>half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?!\p{L})/giu

/** The shares that a text tells in words, in per cent. */
function sharesIn(text: string): number[] {
  const parts = Array.from(text.matchAll(SHARE), ({ groups }) => {
    const part = PARTS[groups!['part']!.toLowerCase().replace('halves', 'half')] ?? 1
    const few = groups!['few']?.toLowerCase() ?? 'one'
    const count = /^an?$/u.test(few) ? 1 : (findNumerals(few, 'en')[0]?.value ?? 1)
    return (100 * count) / part
  })
  const numerals = findNumerals(text, 'en')
  const ratios = numerals.flatMap((first, at) => {
    const second = numerals[at + 1]
    if (
      !second ||
      second.value <= first.value ||
      !/^\s+(?:in|of|out of)(?:\s+every)?\s+$/u.test(text.slice(first.end, second.start))
    )
      return []
    return [(100 * first.value) / second.value]
  })
  return [...parts, ...ratios]
}

/** A share in per cent is told in round numbers. */
const ROUNDED_SHARE = 0.5

/** A bound in words must come so near to the number that it's a rounding of: `more than 300` for 311. */
const ROUNDED = 1.5

/** Whether a source has a number, in any notation, or one of which it is a bound or a rounding that says so. */
export function holdsNumber(report: Report, item: NumberItem): boolean {
  const { amounts, bare, lengths, open, shares } = numbersIn(report)
  if (item.isLength) return lengths.some(({ unit, value }) => unit === item.unit && value === item.value)
  if (amounts.some((amount) => stands(item, amount))) return true
  const { unit } = item
  if (unit !== null && open.some(({ amount, isOf }) => isOf(unit) && stands(item, { ...amount, unit }))) return true
  if (
    unit === '%' &&
    shares.some(
      (share) => Math.abs(share - item.value) <= ROUNDED_SHARE || stands(item, { value: share, high: null, unit })
    )
  )
    return true
  return (item.unit === null || item.isBare === true) && item.high === null && bare.has(item.value)
}

/** What is told in units of another system comes so near. */
const CONVERTED = 0.02

/** Whether a number of a statement stands for an amount: in any notation, as a bound or a rounding that says so. */
export function stands(item: NumberItem, other: Pick<Amount, 'value' | 'high' | 'unit'>): boolean {
  if (item.isLength) return false
  const [a, b] = [measureOf(item.isBare && item.unit === null ? other.unit : item.unit), measureOf(other.unit)]
  if (a.dimension !== b.dimension) return false
  const value = item.value * a.factor
  const low = other.value * b.factor
  const high = (other.high ?? other.value) * b.factor
  // Miles for kilometres are rounded, hectares for square metres aren't.
  const near = Number.isInteger(Math.log10(a.factor / b.factor)) ? 1e-9 : CONVERTED
  const isSame = (x: number, y: number): boolean => Math.abs(x - y) <= near * Math.max(1, Math.abs(x), Math.abs(y))
  if (item.high !== null) {
    const top = item.high * a.factor
    return (isSame(value, low) && isSame(top, high)) || (low >= value && high <= top)
  }
  if (isSame(value, low) || isSame(value, high)) return true
  switch (item.bound) {
    case 'at-least':
    case 'more-than':
      return low >= value && low <= value * ROUNDED
    case 'at-most':
    case 'less-than':
      return high <= value && high * ROUNDED >= value
    case 'about': {
      const [least, most] = rangeOfAmount(item)
      return low <= most && high >= least
    }
    default:
      return false
  }
}

/** A sum or a difference of two others that the statement gives. */
export function isReckoned(item: NumberItem, others: readonly NumberItem[]): boolean {
  const rest = others.filter((other) => other !== item && other.unit === item.unit && other.high === null)
  return (
    rest.some((a, at) =>
      rest.some(
        (b, other) => other > at && (a.value + b.value === item.value || Math.abs(a.value - b.value) === item.value)
      )
    ) ||
    (rest.length >= 3 && rest.reduce((sum, { value }) => sum + value, 0) === item.value)
  )
}
