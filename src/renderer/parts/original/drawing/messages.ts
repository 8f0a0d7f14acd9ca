import { z } from 'zod'

/** A stretch of text on a page: where it stands in CSS pixels at scale 1, from the page's top left corner, and by how much it's turned, in radians. */
const PlacedText = z.object({
  text: z.string().max(100_000),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  angle: z.number(),
  /** Whether a line ends behind it. */
  endsLine: z.boolean()
})
export type PlacedText = z.infer<typeof PlacedText>

const PageSize = z.object({ width: z.number().positive(), height: z.number().positive() })
export type PageSize = z.infer<typeof PageSize>

/** What is asked of the drawing thread. Each request but the answers to its own has a number, which its answer bears. */
export type ToThread =
  | { kind: 'open'; id: number; bytes: Uint8Array<ArrayBuffer>; mediaType: string }
  | { kind: 'draw'; id: number; page: number; scale: number }
  | { kind: 'text'; id: number; page: number }
  | { kind: 'resource'; want: number; bytes: Uint8Array | null }

/** What the drawing thread says. It read something hostile: nothing of it is taken without a look. */
export const FromThread = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('opened'),
    id: z.number(),
    pages: z.array(PageSize).max(20_000),
    /** How many pages the file says it has. */
    count: z.number()
  }),
  z.object({
    kind: z.literal('drawn'),
    id: z.number(),
    bitmap: z.instanceof(ImageBitmap),
    /** Pictures of the page that couldn't be drawn. */
    leftOut: z.int().nonnegative()
  }),
  z.object({ kind: z.literal('text'), id: z.number(), items: z.array(PlacedText).max(200_000) }),
  z.object({ kind: z.literal('failed'), id: z.number(), name: z.string().max(100), reason: z.string().max(300) }),
  z.object({
    kind: z.literal('wants'),
    want: z.number(),
    resource: z.object({ kind: z.enum(['cmap', 'face']), name: z.string().max(80) })
  })
])
export type FromThread = z.infer<typeof FromThread>

/** As many pages are shown of one file. */
export const MOST_PAGES = 20_000
