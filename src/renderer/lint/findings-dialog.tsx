import { useState } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import { takeFindings, useAnalysis } from '../state/brief/analysis.ts'
import { flushBrief, useBrief } from '../state/brief/brief.ts'
import { revealNode } from '../state/brief/editor.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { showPassage } from '../state/sources/reader.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { offerUndo } from '../state/window/undo.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import { findingName, isLintCode } from './finding-words.ts'
import { mendingOf } from './mending.ts'
import './lint.css'

type Finding = Output<'lint.get'>['findings'][number]
type Place = Finding['evidence'][number]

/** What was found in a statement, or in all of them: what, why, where, and one thing to do about it. */
export function FindingsDialog({ statementId }: { statementId: string | null }) {
  const all = useAnalysis((state) => state.findings)
  const findings = statementId === null ? all : all.filter(({ statement }) => statement === statementId)
  const [dismissing, setDismissing] = useState<Finding | null>(null)
  return (
    <Dialog
      title={statementId === null ? 'Findings in the brief' : 'Findings in the statement'}
      width={720}
      onClose={closeDialog}
      actions={
        <Button look="primary" autoFocus onPress={closeDialog}>
          Done
        </Button>
      }
    >
      <p role="status">{findings.length === 0 ? 'Nothing was found.' : `${count(findings.length, 'finding')}.`}</p>
      <ul className="plain-list" aria-label="Findings">
        {findings.map((finding) => (
          <li key={`${finding.statement} ${finding.code} ${finding.start}`} className="lint-finding">
            <p className="lint-head">
              <b>{findingName(finding.code)}</b>
              {finding.number !== null && <span className="hint">statement {finding.number}</span>}
            </p>
            <p className="lint-words" dir="auto">
              {finding.exact}
            </p>
            <p>{finding.message}</p>
            <p className="row">
              <MendButton finding={finding} />
              <Button
                look="outline"
                className="small"
                aria-label={`Go there: ${findingName(finding.code)}, statement ${finding.number ?? ''}`}
                onPress={() => {
                  closeDialog()
                  revealNode(finding.statement)
                }}
              >
                Go there
              </Button>
              {finding.evidence.map((place) => (
                <Button
                  key={`${place.source} ${place.start}`}
                  look="outline"
                  className="small"
                  onPress={() => show(place)}
                >
                  Show {place.source}
                </Button>
              ))}
              {isLintCode(finding.code) && <DismissButton finding={finding} onPress={() => setDismissing(finding)} />}
            </p>
            {dismissing === finding && <Reason finding={finding} onDone={() => setDismissing(null)} />}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function MendButton({ finding }: { finding: Finding }) {
  const readOnly = useCase((state) => state.readOnly)
  const mending = mendingOf(finding)
  if (!mending) return null
  return (
    <Button
      look="outline"
      className="small"
      isDisabled={readOnly}
      aria-label={`${mending.label}: ${findingName(finding.code)}`}
      onPress={() => {
        closeDialog()
        mending.run()
      }}
    >
      {mending.label}
    </Button>
  )
}

function DismissButton({ finding, onPress }: { finding: Finding; onPress: () => void }) {
  const readOnly = useCase((state) => state.readOnly)
  return (
    <Button
      look="outline"
      className="small"
      isDisabled={readOnly}
      aria-label={`Dismiss… ${findingName(finding.code)}`}
      onPress={onPress}
    >
      Dismiss…
    </Button>
  )
}

function Reason({ finding, onDone }: { finding: Finding; onDone: () => void }) {
  const [because, setBecause] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (): Promise<void> => {
    if (because.trim() === '') return
    setBusy(true)
    const done = await dismiss(finding, because)
    setBusy(false)
    if (!done) return
    onDone()
    offerUndo('The finding is dismissed until the statement’s words change.', undoEdit)
  }
  return (
    <form
      className="form lint-reason"
      aria-label="Dismiss"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField label="Because" value={because} onChange={setBecause} autoFocus isRequired />
      <p className="row">
        <Button look="outline" isDisabled={busy} onPress={onDone}>
          Cancel
        </Button>
        <Button look="primary" type="submit" isDisabled={busy || because.trim() === ''}>
          Dismiss
        </Button>
      </p>
    </form>
  )
}

async function dismiss({ statement, code, exact }: Finding, because: string): Promise<boolean> {
  const briefId = useBrief.getState().id
  if (briefId === null || !isLintCode(code) || !(await flushBrief())) return false
  const answer = await ask('lint.dismiss', { briefId, statementId: statement, code, exact, because })
  if (answer) takeFindings(briefId, answer)
  return answer !== null
}

function show({ source, start, end }: Place): void {
  const row = useCase.getState().sources.find(({ key }) => key === source)
  closeDialog()
  if (row) void showPassage({ sourceId: row.id, start, end }, 'brief')
}
