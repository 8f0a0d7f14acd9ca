import { useState } from 'react'
import { CREDIBILITY, keptGrading, RELIABILITY, withoutReason, type Grading } from '../../shared/source/grading.ts'
import { gradeQuote, gradeSource } from '../state/sources/grades.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { closeDialog, type GradeSubject } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { shorten } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import './grade-dialog.css'

const NOTHING: Grading = { reliability: null, credibility: null }

/** Grades a source or a quote by the Admiralty system: reliability and credibility apart, each with its reason. */
export function GradeDialog({ subject }: { subject: GradeSubject }) {
  return subject.of === 'quote' ? <OfQuote id={subject.id} /> : <OfSource id={subject.id} />
}

function OfQuote({ id }: { id: string }) {
  const quote = useCase((state) => state.quotes.get(id))
  const source = useCase((state) => quote && sourceRow(state.sources, quote.sourceId))
  if (!quote) return null
  return (
    <GradeForm
      title={`Grade of ${quote.key}`}
      about={shorten(quote.target.exact, 220)}
      hint={
        source
          ? `Of the one who said it, and of what is said. ${source.key}, in which it stands, is ${source.grade === null ? 'not graded' : `graded ${source.grade}`}.`
          : ''
      }
      before={quote.grading ?? NOTHING}
      save={(grading) => gradeQuote(quote.id, grading)}
    />
  )
}

function OfSource({ id }: { id: string }) {
  const answer = useRequest('source.get', { id })
  if (answer.phase === 'asking') return null
  if (answer.phase === 'failed')
    return (
      <Dialog
        title="Grade"
        onClose={closeDialog}
        actions={
          <Button look="primary" onPress={closeDialog}>
            Close
          </Button>
        }
      >
        <Asked answer={answer} />
      </Dialog>
    )
  const { source } = answer.value
  return (
    <GradeForm
      title={`Grade of ${source.key}`}
      about={source.metadata.title.value ?? source.original.name}
      hint="The source and what it tells are judged apart: one that can be relied on may pass on what is improbable."
      before={source.grading ?? NOTHING}
      save={(grading) => gradeSource(id, grading)}
    />
  )
}

function GradeForm(props: {
  title: string
  about: string
  hint: string
  before: Grading
  save: (grading: Grading | null) => Promise<boolean>
}) {
  const [grading, setGrading] = useState(props.before)
  const [busy, setBusy] = useState(false)
  const lacking = withoutReason(grading)
  const submit = (): void => {
    if (lacking.length > 0) return
    setBusy(true)
    void props.save(keptGrading(grading)).then((done) => {
      setBusy(false)
      if (done) closeDialog()
    })
  }
  return (
    <FormDialog
      title={props.title}
      action="Save"
      width={600}
      isDisabled={lacking.length > 0}
      busy={busy}
      onSubmit={submit}
      onClose={closeDialog}
    >
      <p className="grade-about" dir="auto">
        {props.about}
      </p>
      <p className="hint">{props.hint}</p>
      <Select
        label="Reliability of the source"
        value={grading.reliability ?? ''}
        options={[NO_GRADE, ...RELIABILITY.map(optionOf)]}
        onChange={(value) => setGrading({ ...grading, reliability: value === '' ? null : value })}
      />
      {grading.reliability !== null && (
        <TextField
          label="Reason for the reliability"
          value={grading.reliabilityReason ?? ''}
          rows={2}
          onChange={(reliabilityReason) => setGrading({ ...grading, reliabilityReason })}
        />
      )}
      <Select
        label="Credibility of the information"
        value={grading.credibility ?? ''}
        options={[NO_GRADE, ...CREDIBILITY.map(optionOf)]}
        onChange={(value) => setGrading({ ...grading, credibility: value === '' ? null : value })}
      />
      {grading.credibility !== null && (
        <TextField
          label="Reason for the credibility"
          value={grading.credibilityReason ?? ''}
          rows={2}
          onChange={(credibilityReason) => setGrading({ ...grading, credibilityReason })}
        />
      )}
      {lacking.length > 0 && <p className="hint">Each grade needs its reason.</p>}
    </FormDialog>
  )
}

const NO_GRADE = { value: '' as const, label: 'Not graded', text: 'Not graded' }

function optionOf<G extends string>({ grade, words, meaning }: { grade: G; words: string; meaning: string }) {
  return {
    value: grade,
    label: (
      <span className="grade-option">
        <b>{grade}</b> {words}
        <span className="hint">{meaning}</span>
      </span>
    ),
    text: `${grade} ${words}`
  }
}
