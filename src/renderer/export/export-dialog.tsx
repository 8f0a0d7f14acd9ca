import { useEffect, useState } from 'react'
import type { ExportProgress, ExportReport } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/api/errors.ts'
import type { BriefCheck } from '../../shared/brief/check.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import { revealNode } from '../brief/editor.ts'
import { ask, listen, request } from '../state/bridge.ts'
import { flushBrief, useBrief } from '../state/brief.ts'
import { closeDialog, showDialog } from '../state/dialogs.ts'
import { setPreferences, usePreferences } from '../state/preferences.ts'
import { announce } from '../state/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Checkbox, Select } from '../ui/field.tsx'
import { count, fileName, formatBytes } from '../ui/format.ts'
import { Findings } from './findings.tsx'
import './export.css'

type Step =
  | { at: 'checking' }
  | { at: 'options' }
  | { at: 'gate' }
  | { at: 'running'; progress: ExportProgress | null; cancelling: boolean }
  | { at: 'done'; report: ExportReport }
  | { at: 'failed'; failure: Failure }

const STAGES: Record<ExportProgress['stage'], string> = {
  verify: 'Verifying the quotes…',
  layout: 'Setting the pages…',
  paint: 'Drawing the pages…',
  'read-back': 'Reading the PDF back…',
  write: 'Writing the file…'
}

