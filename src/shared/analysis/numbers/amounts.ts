import { clocksIn } from '../dates/clock.ts'
import { boundBefore, boundBehind, type Bound } from './bounds.ts'
import type { ReadLanguage } from './number-words.ts'
import { isNoAmount } from './no-amount.ts'
import { asDecimal, findNumerals, type Numeral } from './numerals.ts'
import { currencyBefore, measureOf, unitBehind } from './units.ts'

/** A number that counts or measures something, with its bound words and unit. */
export interface Amount {
  /** Of all its words, half-open, in UTF-16 units. */
  start: number
  end: number
  /** Of the number alone, without bound and unit; of both numbers and what stands between them in a range. */
  number: { start: number; end: number }
  value: number
  /** The upper end of a range. */
  high: number | null
  bound: Bound
  /** ISO 4217 for money, `%`, the symbol of a unit (`km`, `m2`); null for what is counted. */
  unit: string | null
}

/** A number with what belongs to it, but without its bound. */
interface Part {
  start: number
  end: number
  number: { start: number; end: number }
  value: number
  scale: number
  unit: string | null
  currency: boolean
  isWords: boolean
}

const TO: Readonly<Record<ReadLanguage, string>> = {
  en: '\\s?[-–—]\\s?|\\s+(?:to|or|through)\\s+(?:about\\s+|around\\s+|as\\s+many\\s+as\\s+|even\\s+|perhaps\\s+|possibly\\s+)?',
  de: '\\s?[-–—]\\s?|\\s+(?:bis|oder)\\s+',
  fr: '\\s?[-–—]\\s?|\\s+(?:à|ou)\\s+',
  es: '\\s?[-–—]\\s?|\\s+(?:a|o)\\s+'
}
const BETWEEN: Readonly<Record<ReadLanguage, readonly [before: RegExp, join: RegExp]>> = {
  en: [
    /(?:^|[^\p{L}])(?:anywhere\s+|somewhere\s+)?between\s+(?:about\s+|around\s+|some\s+)?$/iu,
    /^\s+and\s+(?:about\s+|around\s+|some\s+)?$/iu
  ],
  de: [/(?:^|[^\p{L}])zwischen\s+$/iu, /^\s+und\s+$/iu],
  fr: [/(?:^|[^\p{L}])entre\s+$/iu, /^\s+et\s+$/iu],
  es: [/(?:^|[^\p{L}])entre\s+$/iu, /^\s+y\s+$/iu]
}
const FROM = /(?:^|[^\p{L}])(?:from|von|de|desde)\s+(?:about\s+|around\s+|some\s+)?$/iu
/** Before `from 40 to 50`, these tell of a change from the one to the other. */
const CHANGES =
  /(?:^|[^\p{L}])(?:ris(?:e|es|en|ing)|rose|increas\p{L}+|grow(?:s|n|ing)?|grew|climb\p{L}*|jump\p{L}*|soar\p{L}*|surg\p{L}+|up|rais\p{L}+|fall(?:s|en|ing)?|fell|drop\p{L}*|declin\p{L}+|decreas\p{L}+|down|cut|lower\p{L}*|reduc\p{L}+|revis\p{L}+|correct\p{L}*|chang\p{L}+|mov\p{L}+|went|gone|doubl\p{L}+|tripl\p{L}+|shrank|shrunk|slid|slump\p{L}*|extend\p{L}*|expand\p{L}*|widen\p{L}*|stieg\p{L}*|gestiegen|erhöht\p{L}*|sank|gesunken|passé\p{L}*|subi\p{L}+|aument\p{L}+)(?!\p{L})[^.;]*$/iu
const GAME =
  /^\s+(?:win|victory|defeat|draw|lead|loss|scoreline|on\s+(?:aggregate|penalties)|majority|vote|ruling|decision)(?!\p{L})/iu

/**
 * The amounts in a text, in order: numbers in digits or words with scale words, units, bounds and ranges, as papers of English-speaking and other countries write
 * them. Dates (`taken`), times, ages, ordinals, lengths of time, and numbers in names, of pages and of laws are none, nor are headlines told apart here.
 */
export function findAmounts(
  text: string,
  language: ReadLanguage,
  taken: readonly { start: number; end: number }[]
): Amount[] {
  const clocks = clocksIn(text).filter(({ isSure }) => isSure)
  const closed = [...taken, ...clocks, ...addresses(text)]
  const numerals = findNumerals(text, language)
  const parts: Part[] = []
  let refused: Numeral | null = null
  for (const numeral of numerals) {
    // `Articles 12 and 13`: what goes for the first goes for the second.
    const goesOn: boolean =
      refused !== null &&
      /^(?:\s?[-–—]\s?|,?\s+(?:and|or|to|und|et|y|bis|à|a)\s+|,\s)$/u.test(text.slice(refused.end, numeral.start))
    const part = partOf(text, numeral)
    const isNone: boolean =
      isNoAmount(text, part.currency ? { ...numeral, start: part.start, isMoney: true } : numeral, closed) ||
      (goesOn && part.unit === null && !/^[\s-]+\p{Ll}{3}/u.test(text.slice(part.end)))
    refused = isNone && !numeral.isWords ? numeral : null
    if (!isNone) parts.push(part)
  }
  return joined(text, parts, language)
}

