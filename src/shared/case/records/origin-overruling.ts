import { z } from 'zod'
import { recordKind } from './kind.ts'

/**
 * What an analyst says against the rules that group a statement's reports by origin: one source is an origin of its own (`split`), or two
 * have one origin (`join`). Exactly one of them is set. Sources are named by their ids.
 */
export const OriginOverruling = z
  .object({
    id: z.string(),
    briefId: z.string(),
    /** Id of the statement's node. */
    statementId: z.string(),
    split: z.string().nullable(),
    join: z.tuple([z.string(), z.string()]).nullable(),
    because: z.string().min(1).max(2_000),
    /** ISO 8601, in UTC. */
    createdAt: z.string()
  })
  .refine(({ split, join }) => (split === null) !== (join === null), 'Either one source is parted or two are joined.')
export type OriginOverruling = z.infer<typeof OriginOverruling>

/** `briefs/<id>/records/origin-overruling/<id>.json`. Made once, and never changed. */
export const ORIGIN_OVERRULING = recordKind<OriginOverruling>({
  kind: 'origin-overruling',
  name: { one: 'overruling of an origin', many: 'overrulings of origins' },
  record: OriginOverruling,
  version: 1,
  steps: {},
  owner: ({ briefId }) => ({ of: 'brief', id: briefId }),
  title: ({ split, because }) => `${split === null ? 'joined' : 'parted'}: ${because}`.slice(0, 120),
  merge: ({ a }) => a,
  repoint: (record, { sources }) => {
    const to = (id: string): string => sources.get(id) ?? id
    return {
      ...record,
      split: record.split === null ? null : to(record.split),
      join: record.join === null ? null : [to(record.join[0]), to(record.join[1])]
    }
  },
  // What it says of sources that are left out is left out with them.
  reduce: (record, { sources, withheldKeys }) =>
    [record.split, ...(record.join ?? [])].every((id) => id === null || sources.has(id)) &&
    ![...withheldKeys].some((key) => record.because.includes(key))
      ? record
      : null,
  texts: ({ because }) => [because]
})
