import { agenciesIn, agenciesInClosing } from '../metadata/agencies.ts'
import { readCreditLine } from '../metadata/credits.ts'
import { fieldOf, readFieldLine } from '../metadata/fields.ts'
import { addCredit, addField, addPublisher, type Findings } from '../metadata/findings.ts'
import { isOutlet } from '../metadata/names.ts'
import { oneLine } from '../extracted/wording.ts'
import { isNameLike } from './head-lines.ts'
import { readRetrieval } from './retrieval.ts'

const END_MARK =
  /^\s*(?:-\s*30\s*-|#{2,}|\*\s?\*\s?\*|END(?:S|E)?\.?|--? ?ENDS? ?--?|End of Document|\(?(?:FIN|ENDE|SLUT|KONIEC)\)?|Document [A-Z]\w{11,40})\s*$/u
const COPYRIGHT =
  /^\s*(?:(?:©|\(c\)|copyright)\s*){1,2}(?:\d{4}\s*)?(.{2,60}?)[\s,]*(?:\d{4})?\.?(?:\s*all rights reserved\.?)?\s*$/iu
/** A writer may own the rights as well. */
const UNSURE_OWNER = 0.4
/** Longer lines are text. */
const LONGEST = 400
const RIGHTS = /^\s*all rights reserved\.?\s*$/iu

/**
 * Takes end marks and a closing run of named fields off the lines, copyright lines among them included, and their values into the findings. A
 * closing credit, agency or copyright line without such a run says something and stays text.
 */
export function readTail(lines: string[], findings: Findings, dayFirst: boolean): void {
  const passed: number[] = []
  for (let index = lines.length - 1; index > 2; index--) {
    const line = oneLine(lines[index]!)
    if (line === '') continue
    if (line.length > LONGEST) return
    if (END_MARK.test(line)) {
      lines[index] = ''
      continue
    }
    if (readRetrieval(line, findings, dayFirst)) {
      lines[index] = ''
      continue
    }
    if (RIGHTS.test(line) || COPYRIGHT.test(line)) {
      readClosingCredit(line, findings, dayFirst)
      passed.push(index)
      continue
    }
    if (!takeField(line, findings, dayFirst)) {
      readClosingCredit(line, findings, dayFirst)
      return
    }
    for (const place of [index, ...passed.splice(0)]) lines[place] = ''
  }
}

function takeField(line: string, findings: Findings, dayFirst: boolean): boolean {
  const field = readFieldLine(line)
  const name = field === null ? null : fieldOf(field.key)
  if (field === null || name === null || name === 'body' || field.value.length > 160) return false
  // At the end `Subject:` lists what an article is about.
  if (name === 'title') return /^subject/i.test(field.key)
  if (field.value === '') return name === 'ignored'
  const agencies = name === 'publisher' ? agenciesIn(field.value) : []
  if (agencies.length > 0)
    findings.agencies.push({ value: agencies, from: 'header', detail: line.trim(), confidence: 0.85 })
  return addField(findings, name, field.value, 'header', line, dayFirst)
}

/** `Published: 4 March 2031`, `Reuters` or `© Vestad News Agency 2031` as last line. */
function readClosingCredit(line: string, findings: Findings, dayFirst: boolean): void {
  const detail = oneLine(line)
  const owner = COPYRIGHT.exec(line)?.[1]
  if (owner !== undefined && (isOutlet(owner) || isNameLike(owner)))
    addPublisher(findings, owner, 'text', detail, isOutlet(owner) ? 0.55 : UNSURE_OWNER)
  const agencies = agenciesInClosing(detail)
  if (agencies.length > 0) findings.agencies.push({ value: agencies, from: 'text', detail, confidence: 0.8 })
  const credit = readCreditLine(line, dayFirst)
  const names = credit === null ? 0 : credit.people.length + credit.outlets.length + credit.undecided.length
  if (!credit?.dates.some((date) => date.role !== null || names > 0)) return
  // `First published in Northern Courier on 4 March 2031`
  const outlets = credit.outlets.map((name) => name.replace(/^(?:in|by|im|dans|en|su)\s+(?=\p{Lu})/u, ''))
  addCredit(findings, { ...credit, outlets }, line, 0.7, 'text')
}
