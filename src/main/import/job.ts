import { z } from 'zod'
import { Failure } from '../../shared/api/errors.ts'
import { Extracted } from './extracted.ts'

/** What the import worker is asked for. */
export const Job = z.object({
  id: z.int(),
  bytes: z.instanceof(Uint8Array),
  hint: z.object({ name: z.string(), url: z.string().nullable() })
})
export type Job = z.infer<typeof Job>

/** What it answers. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.int(), value: Extracted }),
  z.object({ ok: z.literal(false), id: z.int(), error: Failure })
])
export type Answer = z.infer<typeof Answer>
