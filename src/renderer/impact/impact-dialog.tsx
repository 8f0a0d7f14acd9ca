import type { Output } from '../../shared/api/contract.ts'
import { effectWords } from '../parts/impact/impact-words.ts'
import { openBrief, useBrief } from '../state/brief/brief.ts'
import { revealNode } from '../state/brief/editor.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import './impact.css'

type Statement = Output<'impact.get'>['statements'][number]

const WHY = { copy: 'copies it', credit: 'credits it', cites: 'cites it', speaker: 'heard the same' } as const

/** What falls when a source falls: by itself, and with all that hang on it. */
export function ImpactDialog({ sourceId }: { sourceId: string }) {
  const sources = useCase((state) => state.sources)
  const row = sourceRow(sources, sourceId)
  const answer = useRequest('impact.get', { id: sourceId })
  return (
    <Dialog
      title={`What falls with ${row?.key ?? 'this source'}`}
      width={860}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus onPress={closeDialog}>
          Done
        </Button>
      }
    >
      {row && <p dir="auto">{row.title}</p>}
      <Asked answer={answer} asking="Reckoning…" />
      {answer.phase === 'answered' && <Told impact={answer.value} />}
    </Dialog>
  )
}

function Told({ impact: { source, dependents, statements, quotes } }: { impact: Output<'impact.get'> }) {
  return (
    <>
      <p role="status">
        {dependents.length === 0
          ? `No other source hangs on ${source}.`
          : `On it hang ${dependents.map((each) => `${each.source} (${WHY[each.why]})`).join(', ')}.`}{' '}
        {quotes.length === 0
          ? 'It has no saved quotes.'
          : `It has ${count(quotes.length, 'saved quote')}: ${quotes.join(', ')}.`}
      </p>
      {statements.length === 0 ? (
        <p>No statement rests on it.</p>
      ) : (
        <div className="impact-scroll" role="group" aria-label="Statements" tabIndex={0}>
          <table className="impact-table">
            <thead>
              <tr>
                <th scope="col">Statement</th>
                <th scope="col">Reports / origins</th>
                <th scope="col">Without it</th>
                <th scope="col">Without all that hang on it</th>
              </tr>
            </thead>
            <tbody>
              {statements.map((statement) => (
                <tr key={`${statement.brief} ${statement.statement}`}>
                  <th scope="row">
                    <Place statement={statement} />
                  </th>
                  <td>
                    {statement.before.reports} / {statement.before.origins}
                  </td>
                  <td data-effect={statement.alone.effect}>{effectWords(statement.alone)}</td>
                  <td data-effect={statement.withDependents.effect}>{effectWords(statement.withDependents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function Place({ statement: { brief, number, statement } }: { statement: Statement }) {
  const title = useCase((state) => state.briefs.find(({ id }) => id === brief)?.title)
  return (
    <Button
      className="link"
      onPress={() => {
        closeDialog()
        void reveal(brief, statement)
      }}
    >
      {title ?? 'Brief'}, statement {number}
    </Button>
  )
}

async function reveal(briefId: string, nodeId: string): Promise<void> {
  if (useBrief.getState().id === briefId || (await openBrief(briefId))) revealNode(nodeId)
}
