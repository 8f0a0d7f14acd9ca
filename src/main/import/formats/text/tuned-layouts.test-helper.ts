import type { Layouts } from './layouts.test-helper.ts'
import { FIELDS } from './layouts-fields.test-helper.ts'
import { SITES } from './layouts-sites.test-helper.ts'
import { WIRES } from './layouts-wires.test-helper.ts'

/** The layouts that the reader of plain text was made with. */
export const TUNED_LAYOUTS: Layouts = { ...SITES, ...FIELDS, ...WIRES }
