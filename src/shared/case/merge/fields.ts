import { TLP_LABELS, type Tlp } from '../../source/source.ts'
import { canonical, compareText, same } from './canonical.ts'
import type { Conflicts, Side, Subject } from './conflicts.ts'
import type { Conflict, Decision } from './conflict.ts'

/** A value in both copies, and in the one that both come from; undefined when that one is unknown or hasn't got it. */
export interface Three<T> {
  base: T | undefined
  a: T
  b: T
}

/** Where conflicts of a record's fields go. */
export interface Teller {
  conflicts: Conflicts
  about: Subject
}

/**
 * The value on which both sides agree: they have the same, or only one has changed it. Without a base, a value that is set
 * goes before one that isn't. Null when they disagree.
 */
export function settled<T>({ base, a, b }: Three<T>): { value: T } | null {
  if (same(a, b)) return { value: a }
  if (base === undefined) return isUnset(a) ? { value: b } : isUnset(b) ? { value: a } : null
  if (same(base, a)) return { value: b }
  if (same(base, b)) return { value: a }
  return null
}

export function isUnset(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The side whose value stands when nothing else decides: one that is set, else the first in canonical order. */
export function sideByContent(a: unknown, b: unknown): Side {
  if (isUnset(a) !== isUnset(b)) return isUnset(a) ? 'b' : 'a'
  return compareText(canonical(a), canonical(b)) <= 0 ? 'a' : 'b'
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a'
}

/** A value for people. */
export function shown(value: string | readonly string[] | null | undefined): string {
  return isUnset(value) ? 'Nothing' : typeof value === 'string' ? value : (value ?? []).join(' → ')
}

/** Notes a conflict between two values of a field. Returns what was decided. */
export function tell<T extends string | readonly string[] | null>(
  { conflicts, about }: Teller,
  { base, a, b }: Three<T>,
  told: Pick<Conflict, 'kind' | 'field' | 'outcome' | 'choices'>
): Decision | undefined {
  return conflicts.add(about, { ...told, base: base === undefined ? null : shown(base), a: shown(a), b: shown(b) })
}

/** Merges a value of which one must stand; the other is told of. */
export function mergeValue<T extends string | null>(
  three: Three<T>,
  teller: Teller,
  kind: Conflict['kind'],
  field: string
): T {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const side = sideByContent(three.a, three.b)
  const decided = tell(teller, three, {
    kind,
    field,
    outcome: `“${shown(three[side])}” stands.`,
    choices: ['a', 'b']
  })
  return decided === 'a' || decided === 'b' ? three[decided] : three[side]
}

/** Merges how something may be handed on: where both changed it, the more restricted stands. */
export function mergeTlp<T extends Tlp | null>(three: Three<T>, teller: Teller, field: string): T {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const side = restriction(three.a) > restriction(three.b) ? 'a' : 'b'
  const decided = tell(teller, three, {
    kind: 'handling',
    field,
    outcome: `${shown(three[side])} stands, the more restricted of the two.`,
    choices: ['a', 'b']
  })
  return decided === 'a' || decided === 'b' ? three[decided] : three[side]
}

function restriction(tlp: Tlp | null): number {
  return tlp === null ? -1 : TLP_LABELS.indexOf(tlp)
}

/** Merges tags or keys: all of both, without those of the base that one side took away. */
export function mergeSet(three: Three<string[]>): string[] {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const { base, a, b } = three
  const removed = new Set((base ?? []).filter((item) => !a.includes(item) || !b.includes(item)))
  const result = [...new Set([...a, ...b])].filter((item) => !removed.has(item)).sort(compareText)
  const asIs = [a, b].filter((side) => same([...side].sort(compareText), result))
  return asIs.sort((x, y) => compareText(canonical(x), canonical(y)))[0] ?? result
}

/** The paragraphs of a note. */
export function paragraphs(note: string): string[] {
  return note.split(/\n{2,}/).filter((paragraph) => paragraph !== '')
}

/** Adds a paragraph to a note, unless it has it. */
export function withParagraph(note: string, paragraph: string): string {
  if (paragraphs(note).includes(paragraph)) return note
  return note === '' ? paragraph : `${note}\n\n${paragraph}`
}

/** Merges notes: where both changed it, both texts stand one after the other, and no paragraph twice. */
export function mergeNote(three: Three<string>, teller: Teller): string {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const first = sideByContent(three.a, three.b)
  const [one, two] = [three[first], three[otherSide(first)]]
  const lacking = (note: string, other: string): string[] =>
    paragraphs(other).filter((paragraph) => !paragraphs(note).includes(paragraph))
  if (two !== '' && lacking(one, two).length === 0) return one
  if (two !== '' && lacking(two, one).length === 0) return two
  const both = lacking(one, two).reduce(withParagraph, one)
  const decided = tell(teller, three, {
    kind: 'note',
    field: 'Note',
    outcome: two === '' ? 'The text stands that the other copy removed.' : 'Both texts stand, one after the other.',
    choices: two === '' ? ['a', 'b'] : ['a', 'b', 'both']
  })
  return decided === 'a' || decided === 'b' ? three[decided] : both
}

/**
 * Merges when something was deleted, null being never. Deleted on one side and untouched on the other is deleted; when the
 * other changed it (`changed`), or when nothing tells what was there before, it is kept.
 */
export function mergeDeletion(
  { base, a, b }: Three<string | null>,
  changed: Record<Side, boolean>,
  { conflicts, about }: Teller
): string | null {
  const times = { a, b }
  if (a === b) return a
  if (a !== null && b !== null) return base === a || (base !== b && b < a) ? b : a
  const deleter = a === null ? 'b' : 'a'
  const keeper = otherSide(deleter)
  if (base !== undefined && times[deleter] === base) return null
  if (base === null && !changed[keeper]) return times[deleter]
  const states = { [deleter]: 'Deleted', [keeper]: base === null ? 'Changed' : 'Not deleted' } as Record<Side, string>
  const decided = conflicts.add(about, {
    kind: 'deletion',
    field: 'Deletion',
    base: base === undefined ? null : base === null ? 'Not deleted' : 'Deleted',
    ...states,
    outcome: 'It is deleted in one copy and in use in the other, so it was kept.',
    choices: ['a', 'b']
  })
  return decided === deleter ? times[deleter] : null
}
