import { z } from 'zod'
import { Sha256 } from '../source/source.ts'

/** What one page draws. `docs/proof-format.md` says how another program gets the same digests. */
export const DrawnPage = z.object({
  /** SHA-256 of the decoded content stream. */
  content: Sha256,
  /** Digest of what it is drawn with: size, fonts, images. */
  drawing: Sha256,
  /** Digest of its links, and of whatever else lies on it. */
  links: Sha256,
  /** Its words in the order of painting, running heads included. */
  text: z.string()
})
export type DrawnPage = z.infer<typeof DrawnPage>

/** What the PDF draws, page by page, and what it holds for navigation and for readers that speak. */
export const Drawn = z.object({
  pages: z.array(DrawnPage),
  /** The embedded fonts with their glyphs and the text that each glyph stands for. */
  fonts: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  document: z.object({ outline: Sha256, destinations: Sha256, structure: Sha256, metadata: Sha256 })
})
export type Drawn = z.infer<typeof Drawn>
