import { useEffect, useState } from 'react'
import type { WrittenDocument, WrittenPdf } from '../../shared/api/contract.ts'
import type { ExportProgress } from '../../shared/composition/export-report.ts'
import type { Failure, Result } from '../../shared/errors/errors.ts'
import { exportPurpose } from '../../shared/api/place.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import { exportFormat, PROVEN_FORMAT, type ExportFormatId } from '../../shared/composition/export-formats.ts'
import type { ExportOptions } from '../../shared/composition/options.ts'
import { findHidden, term } from '../../shared/redaction/terms.ts'
import { revealNode } from '../state/brief/editor.ts'
import { ask, listen, request } from '../state/window/bridge.ts'
import { flushBrief, useBrief } from '../state/brief/brief.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { setPreferences, usePreferences } from '../state/window/preferences.ts'
import { announce } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import { Done } from './done.tsx'
import { Findings } from './findings.tsx'
import { named } from './formats.ts'
import { NearStep } from './near-step.tsx'
import { More, OptionsForm } from './options-form.tsx'
import { SignChoice, type Signing } from './sign-choice.tsx'
import { Running } from './running.tsx'
import './export.css'

type Step =
  | { at: 'checking' }
  | { at: 'options' }
  | { at: 'gate' }
  | { at: 'near'; acceptFindings: boolean }
  | { at: 'running'; progress: ExportProgress | null; cancelling: boolean }
  | { at: 'done'; report: WrittenPdf | WrittenDocument }
  | { at: 'failed'; failure: Failure }

