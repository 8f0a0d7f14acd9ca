import { Preferences } from '../../shared/api/contract.ts'
import { USUAL_BACKUPS } from '../../shared/case/backup.ts'
import type { SettingsFile } from './settings-file.ts'

/** Countries whose printers hold Letter paper. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'])

/** Minutes without a key or pointer after which an encrypted case is locked, before anything was set. */
const USUAL_LOCK = 10

/** Preferences as they stand on the disk: an earlier version's lack what came later. */
export const StoredPreferences = Preferences.extend({
  backups: Preferences.shape.backups.default(USUAL_BACKUPS),
  lockAfter: Preferences.shape.lockAfter.default(USUAL_LOCK)
})

/** What holds before anything was set. `locale` is a BCP 47 tag of the system's. */
export function defaultPreferences(locale: string): Preferences {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return {
    theme: 'system',
    author: '',
    paper: LETTER.has(region) ? 'Letter' : 'A4',
    readerSize: 17,
    layout: {},
    backups: USUAL_BACKUPS,
    lockAfter: USUAL_LOCK
  }
}

/** The preferences with what is given changed, once they are on the disk. */
export async function changePreferences(
  file: SettingsFile<Preferences>,
  change: Partial<Preferences>
): Promise<Preferences> {
  const next = Preferences.parse({ ...file.value, ...change })
  await file.set(next)
  return next
}
