import type { AnyRecord, KeptRecord, RecordKind } from '../records/kind.ts'
import { versionsById, type Copies, type Versions } from './align.ts'
import { same } from './canonical.ts'
import type { Conflicts, Side } from './conflicts.ts'
import { otherSide, type Teller } from './fields.ts'

/** A record in the result, and as it is in each copy. */
export interface MergedRecord extends KeptRecord {
  versions: Versions<KeptRecord>
}

/** Merges the records of aligned copies, each by its kind's rule. */
export function mergeRecords(copies: Copies, conflicts: Conflicts): MergedRecord[] {
  const all = versionsById(
    copies,
    ({ records }) => records,
    ({ kind, record }) => `${kind.kind} ${record.id}`
  )
  const merged: MergedRecord[] = []
  for (const versions of all.values()) {
    const { kind } = (versions.a ?? versions.b ?? versions.base)!
    const record = mergeVersions(kind, versions, conflicts)
    if (record) merged.push({ kind, record, versions })
  }
  return merged
}

function mergeVersions(kind: RecordKind, versions: Versions<KeptRecord>, conflicts: Conflicts): AnyRecord | null {
  const [base, a, b] = [versions.base?.record, versions.a?.record, versions.b?.record]
  const only = a ?? b
  if (!only) return null
  const teller: Teller = { conflicts, about: { of: kind.kind, id: only.id, name: () => kind.title(only) } }
  if (a && b) return kind.merge({ base, a, b }, teller)
  if (!base) return only
  if (same(only, base)) return null
  const side: Side = a ? 'a' : 'b'
  const words = { [side]: 'Changed', [otherSide(side)]: 'Removed' } as Record<Side, string>
  conflicts.add(teller.about, {
    kind: 'deletion',
    field: `${kind.name.one.charAt(0).toUpperCase()}${kind.name.one.slice(1)}`,
    base: kind.title(base),
    ...words,
    outcome: 'It is missing from one copy and was changed in the other, so it was kept.',
    choices: []
  })
  return only
}
