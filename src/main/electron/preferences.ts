import { Preferences } from '../../shared/api/contract.ts'
import type { SettingsFile } from './settings-file.ts'

/** Countries whose printers hold Letter paper. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'])

/** What holds before anything was set. `locale` is a BCP 47 tag of the system's. */
export function defaultPreferences(locale: string): Preferences {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return { theme: 'system', author: '', paper: LETTER.has(region) ? 'Letter' : 'A4', readerSize: 17, layout: {} }
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