function* addresses(text: string): Generator<{ start: number; end: number }> {
  for (const { index, 0: word } of text.matchAll(/\S*(?::\/\/|www\.|@)\S*|\+\d[\d\s()/-]{5,}\d/giu))
    yield { start: index, end: index + word.length }
}

function partOf(text: string, numeral: Numeral): Part {
  const { start, end, scale, isWords } = numeral
  const money = currencyBefore(text.slice(Math.max(0, start - 12), start))
  const behind = unitBehind(text.slice(end, end + 40))
  const unit = money?.unit ?? behind?.unit ?? null
  const measured = unit !== null && money === null && behind !== null && !/^[A-Z]{3}$/u.test(unit)
  return {
    start: start - (money?.length ?? 0),
    end: money ? end : end + (behind?.length ?? 0),
    number: { start, end },
    value: numeral.isDoubtful && measured ? asDecimal(numeral) : numeral.value,
    scale,
    unit,
    currency: money !== null,
    isWords
  }
}

function joined(text: string, parts: readonly Part[], language: ReadLanguage): Amount[] {
  const to = new RegExp(`^(?:${TO[language]})$`, 'iu')
  const amounts: Amount[] = []
  for (let i = 0; i < parts.length; i++) {
    const [first, second] = [parts[i]!, parts[i + 1]]
    const range = second && rangeOf(text, first, second, to, language)
    if (range === 'score') i++
    else if (range) {
      amounts.push(range)
      i++
    } else amounts.push(single(text, first, language))
  }
  return amounts
}

function single(text: string, part: Part, language: ReadLanguage): Amount {
  const before = boundBefore(lineBefore(text, part.start), language)
  const behind = before ? null : boundBehind(text.slice(part.end, part.end + 60).split('\n')[0]!)
  return {
    start: part.start - (before?.length ?? 0),
    end: part.end + (behind?.length ?? 0),
    number: part.number,
    value: part.value,
    high: null,
    bound: before?.bound ?? behind?.bound ?? 'exact',
    unit: part.unit
  }
}

function lineBefore(text: string, end: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 80), end)
}

/** The range that two numbers make; `score` for those that say how a game or a vote ended, null for two that stand apart. */
function rangeOf(text: string, first: Part, second: Part, to: RegExp, language: ReadLanguage): Amount | 'score' | null {
  const gap = text.slice(first.end, second.start)
  const before = lineBefore(text, first.start)
  const [opens, joins] = BETWEEN[language]
  const between = opens.exec(before)
  const isBetween = between !== null && joins.test(gap)
  if (!isBetween && !to.test(gap)) return null
  const isDash = /^\s?[-–—]\s?$/u.test(gap)
  if (isDash && first.unit === null && second.unit === null && GAME.test(text.slice(second.end))) return 'score'
  const from = isBetween ? null : FROM.exec(before)
  if (from && CHANGES.test(before.slice(0, from.index + 1))) return null
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null
  // `900 to 950 million` and `40-50 km`: what stands behind the second goes for the first as well.
  const low =
    first.scale === 1 && second.scale > 1 && !(first.value > second.value / second.scale)
      ? first.value * second.scale
      : first.value
  if (low >= second.value)
    return isDash && first.unit === null && second.unit === null && !first.isWords ? 'score' : null
  // `rose by 12 to 40`, but `rose by 12 to 15 per cent`.
  if (/^\s+to\s/iu.test(gap) && !from && CHANGES.test(before) && second.unit === null) return null
  const unit = second.unit ?? first.unit
  const bound = isBetween || from ? null : boundBefore(before, language)
  const opened = between ?? from
  const lead = isBetween || from ? opened![0].replace(/^[^\p{L}]/u, '').length : (bound?.length ?? 0)
  return {
    start: first.start - lead,
    end: second.end,
    number: { start: first.number.start, end: second.number.end },
    value: low,
    high: second.value,
    bound: 'range',
    unit
  }
}

/** The least and the most that an amount may stand for, in the base unit of what it measures. An end that isn't included is moved by a little. */
export function rangeOfAmount({
  value,
  high,
  bound,
  unit
}: Pick<Amount, 'value' | 'high' | 'bound' | 'unit'>): readonly [number, number] {
  const { factor } = measureOf(unit)
  const at = value * factor
  const little = Math.max(Math.abs(at), 1) * 1e-9
  switch (bound) {
    case 'exact':
      return [at, at]
    case 'at-least':
      return [at, Infinity]
    case 'more-than':
      return [at + little, Infinity]
    case 'at-most':
      return [-Infinity, at]
    case 'less-than':
      return [-Infinity, at - little]
    case 'about':
      return [at - Math.abs(at) * 0.1, at + Math.abs(at) * 0.1]
    case 'range':
      return [at, (high ?? value) * factor]
  }
}

/** True when two amounts of the same dimension may both be right. */
export function canBothBe(a: Parameters<typeof rangeOfAmount>[0], b: Parameters<typeof rangeOfAmount>[0]): boolean {
  const [from, to] = rangeOfAmount(a)
  const [low, high] = rangeOfAmount(b)
  let most = 1
  for (const end of [from, to, low, high]) if (Number.isFinite(end)) most = Math.max(most, Math.abs(end))
  return Math.max(from, low) <= Math.min(to, high) + 1e-12 * most
}
