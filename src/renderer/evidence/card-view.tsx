import { memo, useEffect } from 'react'
import { gradeOf, gradingWords, type Grading } from '../../shared/source/grading.ts'
import { isIntact, standingOf } from '../../shared/brief/standing.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { learnLocators, useLocators } from '../state/case/locators.ts'
import { learnOriginal, useOriginals } from '../state/case/originals.ts'
import { count } from '../ui/format.ts'
import { StateChip } from '../ui/state-chip.tsx'
import type { Card } from './cards.ts'
import '../ui/mark-colours.css'

/** How long a card has to show before its source is asked about it. */
const LOOKED_AT_MS = 150

/** A card: its words, who said them and where, its tags, whether the brief uses it. */
export const CardView = memo(function CardView(props: { card: Card; here: number; elsewhere: number }) {
  const { card, here, elsewhere } = props
  const { quote, sourceId, words, speaker, tags, colour } = card
  const source = useCase((state) => sourceRow(state.sources, sourceId))
  const locator = useLocators((state) => (quote ? state.of.get(quote.id) : undefined))
  const stored = useOriginals((state) => state.of.get(sourceId))
  useEffect(() => {
    // Not of what only passes by.
    const timer = setTimeout(() => {
      learnOriginal(sourceId)
      if (quote) void learnLocators(sourceId)
    }, LOOKED_AT_MS)
    return () => clearTimeout(timer)
  }, [sourceId, quote])
  const used = [
    here > 0 && (here === 1 ? 'Used here' : `Used here ${here} times`),
    elsewhere > 0 && `${here > 0 ? 'in' : 'Used in'} ${count(elsewhere, here > 0 ? 'other brief' : 'brief')}`
  ].filter((part) => part !== false)
  return (
    <span className={`evidence-card${here > 0 ? ' is-used' : ''}${colour === null ? '' : ` is-mark ${colour}`}`}>
      <span className="evidence-words" dir="auto">
        {words}
      </span>
      <span className="evidence-facts">
        {speaker && (
          <b>
            <bdi>{speaker}</bdi>,{' '}
          </b>
        )}
        <bdi>{source?.publisher ?? source?.title ?? 'Source not found'}</bdi>
        {locator !== undefined && `, ${locator}`}
        {quote ? ` · ${quote.key}` : ' · Mark'}
        <GradeWords own={quote?.grading ?? null} source={source?.grade ?? null} />
      </span>
      <span className="evidence-foot">
        <span className={used.length > 0 ? 'evidence-used' : 'evidence-unused'}>
          {used.length > 0 ? used.join(', ') : 'Not used'}
        </span>
        {stored && !isIntact(stored) && <StateChip state={standingOf('verbatim', stored)} />}
        {tags.length > 0 && (
          <span className="evidence-tags" dir="auto">
            {tags.join(', ')}
          </span>
        )}
      </span>
    </span>
  )
})

/** How the quote is graded; where it isn't, how its source is. */
function GradeWords({ own, source }: { own: Grading | null; source: string | null }) {
  const grade = gradeOf(own)
  if (grade !== null) return <span title={gradingWords(own)}> · {grade}</span>
  return source === null ? null : <span title="The grade of its source"> · {source}</span>
}
