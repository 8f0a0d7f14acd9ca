import { useEffect, useState } from 'react'
import type { TrashedSource } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import { useCase } from '../state/case/case.ts'
import { restoreSources } from '../state/sources/trash.ts'
import { ask, request } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, formatMoment } from '../ui/format.ts'
import './trash.css'

/** What is in the trash: to be taken out again, or deleted for good. */
export function TrashDialog() {
  const readOnly = useCase((state) => state.readOnly)
  const [trash, setTrash] = useState<TrashedSource[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [purging, setPurging] = useState<TrashedSource[] | null>(null)
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    void request('source.trash', {}).then((result) => {
      if (result.ok) setTrash(result.value)
      else setFailure(result.error)
    })
  }, [changes])
  if (purging)
    return (
      <PurgeDialog
        sources={purging}
        onDone={() => {
          setPurging(null)
          setChanges(changes + 1)
        }}
      />
    )
  const restore = async (ids: string[]): Promise<void> => {
    await restoreSources(ids)
    setChanges(changes + 1)
  }
  return (
    <Dialog
      title="Trash"
      width={640}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" isDisabled={readOnly || !trash?.length} onPress={() => setPurging(trash)}>
            Empty the trash…
          </Button>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {trash?.length === 0 && <p className="hint">The trash is empty. Deleted sources wait here, with their quotes.</p>}
      {trash && trash.length > 0 && (
        <ul className="plain-list" aria-label="Deleted sources">
          {trash.map(({ row, deletedAt }) => (
            <li key={row.id} className="trashed">
              <span className="trashed-about">
                <b dir="auto">{row.title}</b>
                <span className="hint">
                  {row.key} · <bdi>{row.publisher ?? 'No publisher'}</bdi> · {count(row.quotes, 'quote')} · deleted{' '}
                  {formatMoment(deletedAt)}
                </span>
              </span>
              <Button
                look="outline"
                className="small"
                isDisabled={readOnly}
                aria-label={`Take out ${row.key}`}
                onPress={() => void restore([row.id])}
              >
                Take out
              </Button>
              <Button
                look="outline"
                className="small"
                isDisabled={readOnly}
                aria-label={`Delete for good… ${row.key}`}
                onPress={() => setPurging([{ row, deletedAt }])}
              >
                Delete for good…
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function PurgeDialog({ sources, onDone }: { sources: TrashedSource[]; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const [first] = sources
  const purge = async (): Promise<void> => {
    setBusy(true)
    await ask('source.purge', { ids: sources.map(({ row }) => row.id) })
    onDone()
  }
  return (
    <Dialog
      title={sources.length === 1 ? `Delete ${first!.row.key} for good?` : `Delete ${sources.length} sources for good?`}
      onClose={onDone}
      held={busy ? 'The sources are being deleted. Wait until this is over.' : null}
      actions={
        <>
          <Button look="outline" isDisabled={busy} autoFocus onPress={onDone}>
            Keep
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void purge()}>
            Delete for good
          </Button>
        </>
      }
    >
      <p>
        {sources.length === 1 ? 'Its original, text and quotes are' : 'Their originals, texts and quotes are'} removed
        from the case’s folder. That can’t be undone. The log goes on telling that there{' '}
        {sources.length === 1 ? 'was such a source' : 'were such sources'}; backups that were made before keep{' '}
        {sources.length === 1 ? 'it' : 'them'} until they are replaced.
      </p>
    </Dialog>
  )
}
