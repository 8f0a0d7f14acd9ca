import { z } from 'zod'

/**
 * What a request does:
 * - `reads`: changes nothing that anybody keeps;
 * - `edits`: changes the open case. It's refused when that is open for reading only, and a window puts no case away before it is answered;
 * - `opens`: opens a case in the place of the open one, or the open one as another (encrypted, put back), and answers its view. Whoever locks the case waits for it;
 * - `makes`: makes a case, opens it in the place of the open one, and answers its view;
 * - `closes`: leaves no case open;
 * - `writes`: changes what lies outside of the open case: a file, the keys, the settings;
 * - `steers`: holds up, lets go on or ends a long request that is under way.
 */
export type Effect = 'reads' | 'edits' | 'opens' | 'makes' | 'closes' | 'writes' | 'steers'

/** One request, declared: what the gateway, the workspace, the window and the command line make of it follows from this. */
export interface RequestDeclaration {
  does: Effect
  /** It takes long: tells its progress by the event `<topic>.progress`, is ended by `<topic>.cancel`, and one of a topic runs at a time. */
  long?: true
  /** Asked by the command line alone, which names paths: no page may ask for it. */
  from?: 'terminal'
  input: z.ZodObject
  output: z.ZodType
}

export const Nothing = z.object({})
export const Id = z.object({ id: z.string() })

/** Bytes as they stand in a file. */
export const Bytes = z.instanceof(Uint8Array<ArrayBuffer>)
