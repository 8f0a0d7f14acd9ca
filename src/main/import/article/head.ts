import { agenciesIn, agencyList } from '../metadata/agencies.ts'
import { readCreditLine, withoutPrinted, type CreditLine } from '../metadata/credits.ts'
import { fieldOf, readDashedField, readFieldLine, type FieldName } from '../metadata/fields.ts'
import { addField, addPublisher, webAddress, type Findings } from '../metadata/findings.ts'
import { afterByline, isDeskLine, isRole } from '../metadata/names.ts'
import { countWords, endsSentence, normaliseForMatch } from '../extracted/wording.ts'
import {
  headlineAndOutlet,
  headlineScore,
  isBodyMark,
  isCaption,
  isDatabaseLine,
  isDomain,
  isHeadLine,
  isHeadlineLike,
  isKnownField,
  isNameLike,
  isNoise,
  isOutletName,
  isSection,
  sectionInPath,
  withoutMarks,
  type HeadLine
} from './head-lines.ts'
import { addAgencies, readNameLine } from './head-names.ts'
import { readDateline } from './dateline.ts'
import { addDateline, isNamelike, isOneName, placeOf, sortParts, withoutBy } from './dateline-names.ts'
import { readBesideDay } from './head-beside-day.ts'
import { readCredit } from './head-credit.ts'
import { readReference } from './head-reference.ts'
import { HeadText } from './head-text.ts'
import { beginsAsInstitution, isInstitution } from './institutions.ts'
import { readRetrieval } from './retrieval.ts'

/** What the head of an article is made of; numbers are places in the lines given. */
export interface Head {
  headline: number[]
  /** Lines that say something of the article and aren't part of its text. */
  used: Set<number>
}

/** So much more like a headline than the line before must a line be to take its place. */
const BETTER = 1
/** Lines on which a headline goes on, and how long one of them may be. */
const MOST_MORE_LINES = 3
const LONGEST_LINE = 90
/** A name whose form doesn't say that it's an outlet's, above the headline. */
const ABOVE_HEADLINE = 0.55

/**
 * Finds headline, byline, dates, publisher and named fields in the first lines of an article, whatever their order, and adds
 * them to the findings. Stops at the first line that is text. A standfirst between headline and byline stays text.
 */
export function readHead(lines: readonly HeadLine[], findings: Findings, dayFirst = true): Head {
  return new HeadReader(lines, findings, dayFirst).read()
}

class HeadReader {
  readonly #head: Head = { headline: [], used: new Set() }
  readonly #findings: Findings
  readonly #dayFirst: boolean
  readonly #lines: HeadText

  constructor(lines: readonly HeadLine[], findings: Findings, dayFirst: boolean) {
    this.#lines = new HeadText(lines, dayFirst)
    this.#findings = findings
    this.#dayFirst = dayFirst
  }