/** Exports the open brief: choices, the gate where something isn't supported, progress, and what to do with the file. */
export function ExportDialog() {
  const id = useBrief((state) => state.id)
  const fields = useBrief((state) => state.fields)
  const options = usePreferences((state) => state.exportOptions)
  const [format, setFormat] = useState<ExportFormatId>(PROVEN_FORMAT)
  const [signing, setSigning] = useState<Signing | null>(null)
  const [withPage, setWithPage] = useState(false)
  const [step, setStep] = useState<Step>({ at: 'checking' })
  const [check, setCheck] = useState<BriefCheck | null>(null)

  useEffect(() => {
    let here = true
    void prepare(id).then((prepared) => {
      if (!here) return
      if (prepared.ok) {
        setCheck(prepared.value)
        setStep({ at: 'options' })
      } else setStep({ at: 'failed', failure: prepared.error })
    })
    return () => {
      here = false
    }
  }, [id])

  // What main keeps ready for the export isn't kept beyond it.
  useEffect(() => () => void ask('export.close', {}), [])

  useEffect(
    () =>
      listen('export.progress', (progress) => setStep((now) => (now.at === 'running' ? { ...now, progress } : now))),
    []
  )

  if (id === null || !fields) return null
  const chosenFormat = exportFormat(format)
  const setOptions = (change: Partial<ExportOptions>): void =>
    setPreferences({ exportOptions: { ...options, ...change } })

  /** Checks what would be exported as it is chosen now; goes on by itself when there is nothing to see. */
  const proceed = async (): Promise<void> => {
    setStep({ at: 'checking' })
    const fresh = await request('export.check', { briefId: id, options })
    if (!fresh.ok) return setStep({ at: 'failed', failure: fresh.error })
    setCheck(fresh.value)
    if (fresh.value.findings.length > 0) setStep({ at: 'gate' })
    else await decide(false)
  }

  /** Shows what is like withheld words before a redacted export; goes on by itself when there is nothing to decide. */
  const decide = async (acceptFindings: boolean): Promise<void> => {
    if (!options.redacted) return start(acceptFindings, false)
    setStep({ at: 'checking' })
    const near = await request('export.nearForms', { briefId: id })
    if (!near.ok) return setStep({ at: 'failed', failure: near.error })
    if (near.value.length > 0) return setStep({ at: 'near', acceptFindings })
    await start(acceptFindings, false)
  }

  const start = async (acceptFindings: boolean, acceptNear: boolean): Promise<void> => {
    const suggestedName = options.redacted ? redactedName(fields.title) : fields.title || 'Brief'
    const chosen = await ask('dialog.choose', { purpose: exportPurpose(format), suggestedName })
    if (!chosen) return setStep({ at: acceptFindings ? 'gate' : 'options' })
    setStep({ at: 'running', progress: null, cancelling: false })
    const asked = { briefId: id, path: chosen.place, options, acceptFindings, acceptNear }
    const result: Result<WrittenPdf | WrittenDocument> =
      format === PROVEN_FORMAT
        ? await request('export.pdf', { ...asked, sign: signing, withPage })
        : await request('export.document', { ...asked, format })
    if (result.ok) {
      announce(`${named(chosenFormat, result.value.redacted)} is written.`)
      setStep({ at: 'done', report: result.value })
    } else if (result.error.code === 'cancelled') setStep({ at: 'options' })
    else if (result.error.code === 'findings') await proceed()
    else if (result.error.code === 'near-forms') setStep({ at: 'near', acceptFindings })
    else setStep({ at: 'failed', failure: result.error })
  }
  const findings = check?.findings ?? []
  const goTo = (nodeId: string): void => {
    closeDialog()
    revealNode(nodeId)
  }
  const title = `Export ${chosenFormat.short}`

  switch (step.at) {
    case 'checking':
      return (
        <Dialog title={title} width={WIDTH} onClose={closeDialog}>
          <p role="status">Saving and checking the brief…</p>
        </Dialog>
      )
    case 'options':
      return (
        <Dialog
          title={title}
          width={WIDTH}
          onClose={closeDialog}
          actions={
            <>
              <Button look="outline" onPress={closeDialog}>
                Cancel
              </Button>
              <Button look="primary" autoFocus onPress={() => void proceed()}>
                {findings.length > 0 ? 'Continue…' : `${title}…`}
              </Button>
            </>
          }
        >
          <div>
            <p className="export-title">{fields.title || 'Untitled brief'}</p>
            {findings.length > 0 ? (
              <p className="export-state warn">
                ! {count(findings.length, 'finding')}: you will see {findings.length === 1 ? 'it' : 'them'} before
                anything is written.
              </p>
            ) : (
              <p className="export-state good">✓ Every statement is supported and every quote is verbatim.</p>
            )}
          </div>
          <OptionsForm format={format} onFormat={setFormat} options={options} onOptions={setOptions} />
          {chosenFormat.options.includes('texts') && (
            <More isOpen={signing !== null || withPage || options.signatureFrame}>
              <Checkbox
                label="Carry the texts of the cited sources"
                hint="Then anyone can verify the quotes from the file alone. Leave it out if the texts must not be passed on."
                isSelected={options.includeTexts}
                onChange={(includeTexts) => setOptions({ includeTexts })}
              />
              <Checkbox
                label="With a page that checks it"
                hint="A web page beside the PDF with which its readers can check it in any browser, without Dossier and without a network."
                isSelected={withPage}
                onChange={setWithPage}
              />
              {chosenFormat.options.includes('sign') && (
                <>
                  <SignChoice value={signing} onChange={setSigning} />
                  <Checkbox
                    label="With a frame for a visible signature"
                    hint="Room below the verification in which “dossier sign --certificate --visible” shows who signed within the file."
                    isSelected={options.signatureFrame}
                    onChange={(signatureFrame) => setOptions({ signatureFrame })}
                  />
                </>
              )}
            </More>
          )}
        </Dialog>
      )
    case 'gate':
      return (
        <Dialog
          title="Before you export"
          width={640}
          onClose={closeDialog}
          actions={
            <>
              <Button look="danger" onPress={() => void decide(true)}>
                Export anyway, marked in print
              </Button>
              <Button look="primary" autoFocus onPress={() => setStep({ at: 'options' })}>
                Back
              </Button>
            </>
          }
        >
          <p>
            {findings.length === 1 ? 'One thing needs' : `${findings.length} things need`} a look before the brief goes
            out as it stands. If you export anyway, {findings.length === 1 ? 'it is' : 'they are'} marked in print.
          </p>
          <Findings findings={findings} onGo={goTo} />
        </Dialog>
      )
    case 'near':
      return (
        <NearStep
          onBack={() => setStep({ at: 'options' })}
          onExport={(acceptNear) => void start(step.acceptFindings, acceptNear)}
        />
      )
    case 'running':
      return (
        <Running
          title={title}
          the={named(chosenFormat)}
          progress={step.progress}
          cancelling={step.cancelling}
          onCancel={() => {
            setStep({ ...step, cancelling: true })
            void ask('export.cancel', {})
          }}
        />
      )
    case 'done':
      return <Done format={chosenFormat} report={step.report} />
    case 'failed':
      return (
        <Dialog
          title={`${named(chosenFormat)} was not written`}
          onClose={closeDialog}
          actions={
            <>
              <Button look="outline" onPress={closeDialog}>
                Close
              </Button>
              {check && (
                <Button look="primary" autoFocus onPress={() => setStep({ at: 'options' })}>
                  Try again
                </Button>
              )}
            </>
          }
        >
          <p className="failure" role="alert">
            {step.failure.message}
          </p>
        </Dialog>
      )
  }
}

const WIDTH = 560

/** The name of a redacted file: without the brief's title where that holds withheld words. */
function redactedName(title: string): string {
  const terms = useBrief
    .getState()
    .withheld.flatMap((entry) => (entry.kind === 'words' ? entry.terms.map((words) => term(words, entry.reason)) : []))
  return `${title === '' || findHidden(title, terms).length > 0 ? 'Brief' : title} (redacted)`
}

async function prepare(id: string | null): Promise<Result<BriefCheck>> {
  if (!(await flushBrief())) {
    const { save } = useBrief.getState()
    const failure = save.phase === 'failed' ? save.failure : null
    const message = 'The brief could not be saved, so it can’t be exported. Try again.'
    return { ok: false, error: failure ?? { code: 'io', message } }
  }
  return request('export.check', { briefId: id ?? '', options: usePreferences.getState().exportOptions })
}
