import { useEffect, useState } from 'react'
import type { ListedBackup, Output } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { BackupReason } from '../../shared/case/backup.ts'
import { request } from '../state/window/bridge.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog, showDialog, type Located } from '../state/window/dialogs.ts'
import { usePreferences } from '../state/window/preferences.ts'
import { repairFromBackups } from '../state/session/repair.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count, formatMoment } from '../ui/format.ts'
import { RepairReport } from '../parts/repair-report.tsx'
import { backUpNow, restoreBackup } from './backups.ts'
import './backups.css'

const REASONS: Record<BackupReason, string> = {
  asked: 'made by you',
  rolling: 'made by itself',
  migration: 'before the case was brought up to date',
  merge: 'before a merge',
  encryption: 'after the case was encrypted'
}

type Repair = Output<'backup.repair'>

/** The backups of a case: what is there, making one, going back to one, putting back single files. */
export function BackupsDialog({ of }: { of: Located | null }) {
  const openPath = useCase((state) => state.path)
  const openPlace = useCase((state) => state.place)
  const place = of?.place ?? null
  const path = of?.path ?? openPath
  const readOnly = useCase((state) => state.readOnly)
  const rule = usePreferences((state) => state.backups)
  const [backups, setBackups] = useState<ListedBackup[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [chosen, setChosen] = useState<ListedBackup | null>(null)
  const [repair, setRepair] = useState<Repair | null>(null)
  const [made, setMade] = useState(0)
  useEffect(() => {
    void request('backup.list', { path: place }).then((result) => {
      if (result.ok) setBackups(result.value)
      else setFailure(result.error)
    })
  }, [place, made])
  const during = async (words: string, work: () => Promise<unknown>): Promise<void> => {
    setBusy(words)
    setFailure(null)
    await work()
    setBusy(null)
  }
  const folder = of ?? (openPlace && { place: openPlace, path: openPath })
  if (chosen && folder) return <RestoreDialog folder={folder} backup={chosen} onCancel={() => setChosen(null)} />
  return (
    <Dialog
      title="Backups"
      width={640}
      onClose={closeDialog}
      held={busy === null ? null : 'The backups are in use. Wait until this is over.'}
      actions={
        <>
          {busy !== null && (
            <span className="apart" role="status">
              {busy}
            </span>
          )}
          {of === null && (
            <>
              <Button
                look="outline"
                isDisabled={busy !== null || readOnly || !backups?.length}
                onPress={() =>
                  void during('Comparing every original and text with the backups…', async () =>
                    setRepair(await repairFromBackups())
                  )
                }
              >
                Put back damaged files
              </Button>
              <Button
                look="outline"
                isDisabled={busy !== null}
                onPress={() =>
                  void during('Making a backup and reading it back…', async () => {
                    if (await backUpNow()) setMade(made + 1)
                  })
                }
              >
                Back up now
              </Button>
            </>
          )}
          <Button look="primary" isDisabled={busy !== null} onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p>
        Backups lie on this machine, outside the case’s folder. One is made by itself when the last is older than{' '}
        {count(rule.hours, 'hour')} while the case is open; {rule.count} are kept, for {count(rule.days, 'day')}.{' '}
        <Button className="link" onPress={() => showDialog({ kind: 'preferences' })}>
          Change that
        </Button>
      </p>
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {repair && <RepairReport repair={repair} />}
      {backups?.length === 0 && (
        <p className="backups-none">
          {of === null
            ? 'There are no backups of this case yet.'
            : 'There are no backups of this case on this machine.'}
        </p>
      )}
      {backups && backups.length > 0 && (
        <ul className="plain-list" aria-label="Backups">
          {backups.map((backup) => (
            <li key={backup.path} className="backup">
              <span className="backup-about">
                <b>{formatMoment(backup.at)}</b> <span className="hint">{REASONS[backup.reason]}</span>
                <span className="backup-counts">
                  {count(backup.sources, 'source')} · {count(backup.quotes, 'quote')} · {count(backup.briefs, 'brief')}
                </span>
                {backup.folder !== path && <span className="backup-counts">of the copy in {backup.folder}</span>}
                {backup.problems > 0 && (
                  <span className="state altered">! {count(backup.problems, 'file')} not as it should be</span>
                )}
              </span>
              <Button
                look="outline"
                className="small"
                isDisabled={busy !== null}
                aria-label={`Restore the backup of ${formatMoment(backup.at)}…`}
                onPress={() => setChosen(backup)}
              >
                Restore…
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function RestoreDialog(props: { folder: Located; backup: ListedBackup; onCancel: () => void }) {
  const { folder, backup, onCancel } = props
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const restore = async (): Promise<void> => {
    setBusy(true)
    setFailure(await restoreBackup(folder, backup.place))
    setBusy(false)
  }
  return (
    <Dialog
      title="Restore this backup?"
      onClose={onCancel}
      held={busy ? 'The backup is being restored, which can’t be stopped halfway. Wait until it is over.' : null}
      actions={
        <>
          {busy && (
            <span className="apart" role="status">
              Restoring…
            </span>
          )}
          <Button look="outline" isDisabled={busy} autoFocus onPress={onCancel}>
            Back
          </Button>
          <Button look="primary" isDisabled={busy} onPress={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      <p>
        The case becomes as it was on <b>{formatMoment(backup.at)}</b>: {count(backup.sources, 'source')},{' '}
        {count(backup.quotes, 'quote')}, {count(backup.briefs, 'brief')}.
      </p>
      <p>
        The case as it is now isn’t lost: it is kept beside it, in a folder of the same name with “before restoring” and
        the time.
      </p>
      {backup.problems > 0 && (
        <p className="notice">
          {count(backup.problems, 'file')} of this backup weren’t as they should be when it was made. An older one may
          be better.
        </p>
      )}
      <p className="path">{folder.path}</p>
    </Dialog>
  )
}
