import { z } from 'zod'
import { Backup } from '../../case/backup.ts'
import { chosen, issued } from '../place.ts'
import { aCase, OpenedCase } from './case.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** A backup with the place by which it is restored. */
export const ListedBackup = Backup.extend({ place: issued('backup', 'path') })
export type ListedBackup = z.infer<typeof ListedBackup>

export const backupRequests = {
  /** Backups of a case, newest first; of the open one when no path is given. */
  'backup.list': { does: 'reads', input: z.object({ path: aCase().nullable() }), output: z.array(ListedBackup) },
  'backup.create': { does: 'writes', input: Nothing, output: Backup },
  /** Puts a backup in the place of the case and opens it. The case as it was is kept beside it. */
  'backup.restore': {
    does: 'opens',
    input: z.object({ path: aCase(), backup: chosen('backup'), passphrase: z.string().optional() }),
    output: OpenedCase
  },
  /** Puts back changed and missing originals and texts from the backups. */
  'backup.repair': {
    does: 'edits',
    input: Nothing,
    output: z.object({ restored: z.array(z.string()), left: z.array(z.string()) })
  }
} as const satisfies Record<string, RequestDeclaration>
