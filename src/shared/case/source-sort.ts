import { z } from 'zod'

/** What the list of sources can be sorted by. */
export const SORT_COLUMNS = ['imported', 'published', 'title', 'publisher', 'quotes', 'key', 'grade'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

/** An order of the list of sources. */
export const SourceSort = z.object({ by: z.enum(SORT_COLUMNS), descending: z.boolean() })
export type SourceSort = z.infer<typeof SourceSort>

/** The order before another one was chosen. */
export const USUAL_SORT: SourceSort = { by: 'imported', descending: true }
