import { useMemo } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import { takeAsEvidence } from '../state/brief/hypotheses.ts'
import { showMessage } from '../state/window/toasts.ts'
import { useAnalysis } from '../state/brief/analysis.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { showPassage } from '../state/sources/reader.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { columnsOf } from '../../shared/analysis/matrix/columns.ts'
import { Asked } from '../parts/asked.tsx'
import './matrix.css'

type Row = Output<'matrix.get'>['rows'][number]
type Cell = Row['cells'][number]

const SIGNS = { supports: '+', contradicts: '−', context: '○' } as const
const WORDS = { supports: 'supports', contradicts: 'contradicts', context: 'gives context' } as const

/** Statements down, sources across: what is cited, and how much of the statement's numbers, names and dates stands in each source. */
export function MatrixDialog() {
  const id = useBrief((state) => state.id)
  return (
    <Dialog
      title="Statements and sources"
      width={1240}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart hint">
            + supports, − contradicts, ○ context; 2/3: two of the three numbers, names and dates stand there; E takes a
            cell as evidence
          </span>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      {id !== null && <Answered id={id} />}
    </Dialog>
  )
}

function Answered({ id }: { id: string }) {
  const answer = useRequest('matrix.get', { id })
  if (answer.phase !== 'answered') return <Asked answer={answer} asking="Looking through the sources…" />
  return <Table matrix={answer.value} />
}

function Table({ matrix }: { matrix: Output<'matrix.get'> }) {
  const columns = useMemo(() => columnsOf(matrix), [matrix])
  const origins = useAnalysis((state) => state.origins)
  const titles = useCase((state) => state.sources)
  const readOnly = useCase((state) => state.readOnly)
  if (matrix.rows.length === 0) return <p>The brief has no statements yet.</p>
  return (
    <div className="matrix-scroll" role="group" aria-label="Matrix" tabIndex={0} onKeyDown={move}>
      <table className="matrix-table">
        <thead>
          <tr>
            <th scope="col">Statement</th>
            {columns.map(({ source, isUsed, starts }) => (
              <th
                key={source}
                scope="col"
                className={starts ? 'starts' : undefined}
                data-unused={!isUsed || undefined}
                title={titles.find(({ key }) => key === source)?.title}
              >
                {source}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.statement}>
              <th scope="row" dir="auto">
                {row.number}. {origins.get(row.statement)?.text ?? ''}
                {!readOnly && (
                  <Button
                    className="small link"
                    aria-label={`Take as evidence: statement ${row.number}`}
                    onPress={() => void take(row)}
                  >
                    Take as evidence
                  </Button>
                )}
              </th>
              {columns.map(({ source, starts }) => (
                <td key={source} className={starts ? 'starts' : undefined}>
                  <CellButton row={row} cell={row.cells.find((each) => each.source === source)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellButton({ row, cell }: { row: Row; cell: Cell | undefined }) {
  if (!cell || (cell.cited === null && cell.holds.length === 0)) return null
  const { source, cited, holds } = cell
  const held = row.items.length === 0 ? '' : `${holds.length}/${row.items.length}`
  const items = holds.map((at) => row.items[at]!.exact)
  const about = [
    `Statement ${row.number}, ${source}`,
    cited === null ? 'not cited' : WORDS[cited],
    items.length === 0 ? '' : `holds ${items.join(', ')}`
  ]
  return (
    <button
      type="button"
      className={`matrix-cell ${cited ?? 'uncited'}`}
      aria-label={`${about.filter((part) => part !== '').join(', ')}: ${[cited === null ? '' : SIGNS[cited], held].filter((part) => part !== '').join(' ')}`}
      title={items.join(', ')}
      onClick={() => show(row, source)}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey) void take(row, source)
      }}
    >
      {cited !== null && <b>{SIGNS[cited]}</b>} {held}
    </button>
  )
}

/** Shows where the source says what the statement says: the words of its account where it's cited, else the source. */
function show(row: Row, source: string): void {
  const known = useAnalysis.getState().origins.get(row.statement)
  const place = known?.chains.find(({ report }) => report === source)?.place
  const id = useCase.getState().sources.find(({ key }) => key === source)?.id
  closeDialog()
  if (id !== undefined)
    void showPassage({ sourceId: id, start: place?.start ?? null, end: place?.end ?? null }, 'brief')
}

/** Holds a statement, with the sources that it cites or with one of them alone, against the hypotheses of the brief. */
async function take({ statement, cells }: Row, only?: string): Promise<void> {
  const text = useAnalysis.getState().origins.get(statement)?.text
  if (text === undefined) return
  const cited = new Set(cells.filter((cell) => cell.cited !== null).map(({ source }) => source))
  const sources = useCase.getState().sources.filter(({ key }) => (only === undefined ? cited.has(key) : key === only))
  const links = { quotes: [], sources: sources.map(({ id }) => id), statements: [statement] }
  if (await takeAsEvidence({ text, ...links })) showMessage('Taken as evidence. Competing hypotheses has it.')
}

/** Arrow keys go from cell to cell. */
function move(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
  const cell = document.activeElement?.closest('td')
  if (!step || !cell) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')]
  let [row, column] = [rows.indexOf(cell.parentElement!), [...cell.parentElement!.children].indexOf(cell)]
  for (;;) {
    row += step[0]!
    column += step[1]!
    const next = rows[row]?.children[column]
    if (!next) return
    const target = next.querySelector('button')
    if (target) return target.focus()
  }
}
