import { useState } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import type { Rating } from '../../shared/brief/rating.ts'
import { gradeOf } from '../../shared/source/grading.ts'
import { revealNode } from '../state/brief/editor.ts'
import { editHypotheses } from '../state/brief/hypotheses.ts'
import { useCase } from '../state/case/case.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { openSource } from '../state/sources/reader.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { hangWords } from './words.ts'

type Hypotheses = Output<'hypotheses.get'>
type Hypothesis = Hypotheses['hypotheses'][number]
type Row = Hypotheses['evidence'][number]

const SIGNS: Record<Rating, string> = { inconsistent: 'I', consistent: 'C', 'not-applicable': 'n/a' }
const WORDS: Record<Rating, string> = {
  inconsistent: 'inconsistent',
  consistent: 'consistent',
  'not-applicable': 'not applicable'
}
const KEYS: Record<string, Rating | null> = {
  i: 'inconsistent',
  c: 'consistent',
  n: 'not-applicable',
  Delete: null,
  Backspace: null
}
/** What a press makes of a rating. */
const NEXT = { none: 'inconsistent', inconsistent: 'consistent', consistent: 'not-applicable' } as const

/** The table itself: a cell says how a piece of evidence stands to a hypothesis, and is rated by a letter. */
export function HypothesesTable({ answer, readOnly }: { answer: Hypotheses; readOnly: boolean }) {
  const { hypotheses, evidence } = answer
  // The one cell that Tab leads to.
  const [at, setAt] = useState({ row: 0, column: 0 })
  const row = Math.min(at.row, evidence.length - 1)
  const column = Math.min(at.column, hypotheses.length - 1)
  return (
    <div className="hypotheses-scroll" tabIndex={-1}>
      <table className="hypotheses-table" role="grid" aria-label="Hypotheses and evidence" onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            {hypotheses.map((each) => (
              <HypothesisHead key={each.id} hypothesis={each} readOnly={readOnly} />
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map((each, rowAt) => (
            <tr key={each.id}>
              <EvidenceHead row={each} hypotheses={hypotheses} readOnly={readOnly} />
              {hypotheses.map((hypothesis, columnAt) => (
                <td key={hypothesis.id} role="gridcell">
                  <RatingCell
                    row={each}
                    hypothesis={hypothesis}
                    readOnly={readOnly}
                    isStop={rowAt === row && columnAt === column}
                    onFocus={() => setAt({ row: rowAt, column: columnAt })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RatingCell(props: {
  row: Row
  hypothesis: Hypothesis
  readOnly: boolean
  isStop: boolean
  onFocus: () => void
}) {
  const { row, hypothesis, readOnly } = props
  const rating = row.ratings[hypothesis.id]
  const rate = (to: Rating | null): void => {
    if (!readOnly && to !== (rating ?? null))
      void editHypotheses('rate', { evidenceId: row.id, hypothesisId: hypothesis.id, rating: to })
  }
  return (
    <button
      type="button"
      className={`rating ${rating ?? 'unrated'}`}
      tabIndex={props.isStop ? 0 : -1}
      aria-disabled={readOnly}
      aria-label={`E${row.number}, H${hypothesis.number}: ${rating ? WORDS[rating] : 'not rated'}`}
      onFocus={props.onFocus}
      onClick={() => rate(rating === 'not-applicable' ? null : NEXT[rating ?? 'none'])}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const to = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
        if (to === undefined) return
        event.preventDefault()
        rate(to)
      }}
    >
      {rating ? SIGNS[rating] : '·'}
    </button>
  )
}

function HypothesisHead({ hypothesis, readOnly }: { hypothesis: Hypothesis; readOnly: boolean }) {
  const { id, number, text, rank, inconsistent, consistent } = hypothesis
  return (
    <th scope="col" data-leads={rank === 1 || undefined}>
      <Written
        name={`H${number}`}
        text={text}
        readOnly={readOnly}
        change={(changed) => editHypotheses('change', { id, text: changed })}
        remove={() => void editHypotheses('remove', { id })}
      />
      <span className="hypotheses-rank">
        <b>{ordinal(rank)}</b> {inconsistent} against, {consistent} agree
      </span>
    </th>
  )
}

function EvidenceHead({
  row,
  hypotheses,
  readOnly
}: {
  row: Row
  hypotheses: readonly Hypothesis[]
  readOnly: boolean
}) {
  const { id, number, text } = row
  const hangs = hangWords(row, [...hypotheses])
  return (
    <th scope="row">
      <Written
        name={`E${number}`}
        text={text}
        readOnly={readOnly}
        change={(changed) => editHypotheses('changeEvidence', { id, text: changed })}
        remove={() => void editHypotheses('removeEvidence', { id })}
      />
      <Links row={row} />
      {hangs !== '' && (
        <span className="hypotheses-hangs" data-strong={hangs.includes('lead') || undefined}>
          {hangs}
        </span>
      )}
    </th>
  )
}

/** Where the evidence stands; a press leads there. Sources and quotes have their grades. */
function Links({ row }: { row: Row }) {
  const sources = useCase((state) => state.sources)
  const quotes = useCase((state) => state.quotes)
  const graded = (key: string, grade: string | null): string => (grade === null ? key : `${key} · ${grade}`)
  const go = (lead: () => unknown) => () => {
    closeDialog()
    void lead()
  }
  return (
    <span className="hypotheses-links">
      {row.quotes.map(({ id, key }) => (
        <Button key={id} className="small link" onPress={go(() => showQuote(id, 'brief'))}>
          {graded(key, gradeOf(quotes.get(id)?.grading))}
        </Button>
      ))}
      {row.sources.map(({ id, key }) => (
        <Button key={id} className="small link" onPress={go(() => openSource(id))}>
          {graded(key, sources.find((each) => each.id === id)?.grade ?? null)}
        </Button>
      ))}
      {row.statements.map(({ id, number }) => (
        <Button key={id} className="small link" onPress={go(() => revealNode(id))}>
          Statement {number}
        </Button>
      ))}
    </span>
  )
}

/** A text that can be written anew in its place, or removed. */
function Written(props: {
  name: string
  text: string
  readOnly: boolean
  change: (text: string) => Promise<boolean>
  remove: () => void
}) {
  const { name, text, readOnly } = props
  const [draft, setDraft] = useState<string | null>(null)
  if (draft !== null)
    return (
      <textarea
        className="input"
        aria-label={`Text of ${name}`}
        rows={3}
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') setDraft(null)
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            event.currentTarget.blur()
          }
        }}
        onBlur={() => {
          const changed = draft.trim()
          setDraft(null)
          if (changed !== '' && changed !== text) void props.change(changed)
        }}
      />
    )
  return (
    <span className="hypotheses-written">
      <span dir="auto">
        <b>{name}</b> {text}
      </span>
      {!readOnly && (
        <span className="hypotheses-tools">
          <IconButton label={`Edit ${name}`} className="tight" onPress={() => setDraft(text)}>
            <Icon name="edit" />
          </IconButton>
          <IconButton label={`Remove ${name}`} className="tight" onPress={props.remove}>
            <Icon name="close" />
          </IconButton>
        </span>
      )}
    </span>
  )
}

function ordinal(rank: number): string {
  const words: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${rank}${words[new Intl.PluralRules('en', { type: 'ordinal' }).select(rank)]}`
}

/** Arrow keys go from cell to cell. */
function move(event: React.KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
  const cell = document.activeElement?.closest('td')
  if (!step || !cell) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')]
  const row = rows.indexOf(cell.parentElement!) + step[0]!
  const column = [...cell.parentElement!.children].indexOf(cell) + step[1]!
  rows[row]?.children[column]?.querySelector<HTMLElement>('.rating')?.focus()
}
