import { z } from 'zod'
import { ImportItem, ImportReport, UnfinishedImport } from '../../import/report.ts'
import { chosen, chosenMany } from '../place.ts'
import { Nothing, type RequestDeclaration } from './request.ts'

/** With `itemsLater` the report comes without its items: thousands at once would hold up the window. `import.items` has them. */
const ItemsLater = z.object({ itemsLater: z.boolean().optional() })

export const importRequests = {
  'import.start': {
    does: 'edits',
    long: true,
    input: ItemsLater.extend({ paths: chosenMany('import-files', 'import-folder', 'dropped') }),
    output: ImportReport
  },
  'import.paste': {
    does: 'edits',
    long: true,
    input: z.object({ text: z.string(), html: z.string().nullable(), url: z.string().nullable() }),
    output: ImportReport
  },
  'import.pause': { does: 'steers', input: Nothing, output: Nothing },
  'import.resume': { does: 'steers', input: Nothing, output: Nothing },
  'import.cancel': { does: 'steers', input: Nothing, output: Nothing },
  /** Writes the report of the last import: a table (CSV) or, when the path ends in `.json`, JSON. */
  'import.saveReport': { does: 'writes', input: z.object({ path: chosen('save-import-report') }), output: Nothing },
  /** The import into the open case that was cut short; null when there is none. */
  'import.unfinished': { does: 'reads', input: Nothing, output: UnfinishedImport.nullable() },
  /** Goes on with it; its report holds what was done before as well. */
  'import.continue': { does: 'edits', long: true, input: ItemsLater, output: ImportReport },
  /** Items of the last import's report, in their order. */
  'import.items': {
    does: 'reads',
    input: z.object({ offset: z.int().nonnegative(), limit: z.int().positive() }),
    output: z.array(ImportItem)
  },
  /** Forgets it. What it imported stays. */
  'import.forget': { does: 'writes', input: Nothing, output: Nothing }
} as const satisfies Record<string, RequestDeclaration>
