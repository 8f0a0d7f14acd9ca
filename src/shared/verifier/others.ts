import type { Shown } from './shown.ts'
import type { Said } from '../wording/say.ts'

/** What another reader than ours finds in a PDF: enough to tell whether both read the same. */
export interface FoundByOthers {
  title: string
  attachments: { name: string; bytes: Uint8Array }[]
  pages: number
}

/** Another reader, one of those that show a PDF to people. Each throws `not-a-proof` when it can't read it as a PDF. */
export interface OtherReader {
  /** `known` is what is already known to be wrong with it. */
  frame(bytes: Uint8Array, known: readonly Said[]): Promise<FoundByOthers>
  shown(bytes: Uint8Array, known: readonly Said[]): Promise<Shown>
}
