import { useState } from 'react'
import type { Output } from '../../shared/api/contract.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { formatMoment } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import './sourcing.css'

type Sourcing = Output<'sourcing.get'>
type Drafted = Sourcing['summary']

/** The source summary statement of the open brief and the descriptors of its sources: drafted from the case, edited by the analyst. */
export function SourcingDialog() {
  const id = useBrief((state) => state.id)
  return (
    <Dialog
      title="Sources in words"
      width={900}
      onClose={closeDialog}
      actions={
        <>
          <span className="apart hint">
            Both can be printed as appendices, and go into redacted exports without what is withheld.
          </span>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      {id !== null && <Answered briefId={id} />}
    </Dialog>
  )
}

function Answered({ briefId }: { briefId: string }) {
  const answer = useRequest('sourcing.get', { id: briefId })
  if (answer.phase !== 'answered') return <Asked answer={answer} asking="Looking through the sources…" />
  return <Texts briefId={briefId} first={answer.value} />
}

function Texts({ briefId, first }: { briefId: string; first: Sourcing }) {
  const [{ summary, descriptors }, setSourcing] = useState(first)
  const write = async (sourceId: string | null, text: string | null): Promise<boolean> => {
    const now = await ask('sourcing.set', { briefId, sourceId, text })
    if (now) setSourcing(now)
    return now !== null
  }
  return (
    <>
      <Written
        label="Source summary statement"
        drafted={summary}
        rows={9}
        write={(text) => write(null, text)}
        empty="The brief has no statements yet."
      />
      <h3 className="sourcing-heading">Descriptors</h3>
      {descriptors.length === 0 && <p className="hint">The brief cites no source yet.</p>}
      {descriptors.map((each) => (
        <Written
          key={each.sourceId}
          label={`${each.source} ${each.title}`}
          drafted={each}
          rows={3}
          write={(text) => write(each.sourceId, text)}
          empty=""
        />
      ))}
    </>
  )
}

/** A text that is a draft until it's edited. What is written is kept when the field is left. */
function Written(props: {
  label: string
  drafted: Drafted
  rows: number
  write: (text: string | null) => Promise<boolean>
  empty: string
}) {
  const { label, drafted, rows, write, empty } = props
  const readOnly = useCase((state) => state.readOnly)
  const [text, setText] = useState(drafted.text)
  const [asking, setAsking] = useState(false)
  const redraft = (): void => {
    setAsking(false)
    void write(null).then((done) => done && setText(drafted.draft))
  }
  return (
    <section className="sourcing-text" aria-label={label}>
      <TextField
        label={label}
        value={text}
        rows={rows}
        isReadOnly={readOnly}
        onChange={setText}
        onBlur={() => {
          if (text !== drafted.text) void write(text)
        }}
        hint={drafted.text === '' && empty !== '' ? empty : stateWords(drafted)}
      />
      {drafted.isEdited && !readOnly && !asking && (
        <Button className="small" onPress={() => setAsking(true)} aria-label={`Draft anew: ${label}`}>
          Draft anew…
        </Button>
      )}
      {asking && (
        <div className="sourcing-ask" role="group" aria-label="Draft anew">
          <p>The draft takes the place of what you wrote:</p>
          <p className="sourcing-draft">{drafted.draft}</p>
          <p className="row">
            <Button look="outline" className="small" autoFocus onPress={redraft}>
              Take the draft
            </Button>
            <Button className="small" onPress={() => setAsking(false)}>
              Keep what I wrote
            </Button>
          </p>
        </div>
      )}
    </section>
  )
}

function stateWords({ isEdited, isOutdated, editedAt }: Drafted): string {
  if (!isEdited) return 'Draft: it follows what the case knows.'
  const when = editedAt === null ? '' : ` ${formatMoment(editedAt)}`
  return isOutdated ? `Edited${when}. What the case knows has changed since.` : `Edited${when}.`
}
