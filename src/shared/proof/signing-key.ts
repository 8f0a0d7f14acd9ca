import { z } from 'zod'

/** A key of minisign (https://jedisct1.github.io/minisign/) that this machine knows. */
export const SigningKey = z.object({
  /** 16 hexadecimal digits. */
  id: z.string(),
  name: z.string(),
  /** What others need to check a signature: a line that begins with RW. */
  publicKey: z.string(),
  /** False for somebody else's key. */
  canSign: z.boolean()
})
export type SigningKey = z.infer<typeof SigningKey>
