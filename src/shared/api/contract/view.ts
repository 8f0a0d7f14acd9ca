import { z } from 'zod'
import { SourceSort } from '../../case/source-sort.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** The most tabs of one side of the reader. */
export const MOST_TABS = 12

const CaseId = z.string().max(100).nullable()
const Pixels = z.number()
const OpenTabs = z.array(z.string().max(100)).max(MOST_TABS)

/** How a case is looked at. It is kept outside of the case and in clear, so it holds no word of what stands in the case. */
export const KeptView = z.object({
  tab: z.enum(['sources', 'quotes', 'outline']),
  /** Which of the two shows when the window is too narrow for both. */
  narrow: z.enum(['reader', 'brief']),
  /** Whether the evidence shows beside the brief. */
  evidence: z.boolean().default(false),
  sourceId: CaseId,
  /** The sources whose tabs are open beside it. */
  tabs: OpenTabs.default([]),
  /** The source that stands side by side with it. */
  beside: z
    .object({ sourceId: z.string().max(100), tabs: OpenTabs })
    .nullable()
    .default(null),
  /** How much of the reader the first of the two has, in per cent. */
  share: z.number().min(1).max(99).default(50),
  briefId: CaseId,
  sort: SourceSort,
  /** How far the brief is scrolled, in CSS pixels. */
  scrolled: Pixels,
  /** The first source in sight in the list, and how many CSS pixels of its row are out of sight. */
  list: z.object({ key: z.string().max(100), hidden: Pixels }).nullable()
})
export type KeptView = z.infer<typeof KeptView>

export const viewRequests = {
  /** How the open case was last looked at here; null when that isn't known, as of an encrypted case. */
  'view.get': { does: 'reads', input: Nothing, output: KeptView.nullable() },
  /** Keeps how the open case is looked at; an encrypted one leaves nothing of that outside it. */
  'view.keep': { does: 'writes', input: KeptView, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
