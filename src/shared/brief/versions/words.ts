import type { Compared } from './blocks.ts'

/** Why a version was kept, where it has no name. */
export const WHY_KEPT = {
  wanted: 'Kept',
  restore: 'Before another was restored',
  export: 'At an export',
  pause: 'Before a change after a pause'
} as const

/** What parts of a brief are called that are compared. */
export const PART_NAMES: Readonly<Record<Compared, string>> = {
  section: 'Section',
  subheading: 'Subheading',
  statement: 'Statement',
  quoteBlock: 'Quote',
  table: 'Table',
  figure: 'Figure'
}
