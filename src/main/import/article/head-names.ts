import { agenciesIn } from '../metadata/agencies.ts'
import { readCreditLine } from '../metadata/credits.ts'
import { readDate } from '../metadata/dates.ts'
import { addPublisher, type Findings } from '../metadata/findings.ts'
import { isOutlet, isPerson, isRole } from '../metadata/names.ts'
import { countWords, endsSentence } from '../extracted/wording.ts'
import { isDomain, isNameLike, isOutletName, isSection, peopleIn } from './head-lines.ts'
import type { HeadText } from './head-text.ts'

/** Names that stand alone, by what stands beside them. */
const SURE_NAME = 0.75
const LIKELY_NAME = 0.58
export const UNSURE_NAME = 0.5

/** What is known where a line stands. */
interface Place {
  dayFirst: boolean
  /** The place of the headline's last line. */
  headline: number | undefined
}

/** A writer's, agency's or outlet's name alone on a line below the headline, beside a date or a byline; adds it to the findings. */
export function readNameLine(lines: HeadText, at: number, findings: Findings, { dayFirst, headline }: Place): boolean {
  const text = lines.texts[at]!
  if (countWords(text) > 14 || endsSentence(text.replace(/(?<=\p{Lu})\.$/u, ''))) return false
  const detail = text
  const beside = [lines.beside(at, 1), lines.beside(at, -1)]
  const credits = beside.map((line) => readCreditLine(line, dayFirst))
  const besideDate = beside.some((line, index) => credits[index] !== null && readDate(line, dayFirst) !== null)
  const besideCredit = besideDate || credits.some((credit) => credit?.byline === true)
  if (isSection(text) && besideCredit) {
    findings.section.push({ value: text, from: 'header', detail, confidence: 0.7 })
    return true
  }
  const agencies = agenciesIn(text)
  if (agencies.length > 0 && (besideCredit || lines.gaps[at + 1] !== 0)) {
    addAgencies(findings, agencies, text)
    addPublisher(findings, text, 'byline', detail, UNSURE_NAME)
    return true
  }
  if (isOutletName(text) && besideCredit) {
    addPublisher(findings, text, 'byline', detail, 0.85)
    return true
  }
  if (isDomain(text)) {
    addPublisher(findings, text, 'byline', detail, 0.7)
    return true
  }
  const inBrackets = /^\(([^()]{2,48})\)\s*[-–—]*$/u.exec(text)?.[1]
  if (inBrackets !== undefined && isOutletName(inBrackets)) {
    addPublisher(findings, inBrackets, 'dateline', detail, 0.7)
    return true
  }
  if (besideDate && readWriterAndOutlet(text, findings)) return true
  const people = peopleIn(text)
  const isOutletKnown = findings.publisher.some(({ confidence }) => confidence >= UNSURE_NAME)
  const isBelowHeadline =
    lines.places[at - 1] === headline && (lines.gaps[at + 1] !== 0 || endsSentence(lines.texts[at + 1]!))
  // Where the writer stands beside the date a name on a line of its own is the outlet's.
  if (people.length === 1 && besideDate && !isBelowHeadline && !isOutletKnown && findings.authors.length > 0) {
    addPublisher(findings, text, 'byline', detail, UNSURE_NAME)
    return true
  }
  if (people.length > 0 && (besideDate || isBelowHeadline || lines.nameFollows(at))) {
    // One that stands where an outlet may as well is unsure, as long as no other outlet is known.
    const isSure = people.length > 1 || isOutletKnown || lines.nameFollows(at)
    findings.authors.push({ value: people, from: 'byline', detail, confidence: isSure ? SURE_NAME : LIKELY_NAME })
    return true
  }
  if (!besideDate || countWords(text) > 6) return false
  const isClose = lines.gaps[at + 1] === 0 || lines.gaps[at] === 0 || !isOutletKnown
  const isName = isNameLike(text) && isClose
  if (isName) addPublisher(findings, text, 'byline', detail, UNSURE_NAME)
  return isName
}

/** `Tove Lind and Arne Moll | Signal`, `Tove Lind, Political Editor`. */
function readWriterAndOutlet(text: string, findings: Findings): boolean {
  const [names = '', outlet = '', more] = text.split(/\s*[,|·•]\s*|\s+[-–—]\s+/u)
  const writers = peopleIn(names)
  const isName = /^\p{Lu}/u.test(outlet) || isDomain(outlet)
  // Behind a comma may stand a second writer.
  if (writers.length === 0 || !isName || more !== undefined || (text.includes(',') && isPerson(outlet))) return false
  findings.authors.push({ value: writers, from: 'byline', detail: text, confidence: SURE_NAME })
  if (!isRole(outlet)) addPublisher(findings, outlet, 'byline', text, isOutlet(outlet) ? 0.85 : UNSURE_NAME)
  return true
}

/** Adds the agencies that a line of the head names. */
export function addAgencies(findings: Findings, agencies: readonly string[], detail: string): void {
  if (agencies.length > 0)
    findings.agencies.push({ value: [...new Set(agencies)], from: 'byline', detail, confidence: 0.85 })
}
