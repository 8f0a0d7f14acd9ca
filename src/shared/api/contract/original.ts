import { z } from 'zod'
import { Bytes, Id, type RequestDeclaration } from './request.ts'

/** What pdf.js brings along for PDFs that name it without holding it: tables of encodings, and faces like the standard 14 (ISO 32000-2, 9.7.5.2 and 9.6.2.2). */
export const DRAWING_RESOURCES = ['cmap', 'face'] as const
export const DrawingResource = z.object({
  kind: z.enum(DRAWING_RESOURCES),
  /** A file's name, without any folder. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,60}(?:\.(?:bcmap|pfb|ttf))?$/)
})
export type DrawingResource = z.infer<typeof DrawingResource>

export const originalRequests = {
  /** The bytes of a source's original. They are hashed first: `damaged` when they aren't what was imported, `not-found` when they're gone. */
  'original.read': { does: 'reads', input: Id, output: z.object({ bytes: Bytes }) },
  /** What a drawing of an original needs besides its bytes; null when there is no such thing. */
  'original.resource': { does: 'reads', input: DrawingResource, output: z.object({ bytes: Bytes.nullable() }) }
} as const satisfies Record<string, RequestDeclaration>
