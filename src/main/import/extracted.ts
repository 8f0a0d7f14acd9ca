import { z } from 'zod'
import { Block, SourceMetadata } from '../../shared/source/source.ts'

/** What an importer makes of one file. */
export const Extracted = z.object({
  extractor: z.string(),
  mediaType: z.string(),
  /** Extension under which the original is kept, without the dot. */
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  text: z.string(),
  blocks: z.array(Block),
  metadata: SourceMetadata
})
export type Extracted = z.infer<typeof Extracted>

/** What is known of a file besides its bytes. */
export interface FileHint {
  /** Name without folder. */
  name: string
  /** Where it came from, when the user or the clipboard says so. */
  url: string | null
}
