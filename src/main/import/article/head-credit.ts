import { agenciesIn, agencyNamed } from '../metadata/agencies.ts'
import { readCreditLine } from '../metadata/credits.ts'
import { addCredit, addPublisher, type Findings } from '../metadata/findings.ts'
import { isOutlet } from '../metadata/names.ts'
import { isSection } from './head-lines.ts'
import { addAgencies, UNSURE_NAME } from './head-names.ts'
import type { HeadText } from './head-text.ts'

/**
 * A line of bylines, publishers and days: what it says becomes findings. Above the headline stands who published, below it who wrote. False for any other
 * line.
 */
export function readCredit(
  lines: HeadText,
  at: number,
  findings: Findings,
  { dayFirst, hasHeadline }: { dayFirst: boolean; hasHeadline: boolean }
): boolean {
  const text = lines.texts[at]!
  const credit = readCreditLine(text, dayFirst)
  if (!credit) return false
  for (const name of credit.outlets.filter(isSection)) {
    findings.section.push({ value: name, from: 'header', detail: text, confidence: 0.7 })
    credit.outlets = credit.outlets.filter((other) => other !== name)
  }
  // Above the headline stands who published, not who wrote.
  if (!hasHeadline && !credit.byline && credit.outlets.length === 0) credit.outlets.push(...credit.undecided.splice(0))
  // Behind `By` an agency is who wrote; any paper may have printed it.
  const agencies = credit.outlets.filter((name) => agencyNamed(name) !== null)
  addAgencies(findings, agencies.flatMap(agenciesIn), text)
  const isPrinter = !hasHeadline && !credit.byline
  // `Tove Lind | Sollen | 4 March 2031`: it may be a place.
  if (!isPrinter)
    for (const name of credit.outlets.filter((outlet) => !isOutlet(outlet) && !agencies.includes(outlet))) {
      addPublisher(findings, name, 'byline', text, UNSURE_NAME)
      agencies.push(name)
    }
  const outlets = isPrinter ? credit.outlets : credit.outlets.filter((name) => !agencies.includes(name))
  if (!isPrinter) for (const name of agencies) addPublisher(findings, name, 'byline', text, UNSURE_NAME)
  addCredit(findings, { ...credit, outlets }, text, 1)
  if (findings.publisher.length === 0)
    for (const name of credit.places.filter((place) => !lines.tellsOfPlace(place, at)))
      addPublisher(findings, name, 'byline', text, UNSURE_NAME)
  return true
}
