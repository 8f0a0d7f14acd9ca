import { z } from 'zod'
import { Preferences } from '../../shared/api/contract.ts'
import { USUAL_BACKUPS } from '../../shared/case/backup.ts'
import { DEFAULT_EXPORT_OPTIONS, ExportOptions } from '../../shared/composition/options.ts'
import type { SettingsFile } from './settings-file.ts'

/** Countries whose printers hold Letter paper. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'])

/** Minutes without a key or pointer after which an encrypted case is locked, before anything was set. */
const USUAL_LOCK = 10

/** Preferences as they stand on the disk: an earlier version's lack what came later. */
export const StoredPreferences = z.preprocess(
  withExportOptions,
  Preferences.extend({
    backups: Preferences.shape.backups.default(USUAL_BACKUPS),
    lockAfter: Preferences.shape.lockAfter.default(USUAL_LOCK),
    sourceRows: Preferences.shape.sourceRows.default(null),
    reading: Preferences.shape.reading.default({})
  })
)

/** The choices of an export as they stand on the disk, with the usual ones for what isn't there; once there was the paper alone. */
function withExportOptions(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return stored
  const { paper } = ExportOptions.pick({ paper: true }).safeParse(stored).data ?? DEFAULT_EXPORT_OPTIONS
  const kept = 'exportOptions' in stored && typeof stored.exportOptions === 'object' ? stored.exportOptions : {}
  return { ...stored, exportOptions: { ...DEFAULT_EXPORT_OPTIONS, paper, ...kept } }
}

/** What holds before anything was set. `locale` is a BCP 47 tag of the system's. */
export function defaultPreferences(locale: string): Preferences {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return {
    theme: 'system',
    author: '',
    exportOptions: { ...DEFAULT_EXPORT_OPTIONS, paper: LETTER.has(region) ? 'Letter' : 'A4' },
    readerSize: 17,
    sourceRows: null,
    layout: {},
    reading: {},
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
