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

/** A sentence that tells of another program which writes the same case, from another profile or machine. */
export function othersSentence({ program, user, host }: LockHolder): string {
  const who = user === '' ? program : `${program} (user ${user})`
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} on “${host}” is writing this case too. Changes to the same source or brief can’t both stand: one of you should close it.`
}
