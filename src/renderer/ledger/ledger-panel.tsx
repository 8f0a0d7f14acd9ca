import { useMemo, useState, type KeyboardEvent } from 'react'
import type { FigureRow } from '../../shared/analysis/figures/answer.ts'
import type { FigureOverrulingRow } from '../../shared/api/contract.ts'
import { amountInWords } from '../../shared/analysis/figures/in-words.ts'
import { useCase } from '../state/case/case.ts'
import { showPassage } from '../state/sources/reader.ts'
import { closePanel } from '../state/window/layout.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask } from '../state/window/bridge.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { noteEdit, useEdits } from '../state/window/edits.ts'
import { offerUndo } from '../state/window/undo.ts'
import { useRequest } from '../state/window/use-request.ts'
import { DockedPanel } from '../ui/docked-panel.tsx'
import { Button } from '../ui/button.tsx'
import { formatDate } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import { ledgerOf, type CellFigure, type LedgerRow } from './ledger-table.ts'
import './ledger.css'

/** Moves the focus among the figures by arrows: within a cell and from row to row. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const rows = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const { activeElement } = document
  if ((by === undefined && rows === undefined) || !(activeElement instanceof HTMLElement)) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('td button')]
  const here = all.indexOf(activeElement)
  if (here < 0) return
  const row = activeElement.closest('tr')
  const next =
    by !== undefined
      ? all[here + by]
      : (rows! > 0 ? all.slice(here + 1) : all.slice(0, here).reverse()).find((each) => each.closest('tr') !== row)
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The figures of all sources: a row a series, a column a day; a revision is an arrow, a conflict a break with who gives each. */
export function LedgerPanel() {
  const sources = useCase((state) => state.sources)
  const after = useMemo(
    () => sources.map(({ id, published, publisher }) => `${id} ${published ?? ''} ${publisher ?? ''}`).join(),
    [sources]
  )
  const readOnly = useCase((state) => state.readOnly)
  const edits = useEdits((state) => state.count)
  const answer = useRequest('figures.get', {}, `${after} ${edits}`)
  const overrulings = useRequest('figures.overrulings', {}, String(edits))
  const [activeId, setActiveId] = useState<string | null>(null)
  const ledger = useMemo(() => (answer.phase === 'answered' ? ledgerOf(answer.value) : null), [answer])
  const open = ({ figure }: CellFigure): void => {
    const source = sources.find(({ key }) => key === figure.source)
    if (source) void showPassage({ sourceId: source.id, start: figure.start, end: figure.end }, 'library')
  }
  const figures = answer.phase === 'answered' ? answer.value.figures : []
  const active = figures.find(({ id }) => id === activeId) ?? null
  const overrule = (figure: FigureRow): void => {
    if (!readOnly) showDialog({ kind: 'overrule-figure', figure, figures })
  }
  return (
    <DockedPanel title="Ledger of figures" className="ledger" closing="Close the ledger" onClose={closePanel}>
      <Asked answer={answer} asking="Reading the sources’ figures…" className="ledger-note" />
      {ledger?.rows.length === 0 && <p className="ledger-note hint">No source gives a figure that can be read.</p>}
      {ledger && ledger.rows.length > 0 && (
        <div
          className="scroll ledger-scroll"
          tabIndex={0}
          data-pane-focus
          role="group"
          aria-label="Figures"
          onKeyDown={(event) => {
            if (event.key === 'o' && active && !event.ctrlKey && !event.metaKey && !event.altKey) overrule(active)
            else moveFocus(event)
          }}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">Counted</th>
                {ledger.days.map((day) => (
                  <th key={day ?? ''} scope="col">
                    {day === null ? 'No date' : formatDate(day)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ledger.rows.map((row) => (
                <SeriesRow key={row.series} row={row} onOpen={open} onActive={setActiveId} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {active && (
        <p className="ledger-active row">
          <span dir="auto">
            {active.source}: “{active.exact} {active.counts}”
          </span>
          <Button look="outline" className="small" isDisabled={readOnly} onPress={() => overrule(active)}>
            Overrule…
          </Button>
        </p>
      )}
      {overrulings.phase === 'answered' && overrulings.value.length > 0 && (
        <Overruled rows={overrulings.value} readOnly={readOnly} />
      )}
    </DockedPanel>
  )
}

function SeriesRow(props: { row: LedgerRow; onOpen: (cell: CellFigure) => void; onActive: (id: string) => void }) {
  const { row, onOpen, onActive } = props
  return (
    <tr>
      <th scope="row" title={row.series} dir="auto">
        {row.words}
      </th>
      {row.cells.map((cell, column) => (
        <td key={column}>
          {cell.map((each) => (
            <div key={each.figure.id} onFocus={() => onActive(each.figure.id)}>
              <FigureButton cell={each} onOpen={onOpen} />
            </div>
          ))}
        </td>
      ))}
    </tr>
  )
}

function FigureButton({ cell, onOpen }: { cell: CellFigure; onOpen: (cell: CellFigure) => void }) {
  const { figure, replaces, conflicts } = cell
  const amount = amountInWords(figure)
  const giver = figure.attribution.join(' ‹ ')
  // What the signs mean, for who doesn't see them.
  const said = [
    ...replaces.map((other) => `replaces ${amountInWords(other)} of ${other.source}`),
    ...conflicts.map((other) => `in conflict with ${amountInWords(other)} of ${other.source}`)
  ].join('; ')
  return (
    <Button className={`ledger-figure ${conflicts.length > 0 ? 'is-conflict' : ''}`} onPress={() => onOpen(cell)}>
      <span className="ledger-amount">
        {replaces.length > 0 && <span className="ledger-arrow">{amountInWords(replaces.at(-1)!)} → </span>}
        {amount}
        {conflicts.length > 0 && <span className="ledger-break"> ≠ {amountInWords(conflicts[0]!)}</span>}
      </span>
      <span className="ledger-giver" dir="auto">
        {figure.source}
        {giver === '' ? '' : ` · ${giver}`}
      </span>
      {said !== '' && <span className="hidden-text"> ({said})</span>}
    </Button>
  )
}

/** What was said against how figures were read, each to be taken back. */
function Overruled({ rows, readOnly }: { rows: readonly FigureOverrulingRow[]; readOnly: boolean }) {
  const takeBack = async (id: string): Promise<void> => {
    if (!(await ask('figures.takeBack', { id }))) return
    noteEdit()
    offerUndo('The overruling was taken back.', undoEdit)
  }
  return (
    <section className="ledger-overruled" aria-label="Overruled">
      <h3>Overruled</h3>
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span dir="auto">
              {row.source} “{row.figure.exact}” {sayingInWords(row)}: {row.because}
              {!row.holds && <span className="hint"> It isn’t found any more.</span>}
            </span>
            <Button
              look="outline"
              className="small"
              isDisabled={readOnly}
              aria-label={`Take back: ${row.figure.exact}`}
              onPress={() => void takeBack(row.id)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayingInWords({ kind, other }: FigureOverrulingRow): string {
  if (kind === 'none') return 'is no figure'
  if (kind === 'agrees') return `agrees with “${other?.exact ?? ''}”`
  return other === null ? 'is a series of its own' : `counts what “${other.exact}” counts`
}
