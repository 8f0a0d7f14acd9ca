import type { Failure } from '../../shared/errors/errors.ts'
import type { Place } from '../../shared/api/place.ts'
import { ask, request } from '../state/window/bridge.ts'
import { showDialog, type Located } from '../state/window/dialogs.ts'
import { changeCase } from '../state/session/session.ts'
import { showFailure, showMessage } from '../state/window/toasts.ts'

/** Puts a backup in the place of a case and shows it; asks for a passphrase if it needs one. The failure, if it fails otherwise. */
export async function restoreBackup(folder: Located, backup: Place): Promise<Failure | null> {
  const restore = (passphrase?: string): Promise<Failure | null> =>
    changeCase(
      () =>
        request('backup.restore', { path: folder.place, backup, ...(passphrase === undefined ? {} : { passphrase }) }),
      { keepWindow: true }
    )
  const failure = await restore()
  if (failure?.code === 'locked') {
    showDialog({
      kind: 'unlock',
      asking: {
        title: 'Unlock the backup',
        intro: 'This backup is encrypted. Enter the passphrase that held when it was made.',
        action: 'Restore',
        folder,
        attempt: (passphrase) => restore(passphrase).then(confirm)
      }
    })
    return null
  }
  return confirm(failure)
}

function confirm(failure: Failure | null): Failure | null {
  if (!failure) showMessage('The backup was restored. The case as it was before is kept beside it.')
  return failure
}

/** Makes a backup now; false when that failed (and was shown). */
export async function backUpNow(): Promise<boolean> {
  const backup = await ask('backup.create', {})
  if (backup && backup.problems > 0)
    showFailure({
      code: 'damaged',
      message: `The backup was made, but ${backup.problems} of the case’s files aren’t as they should be. Older backups are kept. Verify the case to see which.`
    })
  return backup !== null
}
