import type { MergeReport } from '../../shared/api/contract.ts'
import type { Failure } from '../../shared/errors/errors.ts'
import type { Place } from '../../shared/api/place.ts'
import type { Decision } from '../../shared/case/merge/conflict.ts'
import { fileName } from '../ui/format.ts'
import { ask, request } from './bridge.ts'
import { useCase } from './case.ts'
import { showDialog, type Located } from './dialogs.ts'
import { changeCase, openBundle } from './session.ts'
import { announce, showFailure, showMessage } from './toasts.ts'

const KEEP_WINDOW = { keepWindow: true }

/** Encrypts the open case. The failure, if it fails. */
export async function encryptCase(passphrase: string): Promise<Failure | null> {
  const failure = await changeCase(() => request('case.encrypt', { passphrase }), KEEP_WINDOW)
  if (!failure) showMessage('The case is encrypted. A first backup of it, encrypted too, was made.')
  return failure
}

/** Decrypts the open case for good. The failure, if it fails. */
export async function decryptCase(passphrase: string): Promise<Failure | null> {
  const failure = await changeCase(() => request('case.decrypt', { passphrase }), KEEP_WINDOW)
  if (!failure) showMessage('The case is decrypted. Everyone who has its folder can read it.')
  return failure
}

/** Gives the open case another passphrase. The failure, if it fails. */
export async function changePassphrase(old: string, next: string): Promise<Failure | null> {
  const failure = await changeCase(() => request('case.passphrase', { old, next }), KEEP_WINDOW)
  if (!failure) showMessage('The passphrase was changed, in the backups on this machine too.')
  return failure
}

/** Puts a backup in the place of a case and shows it; asks for a passphrase if it needs one. The failure, if it fails otherwise. */
export async function restoreBackup(folder: Located, backup: Place): Promise<Failure | null> {
  const restore = (passphrase?: string): Promise<Failure | null> =>
    changeCase(
      () =>
        request('backup.restore', { path: folder.place, backup, ...(passphrase === undefined ? {} : { passphrase }) }),
      KEEP_WINDOW
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
        attempt: (passphrase) => restore(passphrase).then(told)
      }
    })
    return null
  }
  return told(failure)
}

function told(failure: Failure | null): Failure | null {
  if (!failure) showMessage('The backup was restored. The case as it was before is kept beside it.')
  return failure
}

/** Puts back what is damaged or missing from the backups; null when that failed (and was shown). */
export async function repairFromBackups(): Promise<{ restored: string[]; left: string[] } | null> {
  const repair = await ask('backup.repair', {})
  if (repair) announce(`${repair.restored.length} files were put back, ${repair.left.length} could not be.`)
  return repair
}

/** Asks for the folder of another copy and compares it with the open case. */
export async function chooseMerge(): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose: 'merge-case' })
  if (chosen) showDialog({ kind: 'merge', copy: { place: chosen.place, path: chosen.paths[0]! } })
}

/** Merges another copy into the open case, with what was decided by the conflicts' ids. The failure, if it fails. */
export async function mergeOther(
  other: { path: Place | null; passphrase?: string },
  decisions: Record<string, Decision>
): Promise<Failure | null> {
  let report: MergeReport | null = null
  const failure = await changeCase(async () => {
    const result = await request('merge.apply', { ...other, decisions })
    if (!result.ok) return result
    report = result.value.report
    return { ok: true, value: result.value.view }
  }, KEEP_WINDOW)
  if (!failure && report) showMessage(mergedWords(report))
  return failure
}

function mergedWords({ gains, conflicts }: MergeReport): string {
  const came = gains.length === 0 ? '' : ` It brought: ${gains.join(', ')}.`
  const told = conflicts.length === 0 ? '' : ' Where both said different things, what you decided holds.'
  return `The other copy was merged.${came}${told} A backup from before is kept.`
}

/** Asks for a bundle and for the place of the new case, and opens it. */
export async function chooseBundle(purpose: 'open-bundle' | 'open-bundle-folder'): Promise<void> {
  const chosen = await ask('dialog.choose', { purpose })
  if (!chosen) return
  const suggestedName = fileName(chosen.paths[0]!).replace(/\.zip$/i, '')
  const folder = await ask('dialog.choose', { purpose: 'new-case', suggestedName })
  if (folder && (await openBundle(chosen.place, folder.place)))
    showMessage(
      `“${useCase.getState().record?.title ?? ''}” was opened from the bundle, and everything in it was checked.`
    )
}

/** Compares; shows nothing itself. */
export function previewMerge(other: { path: Place | null; passphrase?: string }) {
  return request('merge.preview', other)
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
