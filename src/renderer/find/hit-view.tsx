import { useEffect } from 'react'
import type { SearchHit } from '../../shared/search/answer.ts'
import { useCase, sourceRow } from '../state/case/case.ts'
import { useHitPlaces } from '../state/search/going.ts'
import type { HitRow } from '../state/search/rows.ts'
import { fetchMore } from '../state/search/search.ts'
import { Facts } from '../ui/facts.tsx'
import { count, formatDate, formatPublished } from '../ui/format.ts'

/** A hit in the list: under the title of its source or brief, when it's the first there, the piece of text in which it stands. */
export function HitView({ row, isLast }: { row: HitRow; isLast: boolean }) {
  const { hit, leads } = row
  useEffect(() => {
    if (isLast) void fetchMore()
  }, [isLast])
  return (
    <>
      {leads && <Head hit={hit} />}
      <span className={`hit-snippet is-${hit.kind}`}>
        {hit.kind !== 'source' && <span className="hit-kind">{kindWords(hit)} </span>}
        <Snippet hit={hit} />
      </span>
    </>
  )
}

function Head({ hit }: { hit: SearchHit }) {
  const source = useCase((state) => sourceRow(state.sources, hit.sourceId))
  const published = source ? formatPublished(source) : hit.published && formatDate(hit.published)
  return (
    <>
      <span className="hit-title" dir="auto">
        {hit.title || 'Without a title'}
      </span>
      <HitCount hit={hit} />
      <span className="hit-facts">
        <Facts of={hit.sourceId === null ? ['Brief', published] : [hit.sourceKey, hit.publisher, published]} />
      </span>
    </>
  )
}

/** How often the query stands in a source, and at which of these places one is. */
function HitCount({ hit }: { hit: SearchHit }) {
  const at = useHitPlaces(({ of }) => (of?.sourceId === hit.sourceId && of.at >= 0 ? of.at + 1 : null))
  if (hit.kind !== 'source') return <span />
  if (hit.count === 0) return <span className="hit-count is-none">in the metadata</span>
  const total = hit.count.toLocaleString('en-GB')
  return (
    <span className="hit-count">
      <span aria-hidden="true">{at === null ? total : `${at.toLocaleString('en-GB')} / ${total}`}</span>
      <span className="hidden-text">{at === null ? count(hit.count, 'hit') : `hit ${at} of ${total}`}</span>
    </span>
  )
}

function kindWords({ kind, key }: SearchHit): string {
  if (kind === 'quote') return `Quote ${key}`
  if (kind === 'mark') return `Mark in ${key}`
  return kind === 'note' ? `Note on ${key}` : 'Statement'
}

/** The piece of text, with what was found in it marked by its offsets. */
function Snippet({ hit }: { hit: SearchHit }) {
  const { text, marks } = hit.snippet
  const parts: React.ReactNode[] = []
  let end = 0
  for (const [from, to] of marks) {
    parts.push(text.slice(end, from), <b key={from}>{text.slice(from, to)}</b>)
    end = to
  }
  parts.push(text.slice(end))
  return (
    <span dir="auto" className="hit-text">
      {parts}
    </span>
  )
}