  read(): Head {
    let pending: FieldName | null = null
    for (let at = 0; at < this.#lines.texts.length; at++) {
      const text = this.#lines.texts[at]!
      if (this.#head.headline.includes(this.#lines.places[at]!)) continue
      if (pending !== null) {
        const field: FieldName = pending
        pending = null
        if (addField(this.#findings, field, text, 'header', text, this.#dayFirst)) {
          if (field === 'title') this.#head.headline.push(this.#lines.places[at]!)
          else this.#use(at)
          continue
        }
      }
      if (isBodyMark(text) && this.#hasHeadline) {
        this.#use(at)
        break
      }
      if (isNoise(text) || readRetrieval(text, this.#findings, this.#dayFirst)) {
        this.#use(at)
        continue
      }
      if (this.#hasHeadline && isCaption(text)) continue
      const agencies = this.#hasHeadline ? agencyList(text) : null
      if (agencies !== null) addAgencies(this.#findings, agencies, text)
      if (agencies !== null || (this.#hasHeadline && isRole(afterByline(text) ?? text))) {
        this.#use(at)
        continue
      }
      const field = this.#readField(at)
      if (field !== null) {
        this.#use(at)
        if (field === 'body') break
        if (readFieldLine(text)?.value === '' && field !== 'ignored') pending = field
        continue
      }
      if (
        readReference(this.#lines, at, this.#findings, this.#dayFirst) ||
        this.#readDateline(at) ||
        readCredit(this.#lines, at, this.#findings, this.#headline) ||
        this.#readAddress(at) ||
        (this.#hasHeadline && isDeskLine(text))
      ) {
        this.#use(at)
        continue
      }
      if (readBesideDay(this.#lines, at, this.#findings, this.#headline)) {
        this.#use(at)
        continue
      }
      if (!this.#hasHeadline) {
        if (this.#readBeforeHeadline(at) || (this.#findings.title.length > 0 && this.#readName(at))) this.#use(at)
        else if (!this.#takeHeadline(at)) break
        continue
      }
      if (this.#readName(at) || this.#isDatabaseLine(at)) this.#use(at)
      else if (!this.#lines.creditFollows(at)) break
    }
    return this.#head
  }

  get #hasHeadline(): boolean {
    return this.#head.headline.length > 0
  }

  /** The place of the headline's last line; -1 where a field names it and no line does, null without any. */
  get #lastOfHeadline(): number | null {
    return this.#head.headline.at(-1) ?? (this.#findings.title.length > 0 ? -1 : null)
  }

  get #headline(): { dayFirst: boolean; hasHeadline: boolean; lastOfHeadline: number | null } {
    return { dayFirst: this.#dayFirst, hasHeadline: this.#hasHeadline, lastOfHeadline: this.#lastOfHeadline }
  }

  #use(at: number): void {
    this.#head.used.add(this.#lines.places[at]!)
  }

  /** A line `Key: value` whose key is known; an unknown one only between known ones, as in a mail's head. */
  #readField(at: number): FieldName | null {
    const text = this.#lines.texts[at]!
    const next = this.#lines.texts[at + 1] ?? ''
    const line = readFieldLine(text)
    if (!line) return this.#readDashedField(text)
    const field = fieldOf(line.key)
    if (field === null) {
      if (/^https?:\/\/\S+$/i.test(line.value))
        return addField(this.#findings, 'url', line.value, 'header', text) ? 'url' : null
      if (line.value === '' && /^https?:\/\/\S+$/i.test(next)) return 'ignored'
      const isBetween =
        this.#head.used.size > 0 &&
        !this.#hasHeadline &&
        this.#findings.title.length > 0 &&
        countWords(line.value) <= 12
      return isBetween && isKnownField(next) ? 'ignored' : null
    }
    if (field === 'body') return line.value === '' ? 'body' : null
    if (line.value === '') return isHeadlineLike(next) || field === 'ignored' ? field : null
    if (field === 'title' && this.#hasHeadline) return null
    // `Published: … Updated: …` on one line is read as a credit line.
    const isSeveral = (text.match(/:\s/g)?.length ?? 0) > 1
    if ((field === 'published' || field === 'modified') && isSeveral && readCreditLine(text, this.#dayFirst))
      return null
    if (!addField(this.#findings, field, line.value, 'header', text, this.#dayFirst)) return null
    if (field === 'publisher' || field === 'authors') addAgencies(this.#findings, agenciesIn(line.value), text)
    return field
  }

  #readDashedField(text: string): FieldName | null {
    const line = readDashedField(text)
    // `Date - 4 March 2031 - Northern Courier` is a dateline.
    if (line === null || /\s[-–—|]\s/u.test(line.value) || (line.field === 'title' && this.#hasHeadline)) return null
    if (line.field === 'published' && readDateline(text, this.#dayFirst) !== null) return null
    return addField(this.#findings, line.field, line.value, 'header', text, this.#dayFirst) ? line.field : null
  }

  /** A day and the publisher beside it, in any script, of any length, where the form of a credit line doesn't tell them. */
  #readDateline(at: number): boolean {
    const text = this.#lines.texts[at]!
    const line = readDateline(text, this.#dayFirst)
    if (line === null) return false
    const credit = readCreditLine(text, this.#dayFirst)
    const only = line.parts.length === 1 ? withoutBy(line.parts[0]!) : ''
    const others = credit?.outlets.filter((name) => name !== only) ?? []
    const isPrinted =
      only !== '' &&
      (others.some((name) => name.endsWith(only)) || (isOneName(only) && !credit?.outlets.includes(only)))
    const isNamed = credit !== null && credit.outlets.length + credit.people.length + credit.undecided.length > 0
    if (isNamed && !isPrinted) return false
    const place = placeOf(this.#lines, at, this.#lastOfHeadline)
    const parts = sortParts(line, place)
    if (parts === null) return false
    addDateline(this.#findings, line, parts, text)
    return true
  }

  #readAddress(at: number): boolean {
    const text = this.#lines.texts[at]!
    const address = /^<?https?:\/\/\S+>?$/i.test(text) ? webAddress(text) : null
    if (address !== null) this.#findings.url.push({ value: address, from: 'header', detail: text, confidence: 0.85 })
    return address !== null
  }

  /** Publisher or section above the headline. */
  #readBeforeHeadline(at: number): boolean {
    if (!isHeadlineLike(this.#lines.texts[at]!)) return false
    const text = withoutPrinted(this.#lines.texts[at]!)
    const section = sectionInPath(text)
    if (section !== null) {
      this.#findings.section.push({ value: section, from: 'header', detail: text, confidence: 0.7 })
      return true
    }
    const words = countWords(text)
    const next = this.#lines.nextPlain(at)
    if (
      (words > 6 && !isInstitution(text)) ||
      endsSentence(text) ||
      next === null ||
      next.isLast ||
      !isHeadlineLike(next.text)
    )
      return false
    if (isSection(text) && headlineScore(next.text) > -1) {
      this.#findings.section.push({ value: text, from: 'header', detail: text, confidence: 0.7 })
      return true
    }
    const isCapitals = words <= 4 && text === text.toUpperCase() && /\p{Lu}/u.test(text)
    const isAuthority = beginsAsInstitution(text) && words > 1 && isNamelike(text)
    const isName = isOutletName(text) || isDomain(text) || isAuthority
    const score = headlineScore(text)
    const isBetter = headlineScore(next.text) >= score + BETTER || isAuthority
    // A headline, byline or name follows the headline; a paper's own name stands before any of them.
    if (!isName && (this.#isByline(next.credit) || score > 0)) return false
    if (!isName && next.credit !== null && next.credit.outlets.length + next.credit.places.length > 0) return false
    const isDated = next.credit !== null && words <= 4 && next.alone
    // Nothing but capitalised words, and the line below has the headline's place above byline or date.
    const isAbove = next.credit === null && next.isCredited && (isNameLike(text) || isInstitution(text))
    if (!isBetter || (!isName && !isCapitals && !isDated && !isAbove)) return false
    addAgencies(this.#findings, agenciesIn(text), text)
    addPublisher(
      this.#findings,
      text,
      'header',
      text,
      isName ? 0.85 : isCapitals ? 0.4 : isDated ? 0.6 : ABOVE_HEADLINE
    )
    return true
  }

  #isByline(credit: CreditLine | null): boolean {
    return credit !== null && (credit.byline || credit.people.length + credit.undecided.length > 0)
  }

  /** Takes the headline; false when the text begins here. */
  #takeHeadline(at: number): boolean {
    const { headline: text, outlet } = headlineAndOutlet(withoutMarks(this.#lines.texts[at]!))
    const named = this.#findings.title[0]
    if (named) {
      if (normaliseForMatch(text) !== normaliseForMatch(named.value)) return false
      this.#head.headline.push(this.#lines.places[at]!)
      return true
    }
    if (this.#lines.texts.length - at < 2 || !isHeadlineLike(this.#lines.texts[at]!)) return false
    const whole = [text, ...this.#takeRestOfHeadline(at)].join(' ')
    if (outlet !== null) addPublisher(this.#findings, outlet, 'heading', this.#lines.texts[at]!, 0.7)
    const isSure = headlineScore(whole) >= 0
    this.#findings.title.push({ value: whole, from: 'heading', detail: whole, confidence: isSure ? 0.9 : 0.55 })
    return true
  }

  /** The lines on which a headline goes on that was broken by hand: they begin in lower case, and a gap ends them. */
  #takeRestOfHeadline(at: number): string[] {
    const { texts, gaps, places } = this.#lines
    const rest: string[] = []
    let next = at + 1
    while (rest.length < MOST_MORE_LINES && gaps[next] === 0 && /^\p{Ll}/u.test(texts[next] ?? '')) {
      if (endsSentence(texts[next - 1]!) || texts[next]!.length > LONGEST_LINE || isHeadLine(texts[next]!)) break
      rest.push(texts[next++]!)
    }
    const isWhole = rest.length > 0 && (gaps[next] ?? 0) > 0
    this.#head.headline.push(...places.slice(at, isWhole ? next : at + 1))
    return isWhole ? rest : []
  }

  #readName(at: number): boolean {
    const headline = this.#head.headline.at(-1)
    return readNameLine(this.#lines, at, this.#findings, { dayFirst: this.#dayFirst, headline })
  }

  #isDatabaseLine(at: number): boolean {
    return isDatabaseLine(this.#lines.texts[at]!) && this.#head.used.size > 0
  }
}
