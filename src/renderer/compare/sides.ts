import { earlierOf } from '../../shared/analysis/copies/earlier.ts'
import type { Difference } from '../../shared/analysis/copies/related.ts'
import type { SourceRow } from '../../shared/case/row.ts'

type Paragraph = Difference['paragraphs'][number]
type Part = Paragraph['parts'][number]

/** Two sources, the earlier published first; where that can't be told, the one that came into the case first. */
export function inOrder(one: SourceRow, other: SourceRow): [SourceRow, SourceRow] {
  const earlier = earlierOf(one.published, other.published)
  const before = earlier === null ? Number(one.key.slice(1)) < Number(other.key.slice(1)) : earlier === 'a'
  return before ? [one, other] : [other, one]
}

/** What became of a paragraph from the first version to the second. */
export function changeOf({ a, b, parts }: Paragraph): 'unchanged' | 'changed' | 'removed' | 'added' {
  if (b === null) return 'removed'
  if (a === null) return 'added'
  return parts.every(({ kind }) => kind === 'same') ? 'unchanged' : 'changed'
}

/** The places of the paragraphs that aren't the same in both. */
export function changesIn({ paragraphs }: Pick<Difference, 'paragraphs'>): number[] {
  return paragraphs.flatMap((paragraph, index) => (changeOf(paragraph) === 'unchanged' ? [] : [index]))
}

/** The words that one version has of a paragraph. */
export function sideOf(parts: readonly Part[], side: 'a' | 'b'): Part[] {
  return parts.filter(({ kind }) => kind === 'same' || kind === (side === 'a' ? 'removed' : 'added'))
}

/** `3 paragraphs changed, 1 added, 12 the same`. */
export function differenceWords({ unchanged, changed, removed, added }: Omit<Difference, 'paragraphs'>): string {
  const told = [
    [changed, 'changed'],
    [removed, 'removed'],
    [added, 'added'],
    [unchanged, 'the same']
  ] as const
  const some = told.filter(([count]) => count > 0)
  const words = some.map(
    ([count, what], index) => `${count}${index > 0 ? '' : count === 1 ? ' paragraph' : ' paragraphs'} ${what}`
  )
  return words.length === 0 ? 'Neither has a paragraph' : words.join(', ')
}
