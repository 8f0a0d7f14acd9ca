import { agenciesIn, agencyNamed } from '../agencies.ts'
import { readCreditLine, withoutPrinted, type CreditLine } from '../credits.ts'
import { fieldOf, readFieldLine, type FieldName } from '../fields.ts'
import { addCredit, addField, addPublisher, webAddress, type Findings } from '../findings.ts'
import { afterByline, isOutlet, isRole } from '../names.ts'
import { countWords, endsSentence, normaliseForMatch } from '../wording.ts'
import {
  headlineAndOutlet,
  headlineScore,
  isBodyMark,
  isCaption,
  isDatabaseLine,
  isDomain,
  isHeadlineLike,
  isKnownField,
  isNameLike,
  isNoise,
  isOutletName,
  isSection,
  peopleIn,
  readCitation,
  sectionInPath,
  withoutMarks,
  type HeadLine
} from './head-lines.ts'
import { addAgencies, readNameLine, UNSURE_NAME } from './head-names.ts'
import { HeadText } from './head-text.ts'
import { readRetrieval } from './retrieval.ts'

/** What the head of an article is made of; numbers are places in the lines given. */
export interface Head {
  headline: number[]
  /** Lines that say something of the article and aren't part of its text. */
  used: Set<number>
}

/** So much more like a headline than the line before must a line be to take its place. */
const BETTER = 1
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
      if (this.#hasHeadline && isRole(afterByline(text) ?? text)) {
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
      if (this.#readReference(at) || this.#readCredit(at) || this.#readAddress(at)) {
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

  #use(at: number): void {
    this.#head.used.add(this.#lines.places[at]!)
  }

  /** A line `Key: value` whose key is known; an unknown one only between known ones, as in a mail's head. */
  #readField(at: number): FieldName | null {
    const text = this.#lines.texts[at]!
    const next = this.#lines.texts[at + 1] ?? ''
    const line = readFieldLine(text)
    if (!line) return null
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

  /** A whole reference on the first line. */
  #readReference(at: number): boolean {
    if (at > 0) return false
    const detail = this.#lines.texts[at]!
    // `Memo withheld (Northern Courier, 4 March 2031)`
    const [, title, inside = ''] = /^(.{12,200}?)\s\(([^()]{8,90})\)$/u.exec(detail) ?? []
    const source = title === undefined ? null : readCreditLine(inside, this.#dayFirst)
    const isNamed = source !== null && source.outlets.length + source.undecided.length + source.places.length > 0
    const isHeadline = isNamed || headlineScore(title ?? '') >= headlineScore(this.#lines.texts[at + 1] ?? '')
    if (title !== undefined && source?.dates.length === 1 && isHeadline) {
      this.#findings.title.push({ value: title, from: 'header', detail, confidence: 0.9 })
      addCredit(
        this.#findings,
        { ...source, outlets: [...source.outlets, ...source.undecided], undecided: [] },
        detail,
        1,
        'header'
      )
      return true
    }
    if (this.#readBracketed(detail)) return true
    const reference = readCitation(detail)
    if (reference === null) return false
    this.#findings.title.push({ value: reference.title, from: 'header', detail, confidence: 0.9 })
    this.#findings.authors.push({ value: peopleIn(reference.writers), from: 'header', detail, confidence: 0.9 })
    addCredit(this.#findings, readCreditLine(reference.rest, this.#dayFirst)!, detail, 1, 'header')
    return true
  }

  /** `[Northern Courier] [4 March 2031] Memo withheld` */
  #readBracketed(detail: string): boolean {
    const [, brackets = '', title = ''] = /^((?:\[[^\][]{2,60}\]\s*){1,4})(\S.{7,220})$/u.exec(detail) ?? []
    const source = readCreditLine(brackets.replace(/\]\s*\[/gu, ' | '), this.#dayFirst)
    if (source?.dates.length !== 1) return false
    const outlets = [...source.outlets, ...(source.outlets.length === 0 ? source.undecided.splice(0) : [])]
    this.#findings.title.push({ value: title, from: 'header', detail, confidence: 0.9 })
    addCredit(this.#findings, { ...source, outlets }, detail, 1, 'header')
    return true
  }

  #readCredit(at: number): boolean {
    const text = this.#lines.texts[at]!
    const credit = readCreditLine(text, this.#dayFirst)
    if (!credit) return false
    for (const name of credit.outlets.filter(isSection)) {
      this.#findings.section.push({ value: name, from: 'header', detail: text, confidence: 0.7 })
      credit.outlets = credit.outlets.filter((other) => other !== name)
    }
    // Above the headline stands who published, not who wrote.
    if (!this.#hasHeadline && !credit.byline && credit.outlets.length === 0)
      credit.outlets.push(...credit.undecided.splice(0))
    // Behind `By` an agency is who wrote; any paper may have printed it.
    const agencies = credit.outlets.filter((name) => agencyNamed(name) !== null)
    addAgencies(this.#findings, agencies.flatMap(agenciesIn), text)
    const isPrinter = !this.#hasHeadline && !credit.byline
    // `Tove Lind | Sollen | 4 March 2031`: it may be a place.
    if (!isPrinter)
      for (const name of credit.outlets.filter((outlet) => !isOutlet(outlet) && !agencies.includes(outlet))) {
        addPublisher(this.#findings, name, 'byline', text, UNSURE_NAME)
        agencies.push(name)
      }
    const outlets = isPrinter ? credit.outlets : credit.outlets.filter((name) => !agencies.includes(name))
    if (!isPrinter) for (const name of agencies) addPublisher(this.#findings, name, 'byline', text, UNSURE_NAME)
    addCredit(this.#findings, { ...credit, outlets }, text, 1)
    if (this.#findings.publisher.length === 0)
      for (const name of credit.places.filter((place) => !this.#lines.tellsOfPlace(place, at)))
        addPublisher(this.#findings, name, 'byline', text, UNSURE_NAME)
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
    if (words > 6 || endsSentence(text) || next === null || next.isLast || !isHeadlineLike(next.text)) return false
    if (isSection(text) && headlineScore(next.text) > -1) {
      this.#findings.section.push({ value: text, from: 'header', detail: text, confidence: 0.7 })
      return true
    }
    const isCapitals = words <= 4 && text === text.toUpperCase() && /\p{Lu}/u.test(text)
    const isName = isOutletName(text) || isDomain(text)
    const score = headlineScore(text)
    const isBetter = headlineScore(next.text) >= score + BETTER
    // A headline, byline or name follows the headline; a paper's own name stands before any of them.
    if (!isName && (this.#isByline(next.credit) || score > 0)) return false
    if (!isName && next.credit !== null && next.credit.outlets.length + next.credit.places.length > 0) return false
    const isDated = next.credit !== null && words <= 4 && next.alone
    // Nothing but capitalised words, and the line below has the headline's place above byline or date.
    const isAbove = next.credit === null && next.isCredited && isNameLike(text)
    if (!isBetter || (!isName && !isCapitals && !isDated && !isAbove)) return false
    const agencies = agenciesIn(text)
    addAgencies(this.#findings, agencies, text)
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
    this.#head.headline.push(this.#lines.places[at]!)
    if (outlet !== null) addPublisher(this.#findings, outlet, 'heading', this.#lines.texts[at]!, 0.7)
    const isSure = headlineScore(text) >= 0
    this.#findings.title.push({ value: text, from: 'heading', detail: text, confidence: isSure ? 0.9 : 0.55 })
    return true
  }

  #readName(at: number): boolean {
    const headline = this.#head.headline.at(-1)
    return readNameLine(this.#lines, at, this.#findings, { dayFirst: this.#dayFirst, headline })
  }

  #isDatabaseLine(at: number): boolean {
    return isDatabaseLine(this.#lines.texts[at]!) && this.#head.used.size > 0
  }
}
