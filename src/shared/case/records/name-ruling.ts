import { z } from 'zod'
import { compareText } from '../merge/canonical.ts'
import { mergeSet, mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/** The longest name that is given to an entry. */
const LONGEST = 300

/**
 * What an analyst says of an entry of the list of names: what of all that was found belongs to it, how it's called, what it is, and whether it's a name at all. `claims`
 * name groups as the program finds them (`person orla venn`), or of one only what is written so (`form`), or stands in one source. `name` and `kind` are null where
 * what was found stands.
 */
export const NameRuling = z.object({
  id: z.string(),
  claims: z
    .array(z.object({ group: z.string().min(1), form: z.string().nullable(), sourceId: z.string().nullable() }))
    .min(1),
  name: z.string().trim().min(1).max(LONGEST).nullable(),
  kind: z.enum(['person', 'organisation', 'place']).nullable(),
  dismissed: z.boolean(),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type NameRuling = z.infer<typeof NameRuling>

/** `records/name-ruling/<id>.json`: the list of names belongs to the case. */
export const NAME_RULING = recordKind<NameRuling>({
  kind: 'name-ruling',
  name: { one: 'ruling on a name', many: 'rulings on names' },
  record: NameRuling,
  version: 1,
  steps: {},
  owner: () => ({ of: 'case' }),
  title: ({ name, claims }) => (name ?? claims[0]!.group.replace(/^\S+ /, '')).slice(0, 120),
  merge: ({ base, a, b }, teller) => {
    const told = (claims: NameRuling['claims']): string[] =>
      claims.map(({ group, form, sourceId }) => JSON.stringify([group, form, sourceId]))
    const merged = mergeSet({ base: base && told(base.claims), a: told(a.claims), b: told(b.claims) })
    // Each side may have parted what the other kept: an entry of nothing is none.
    const kept = merged.length > 0 ? merged : [...new Set([...told(a.claims), ...told(b.claims)])].sort(compareText)
    const claims = kept.map((claim) => {
      const [group, form, sourceId] = JSON.parse(claim) as [string, string | null, string | null]
      return { group, form, sourceId }
    })
    return {
      ...a,
      claims,
      name: mergeValue({ base: base?.name, a: a.name, b: b.name }, teller, 'record', 'Name'),
      kind: mergeValue({ base: base?.kind, a: a.kind, b: b.kind }, teller, 'record', 'Kind'),
      dismissed:
        base === undefined ? a.dismissed || b.dismissed : a.dismissed === base.dismissed ? b.dismissed : a.dismissed
    }
  },
  repoint: (record, { sources }) => ({
    ...record,
    claims: record.claims.map((claim) => ({
      ...claim,
      sourceId: claim.sourceId === null ? null : (sources.get(claim.sourceId) ?? claim.sourceId)
    }))
  }),
  // It may tell a name that only a source has which is left out.
  reduce: () => null,
  texts: ({ name }) => (name === null ? [] : [name])
})
