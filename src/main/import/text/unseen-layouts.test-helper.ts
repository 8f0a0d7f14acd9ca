import type { Layout } from './layouts.test-helper.ts'
import type { Tongue } from './made-article.test-helper.ts'

/** Layouts written after the reader of plain text was finished, to tell how it does with what it wasn't made for. */
export const UNSEEN_LAYOUTS: Record<string, [Layout, ...Tongue[]]> = {}
