import { readCreditLine } from '../metadata/credits.ts'
import { addCredit, type Findings } from '../metadata/findings.ts'
import { isNamelike, placeOf } from './dateline-names.ts'
import { headlineScore, peopleIn, readCitation } from './head-lines.ts'
import type { HeadText } from './head-text.ts'
import { beginsAsInstitution, isInstitution } from './institutions.ts'

/** A whole reference on the first line. */
export function readReference(lines: HeadText, at: number, findings: Findings, dayFirst: boolean): boolean {
  if (at > 0) return false
  const detail = lines.texts[at]!
  // `Memo withheld (Northern Courier, 4 March 2031)`
  const [, title, inside = ''] = /^(.{12,200}?)\s\(([^()]{8,90})\)$/u.exec(detail) ?? []
  const source = title === undefined ? null : readCreditLine(inside, dayFirst)
  const isNamed = source !== null && source.outlets.length + source.undecided.length + source.places.length > 0
  const isHeadline = isNamed || headlineScore(title ?? '') >= headlineScore(lines.texts[at + 1] ?? '')
  const isPublisher = isInstitution(title ?? '') && placeOf(lines, at, null).isBeforeHeadline
  if (title !== undefined && source?.dates.length === 1 && isHeadline && !(isPublisher && !isNamed)) {
    findings.title.push({ value: title, from: 'header', detail, confidence: 0.9 })
    addCredit(
      findings,
      { ...source, outlets: [...source.outlets, ...source.undecided], undecided: [] },
      detail,
      1,
      'header'
    )
    return true
  }
  const behind = /^\[[^\]]*\]\s*([^[\]]+)$/u.exec(detail)?.[1] ?? ''
  const isPaper = beginsAsInstitution(behind) || (isInstitution(behind) && isNamelike(behind))
  if (!(isPaper && placeOf(lines, at, null).isBeforeHeadline) && readBracketed(detail, findings, dayFirst)) return true
  const reference = readCitation(detail)
  if (reference === null) return false
  findings.title.push({ value: reference.title, from: 'header', detail, confidence: 0.9 })
  findings.authors.push({ value: peopleIn(reference.writers), from: 'header', detail, confidence: 0.9 })
  addCredit(findings, readCreditLine(reference.rest, dayFirst)!, detail, 1, 'header')
  return true
}

/** `[Northern Courier] [4 March 2031] Memo withheld` */
function readBracketed(detail: string, findings: Findings, dayFirst: boolean): boolean {
  const [, brackets = '', title = ''] = /^((?:\[[^\][]{2,60}\]\s*){1,4})(\S.{7,220})$/u.exec(detail) ?? []
  const source = readCreditLine(brackets.replace(/\]\s*\[/gu, ' | '), dayFirst)
  if (source?.dates.length !== 1) return false
  const outlets = [...source.outlets, ...(source.outlets.length === 0 ? source.undecided.splice(0) : [])]
  findings.title.push({ value: title, from: 'header', detail, confidence: 0.9 })
  addCredit(findings, { ...source, outlets }, detail, 1, 'header')
  return true
}
