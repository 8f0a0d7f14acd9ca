import { useEffect, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { RELATION_NAMES, type RelationKind } from '../../shared/analysis/copies/related.ts'
import type { SourceRow } from '../../shared/case/row.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useLayout } from '../state/window/layout.ts'
import { showPassage } from '../state/sources/reader.ts'
import { announce } from '../state/window/toasts.ts'
import { Facts } from '../ui/facts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, formatPublished } from '../ui/format.ts'
import { DifferenceView } from './difference-view.tsx'
import { PassagesView } from './passages-view.tsx'
import { changesIn, differenceWords, inOrder } from './sides.ts'
import { useRequest } from '../state/window/use-request.ts'
import './compare.css'

type View = 'changes' | 'passages'

/** Two sources with text in common side by side: what changed from the earlier to the later, or the passages that both have. */
export function CompareDialog(props: { a: string; b: string; relation: RelationKind }) {
  const sources = useCase((state) => state.sources)
  const one = sourceRow(sources, props.a)
  const other = sourceRow(sources, props.b)
  if (!one || !other) {
    return (
      <Dialog title="Compare" onClose={closeDialog}>
        <p>One of the two sources is no longer in the case.</p>
      </Dialog>
    )
  }
  return <Comparison rows={inOrder(one, other)} relation={props.relation} />
}

function Comparison({ rows, relation }: { rows: [SourceRow, SourceRow]; relation: RelationKind }) {
  const [first, second] = rows
  const unified = useLayout((state) => state.isNarrow)
  const [view, setView] = useState<View>(relation === 'same' || relation === 'revised' ? 'changes' : 'passages')
  const [at, setAt] = useState<number | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const difference = useRequest('source.difference', { a: first.id, b: second.id })
  const related = useRequest('source.related', { id: first.id })
  const answer = view === 'changes' ? difference : related

  const passages =
    related.phase === 'answered' ? (related.value.find(({ id }) => id === second.id)?.passages ?? []) : []
  const changes = difference.phase === 'answered' ? changesIn(difference.value) : []
  const places = view === 'changes' ? changes : passages.map((_, index) => index)
  const current = at === null ? null : (places[at] ?? null)
  useEffect(() => {
    for (const place of body.current?.querySelectorAll(`[data-place="${current}"]`) ?? [])
      place.scrollIntoView({ block: 'center' })
  }, [current, view])

  const go = (step: 1 | -1): void => {
    if (places.length === 0) return
    const next = at === null ? (step === 1 ? 0 : places.length - 1) : (at + step + places.length) % places.length
    setAt(next)
    announce(`${view === 'changes' ? 'Change' : 'Passage'} ${next + 1} of ${places.length}`)
  }
  const thing = view === 'changes' ? 'change' : 'passage'
  return (
    <Dialog
      title={`${first.key} and ${second.key}: ${RELATION_NAMES[relation]}`}
      width={1240}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart row">
            <Show row={first} />
            <Show row={second} />
          </span>
          <Button look="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <div
        className="compare"
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if (event.key === 'n') go(1)
          else if (event.key === 'p') go(-1)
        }}
      >
        <div className="compare-tools">
          <ToggleButtonGroup
            className="choice-row"
            aria-label="What is shown"
            disallowEmptySelection
            selectedKeys={[view]}
            onSelectionChange={(keys) => {
              setView([...keys][0] as View)
              setAt(null)
            }}
          >
            <ToggleButton id="changes" className="button choice">
              Changes
            </ToggleButton>
            <ToggleButton id="passages" className="button choice">
              Passages in common
            </ToggleButton>
          </ToggleButtonGroup>
          <p role="status">
            {answer.phase === 'asking' && 'Comparing…'}
            {answer.phase === 'answered' && (
              <>
                {view === 'changes' && difference.phase === 'answered' && `${differenceWords(difference.value)}.`}
                {view === 'passages' && `${count(passages.length, 'passage')} in common.`}
                {at !== null && ` At ${at + 1} of ${places.length}.`}
              </>
            )}
          </p>
          <span className="row">
            <Button look="outline" className="small" isDisabled={places.length === 0} onPress={() => go(-1)}>
              Previous {thing} <kbd aria-hidden="true">P</kbd>
            </Button>
            <Button look="outline" className="small" isDisabled={places.length === 0} onPress={() => go(1)}>
              Next {thing} <kbd aria-hidden="true">N</kbd>
            </Button>
          </span>
        </div>
        <div className="compare-heads">
          <Head row={first} />
          <Head row={second} />
        </div>
        {answer.phase === 'failed' && (
          <p className="failure" role="alert">
            {answer.failure.message}
          </p>
        )}
        <div ref={body} className="compare-body">
          {view === 'passages' && <PassagesView ids={[first.id, second.id]} passages={passages} current={current} />}
          {view === 'changes' && difference.phase === 'answered' && (
            <div className="compare-scroll" role="group" aria-label="Changes" tabIndex={0}>
              <DifferenceView difference={difference.value} current={current} unified={unified} />
            </div>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Head({ row }: { row: SourceRow }) {
  return (
    <div>
      <b dir="auto">{row.title}</b>
      <p>
        <Facts of={[row.key, row.publisher ?? 'No publisher', formatPublished(row) ?? 'no date']} />
      </p>
    </div>
  )
}

function Show({ row }: { row: SourceRow }) {
  return (
    <Button
      look="outline"
      onPress={() => {
        closeDialog()
        void showPassage({ sourceId: row.id }, 'reader')
      }}
    >
      Show {row.key}
    </Button>
  )
}
