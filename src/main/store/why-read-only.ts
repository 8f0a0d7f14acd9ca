import { sep } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { systemFailure } from '../../shared/errors/system-error.ts'
import type { LockHolder } from '../../shared/case/holder.ts'

/** Why a case is open for reading only. */
export type WhyReadOnly =
  /** A newer version of Dossier wrote it. */
  | { why: 'newer' }
  /** It was only asked for reading. */
  | { why: 'asked' }
  /** Another program writes it. */
  | { why: 'held'; holder: LockHolder | null }
  | ({ why: 'refused' } & Refusal)

/** Why the system doesn't let a case be written, though nobody else writes it. */
export interface Refusal {
  code: 'read-only' | 'disk-full'
  because: string
  /** ` (“/the/path”)`, or nothing. */
  place: string
  advice: string
}

/** Why a case can't be written, if that is what a failure to open it says; else null. */
export function refusalIn(error: unknown, casePath: string, userData: string): Refusal | null {
  const found = systemFailure(error)
  if (!found) return null
  const code = found.code === 'denied' ? 'read-only' : found.code
  if (code !== 'read-only' && code !== 'disk-full') return null
  const { because, advice, path } = found
  // The folder tells more than a file of the store's.
  const place =
    path === null
      ? ''
      : isWithin(casePath, path)
        ? ` (“${casePath}”)`
        : isWithin(userData, path)
          ? ` (Dossier’s own folder, “${userData}”)`
          : ` (“${path}”)`
  return { code, because, advice, place }
}

/** What whoever wants to write a case is told that is open for reading only. */
export function readOnlyError(reason: WhyReadOnly): DossierError {
  switch (reason.why) {
    case 'newer':
      return new DossierError(
        'case-newer',
        'A newer version of Dossier wrote this case, so it is open for reading only. Nothing was changed. Update Dossier to write it.'
      )
    case 'refused': {
      const { code, because, place, advice } = reason
      const message = `${because}${place}, so this case is open for reading only. Nothing was changed. ${advice}`
      return new DossierError(code, message)
    }
    case 'asked':
      return new DossierError('case-held', 'This case was opened for reading only. Nothing was changed.')
    case 'held':
      return new DossierError(
        'case-held',
        `${whoHolds(reason.holder)} is writing this case, so it is open for reading only. Nothing was changed. Close it there and try again.`
      )
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep)
}

function whoHolds(holder: LockHolder | null): string {
  if (!holder) return 'Another window or program'
  const { program, user, host } = holder
  const name = program === '' ? 'Another program' : program.charAt(0).toUpperCase() + program.slice(1)
  return `${name} (${[user, host].filter(Boolean).join(' on ')})`
}
