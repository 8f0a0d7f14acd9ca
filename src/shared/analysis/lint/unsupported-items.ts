import { isHeld, itemsOf, type Item } from '../items/items.ts'
import { isReckoned } from '../items/numbers.ts'
import type { CaseReports } from '../reports/case-reports.ts'
import type { BriefStatement } from '../statements/statements.ts'
import type { LintCode, LintFinding } from './codes.ts'

const CODES: Readonly<Record<Item['kind'], LintCode>> = {
  number: 'number-unsupported',
  name: 'name-unsupported',
  date: 'date-unsupported'
}
const WHAT: Readonly<Record<Item['kind'], string>> = { number: 'number', name: 'name', date: 'date' }

/** Numbers, names and dates that stand in no source that the statement cites. */
export function unsupportedItems(reports: CaseReports, statement: BriefStatement, briefDate: string): LintFinding[] {
  const { text, citations } = statement
  const ids = new Set(citations.map(({ source }) => source))
  const cited = reports.reports.filter(({ id }) => ids.has(id))
  const items = itemsOf(statement, briefDate)
  const numbers = items.filter((item) => item.kind === 'number')
  const isSpared = (item: Item): boolean => {
    if (item.kind === 'number') return item.isLength === true || isReckoned(item, numbers) || isLikelihood(text, item)
    // What lies ahead in a judgement is the analyst's own.
    return item.kind === 'date' && statement.kind === 'judgement' && (item.to > briefDate || looksAhead(text, item))
  }
  return items
    .filter((item) => !isSpared(item) && !cited.some((report) => isHeld(report, text, item)))
    .map((item) => {
      const exact = text.slice(item.start, item.end)
      const keys = cited.map(({ key }) => key).join(', ')
      return {
        code: CODES[item.kind],
        start: item.start,
        end: item.end,
        message: `The ${WHAT[item.kind]} “${exact}” stands in no cited source (${keys}).`,
        evidence: []
      }
    })
}

/** A month without its year, in a sentence that tells of nothing past: `an even chance that he plays in September`. */
function looksAhead(text: string, { start, end }: { start: number; end: number }): boolean {
  return !/\d{4}/u.test(text.slice(start, end)) && !TELLS_OF_PAST.test(text)
}
const TELLS_OF_PAST = /(?<!\p{L})(?:was|were|had|did|has|have|\p{Ll}{2,}ed)(?!\p{L})/u

/** A percentage that says how likely a judgement is. */
function isLikelihood(
  text: string,
  { start, end, unit }: { start: number; end: number; unit: string | null }
): boolean {
  if (unit !== '%') return false
  const before = text.slice(Math.max(0, start - 40), start)
  const behind = text.slice(end, end + 30)
  return (
    /(?:likely|unlikely|probabl[ey]|improbabl[ey]|certain(?:ly)?|chance|remote|odds|probability|likelihood)[^.;]{0,25}\(\s*(?:about |around |roughly )?$|(?:chance|probability|likelihood|odds)\s+(?:of|at|is)\s+(?:about |around |roughly )?$/iu.test(
      before
    ) ||
    /^\s*(?:chance|probability|likelihood|likely|odds|probable)/iu.test(behind) ||
    (/\($/u.test(before.trimEnd()) &&
      /^\s*(?:chance|probability|likelihood|likely|odds|probable)?\s*\)/iu.test(behind) &&
      /\b(?:likely|probabl[ey]|certain|chance|remote)\b/iu.test(text))
  )
}
