import { z } from 'zod'
import { Place, toPlace } from '../place.ts'
import { GIVER_KINDS } from '../reports/giver-kind.ts'
import { LINK_REASONS, type StatementOrigins } from './group.ts'

/** Where what a statement says comes from; sources are named by their keys. */
export const StatementOriginsAnswer = z.object({
  /** Id of the statement's node. */
  statement: z.string(),
  number: z.int().positive(),
  text: z.string(),
  /** The sources that it cites in support. */
  reports: z.array(z.string()),
  /** How many origins they have. */
  count: z.int().nonnegative(),
  origins: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.enum(GIVER_KINDS), reports: z.array(z.string()) })
  ),
  /** The reports that don't have it first hand; `on` is null where the case doesn't have what they hang on. */
  links: z.array(z.object({ report: z.string(), on: z.string().nullable(), why: z.enum(LINK_REASONS), place: Place })),
  /** From the outlet to the origin, as the text names them. */
  chains: z.array(z.object({ report: z.string(), chain: z.array(z.string()), place: Place })),
  /** What the analyst says against the rules: a report parted from the others (`with` is null), or joined with another. */
  overruled: z.array(z.object({ report: z.string(), with: z.string().nullable(), because: z.string() }))
})
export type StatementOriginsAnswer = z.infer<typeof StatementOriginsAnswer>

export const OriginsAnswer = z.object({ statements: z.array(StatementOriginsAnswer) })
export type OriginsAnswer = z.infer<typeof OriginsAnswer>

/** What of a brief's origins is another than it was told before. */
export const OriginsChange = z.object({
  /** Names what is told now: whoever has that is told what changes since. */
  at: z.int(),
  /** It's all of them: nothing of what was told before holds. */
  isWhole: z.boolean(),
  /** Those that are new or another; a statement that only stands elsewhere is none. The ids of origins are of these alone. */
  statements: z.array(StatementOriginsAnswer),
  /** Ids of the statements that are gone. */
  gone: z.array(z.string())
})
export type OriginsChange = z.infer<typeof OriginsChange>

/** The origins of a brief's statements; their ids count on from statement to statement. */
export function originsAnswer(all: readonly StatementOrigins[], keyOf: (id: string) => string): OriginsAnswer {
  let count = 0
  return {
    statements: all.map(({ statement, provenances, groups, links, overruled }) => ({
      statement: statement.id,
      number: statement.number,
      text: statement.text,
      reports: provenances.map(({ report }) => report.key),
      count: groups.length,
      origins: groups.map((group) => {
        const [first] = group
        return {
          id: `O${++count}`,
          name: first!.name,
          kind: first!.kind,
          reports: group.map(({ report }) => report.key)
        }
      }),
      links: links.map(({ report, on, why, place }) => ({
        report: report.key,
        on: on?.key ?? null,
        why,
        place: toPlace(place)
      })),
      chains: provenances.map(({ report, chain, place }) => ({ report: report.key, chain, place: toPlace(place) })),
      overruled: overruled.map(({ split, join, because }) => ({
        report: keyOf(split ?? join![0]),
        with: join === null ? null : keyOf(join[1]),
        because
      }))
    }))
  }
}
