import { z } from 'zod'

export const BACKUP_REASONS = ['asked', 'rolling', 'migration', 'merge', 'encryption'] as const

/** A backup: a whole case folder that can be opened as it is. */
export const Backup = z.object({
  caseId: z.string(),
  /** The case's folder when it was made: copies of a case have the same id. */
  folder: z.string(),
  at: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  sources: z.int().nonnegative(),
  quotes: z.int().nonnegative(),
  briefs: z.int().nonnegative(),
  /** How many files weren't as they should be when it was made. */
  problems: z.int().nonnegative(),
  /** The case's folder in the backup. */
  path: z.string()
})
export type Backup = z.infer<typeof Backup>
export type BackupReason = Backup['reason']

/** How many rolling backups are kept, for how many days (the newest good one always is), and how often one is made. */
export const BackupRule = z.object({
  count: z.int().min(1).max(100),
  days: z.int().min(1).max(3650),
  hours: z.int().min(1).max(720)
})
export type BackupRule = z.infer<typeof BackupRule>

export const USUAL_BACKUPS: BackupRule = { count: 10, days: 60, hours: 24 }
