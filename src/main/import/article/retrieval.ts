import { findDates } from '../metadata/dates.ts'
import type { Findings } from '../metadata/findings.ts'
import { oneLine } from '../extracted/wording.ts'

const RETRIEVED =
  /^[\s([*_]*(?:(?:article |page |text )?(?:retrieved|accessed|downloaded|saved|printed)|abgerufen|zugegriffen|heruntergeladen|consulté|téléchargé|consultado|recuperado|consultato|scaricato|geraadpleegd|hämtad|hentet|pobrano|dostęp|дата обращения)(?!\p{L})/iu
const LONGEST = 200

/** Reads a line such as `Retrieved 15 January 2036` or `Abgerufen am 15.1.2036 von …` into the findings; false when it is something else. */
export function readRetrieval(line: string, findings: Findings, dayFirst: boolean): boolean {
  const text = oneLine(line)
  if (text.length > LONGEST || !RETRIEVED.test(text)) return false
  const [date, ...more] = findDates(text, dayFirst)
  if (date === undefined || more.length > 0) return false
  findings.retrieved.push({ value: date.day, from: 'text', detail: text, confidence: date.certain ? 0.9 : 0.6 })
  return true
}
