import { metadataOf, type Found, type MetadataField, type SourceMetadata } from '../../source/source.ts'
import { canonical, compareText, same } from './canonical.ts'
import { otherSide, settled, tell, type Teller, type Three } from './fields.ts'
import type { Side } from './conflicts.ts'

const FIELDS: Readonly<Record<MetadataField, string>> = {
  title: 'Headline',
  authors: 'Authors',
  publisher: 'Publisher',
  published: 'Published',
  modified: 'Updated',
  retrieved: 'Retrieved',
  url: 'Address',
  canonicalUrl: 'Canonical address',
  language: 'Language',
  section: 'Section',
  edition: 'Edition',
  page: 'Page',
  wordCount: 'Words',
  documentId: 'Document number',
  agencies: 'Agencies'
}

/** Merges a source's metadata, field by field. */
export function mergeMetadata(three: Three<SourceMetadata>, teller: Teller): SourceMetadata {
  const { base, a, b } = three
  return metadataOf({
    text: (name) => mergeFound({ base: base?.[name], a: a[name], b: b[name] }, teller, FIELDS[name]),
    list: (name) => mergeFound({ base: base?.[name], a: a[name], b: b[name] }, teller, FIELDS[name])
  })
}

/**
 * Merges a metadata value. Where both copies changed it, the confirmed one stands, then the surer one; the other goes among
 * its alternatives with the evidence `merge`.
 */
export function mergeFound<T extends string | string[]>(
  three: Three<Found<T>>,
  teller: Teller,
  field: string
): Found<T> {
  const agreed = settled(three)
  if (agreed) return agreed.value
  const { base, a, b } = three
  let side: Side = isStronger(a, b) ? 'a' : 'b'
  if (!same(a.value, b.value) && !isSettled(three)) {
    const decided = tell(
      teller,
      { base: base?.value, a: a.value, b: b.value },
      {
        kind: 'metadata',
        field,
        outcome: `“${wording(three[side].value)}” stands, “${wording(three[otherSide(side)].value)}” is kept among the other values found.`,
        choices: ['a', 'b']
      }
    )
    if (decided === 'a' || decided === 'b') side = decided
  }
  const [stands, loser] = [three[side], three[otherSide(side)]]
  const alternatives = joinAlternatives(three, stands)
  const isKept = loser.value === null || [stands, ...alternatives].some(({ value }) => same(value, loser.value))
  return {
    ...stands,
    alternatives:
      isKept || loser.value === null
        ? alternatives
        : [...alternatives, { value: loser.value, evidence: { from: 'merge', detail: evidenceOf(loser) } }]
  }
}

/** True when only one value is there, or when the stronger one was chosen with the weaker before the user's eyes. */
function isSettled<T>({ a, b }: Three<Found<T>>): boolean {
  const [strong, weak] = isStronger(a, b) ? [a, b] : [b, a]
  if (weak.value === null) return weak.confirmed !== true
  const known = strong.alternatives.filter(({ value }) => same(value, weak.value))
  if (known.some(({ evidence }) => evidence.from === 'merge')) return true
  return known.length > 0 && strong.confirmed === true && weak.confirmed !== true
}

/** A total order: confirmed, set, sure, then by content. */
function isStronger<T>(a: Found<T>, b: Found<T>): boolean {
  const rank = ({ confirmed, value, confidence }: Found<T>): number[] => [
    confirmed === true ? 1 : 0,
    value === null ? 0 : 1,
    confidence
  ]
  const [ofA, ofB] = [rank(a), rank(b)]
  const i = ofA.findIndex((part, index) => part !== ofB[index])
  if (i >= 0) return ofA[i]! > ofB[i]!
  const content = ({ value, evidence }: Found<T>): string => canonical([value, evidence])
  return compareText(content(a), content(b)) <= 0
}

function joinAlternatives<T>({ a, b }: Three<Found<T>>, stands: Found<T>): Found<T>['alternatives'] {
  const [ofA, ofB] = [a, b].map(({ alternatives }) =>
    alternatives.filter(({ value }) => !same(value, stands.value))
  ) as [Found<T>['alternatives'], Found<T>['alternatives']]
  const has = (list: Found<T>['alternatives'], item: unknown): boolean => list.some((other) => same(other, item))
  const byContent = (x: unknown, y: unknown): number => compareText(canonical(x), canonical(y))
  const [aHasAll, bHasAll] = [ofB.every((item) => has(ofA, item)), ofA.every((item) => has(ofB, item))]
  if (aHasAll && bHasAll) return byContent(ofA, ofB) <= 0 ? ofA : ofB
  if (aHasAll) return ofA
  if (bHasAll) return ofB
  return [...ofA, ...ofB.filter((item) => !has(ofA, item))].sort(byContent)
}

function evidenceOf<T>({ evidence }: Found<T>): string {
  return evidence === null ? '' : [evidence.from, evidence.detail].filter((part) => part !== '').join(': ')
}

function wording(value: string | string[] | null): string {
  return value === null ? 'Nothing' : typeof value === 'string' ? value : value.join(', ')
}
