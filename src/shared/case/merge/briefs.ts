import type { Brief } from '../../brief/brief.ts'
import { versionsById, type Copies, type Versions } from './align.ts'
import type { KeyOf } from './blocks.ts'
import { same } from './canonical.ts'
import type { Conflicts, Side } from './conflicts.ts'
import { mergeDocuments } from './document.ts'
import { mergeWithheld } from './withheld.ts'
import { mergeDeletion, mergeTlp, mergeValue, otherSide, settled, type Teller, type Three } from './fields.ts'

/** A brief in the result, and as it is in each copy. */
export interface MergedBrief {
  brief: Brief
  versions: Versions<Brief>
}

/** Merges the briefs of aligned copies. */
export function mergeBriefs(copies: Copies, conflicts: Conflicts, keyOf: KeyOf): MergedBrief[] {
  const merged: MergedBrief[] = []
  const briefs = versionsById(
    copies,
    (contents) => contents.briefs.map(({ brief }) => brief),
    ({ id }) => id
  )
  for (const versions of briefs.values()) {
    const brief = mergeVersions(versions, conflicts, keyOf)
    if (brief) merged.push({ brief, versions })
  }
  return merged
}

function mergeVersions({ base, a, b }: Versions<Brief>, conflicts: Conflicts, keyOf: KeyOf): Brief | null {
  if (a && b) return mergeBrief({ base, a, b }, conflicts, keyOf)
  const side: Side = a ? 'a' : 'b'
  const only = a ?? b
  if (!only || !base) return only ?? null
  if (same(only, base)) return null
  const words = { [side]: 'Changed', [otherSide(side)]: 'Removed' } as Record<Side, string>
  conflicts.add(subjectOf(only), {
    kind: 'deletion',
    field: 'Brief',
    base: base.title,
    ...words,
    outcome: 'It is missing from one copy and was changed in the other, so it was kept.',
    choices: []
  })
  return only
}

function mergeBrief(three: Three<Brief>, conflicts: Conflicts, keyOf: KeyOf): Brief {
  const { base, a, b } = three
  const field = <K extends keyof Brief>(name: K): Three<Brief[K]> => ({ base: base?.[name], a: a[name], b: b[name] })
  const subject = { of: 'brief', id: a.id } as const
  let title = ''
  const teller: Teller = { conflicts, about: { ...subject, name: () => title } }
  title = mergeValue(field('title'), teller, 'brief', 'Title')
  const changed = (side: Side): boolean =>
    !same({ ...three[side], deletedAt: null }, base && { ...base, deletedAt: null })
  return {
    ...a,
    title,
    author: mergeValue(field('author'), teller, 'brief', 'Author'),
    date: mergeValue(field('date'), teller, 'brief', 'Date'),
    tlp: mergeTlp(field('tlp'), teller, 'Handling'),
    language: mergeValue(field('language'), teller, 'brief', 'Language'),
    template: mergeValue(field('template'), teller, 'brief', 'Template'),
    createdAt: settled(field('createdAt'))?.value ?? (a.createdAt < b.createdAt ? a.createdAt : b.createdAt),
    doc: mergeDocuments(field('doc'), { conflicts, brief: { id: a.id, title }, keyOf }),
    withheld: mergeWithheld(field('withheld')),
    deletedAt: mergeDeletion(field('deletedAt'), { a: changed('a'), b: changed('b') }, teller)
  }
}

function subjectOf({ id, title }: Brief): Teller['about'] {
  return { of: 'brief', id, name: () => title }
}
