import { z } from 'zod'
import { RELATIONS } from '../../brief/brief.ts'
import { isHeld, ITEM_KINDS, itemsOf } from '../items/items.ts'
import { originsAnswer } from '../origins/answer.ts'
import type { StatementOrigins } from '../origins/group.ts'
import type { CaseReports } from '../reports/case-reports.ts'

/** A table of a brief: one row a statement, one cell a source; sources are named by their keys. */
export const Matrix = z.object({
  sources: z.array(z.string()),
  rows: z.array(
    z.object({
      number: z.int().positive(),
      /** Id of the statement's node. */
      statement: z.string(),
      /** The statement's numbers, names and dates, in UTF-16 units of its plain text. */
      items: z.array(
        z.object({
          kind: z.enum(ITEM_KINDS),
          start: z.int().nonnegative(),
          end: z.int().nonnegative(),
          exact: z.string()
        })
      ),
      cells: z.array(
        z.object({
          source: z.string(),
          cited: z.enum(RELATIONS).nullable(),
          /** Id of one of the brief's origins, as they are told beside it. */
          origin: z.string().nullable(),
          /** Which of the items stand in the source. */
          holds: z.array(z.int().nonnegative())
        })
      )
    })
  )
})
export type Matrix = z.infer<typeof Matrix>

/** The table of a brief's statements and the case's sources. */
export function matrixOf(reports: CaseReports, all: readonly StatementOrigins[], briefDate: string): Matrix {
  const { statements } = originsAnswer(all, (id) => id)
  return {
    sources: reports.reports.map(({ key }) => key),
    rows: all.map(({ statement }, row) => {
      const items = itemsOf(statement, briefDate)
      const origins = statements[row]!.origins
      return {
        number: statement.number,
        statement: statement.id,
        items: items.map(({ kind, start, end }) => ({ kind, start, end, exact: statement.text.slice(start, end) })),
        cells: reports.reports.map((report) => ({
          source: report.key,
          cited: relationOf(statement.citations.filter(({ source }) => source === report.id)),
          origin: origins.find((origin) => origin.reports.includes(report.key))?.id ?? null,
          holds: items.flatMap((item, at) => (isHeld(report, statement.text, item) ? [at] : []))
        }))
      }
    })
  }
}

/** The relation that says most, where a source is cited several times. */
function relationOf(citations: StatementOrigins['statement']['citations']): (typeof RELATIONS)[number] | null {
  return RELATIONS.find((relation) => citations.some((citation) => citation.relation === relation)) ?? null
}
