import { z } from 'zod'

/** Who has the right to write a case. */
export const LockHolder = z.object({
  pid: z.int(),
  host: z.string(),
  user: z.string(),
  /** What the program is, such as `a window of Dossier`. */
  program: z.string(),
  since: z.iso.datetime()
})
export type LockHolder = z.infer<typeof LockHolder>
