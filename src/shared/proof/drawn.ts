import { z } from 'zod'
import { Sha256 } from '../source/source.ts'

/** What one page draws. `docs/proof-format.md` says how another program gets the same digests. */
export const DrawnPage = z.object({
  /** Digest of the operators of its content. */
  content: Sha256,
  /** Digest of what it is drawn with: size, fonts, images. */
  drawing: Sha256,
  /** Digest of its links, and of whatever else lies on it. */
  links: Sha256,
  /** Its words in the order of painting, running heads included. */
  text: z.string()
})
export type DrawnPage = z.infer<typeof DrawnPage>

/** What the PDF draws, page by page, and all else that its trailer leads to. */
export const Drawn = z.object({
  pages: z.array(DrawnPage),
  /** The embedded fonts with their glyphs and the text that each glyph stands for. */
  fonts: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  /** A digest for each entry of the catalogue, and of the trailer’s other entries under `trailer` and their name. */
  document: z.record(z.string(), Sha256)
})
export type Drawn = z.infer<typeof Drawn>
