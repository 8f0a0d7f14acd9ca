import { useEffect, useState } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import { editHypotheses, loadHypotheses, useHypotheses } from '../state/brief/hypotheses.ts'
import { useCase } from '../state/case/case.ts'
import { redoEdit, undoEdit } from '../state/sources/history.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { isTyping } from '../ui/typing.ts'
import { HypothesesTable } from './hypotheses-table.tsx'
import { leadWords } from './words.ts'
import './hypotheses.css'

/** Evidence down, hypotheses across: what speaks against which, and what the order hangs on. */
export function HypothesesDialog() {
  const { answer, failure } = useHypotheses()
  useEffect(() => void loadHypotheses(), [])
  return (
    <Dialog
      title="Competing hypotheses"
      width={1240}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart hint">I inconsistent, C consistent, N not applicable, Del no rating</span>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <div role="presentation" onKeyDown={takeBack}>
        {failure && (
          <p className="failure" role="alert">
            {failure.message}
          </p>
        )}
        {!answer && !failure && <p role="status">Looking…</p>}
        {answer && <Room answer={answer} />}
      </div>
    </Dialog>
  )
}

function Room({ answer }: { answer: Output<'hypotheses.get'> }) {
  const readOnly = useCase((state) => state.readOnly)
  const isEmpty = answer.hypotheses.length === 0 && answer.evidence.length === 0
  return (
    <>
      {isEmpty ? (
        <p className="hypotheses-lead">
          Write down every answer that is possible, also the ones that you doubt. Then hold each piece of evidence
          against all of them: what speaks against a hypothesis counts, what agrees with it doesn’t. Evidence can also
          be taken from the matrix, and from the menu of a quote or a statement.
        </p>
      ) : (
        <p className="hypotheses-lead" role="status">
          {leadWords(answer)}
        </p>
      )}
      {!isEmpty && <HypothesesTable answer={answer} readOnly={readOnly} />}
      {!readOnly && (
        <div className="hypotheses-new">
          <Adder
            label="New hypothesis"
            hint="One that excludes the others"
            action="Add the hypothesis"
            add={(text) => editHypotheses('add', { text })}
          />
          <Adder
            label="New evidence"
            hint="Also that something is missing that should be there"
            action="Add the evidence"
            add={(text) => editHypotheses('addEvidence', { text, quotes: [], sources: [], statements: [] })}
          />
        </div>
      )}
    </>
  )
}

function Adder(props: { label: string; hint: string; action: string; add: (text: string) => Promise<boolean> }) {
  const [text, setText] = useState('')
  const submit = (): void => {
    if (text.trim() !== '') void props.add(text.trim()).then((done) => done && setText(''))
  }
  return (
    <form
      className="hypotheses-adder"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField label={props.label} value={text} onChange={setText} hint={props.hint} />
      <Button look="outline" type="submit" isDisabled={text.trim() === ''}>
        {props.action}
      </Button>
    </form>
  )
}

/** Takes back and does again what was done here, where no text is being written. */
function takeBack(event: React.KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
  if (isTyping(event.target)) return
  event.preventDefault()
  event.stopPropagation()
  void (event.shiftKey ? redoEdit() : undoEdit()).then(loadHypotheses)
}
