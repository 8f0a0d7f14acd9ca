import { DossierError } from '../../shared/errors/errors.ts'
import { firstOpened, readAllKeys, type Keys, type OpenKeys } from './keys.ts'

/**
 * The keys of a case that is encrypted; null when it isn't. Whoever means to close or replace something first asks here whether it can be opened.
 * @throws DossierError `locked` without a passphrase, `wrong-passphrase`, `damaged`
 */
export async function unlock(path: string, passphrase: string | undefined): Promise<OpenKeys | null> {
  const all = await readAllKeys(path)
  if (all.length === 0) return null
  if (passphrase === undefined) throw locked()
  const opened = await firstOpened(all, passphrase)
  if (!opened) throw wrong()
  if (isHalf(opened.keys)) throw half()
  return opened
}

/** True for keys of a case that an earlier version had begun to seal or unseal in its place. */
export function isHalf(keys: Keys): boolean {
  return keys.format === 'dossier keys 1' && keys.state !== 'sealed'
}

function half(): DossierError {
  return new DossierError(
    'damaged',
    'An earlier version of Dossier was interrupted while it encrypted or decrypted this case, or somebody put its keys of that time back. It kept no list of the files in clear, so anybody could have added some. Nothing was changed. “dossier encrypt” finishes it and names those files.'
  )
}

export function locked(): DossierError {
  return new DossierError('locked', 'This case is encrypted. Enter its passphrase to open it.')
}

export function wrong(): DossierError {
  return new DossierError('wrong-passphrase', 'This passphrase doesn’t open the case. Nothing was changed. Try again.')
}
