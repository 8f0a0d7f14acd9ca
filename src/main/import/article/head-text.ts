import { readCreditLine, type CreditLine } from '../metadata/credits.ts'
import { countWords, oneLine } from '../extracted/wording.ts'
import { isInstitution } from './institutions.ts'
import { isKnownField, isNoise, isOutletName, isRule, isSection, type HeadLine } from './head-lines.ts'

const HEAD_LINES = 40
const BEFORE_PLACES = ' in, near, from, outside, aus, bei, nach, à, en, près de, cerca de, a, di'.split(',')
const PICTURES = new RegExp('^(?:\\p{Extended_Pictographic}|\\u200d|\\ufe0f)+\\s*(?=\\S)', 'u')

/** The first lines of a file that aren't empty, and what stands around each. */
export class HeadText {
  readonly texts: readonly string[]
  /** How many empty lines stand before each. */
  readonly gaps: readonly number[]
  /** The place of each among all lines. */
  readonly places: readonly number[]
  readonly #dayFirst: boolean

  constructor(lines: readonly HeadLine[], dayFirst: boolean) {
    this.places = lines.flatMap(({ text }, place) => (text.trim() === '' ? [] : [place])).slice(0, HEAD_LINES)
    // Chat messages put pictures before date and name.
    this.texts = this.places.map((place) => oneLine(lines[place]!.text).replace(PICTURES, ''))
    this.gaps = this.places.map((place) => lines[place]!.gap)
    this.#dayFirst = dayFirst
  }

  /** The next line that is neither rule, field nor credit, and the first credit before it. */
  nextPlain(
    at: number
  ): { text: string; credit: CreditLine | null; alone: boolean; isLast: boolean; isCredited: boolean } | null {
    let credit: CreditLine | null = null
    for (let next = at + 1; next < Math.min(this.texts.length, at + 8); next++) {
      const text = this.texts[next]!
      if (isNoise(text) || isKnownField(text) || isSection(text)) continue
      const found = readCreditLine(text, this.#dayFirst)
      if (found === null)
        return {
          text,
          credit,
          alone: this.#standsAlone(next),
          isLast: next === this.texts.length - 1,
          isCredited: this.creditFollows(next)
        }
      credit ??= found
    }
    return null
  }

  /** True when a line isn't the first of a text's lines: a gap, a credit or a much longer line follows. */
  #standsAlone(at: number): boolean {
    const after = this.texts[at + 1]
    if (after === undefined || this.gaps[at + 1]! > 0) return true
    return readCreditLine(after) !== null || isRule(after) || after.length > this.texts[at]!.length * 1.3
  }

  /** The line before or after that isn't noise, empty when there is none. */
  beside(at: number, step: 1 | -1): string {
    let place = at + step
    while (isNoise(this.texts[place] ?? '') && this.texts[place] !== undefined) place += step
    return this.texts[place] ?? ''
  }

  /** True when the text after a line says `in Sollen` or the like of a name. */
  tellsOfPlace(name: string, at: number): boolean {
    return this.texts.slice(at + 1).some((text) => BEFORE_PLACES.some((word) => text.includes(`${word} ${name}`)))
  }

  /** An outlet's name and a date come next, as where writer, outlet and date have a line each. */
  nameFollows(at: number): boolean {
    const [next = '', after = ''] = [this.texts[at + 1], this.texts[at + 2]]
    return (isOutletName(next) || isInstitution(next)) && readCreditLine(after, this.#dayFirst) !== null
  }

  /** True when byline or date follow a standfirst of at most two lines. */
  creditFollows(at: number): boolean {
    if (countWords(this.texts[at]!) > 60) return false
    for (let next = at + 1; next <= at + 2 && next < this.texts.length; next++) {
      const text = this.texts[next]!
      const credit = readCreditLine(text, this.#dayFirst)
      if (credit) return credit.byline || credit.dates.length > 0
      if (countWords(text) > 60) return false
    }
    return false
  }
}