/** Exports the open brief: options, the gate where something isn't supported, progress, and what to do with the PDF. */
export function ExportDialog() {
  const id = useBrief((state) => state.id)
  const fields = useBrief((state) => state.fields)
  const paper = usePreferences((state) => state.paper)
  const [includeTexts, setIncludeTexts] = useState(true)
  const [step, setStep] = useState<Step>({ at: 'checking' })
  const [check, setCheck] = useState<BriefCheck | null>(null)

  useEffect(() => {
    let here = true
    void prepare(id).then((prepared) => {
      if (!here) return
      if ('failure' in prepared) setStep({ at: 'failed', failure: prepared.failure })
      else {
        setCheck(prepared.check)
        setStep({ at: 'options' })
      }
    })
    return () => {
      here = false
    }
  }, [id])

  useEffect(
    () =>
      listen('export.progress', (progress) => setStep((now) => (now.at === 'running' ? { ...now, progress } : now))),
    []
  )

  if (id === null || !fields) return null

  const start = async (acceptFindings: boolean): Promise<void> => {
    const chosen = await ask('dialog.choose', { purpose: 'save-pdf', suggestedName: `${fields.title || 'Brief'}.pdf` })
    if (!chosen?.[0]) return
    setStep({ at: 'running', progress: null, cancelling: false })
    const result = await request('export.pdf', {
      briefId: id,
      path: chosen[0],
      options: { ...DEFAULT_EXPORT_OPTIONS, paper, includeTexts },
      acceptFindings
    })
    if (result.ok) {
      announce('The PDF is written.')
      setStep({ at: 'done', report: result.value })
      return
    }
    if (result.error.code === 'cancelled') {
      setStep({ at: 'options' })
      return
    }
    if (result.error.code === 'findings') {
      const fresh = await request('export.check', {
        briefId: id,
        options: { ...DEFAULT_EXPORT_OPTIONS, paper, includeTexts }
      })
      if (fresh.ok) {
        setCheck(fresh.value)
        setStep({ at: 'gate' })
        return
      }
    }
    setStep({ at: 'failed', failure: result.error })
  }
  const findings = check?.findings ?? []
  const goTo = (nodeId: string): void => {
    closeDialog()
    revealNode(nodeId)
  }

  switch (step.at) {
    case 'checking':
      return (
        <Dialog title="Export PDF" onClose={closeDialog}>
          <p role="status">Saving and checking the brief…</p>
        </Dialog>
      )
    case 'options':
      return (
        <Dialog
          title="Export PDF"
          onClose={closeDialog}
          actions={
            <>
              <Button look="outline" onPress={closeDialog}>
                Cancel
              </Button>
              <Button
                look="primary"
                autoFocus
                onPress={() => (findings.length > 0 ? setStep({ at: 'gate' }) : void start(false))}
              >
                {findings.length > 0 ? 'Continue…' : 'Choose the place…'}
              </Button>
            </>
          }
        >
          <p className="export-title">{fields.title || 'Untitled brief'}</p>
          {findings.length > 0 ? (
            <p className="notice">{count(findings.length, 'finding')}: you will see them before anything is written.</p>
          ) : (
            <p className="good">✓ Every statement is supported and every quote is verbatim.</p>
          )}
          <Select
            label="Paper"
            value={paper}
            onChange={(value) => setPreferences({ paper: value })}
            options={[
              { value: 'A4', label: 'A4', text: 'A4' },
              { value: 'Letter', label: 'Letter', text: 'Letter' }
            ]}
          />
          <Checkbox
            label="Carry the texts of the cited sources"
            hint="Then anyone can verify the quotes from the PDF alone. Leave it out if the texts must not be passed on."
            isSelected={includeTexts}
            onChange={setIncludeTexts}
          />
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
              <Button look="danger" onPress={() => void start(true)}>
                Export anyway, marked in print
              </Button>
              <Button look="primary" autoFocus onPress={closeDialog}>
                Back
              </Button>
            </>
          }
        >
          <p>
            {findings.length === 1 ? 'One thing isn’t' : `${findings.length} things aren’t`} supported by the sources as
            the brief stands. If you export anyway, {findings.length === 1 ? 'it is' : 'they are'} marked in print.
          </p>
          <Findings findings={findings} onGo={goTo} />
        </Dialog>
      )
    case 'running':
      return (
        <Dialog
          title="Export PDF"
          onClose={closeDialog}
          dismissable={false}
          actions={
            <Button
              look="outline"
              isDisabled={step.cancelling}
              onPress={() => {
                setStep({ ...step, cancelling: true })
                void ask('export.cancel', {})
              }}
            >
              {step.cancelling ? 'Cancelling…' : 'Cancel'}
            </Button>
          }
        >
          <p role="status">{step.progress ? STAGES[step.progress.stage] : 'Starting…'}</p>
          <div
            className="progress"
            role="progressbar"
            aria-label="Export"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round((step.progress?.fraction ?? 0) * 100)}
          >
            <div style={{ width: `${Math.round((step.progress?.fraction ?? 0) * 100)}%` }} />
          </div>
          <p className="hint">Nothing appears at the chosen place before the PDF is complete and has been read back.</p>
        </Dialog>
      )
    case 'done':
      return <Done report={step.report} />
    case 'failed':
      return (
        <Dialog
          title="The PDF was not written"
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

async function prepare(id: string | null): Promise<{ check: BriefCheck } | { failure: Failure }> {
  if (!(await flushBrief())) {
    const { save } = useBrief.getState()
    const failure = save.phase === 'failed' ? save.failure : null
    return {
      failure: failure ?? { code: 'io', message: 'The brief could not be saved, so it can’t be exported. Try again.' }
    }
  }
  const result = await request('export.check', { briefId: id ?? '', options: DEFAULT_EXPORT_OPTIONS })
  return result.ok ? { check: result.value } : { failure: result.error }
}

function Done({ report }: { report: ExportReport }) {
  const { path, pages, sha256, bytes, findings } = report
  return (
    <Dialog
      title="The PDF is written"
      width={560}
      onClose={closeDialog}
      actions={
        <>
          <Button className="apart" onPress={() => showDialog({ kind: 'verify-pdf', path })}>
            Verify the PDF
          </Button>
          <Button look="outline" onPress={() => void ask('shell.show', { path })}>
            Show in folder
          </Button>
          <Button look="primary" autoFocus onPress={() => void ask('shell.open', { path })}>
            Open
          </Button>
        </>
      }
    >
      <p className="export-title">{fileName(path)}</p>
      <dl className="facts">
        <dt>Place</dt>
        <dd>{path}</dd>
        <dt>Length</dt>
        <dd>
          {count(pages, 'page')}, {formatBytes(bytes)}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code className="mono">{sha256}</code>
        </dd>
      </dl>
      {findings.length > 0 && <p className="notice">{count(findings.length, 'finding')} marked in print.</p>}
    </Dialog>
  )
}
