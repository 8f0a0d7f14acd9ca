import { agenciesIn } from '../metadata/agencies.ts'
import { readCreditLine } from '../metadata/credits.ts'
import { addPublisher, type Findings } from '../metadata/findings.ts'
import { isRole } from '../metadata/names.ts'
import { endsSentence } from '../extracted/wording.ts'
import { confidenceOfName, isNamelike, placeOf, readsAsHeadline } from './dateline-names.ts'
import { isRule, isSection } from './head-lines.ts'
import { addAgencies, UNSURE_NAME } from './head-names.ts'
import type { HeadText } from './head-text.ts'
import { beginsAsInstitution, isInstitution, isPersonName } from './institutions.ts'

/** What is known of the headline where a line is read. */
interface Headline {
  dayFirst: boolean
  hasHeadline: boolean
  /** The place of its last line; -1 where a field names it and no line does, null without any. */
  lastOfHeadline: number | null
}

/** A publisher's name on a line of its own beside one that has nothing but a day. */
export function readBesideDay(lines: HeadText, at: number, findings: Findings, headline: Headline): boolean {
  const { dayFirst, hasHeadline, lastOfHeadline } = headline
  const text = lines.texts[at]!
  if (endsSentence(text) || findings.publisher.some(({ confidence }) => confidence >= UNSURE_NAME)) return false
  if (readPaperAboveRule(lines, at, findings, headline)) return true
  if (!isDay(lines, at - 1, dayFirst) && !isDay(lines, at + 1, dayFirst)) return false
  if (readWriterOfPaper(text, findings)) return true
  const place = placeOf(lines, isDay(lines, at + 1, dayFirst) ? at + 1 : at, lastOfHeadline)
  if (!hasHeadline && !place.isBeforeHeadline) return false
  const confidence = confidenceOfName(text, hasHeadline, place)
  if (confidence === null) return false
  addAgencies(findings, agenciesIn(text), text)
  addPublisher(findings, text, 'header', text, confidence)
  return true
}

/** `Institute of Tides`, a rule, and the headline. */
function readPaperAboveRule(lines: HeadText, at: number, findings: Findings, { lastOfHeadline }: Headline): boolean {
  const text = lines.texts[at]!
  if (lastOfHeadline !== null || !isRule(lines.texts[at + 1] ?? '')) return false
  const place = placeOf(lines, at, null)
  if (!place.isBeforeHeadline || readsAsHeadline(text) || isSection(text) || !isInstitution(text)) return false
  const isSure = beginsAsInstitution(text) || (isInstitution(text) && isNamelike(text))
  addPublisher(findings, text, 'header', text, isSure ? 0.7 : UNSURE_NAME)
  return true
}

/** `Tove Lind (Northern Courier)` beside a day. */
function readWriterOfPaper(text: string, findings: Findings): boolean {
  const [, writer = '', paper = ''] = /^([^()]{4,50}?)\s\(([^()]{2,90})\)$/u.exec(text) ?? []
  if (!isPersonName(writer) || isRole(paper)) return false
  findings.authors.push({ value: [writer], from: 'byline', detail: text, confidence: 0.8 })
  addPublisher(findings, paper, 'byline', text, isInstitution(paper) ? 0.85 : UNSURE_NAME)
  return true
}

function isDay(lines: HeadText, at: number, dayFirst: boolean): boolean {
  const credit = readCreditLine(lines.texts[at] ?? '', dayFirst)
  if (credit?.dates.length !== 1 || credit.byline) return false
  return credit.outlets.length + credit.people.length + credit.undecided.length + credit.places.length === 0
}
