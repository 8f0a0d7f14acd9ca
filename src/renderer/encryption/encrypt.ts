import type { Failure } from '../../shared/errors/errors.ts'
import { request } from '../state/window/bridge.ts'
import { changeCase } from '../state/session/session.ts'
import { showMessage } from '../state/window/toasts.ts'

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
