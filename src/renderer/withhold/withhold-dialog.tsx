import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Failure } from '../../shared/errors/errors.ts'
import type { WithholdReason } from '../../shared/brief/withheld.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog, type WithholdSubject } from '../state/window/dialogs.ts'
import { announce } from '../state/window/toasts.ts'
import { withhold, type NewWithheld } from '../state/brief/withheld.ts'
import { TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { shorten } from '../ui/format.ts'
import { ReasonSelect } from './reason-select.tsx'
import './withhold.css'

const TITLES: Record<WithholdSubject['kind'], string> = {
  words: 'Withhold words',
  block: 'Withhold this statement',
  source: 'Withhold a source'
}

/** Asks what exactly is withheld in redacted exports of the open brief, and why. */
export function WithholdDialog({ subject }: { subject: WithholdSubject }) {
  const [scope, setScope] = useState<'words' | 'passage'>('words')
  const [words, setWords] = useState(subject.kind === 'words' ? subject.exact : '')
  const [reason, setReason] = useState<WithholdReason>(subject.kind === 'source' ? 'S' : 'P')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const terms = words
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const everywhere = subject.kind === 'words' && scope === 'words'
  const entry: NewWithheld =
    subject.kind === 'source'
      ? { kind: 'source', sourceId: subject.sourceId, reason }
      : subject.kind === 'block'
        ? { kind: 'passage', blockId: subject.blockId, exact: null, reason }
        : scope === 'passage' && subject.blockId !== null
          ? { kind: 'passage', blockId: subject.blockId, exact: subject.exact, reason }
          : { kind: 'words', terms, reason }
  const save = async (): Promise<void> => {
    if (everywhere && terms.length === 0) return
    setBusy(true)
    const failed = await withhold(entry)
    setBusy(false)
    setFailure(failed)
    if (failed) return
    announce('Withheld in redacted exports.')
    closeDialog()
  }
  return (
    <FormDialog
      title={TITLES[subject.kind]}
      action="Withhold"
      busy={busy}
      isDisabled={everywhere && terms.length === 0}
      onSubmit={() => void save()}
      onClose={closeDialog}
    >
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      <Subject subject={subject} />
      {subject.kind === 'words' && subject.blockId !== null && (
        <RadioGroup
          className="radios"
          value={scope}
          onChange={(value) => setScope(value === 'passage' ? 'passage' : 'words')}
        >
          <Label>What is withheld</Label>
          <Radio value="words" className="radio" autoFocus>
            <span className="dot" aria-hidden="true" />
            <span>
              These words everywhere
              <span className="hint">Such as a name: in the brief, its quotes and what is told of its sources</span>
            </span>
          </Radio>
          <Radio value="passage" className="radio">
            <span className="dot" aria-hidden="true" />
            <span>
              This passage only
              <span className="hint">Elsewhere the same words stay</span>
            </span>
          </Radio>
        </RadioGroup>
      )}
      {everywhere && (
        <TextField
          label="Words"
          value={words}
          onChange={setWords}
          hint="In any case. Several forms of a name: put a semicolon between them."
        />
      )}
      <ReasonSelect value={reason} onChange={setReason} />
      <p className="hint">Only exports that are marked as redacted leave it out. The case keeps all of it.</p>
    </FormDialog>
  )
}

function Subject({ subject }: { subject: WithholdSubject }) {
  const sources = useCase((state) => state.sources)
  if (subject.kind === 'source') {
    const row = sourceRow(sources, subject.sourceId)
    return (
      <p>
        {row ? `${row.key} · ${row.title}` : 'This source'}. Its entry keeps its number alone; the words of its quotes,
        its figures and its hashes go.
      </p>
    )
  }
  return <p className="excerpt">{shorten(subject.kind === 'block' ? subject.words : subject.exact, 200)}</p>
}
