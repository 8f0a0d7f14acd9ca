import { useState } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import { flushBrief, useBrief } from '../state/brief/brief.ts'
import { takeOrigins, useAnalysis } from '../state/brief/analysis.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { showPassage } from '../state/sources/reader.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { offerUndo } from '../state/window/undo.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import './origins.css'

type Statement = Output<'origins.get'>['statements'][number]
type Place = Statement['chains'][number]['place']

/** What is to be overruled: a report is an origin of its own (`to` is null), or has one origin with another. */
interface Overruling {
  report: string
  to: string | null
}

const WHY = {
  copy: 'the passage stands there',
  credit: 'credits the same agency',
  cites: 'says that it reported it',
  speaker: 'heard the same source'
} as const

/** Where what a statement says comes from: its reports below their origins, each with its chain and the words for it. */
export function OriginsDialog({ statementId }: { statementId: string }) {
  const statement = useAnalysis((state) => state.origins.get(statementId))
  const [overruling, setOverruling] = useState<Overruling | null>(null)
  return (
    <Dialog
      title="Where this comes from"
      width={760}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus onPress={closeDialog}>
          Done
        </Button>
      }
    >
      {!statement && <p role="status">The statement wasn’t analysed yet: that follows once it is saved.</p>}
      {statement && (
        <>
          <p className="origins-statement">{statement.text}</p>
          <p role="status">
            {count(statement.reports.length, 'report')}, {count(statement.count, 'origin')}.
          </p>
          {statement.reports.length === 0 && <p className="hint">No source is cited in support of it.</p>}
          <Tree statement={statement} overrule={setOverruling} />
          {overruling && (
            <Reason
              key={`${overruling.report} ${overruling.to}`}
              statement={statement}
              overruling={overruling}
              onDone={() => setOverruling(null)}
            />
          )}
          {statement.overruled.length > 0 && (
            <section aria-label="Overruled">
              <h3>Overruled</h3>
              <ul className="plain-list">
                {statement.overruled.map(({ report, with: other, because }, index) => (
                  <li key={index}>
                    {other === null ? `${report} is an origin of its own` : `${report} and ${other} have one origin`}:{' '}
                    {because}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Dialog>
  )
}

function Tree({ statement, overrule }: { statement: Statement; overrule: (overruling: Overruling) => void }) {
  const readOnly = useCase((state) => state.readOnly)
  const [over, setOver] = useState<string | null>(null)
  const dropped = (origin: Statement['origins'][number] | null, report: string): void => {
    setOver(null)
    if (origin === null) overrule({ report, to: null })
    else if (!origin.reports.includes(report)) overrule({ report, to: origin.reports[0]! })
  }
  const target = (id: string, origin: Statement['origins'][number] | null) => ({
    'data-over': over === id || undefined,
    onDragOver: (event: React.DragEvent) => {
      event.preventDefault()
      setOver(id)
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      dropped(origin, event.dataTransfer.getData('text/plain'))
    }
  })
  return (
    <>
      <ul className="origins-tree" aria-label="Origins">
        {statement.origins.map((origin) => (
          <li key={origin.id} className="origin" {...target(origin.id, origin)}>
            <p className="origin-head">
              <b dir="auto">{origin.name}</b> <span className="hint">{origin.kind}</span>
            </p>
            <ul>
              {origin.reports.map((report) => (
                <Report
                  key={report}
                  report={report}
                  statement={statement}
                  canSplit={origin.reports.length > 1}
                  readOnly={readOnly}
                  overrule={overrule}
                />
              ))}
            </ul>
          </li>
        ))}
        {statement.reports.length > 1 && !readOnly && (
          <li className="origin is-new" {...target('new', null)}>
            Drag a report here if it is an origin of its own, or onto another origin to join them.
          </li>
        )}
      </ul>
    </>
  )
}

function Report({
  report,
  statement,
  canSplit,
  readOnly,
  overrule
}: {
  report: string
  statement: Statement
  canSplit: boolean
  readOnly: boolean
  overrule: (overruling: Overruling) => void
}) {
  const chain = statement.chains.find((each) => each.report === report)
  const link = statement.links.find((each) => each.report === report)
  const place = link?.place ?? chain?.place
  const others = statement.origins.filter(({ reports }) => !reports.includes(report))
  return (
    <li
      className="origin-report"
      draggable={!readOnly}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', report)}
    >
      <p className="origin-chain">
        <b>{report}</b> <span dir="auto">{chain?.chain.join(' ← ')}</span>
      </p>
      {link && (
        <p className="hint">
          {link.why}
          {link.on !== null && ` ${link.on}`}: {WHY[link.why]}
        </p>
      )}
      {place && (
        <p className="origin-words" dir="auto">
          “{place.exact}”
        </p>
      )}
      <p className="row">
        {place && (
          <Button look="outline" className="small" aria-label={`Show ${report}`} onPress={() => show(place)}>
            Show
          </Button>
        )}
        {canSplit && (
          <Button
            look="outline"
            className="small"
            isDisabled={readOnly}
            aria-label={`Its own origin… ${report}`}
            onPress={() => overrule({ report, to: null })}
          >
            Its own origin…
          </Button>
        )}
        {others.length > 0 && (
          <Button
            look="outline"
            className="small"
            isDisabled={readOnly}
            aria-label={`Join… ${report}`}
            onPress={() => overrule({ report, to: others[0]!.reports[0]! })}
          >
            Join…
          </Button>
        )}
      </p>
    </li>
  )
}

/** Asks why, and overrules. */
function Reason({
  statement,
  overruling,
  onDone
}: {
  statement: Statement
  overruling: Overruling
  onDone: () => void
}) {
  const [because, setBecause] = useState('')
  const [to, setTo] = useState(overruling.to)
  const [busy, setBusy] = useState(false)
  const own = statement.origins.find(({ reports }) => reports.includes(overruling.report))
  const others = statement.reports.filter((report) => !own?.reports.includes(report))
  const words =
    to === null ? `${overruling.report} is an origin of its own` : `${overruling.report} and ${to} have one origin`
  const submit = async (): Promise<void> => {
    if (because.trim() === '') return
    setBusy(true)
    const done = await overrule(statement.statement, { report: overruling.report, to }, because)
    setBusy(false)
    if (!done) return
    onDone()
    offerUndo(`${words}.`, undoEdit)
  }
  return (
    <form
      className="form origins-reason"
      aria-label="Overrule"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p>
        <b>{words}.</b>
      </p>
      {to !== null && others.length > 1 && (
        <Select
          label="With"
          value={to}
          onChange={setTo}
          options={others.map((report) => ({ value: report, label: report, text: report }))}
        />
      )}
      <TextField label="Because" value={because} onChange={setBecause} autoFocus isRequired />
      <p className="row">
        <Button look="outline" isDisabled={busy} onPress={onDone}>
          Cancel
        </Button>
        <Button look="primary" type="submit" isDisabled={busy || because.trim() === ''}>
          {to === null ? 'Part it' : 'Join them'}
        </Button>
      </p>
    </form>
  )
}

async function overrule(statementId: string, { report, to }: Overruling, because: string): Promise<boolean> {
  const briefId = useBrief.getState().id
  const { sources } = useCase.getState()
  const idOf = (key: string): string | undefined => sources.find((row) => row.key === key)?.id
  const [one, other] = [idOf(report), to === null ? undefined : idOf(to)]
  if (briefId === null || one === undefined || (to !== null && other === undefined)) return false
  if (!(await flushBrief())) return false
  const answer = await ask('origins.overrule', {
    briefId,
    statementId,
    split: to === null ? one : null,
    join: other === undefined ? null : [one, other],
    because
  })
  if (answer) takeOrigins(briefId, answer)
  return answer !== null
}

function show({ source, start, end }: Place): void {
  const row = useCase.getState().sources.find(({ key }) => key === source)
  closeDialog()
  if (row) void showPassage({ sourceId: row.id, start, end }, 'brief')
}
