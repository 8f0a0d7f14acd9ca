import { z } from 'zod'
import { SourceSort } from '../../case/source-sort.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

const CaseId = z.string().max(100).nullable()
const Pixels = z.number()

/** How a case is looked at. It is kept outside of the case and in clear, so it holds no word of what stands in the case. */
export const KeptView = z.object({
  tab: z.enum(['sources', 'quotes', 'outline']),
  /** Which of the two shows when the window is too narrow for both. */
  narrow: z.enum(['reader', 'brief']),
  sourceId: CaseId,
  briefId: CaseId,
  sort: SourceSort,
  /** How far they are scrolled, in CSS pixels. */
  scrolled: z.object({ reader: Pixels, brief: Pixels }),
  /** The first paragraph of the source in sight, and how many CSS pixels of it are out of sight; null at its top. */
  paragraph: z.object({ number: z.int().positive(), hidden: Pixels }).nullable(),
  /** The first source in sight in the list, and how many CSS pixels of its row are out of sight. */
  list: z.object({ key: z.string().max(100), hidden: Pixels }).nullable()
})
export type KeptView = z.infer<typeof KeptView>

export const viewRequests = {
  /** How the open case was last looked at here; null when that isn't known. */
  'view.get': { does: 'reads', input: Nothing, output: KeptView.nullable() },
  /** Keeps how the open case is looked at. */
  'view.keep': { does: 'writes', input: KeptView, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
