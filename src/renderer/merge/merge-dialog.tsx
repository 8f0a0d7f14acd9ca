import { useEffect, useRef, useState } from 'react'
import type { MergeReport } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Place } from '../../shared/api/place.ts'
import type { Decision } from '../../shared/case/merge/conflict.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog, type Located } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count } from '../ui/format.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { PassphraseField } from '../ui/passphrase-field.tsx'
import { mergeOther, previewMerge } from './merge.ts'
import './merge.css'

/**
 * Compares the open case with another copy, shows what that brings and where both say different things, and merges as decided. The other
 * copy's passphrase, if it has one, is asked for each time it's read: it is kept nowhere.
 */
export function MergeDialog({ copy }: { copy: Located | null }) {
  const path = copy?.place ?? null
  const readOnly = useCase((state) => state.readOnly)
  const [report, setReport] = useState<MergeReport | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sealed, setSealed] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState<'comparing' | 'merging' | null>('comparing')
  const [decisions, setDecisions] = useState<Record<string, Decision>>({})
  const field = useRef<HTMLInputElement>(null)

  const wrong = failure?.code === 'wrong-passphrase'
  const take = (failed: Failure | null): void => {
    setBusy(null)
    if (failed?.code === 'locked') setSealed(true)
    else setFailure(failed)
    if (failed?.code === 'wrong-passphrase') field.current?.select()
  }
  const other = (): { path: Place | null; passphrase?: string } => ({ path, ...(sealed ? { passphrase } : {}) })
  const compare = async (): Promise<void> => {
    setBusy('comparing')
    setFailure(null)
    const result = await previewMerge(other())
    take(result.ok ? null : result.error)
    if (!result.ok) return
    setPassphrase('')
    setReport(result.value)
  }
  const merge = async (): Promise<void> => {
    setBusy('merging')
    setFailure(null)
    const failed = await mergeOther(other(), decisions)
    take(failed)
    // What was compared no longer holds.
    if (failed?.code === 'bad-request') setReport(null)
  }
  useEffect(() => {
    void previewMerge({ path }).then((result) => {
      setBusy(null)
      if (result.ok) setReport(result.value)
      else if (result.error.code === 'locked') setSealed(true)
      else setFailure(result.error)
    })
  }, [path])

  const open = report?.conflicts.filter(({ choices }) => choices.length > 0) ?? []
  const decided = open.filter(({ id }) => id in decisions).length
  const nothing = report !== null && !report.changes && report.conflicts.length === 0
  const ready = busy === null && (!sealed || passphrase !== '')
  return (
    <Dialog
      title={path === null ? 'Merge copies of a synchronising program' : 'Merge another copy'}
      width={860}
      onClose={closeDialog}
      held={
        busy === 'merging'
          ? 'The copies are being merged, which can’t be stopped halfway. Wait until it is over.'
          : null
      }
      actions={
        <>
          <span className="apart" role="status">
            {busy === 'merging' && 'Merging, after a backup…'}
            {busy === null && open.length > 0 && `${decided} of ${count(open.length, 'choice')} made by you`}
          </span>
          <Button
            look={nothing && path !== null ? 'primary' : 'outline'}
            isDisabled={busy === 'merging'}
            onPress={closeDialog}
          >
            {nothing && path !== null ? 'Done' : 'Cancel'}
          </Button>
          {report === null && (sealed || failure !== null) && (
            <Button look="primary" isDisabled={!ready} onPress={() => void compare()}>
              Compare
            </Button>
          )}
          {report !== null && (!nothing || path === null) && (
            <Button look="primary" isDisabled={!ready || readOnly} onPress={() => void merge()}>
              {nothing ? 'Set the copies aside' : 'Merge'}
            </Button>
          )}
        </>
      }
    >
      {copy && <p className="path">{copy.path}</p>}
      {busy === 'comparing' && <p role="status">Comparing the copies…</p>}
      {failure && !wrong && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {nothing && (
        <p>
          {report.left.length > 0
            ? 'There is nothing else to merge.'
            : 'There is nothing to merge: this case has everything that the other copy has.'}
          {path === null && ' The copies can be set aside: they are kept in the case’s quarantine folder.'}
        </p>
      )}
      {report?.left.map((sentence) => (
        <p key={sentence} className="notice">
          {sentence}
        </p>
      ))}
      {report && !nothing && (
        <>
          <section aria-labelledby="gains-title">
            <h3 id="gains-title">What it brings</h3>
            <p>{gained(report.gains)} Nothing that is in this case is lost.</p>
          </section>
          {report.conflicts.length > 0 && (
            <section aria-labelledby="conflicts-title">
              <h3 id="conflicts-title">Where the copies say different things</h3>
              <ol className="conflicts">
                {report.conflicts.map((conflict) => (
                  <ConflictChoice
                    key={conflict.id}
                    conflict={conflict}
                    decision={decisions[conflict.id] ?? null}
                    isDisabled={busy !== null}
                    onDecide={(decision) => setDecisions((before) => decide(before, conflict.id, decision))}
                  />
                ))}
              </ol>
            </section>
          )}
          {readOnly && <p className="notice">This case can only be read now, so nothing can be merged into it.</p>}
        </>
      )}
      {sealed && !nothing && (
        <PassphraseField
          label="Passphrase of the other copy"
          value={passphrase}
          onChange={setPassphrase}
          error={wrong ? failure.message : null}
          hint={
            report
              ? 'It is read once more to be merged. Dossier doesn’t keep the passphrase.'
              : 'The other copy is encrypted.'
          }
          autoFocus
          isDisabled={busy !== null}
          ref={field}
        />
      )}
    </Dialog>
  )
}

function decide(before: Record<string, Decision>, id: string, decision: Decision | null): Record<string, Decision> {
  const next = { ...before }
  if (decision === null) delete next[id]
  else next[id] = decision
  return next
}

function gained(gains: readonly string[]): string {
  const all = gains.join(', ')
  return all === '' ? 'No new sources, quotes or briefs.' : `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}
